#include "writers/xlsx_writer.h"

#include <algorithm>
#include <set>
#include <vector>

#include "messages/workbook_texts.h"
#include "writers/xlsx/narrative_sheet.h"
#include "writers/xlsx/sheet_text.h"
#include "writers/xlsx/table_sheet.h"
#include "writers/xlsx/workbook.h"

namespace nianbao {
namespace {

/// A grid with the sheet it goes on.
struct PlannedTable {
    const Grid* grid{};
    std::string sheet, heading;
};

const Table* find_table(const Form& form, const std::string& id) {
    const auto found =
        std::find_if(form.tables.begin(), form.tables.end(), [&](const Table& table) { return table.id == id; });
    return found == form.tables.end() ? nullptr : &*found;
}

/// A line before the title of a document that is one table and nothing else: it stands above the heading on its sheet.
std::string mark_of_attachment(const Document& document) {
    std::size_t at = 0;
    const auto is_notice = [](const DocumentBlock& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        return paragraph && paragraph->role == Paragraph::Role::notice;
    };
    while (at < document.blocks.size() && is_notice(document.blocks[at])) ++at;
    if (document.blocks.size() != at + 3) return {};
    const auto* mark = std::get_if<Paragraph>(&document.blocks[at]);
    const bool one_table = std::holds_alternative<Heading>(document.blocks[at + 1]) &&
                           std::holds_alternative<Grid>(document.blocks[at + 2]);
    return mark && one_table ? plain_text(*mark) : std::string();
}

/// The heading that stands before each table goes above it on its sheet, too.
std::vector<PlannedTable> plan_tables(const Document& document, const Form& form, std::set<std::string>& taken) {
    std::vector<PlannedTable> tables;
    std::string heading, section;
    for (const DocumentBlock& block : document.blocks) {
        if (const auto* above = std::get_if<Heading>(&block)) {
            if (above->level <= 2) heading = plain_text(above->text);
            if (above->level == 2) section = heading;
        } else if (const auto* grid = std::get_if<Grid>(&block)) {
            const Table* table = find_table(form, grid->table);
            const std::string wanted = table ? table->name.zh : section;
            const std::string name = xlsx::sheet_name(wanted, workbook_texts::other_sheet, taken);
            tables.push_back({grid, name, heading.empty() && table ? table->attachment.zh : heading});
        }
    }
    return tables;
}

/// A heading with nothing below it but its table is on the table's sheet already.
bool needs_narrative(const Document& document) {
    bool waits_for_table = false;
    for (const DocumentBlock& block : document.blocks) {
        if (std::holds_alternative<Grid>(block)) {
            waits_for_table = false;
        } else if (const auto* heading = std::get_if<Heading>(&block)) {
            if (waits_for_table && heading->level <= 2) return true;
            waits_for_table = waits_for_table || heading->level > 1;
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            if (paragraph->role != Paragraph::Role::notice) return true;
        }
    }
    const bool has_tables = std::any_of(document.blocks.begin(), document.blocks.end(),
                                        [](const DocumentBlock& block) { return std::holds_alternative<Grid>(block); });
    return waits_for_table || !has_tables;
}

}  // namespace

std::string write_xlsx(const Document& document, const Form& form) {
    std::set<std::string> taken;
    const std::string mark = mark_of_attachment(document);
    const bool narrative = mark.empty() && needs_narrative(document);
    const std::string first = xlsx::sheet_name(workbook_texts::narrative_sheet, workbook_texts::narrative_sheet, taken);
    const std::vector<PlannedTable> tables = plan_tables(document, form, taken);

    xlsx::Workbook workbook({document.title, document.agency, document.year});
    for (const auto& [name, value] : document.properties) {
        workbook.set_property(std::string(workbook_texts::property_prefix) + name, value);
    }
    if (narrative) {
        std::vector<std::string> sheets;
        sheets.reserve(tables.size());
        for (const PlannedTable& table : tables) sheets.push_back(table.sheet);
        write_narrative_sheet(workbook.add_sheet(first), document, sheets);
    }
    for (const PlannedTable& table : tables) {
        const TableCaption caption{table.heading, xlsx::header_text(document.title), document.draft, mark};
        write_table_sheet(workbook.add_sheet(table.sheet), *table.grid, form, caption);
    }
    return workbook.bytes();
}

}  // namespace nianbao
