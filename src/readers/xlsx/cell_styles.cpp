#include "readers/xlsx/cell_styles.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "ooxml/xml_events.h"

namespace nianbao::xlsx_reading {
namespace {

/// No office writes more fonts; what comes after them has no name.
constexpr std::size_t most_fonts = 4'096, most_styles = 65'536, longest_font = 255;

std::uint32_t number_of(std::string_view digits) {
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// `[h]`, `[mm]`: hours beyond the day. Other brackets hold colours, conditions and languages.
bool is_time_elapsed(std::string_view bracket) {
    return !bracket.empty() && std::string_view("hHmMsS").find(bracket.front()) != std::string_view::npos &&
           bracket.find_first_not_of(bracket.front()) == std::string_view::npos;
}

class StylesHandler : public ooxml::XmlHandler {
public:
    explicit StylesHandler(std::string part) : part_(std::move(part)) {}

    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        const std::string_view name = tag.name.local;
        if (tag.depth == 1 && name != "styleSheet") {
            throw ooxml::PackageError(ooxml::Fault::wrong_root, part_, std::string(name));
        }
        if (tag.depth == 2) section_ = name;
        if (tag.depth == 3 && section_ == "numFmts" && name == "numFmt") add_format(attributes);
        if (tag.depth == 3 && section_ == "fonts" && name == "font") add_font();
        if (tag.depth == 4 && in_last_font_ && name == "name") name_font(attributes.get("val"));
        if (tag.depth == 3 && section_ == "cellXfs" && name == "xf") add_style(attributes);
    }
    void end(const ooxml::XmlTag& tag) override {
        if (tag.depth == 3) in_last_font_ = false;
    }

    CellStyles found;

private:
    void add_format(const ooxml::XmlAttributes& attributes) {
        if (formats_.size() >= most_styles) return;
        formats_[number_of(attributes.get("numFmtId"))] = is_date_code(attributes.get("formatCode"));
    }
    void add_font() {
        if (found.fonts.size() >= most_fonts) return;
        found.fonts.emplace_back();
        in_last_font_ = true;
    }
    void name_font(std::string_view name) {
        if (name.size() <= longest_font) found.fonts.back() = name;
    }
    void add_style(const ooxml::XmlAttributes& attributes) {
        if (found.styles.size() >= most_styles) return;
        const std::uint32_t font = std::min(number_of(attributes.get("fontId")), std::uint32_t{most_fonts});
        found.styles.push_back({static_cast<std::uint16_t>(font), shows_date(number_of(attributes.get("numFmtId")))});
    }
    [[nodiscard]] bool shows_date(std::uint32_t format) const {
        const auto custom = formats_.find(format);
        return custom == formats_.end() ? is_date_format(format) : custom->second;
    }

    std::string part_, section_;
    std::map<std::uint32_t, bool> formats_;
    bool in_last_font_{};
};

}  // namespace

bool is_date_format(std::uint32_t builtin) {
    const auto within = [builtin](std::uint32_t first, std::uint32_t last) {
        return builtin >= first && builtin <= last;
    };
    return within(14, 22) || within(27, 36) || within(45, 47) || within(50, 58);
}

bool is_date_code(std::string_view code) {
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '\\' || c == '_' || c == '*') {
            ++at;  // the next character is shown as it is, or only its width
        } else if (c == '"' || c == '[') {
            const std::size_t end = code.find(c == '"' ? '"' : ']', at + 1);
            if (end == std::string_view::npos) return false;
            if (c == '[' && is_time_elapsed(code.substr(at + 1, end - at - 1))) return true;
            at = end;
        } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

CellStyles::Style CellStyles::find(std::string_view style) const {
    const std::uint32_t index = number_of(style);
    return index < styles.size() ? styles[index] : Style{};
}

const std::string& CellStyles::font(std::string_view style) const {
    static const std::string none;
    const std::uint16_t index = find(style).font;
    return index < fonts.size() ? fonts[index] : none;
}

CellStyles read_cell_styles(const ooxml::Package& package) {
    const auto part = package.related(package.main_part(), "styles");
    if (!part) return {};
    StylesHandler handler(*part);
    ooxml::parse_part(package.archive(), *part, handler);
    return std::move(handler.found);
}

}  // namespace nianbao::xlsx_reading
