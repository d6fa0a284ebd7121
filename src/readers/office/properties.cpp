#include "readers/office/properties.h"

#include <string_view>
#include <utility>

#include "ooxml/xml_events.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// The text of each element below the root, by its local name or, of a custom property, its `name`.
class PropertiesHandler : public ooxml::XmlHandler {
public:
    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        constexpr std::size_t longest_name = 255;
        if (tag.depth != 2) return;
        const std::string_view name = tag.name.local == "property" ? attributes.get("name") : tag.name.local;
        name_ = name.size() <= longest_name ? name : std::string_view();
        text_.clear();
    }
    void text(std::string_view piece) override {
        constexpr std::size_t longest_text = 4'096;
        if (text_.size() + piece.size() <= longest_text) text_ += piece;
    }
    void end(const ooxml::XmlTag& tag) override {
        constexpr std::size_t most = 256;
        if (tag.depth == 2 && !name_.empty() && properties.size() < most) properties[name_] = trimmed(text_);
    }

    std::map<std::string, std::string> properties;

private:
    std::string name_, text_;
};

std::map<std::string, std::string> properties_of(const ooxml::Package& package, std::string_view type) {
    PropertiesHandler handler;
    const auto part = package.related("", type);
    if (part && package.archive().has(*part)) ooxml::parse_part(package.archive(), *part, handler);
    return std::move(handler.properties);
}

}  // namespace

std::map<std::string, std::string> read_properties(const ooxml::Package& package) {
    std::map<std::string, std::string> properties = properties_of(package, "custom-properties");
    const std::map<std::string, std::string> core = properties_of(package, "core-properties");
    for (const char* name : {"title", "creator"}) {
        if (const auto found = core.find(name); found != core.end()) properties[name] = found->second;
    }
    return properties;
}

}  // namespace nianbao
