#include "messages/labels.h"

#include <algorithm>
#include <array>

#include "messages/phrases.h"

namespace nianbao {
namespace {

/// The last `count` labels of a line that are not empty, joined.
std::string tail_label(const Line& line, std::size_t count) {
    std::string label;
    for (std::size_t i = line.path.size() - std::min(count, line.path.size()); i < line.path.size(); ++i) {
        const std::string& part = line.path[i]->label.zh;
        if (part.empty()) continue;
        label += (label.empty() ? "" : "·") + part;
    }
    return label;
}

std::string telling_label(const std::vector<Line>& lines, std::size_t index) {
    for (std::size_t count = 1; count <= lines[index].path.size(); ++count) {
        const std::string label = tail_label(lines[index], count);
        const auto same =
            std::count_if(lines.begin(), lines.end(), [&](const Line& l) { return tail_label(l, count) == label; });
        if (same == 1) return label;
    }
    return tail_label(lines[index], lines[index].path.size());
}

std::string identity_pointer(std::uint16_t index) {
    constexpr std::array<const char*, static_cast<std::size_t>(Identity::count_)> pointers{"/form",
                                                                                           "/agency/name",
                                                                                           "/agency/kind",
                                                                                           "/agency/level",
                                                                                           "/agency/scope",
                                                                                           "/agency/short_names",
                                                                                           "/agency/former_names",
                                                                                           "/agency/contact",
                                                                                           "/year",
                                                                                           "/title",
                                                                                           "/published",
                                                                                           "/document_number",
                                                                                           "/officers"};
    return pointers.at(index);
}

std::string section_pointer(const Section& section, const Form& form) {
    return section.table >= 0 ? "/" + form.tables[static_cast<std::size_t>(section.table)].id
                              : "/narrative/" + section.id;
}

}  // namespace

std::string row_label(const Form& form, CellId cell) {
    const CellInfo& info = form.cells[cell];
    return telling_label(form.rows[info.table][info.block], info.row);
}

std::string column_label(const Form& form, CellId cell) {
    const CellInfo& info = form.cells[cell];
    return telling_label(form.columns[info.table][info.block], info.column);
}

std::string within_quotes(std::string label) {
    for (const auto& [outer, inner] : {std::pair{"“", "‘"}, std::pair{"”", "’"}}) {
        for (auto at = label.find(outer); at != std::string::npos; at = label.find(outer, at))
            label.replace(at, std::string_view(outer).size(), inner);
    }
    return label;
}

std::string cell_label(const Form& form, CellId cell, Language language) {
    const CellInfo& info = form.cells[cell];
    const std::string row = within_quotes(row_label(form, cell));
    const std::string column = within_quotes(column_label(form, cell));
    const bool lone_column = form.columns[info.table][info.block].size() == 1;
    if (row.empty() || lone_column)
        return fill_in(phrases::only_row.in(language), {{"row", row.empty() ? column : row}});
    return fill_in(phrases::row_and_column.in(language), {{"row", row}, {"column", column}});
}

std::string figure_text(const Cell& cell, const std::string& note, Language language) {
    std::string value = phrases::not_filled_in.in(language);
    if (const Amount* amount = number_in(cell)) value = to_string(*amount);
    if (const Mark* mark = std::get_if<Mark>(&cell)) value = mark->written;
    return note.empty() ? value : fill_in(phrases::figure_and_note.in(language), {{"value", value}, {"note", note}});
}

std::string homeless_reason(const HomelessFigure& figure, Language language) {
    if (figure.why == HomelessFigure::Why::joined) return phrases::converted_parts_open.in(language);
    if (figure.why == HomelessFigure::Why::divided)
        return fill_in(phrases::converted_whole_only.in(language), {{"count", std::to_string(figure.parts)}});
    const std::string& reason = figure.reason.in(language);
    return reason.empty() ? phrases::converted_no_home.in(language) : reason;
}

std::string identity_label(Identity what, Language language) {
    using namespace phrases;
    const std::array<const Text*, static_cast<std::size_t>(Identity::count_)> labels{
        &particular_form,    &particular_name,        &particular_kind,         &particular_level,
        &particular_scope,   &particular_short_names, &particular_former_names, &particular_contact,
        &particular_year,    &particular_title,       &particular_published,    &particular_document_number,
        &particular_officers};
    return labels.at(static_cast<std::size_t>(what))->in(language);
}

std::string report_label(const ComparedReport& report, Language language) {
    const std::map<std::string, std::string> arguments{{"agency", report.agency},
                                                       {"year", std::to_string(report.year)}};
    switch (report.told_by) {
        case ComparedReport::ToldBy::year:
            return fill_in(phrases::compare_year.in(language), arguments);
        case ComparedReport::ToldBy::agency:
            return report.agency;
        case ComparedReport::ToldBy::agency_and_year:
            return fill_in(phrases::compare_agency_and_year.in(language), arguments);
        case ComparedReport::ToldBy::name:
            break;
    }
    return report.name;
}

std::string comparison_title(const Comparison& comparison, Language language) {
    constexpr std::size_t most_named = 3;
    const ComparedReport& first = comparison.reports.front();
    std::string labels;
    for (const ComparedReport& report : comparison.reports)
        labels += (labels.empty() ? "" : phrases::compare_between_texts.in(language)) + report_label(report, language);
    if (comparison.reports.size() > most_named) {
        labels =
            fill_in(phrases::compare_many_labels.in(language),
                    {{"label", report_label(first, language)}, {"count", std::to_string(comparison.reports.size())}});
    }
    const bool of_years = first.told_by == ComparedReport::ToldBy::year;
    const Text& title = of_years ? phrases::compare_title_of_years : phrases::compare_title_of_others;
    return fill_in(title.in(language), {{"agency", first.agency}, {"labels", labels}});
}

int section_of(const Address& at, const Form& form) {
    const auto of_table = [&](int table) {
        for (std::size_t i = 0; i < form.sections.size(); ++i) {
            if (form.sections[i].table == table) return static_cast<int>(i);
        }
        return -1;
    };
    switch (at.kind) {
        case Address::Kind::section:
            return at.index;
        case Address::Kind::field:
            return form.fields[at.index].section;
        case Address::Kind::table:
            return of_table(at.index);
        case Address::Kind::cell:
            return of_table(form.cells[at.index].table);
        case Address::Kind::other:
            for (std::size_t i = 0; i < form.sections.size(); ++i) {
                if (form.sections[i].extra_items) return static_cast<int>(i);
            }
            return -1;
        default:
            return -1;
    }
}

std::vector<std::string> label_path(const Address& at, const Form& form, const Report& report) {
    std::vector<std::string> path;
    const auto add = [&](const std::string& label) {
        if (!label.empty()) path.push_back(label);
    };
    if (const int section = section_of(at, form); section >= 0)
        add(form.sections[static_cast<std::size_t>(section)].heading);
    if (at.kind == Address::Kind::field) {
        add(form.fields[at.index].heading.empty() && path.empty() ? form.fields[at.index].title.zh
                                                                  : form.fields[at.index].heading);
    } else if (at.kind == Address::Kind::other && at.index < report.others.size()) {
        add(report.others[at.index].heading);
    } else if (at.kind == Address::Kind::cell) {
        const CellInfo& info = form.cells[at.index];
        add(form.tables[info.table].blocks[info.block].heading);
        for (const Axis* axis : form.row_of(at.index).path) add(axis->label.zh);
        add(column_label(form, at.index));
    }
    return path;
}

std::string pointer_to(const Address& at, const Form& form) {
    switch (at.kind) {
        case Address::Kind::whole:
            return {};
        case Address::Kind::identity:
            return identity_pointer(at.index);
        case Address::Kind::section:
            return section_pointer(form.sections[at.index], form);
        case Address::Kind::field:
            return form.fields[at.index].path + "/" + std::to_string(at.paragraph);
        case Address::Kind::other: {
            const int section = section_of(at, form);
            return "/narrative/" + form.sections[static_cast<std::size_t>(section)].id + "/others/" +
                   std::to_string(at.index) + "/text/" + std::to_string(at.paragraph);
        }
        case Address::Kind::table:
            return "/" + form.tables[at.index].id;
        case Address::Kind::cell:
            return form.cells[at.index].path;
    }
    return {};
}

std::string sheet_cell_name(const SheetPlace& place) {
    std::string column;
    for (unsigned left = place.column; left > 0; left = (left - 1) / 26) {
        column.insert(column.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return column + std::to_string(place.row);
}

std::string place_text(const Place& place, const std::vector<std::string>& sheets, Language language) {
    if (const auto* text = std::get_if<TextPlace>(&place)) {
        return fill_in(phrases::line_and_column.in(language),
                       {{"line", std::to_string(text->line)}, {"column", std::to_string(text->column)}});
    }
    if (const auto* sheet = std::get_if<SheetPlace>(&place)) {
        const std::string name = sheet->sheet < sheets.size() ? sheets[sheet->sheet] : std::string{};
        return fill_in(phrases::sheet_and_cell.in(language), {{"sheet", name}, {"cell", sheet_cell_name(*sheet)}});
    }
    if (const auto* grid = std::get_if<GridPlace>(&place)) {
        return fill_in(phrases::table_row_column.in(language), {{"table", std::to_string(grid->table)},
                                                                {"row", std::to_string(grid->row)},
                                                                {"column", std::to_string(grid->column)}});
    }
    if (const auto* paragraph = std::get_if<ParagraphPlace>(&place)) {
        return fill_in(phrases::paragraph_number.in(language), {{"paragraph", std::to_string(paragraph->paragraph)}});
    }
    if (const auto* line = std::get_if<PagePlace>(&place)) {
        return fill_in(phrases::page_and_line.in(language),
                       {{"page", std::to_string(line->page)}, {"line", std::to_string(line->line)}});
    }
    return {};
}

}  // namespace nianbao
