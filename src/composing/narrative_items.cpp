#include "composing/narrative_items.h"

#include <algorithm>

#include "narrative/heading_repeat.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// The paragraphs behind `repeated` bytes of the first one, each with its address.
std::vector<Paragraph> addressed(const Paragraphs& text, std::size_t repeated, Address at) {
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < text.size(); ++i) {
        at.paragraph = static_cast<std::uint16_t>(i);
        at.begin = static_cast<std::uint32_t>(i == 0 ? repeated : 0);
        at.end = at.begin > 0 ? static_cast<std::uint32_t>(text[i].size()) : 0;
        std::string words = text[i].substr(at.begin);
        if (!words.empty()) paragraphs.push_back({{Run{std::move(words), false, at}}, Paragraph::Role::body, {}});
    }
    return paragraphs;
}

NarrativeItem form_item(const Report& report, const Form& form, FieldId id) {
    const Field& field = form.fields[id];
    return {field.heading,
            field.title.zh,
            field.guidance.zh,
            {Address::Kind::field, id, 0, 0, 0},
            field_paragraphs(report, form, id)};
}

/// Its number is that of its place, whatever the agency wrote before the heading.
NarrativeItem own_item(const ExtraItem& extra, std::size_t index) {
    const Address at{Address::Kind::other, static_cast<std::uint16_t>(index), 0, 0, 0};
    const std::string heading = trimmed(extra.heading.substr(leading_ordinal(extra.heading).length));
    const std::size_t repeated = extra.text.empty() ? 0 : repeated_heading(extra.text.front(), heading);
    return {heading, heading, "", at, addressed(extra.text, repeated, at)};
}

/// The first section that takes further items has them all.
bool takes_own_items(const Form& form, std::size_t section) {
    const auto first =
        std::find_if(form.sections.begin(), form.sections.end(), [](const Section& each) { return each.extra_items; });
    return static_cast<std::size_t>(first - form.sections.begin()) == section;
}

}  // namespace

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::vector<Paragraph> field_paragraphs(const Report& report, const Form& form, FieldId field) {
    const Paragraphs& text = text_of(report, field);
    return addressed(text, repeated_heading(form, field, text), {Address::Kind::field, field, 0, 0, 0});
}

std::vector<NarrativeItem> items_of_section(const Report& report, const Form& form, std::size_t section) {
    std::vector<NarrativeItem> items;
    std::vector<bool> placed(takes_own_items(form, section) ? report.others.size() : 0);
    for (const FieldId id : form.fields_of(static_cast<int>(section))) {
        if (form.fields[id].role == Field::Role::item) items.push_back(form_item(report, form, id));
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (placed[i] || report.others[i].after != last_part(form.fields[id].path)) continue;
            items.push_back(own_item(report.others[i], i));
            placed[i] = true;
        }
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i]) items.push_back(own_item(report.others[i], i));
    }
    return items;
}

}  // namespace nianbao
