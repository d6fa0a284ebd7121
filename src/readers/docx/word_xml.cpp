#include "readers/docx/word_xml.h"

#include <charconv>

namespace nianbao::docx_reading {

bool is_word(const ooxml::XmlName& name) {
    return name.space.find("/wordprocessingml/") != std::string_view::npos && name.space.ends_with("/main");
}

std::optional<int> whole_number(std::string_view text) {
    constexpr std::size_t most_digits = 6;
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || text.size() > most_digits)
        return std::nullopt;
    return value;
}

std::optional<int> whole_value(const ooxml::XmlAttributes& attributes) { return whole_number(attributes.get("val")); }

bool is_set(const ooxml::XmlAttributes& attributes) { return !attributes.find("val") || attributes.is_on("val"); }

void parse_related(const ooxml::Package& package, std::string_view type, ooxml::XmlHandler& handler) {
    const auto part = package.related(package.main_part(), type);
    if (part && package.archive().has(*part)) ooxml::parse_part(package.archive(), *part, handler);
}

}  // namespace nianbao::docx_reading
