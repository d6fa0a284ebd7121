#include "readers/docx/styles_part.h"

#include <utility>

#include "readers/docx/word_xml.h"
#include "readers/docx_reader.h"
#include "readers/office/refusal.h"
#include "unicode/utf8.h"

namespace nianbao::docx_reading {
namespace {

constexpr int levels_of_outline = 9;
/// Word knows no more styles based on one another.
constexpr std::size_t longest_chain = 11;
constexpr std::size_t longest_name = 255;

int heading_of_outline(int outline) { return outline >= 0 && outline < levels_of_outline ? outline + 1 : 0; }

class StylesHandler : public ooxml::XmlHandler {
public:
    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        constexpr std::size_t of_style = 2, of_name = 3, of_property = 4, of_list = 5;
        if (!is_word(tag.name)) return;
        const std::string_view name = tag.name.local;
        if (tag.depth == of_style) style_ = name == "style" ? start_style(attributes) : nullptr;
        if (!style_) return;
        if (tag.depth == of_name && name == "name") style_->name = attributes.get("val").substr(0, longest_name);
        if (tag.depth == of_name && name == "basedOn") style_->based_on = attributes.get("val").substr(0, longest_name);
        if (tag.depth == of_property && name == "b") style_->strong = is_set(attributes);
        if (tag.depth == of_property && name == "outlineLvl") style_->own.outline = whole_value(attributes);
        if (tag.depth == of_list && name == "numId") style_->own.list = whole_value(attributes);
        if (tag.depth == of_list && name == "ilvl") style_->own.level = whole_value(attributes);
    }

    std::map<std::string, Style> styles;
    std::string default_style;

private:
    Style* start_style(const ooxml::XmlAttributes& attributes) {
        if (styles.size() >= max_document_definitions) {
            throw refusal("i.limit", "definitions",
                          {{"part", "styles.xml"}, {"limit", std::to_string(max_document_definitions)}});
        }
        const std::string_view type = attributes.get("type");
        if (type != "paragraph" && type != "character") return nullptr;
        std::string id(attributes.get("styleId").substr(0, longest_name));
        if (type == "paragraph" && attributes.is_on("default")) default_style = id;
        return &styles[std::move(id)];
    }

    Style* style_{};
};

/// A style and what it is based on, nearest first.
std::vector<const std::pair<const std::string, Style>*> chain(const std::map<std::string, Style>& styles,
                                                              const std::string& id) {
    std::vector<const std::pair<const std::string, Style>*> found;
    for (auto each = styles.find(id); each != styles.end() && found.size() < longest_chain;
         each = styles.find(each->second.based_on)) {
        found.push_back(&*each);
    }
    return found;
}

/// The level of a list is the one that names the style, or what the style itself says.
int level_in_list(const Numbering& numbering, int list, const std::string& id, const std::string& holder,
                  const Style& style) {
    if (const auto level = numbering.level_of_style(list, id)) return *level;
    return numbering.level_of_style(list, holder).value_or(style.own.level.value_or(0));
}

}  // namespace

Styles::Styles(const std::map<std::string, Style>& styles, std::string default_style, const Numbering& numbering)
    : default_(std::move(default_style)) {
    for (const auto& [id, style] : styles) {
        Outcome outcome;
        bool heading = false, list = false, strong = false;
        for (const auto* each : chain(styles, id)) {
            const ParagraphProperties& own = each->second.own;
            const int named = heading_of_name(each->second.name);
            if (!std::exchange(heading, heading || own.outline || named > 0)) {
                outcome.form.heading = own.outline ? heading_of_outline(*own.outline) : named;
            }
            if (own.list && !std::exchange(list, true)) {
                outcome.form.item = {*own.list, level_in_list(numbering, *own.list, id, each->first, each->second)};
            }
            if (each->second.strong && !std::exchange(strong, true)) outcome.strong = *each->second.strong;
        }
        outcomes_.emplace(id, outcome);
    }
}

ParagraphForm Styles::form(const ParagraphProperties& paragraph) const {
    const auto found = outcomes_.find(paragraph.style.empty() ? default_ : paragraph.style);
    ParagraphForm form;
    form.heading = heading_of_name(paragraph.style);
    if (found != outcomes_.end()) form = found->second.form;
    if (paragraph.outline) form.heading = heading_of_outline(*paragraph.outline);
    if (paragraph.list) form.item = {*paragraph.list, 0};
    if (paragraph.level) form.item.level = *paragraph.level;
    return form;
}

bool Styles::strong(const std::string& style) const {
    const auto found = outcomes_.find(style);
    return found != outcomes_.end() && found->second.strong;
}

int heading_of_name(std::string_view name) {
    std::string text;
    for (char c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c != ' ') text += c;
    }
    if (text == "title" || text == "标题") return 1;
    for (const std::string_view word : {"heading", "标题"}) {
        if (!text.starts_with(word)) continue;
        const auto level = whole_number(std::string_view(text).substr(word.size()));
        if (level && *level >= 1 && *level <= levels_of_outline) return *level;
    }
    return 0;
}

Styles read_styles(const ooxml::Package& package, const Numbering& numbering) {
    StylesHandler handler;
    parse_related(package, "styles", handler);
    return Styles(handler.styles, std::move(handler.default_style), numbering);
}

}  // namespace nianbao::docx_reading
