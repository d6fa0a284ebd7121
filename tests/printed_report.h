/// What of a report a page can show, in one form: two reports that print the same are equal in it.
#pragma once

#include "composing/narrative_items.h"
#include "derive/fill.h"
#include "model/report.h"

namespace nianbao {

/// The agency's own items in the order they are printed, each behind the item of the form that is printed before it; at
/// the end, behind none.
inline std::vector<ExtraItem> printed_others(const Report& report, const Form& form, std::size_t section) {
    std::vector<ExtraItem> others;
    std::string after(last_part(form.fields[form.fields_of(static_cast<int>(section)).front()].path));
    std::size_t settled = 0;
    for (const NarrativeItem& item : items_of_section(report, form, section)) {
        if (item.at.kind == Address::Kind::other && item.text.empty()) continue;
        if (item.at.kind == Address::Kind::other) {
            others.push_back(report.others[item.at.index]);
            others.back().after = after;
        } else if (!item.text.empty()) {
            after = last_part(form.fields[item.at.index].path);
            settled = others.size();
        }
    }
    for (; settled < others.size(); ++settled) others[settled].after.clear();
    return others;
}

/// Without what no page prints and no property holds; open cells are blank, totals computed.
inline Report as_printed(Report report, const Form& form) {
    fill_report(report, form, false);
    for (Cell& cell : report.cells) {
        if (std::holds_alternative<Absent>(cell)) cell = Blank{};
    }
    for (std::size_t s = 0; s < form.sections.size(); ++s) {
        if (form.sections[s].extra_items) report.others = printed_others(report, form, s);
    }
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        Paragraphs text;
        for (const Paragraph& paragraph : field_paragraphs(report, form, static_cast<FieldId>(i))) {
            text.push_back(plain_text(paragraph));
        }
        report.narrative[i] = std::move(text);
    }
    report.officers.reset();
    report.agency.contact = {};
    report.agency.short_names.clear();
    report.agency.former_names.clear();
    return report;
}

}  // namespace nianbao
