#include "narrative/passages.h"

#include <algorithm>

namespace nianbao {
namespace {

Address paragraph_address(Address::Kind kind, std::size_t index, std::size_t paragraph) {
    return {kind, static_cast<std::uint16_t>(index), static_cast<std::uint32_t>(paragraph), 0, 0};
}

}  // namespace

std::vector<Passage> passages_of(const Report& report, const Form& form, int section) {
    std::vector<Passage> passages;
    for (const FieldId field : form.fields_of(section)) {
        const Paragraphs& text = text_of(report, field);
        for (std::size_t i = 0; i < text.size(); ++i) {
            passages.push_back({paragraph_address(Address::Kind::field, field, i), section, text[i]});
        }
    }
    if (section < 0 || !form.sections[static_cast<std::size_t>(section)].extra_items) return passages;
    for (std::size_t other = 0; other < report.others.size(); ++other) {
        const Paragraphs& text = report.others[other].text;
        for (std::size_t i = 0; i < text.size(); ++i) {
            passages.push_back({paragraph_address(Address::Kind::other, other, i), section, text[i]});
        }
    }
    return passages;
}

bool has_section(const Report& report, const Form& form, std::size_t section) {
    const auto fields = form.fields_of(static_cast<int>(section));
    const bool field =
        std::any_of(fields.begin(), fields.end(), [&](FieldId id) { return report.narrative[id].has_value(); });
    return field || (form.sections[section].extra_items && !report.others.empty());
}

std::string joined(const std::vector<Passage>& passages) {
    std::string text;
    for (const Passage& passage : passages) {
        text += passage.text;
        text += '\n';
    }
    return text;
}

bool mentions_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

std::optional<std::size_t> find_section(const Form& form, std::string_view id) {
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        if (form.sections[i].id == id) return i;
    }
    return std::nullopt;
}

}  // namespace nianbao
