#include "forms/form_reader.h"

#include <algorithm>

#include "forms/cell_paths.h"
#include "forms/definition_json.h"
#include "unicode/dense_text.h"

namespace nianbao {
namespace {

using definition::Json;
using definition::text;
using definition::word;
using definition::words;

Unit read_unit(const std::string& name) {
    if (name == "count") return Unit::count;
    if (name == "change") return Unit::change;
    if (name == "money") return Unit::money;
    throw DefinitionError("unknown unit " + name);
}

std::vector<Axis> read_axes(const Json& object, const char* key) {
    std::vector<Axis> axes;
    if (!object.contains(key)) return axes;
    for (const Json& node : object.at(key)) {
        Axis axis;
        axis.id = word(node, "id");
        axis.label = {word(node, "label"), word(node, "en")};
        axis.also_written = words(node, "also_written");
        if (node.contains("unit")) axis.unit = read_unit(word(node, "unit"));
        axis.source = text(node, "source");
        axis.children = read_axes(node, "children");
        axes.push_back(std::move(axis));
    }
    return axes;
}

Table read_table(const Json& node) {
    Table table;
    table.id = word(node, "id");
    table.name = text(node, "name");
    table.attachment = text(node, "attachment");
    for (const Json& block : node.at("blocks")) {
        table.blocks.push_back(
            {word(block, "heading"), word(block, "corner"), read_axes(block, "rows"), read_axes(block, "columns")});
    }
    if (!node.contains("paper")) return table;
    const Json& paper = node.at("paper");
    table.own_page = paper.value("own_page", false);
    for (const Json& width : paper.at("widths")) table.widths.push_back(width.get<std::uint16_t>());
    return table;
}

template <typename Items>
int index_of(const Items& items, const std::string& id, const std::string& what) {
    if (id.empty()) return -1;
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
    if (found == items.end()) throw DefinitionError("unknown " + what + " " + id);
    return static_cast<int>(found - items.begin());
}

/// A heading without its ordinal: what stands behind the first 、.
std::u32string name_in(const std::string& heading) {
    const std::u32string codes = read_dense(heading).codes;
    const auto mark = codes.find(U'、');
    return mark == std::u32string::npos ? codes : codes.substr(mark + 1);
}

SectionNames names_of(const std::vector<Section>& sections) {
    SectionNames names;
    const auto add = [&](std::size_t section, const std::string& heading) {
        names.words.add(name_in(heading));
        names.section_of.push_back(static_cast<std::uint16_t>(section));
    };
    for (std::size_t i = 0; i < sections.size(); ++i) {
        add(i, sections[i].heading);
        for (const std::string& other : sections[i].also_written) add(i, other);
    }
    return names;
}

Section read_section(const Json& node, const Form& form) {
    Section section;
    section.id = word(node, "id");
    section.heading = word(node, "heading");
    section.also_written = words(node, "also_written");
    section.name = text(node, "name");
    section.table = index_of(form.tables, word(node, "table"), "table");
    section.extra_items = node.value("extra_items", false);
    return section;
}

Field::Role read_role(const std::string& name) {
    if (name.empty()) return Field::Role::text;
    if (name == "item") return Field::Role::item;
    if (name == "before_table") return Field::Role::before_table;
    if (name == "after_table") return Field::Role::after_table;
    throw DefinitionError("unknown role " + name);
}

Field read_field(const Json& node, const Form& form) {
    Field field;
    field.path = word(node, "path");
    field.section = index_of(form.sections, word(node, "section"), "section");
    field.heading = word(node, "heading");
    field.also_written = words(node, "also_written");
    field.mentioned_by = words(node, "mentioned_by");
    field.title = text(node, "title");
    field.guidance = text(node, "guidance");
    field.takes_plain_text = node.value("takes_plain_text", false);
    field.role = read_role(word(node, "role"));
    return field;
}

void flatten(const std::vector<Axis>& axes, Line& open, std::vector<Line>& lines) {
    for (const Axis& axis : axes) {
        open.path.push_back(&axis);
        if (axis.children.empty()) {
            lines.push_back(open);
        } else {
            flatten(axis.children, open, lines);
        }
        open.path.pop_back();
    }
}

std::vector<Line> flatten(const std::vector<Axis>& axes) {
    std::vector<Line> lines;
    Line open;
    flatten(axes, open, lines);
    return lines;
}

void append_ids(std::string& path, const Line& line) {
    for (const Axis* axis : line.path) {
        if (!axis->id.empty()) path += "/" + axis->id;
    }
}

/// The innermost unit named on the way to a cell; columns before rows.
Unit unit_of(const Line& row, const Line& column) {
    for (const Line* line : {&column, &row}) {
        for (auto axis = line->path.rbegin(); axis != line->path.rend(); ++axis) {
            if ((*axis)->unit) return *(*axis)->unit;
        }
    }
    return Unit::count;
}

void number_cells(Form& form) {
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
        auto& rows = form.rows.emplace_back();
        auto& columns = form.columns.emplace_back();
        form.table_cells.emplace_back();
        for (std::size_t b = 0; b < form.tables[t].blocks.size(); ++b) {
            rows.push_back(flatten(form.tables[t].blocks[b].rows));
            columns.push_back(flatten(form.tables[t].blocks[b].columns));
            for (std::size_t r = 0; r < rows[b].size(); ++r) {
                for (std::size_t c = 0; c < columns[b].size(); ++c) {
                    CellInfo cell{"/" + form.tables[t].id,
                                  static_cast<std::uint8_t>(t),
                                  static_cast<std::uint8_t>(b),
                                  static_cast<std::uint16_t>(r),
                                  static_cast<std::uint16_t>(c),
                                  unit_of(rows[b][r], columns[b][c]),
                                  false};
                    append_ids(cell.path, rows[b][r]);
                    append_ids(cell.path, columns[b][c]);
                    form.table_cells.back().push_back(static_cast<CellId>(form.cells.size()));
                    form.cells.push_back(std::move(cell));
                }
            }
        }
    }
}

/// The columns of a table, those of the row labels included.
std::size_t columns_on_paper(const Form& form, std::size_t table) {
    std::size_t labels = 0, values = 0;
    for (const std::vector<Line>& rows : form.rows[table]) {
        for (const Line& row : rows) {
            const bool labelled =
                std::any_of(row.path.begin(), row.path.end(), [](const Axis* axis) { return !axis->label.zh.empty(); });
            if (labelled) labels = std::max(labels, row.path.size());
        }
    }
    for (const std::vector<Line>& columns : form.columns[table]) values = std::max(values, columns.size());
    return labels + values;
}

void check_widths(const Form& form) {
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
        const auto& widths = form.tables[t].widths;
        if (widths.empty()) continue;
        const std::size_t columns = columns_on_paper(form, t);
        if (widths.size() != columns || std::count(widths.begin(), widths.end(), 0) > 0) {
            throw DefinitionError("table " + form.tables[t].id + " needs " + std::to_string(columns) +
                                  " widths, each above 0");
        }
    }
}

/// The leaf rows of a table that are, or stand below, the row of that id.
std::vector<std::uint16_t> rows_below(const Form& form, std::size_t table, const std::string& id) {
    std::vector<std::uint16_t> found;
    const std::vector<Line>& rows = form.rows[table].front();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].path.front()->id == id) found.push_back(static_cast<std::uint16_t>(i));
    }
    if (found.empty()) throw DefinitionError("unknown row " + id);
    return found;
}

Ledger read_ledger(const Json& node, const Form& form) {
    Ledger ledger;
    const int table = index_of(form.tables, word(node, "table"), "table");
    if (table < 0) throw DefinitionError("a ledger without a table");
    ledger.table = static_cast<std::size_t>(table);
    ledger.received = rows_below(form, ledger.table, word(node, "received")).front();
    ledger.carried_in = rows_below(form, ledger.table, word(node, "carried_in")).front();
    ledger.outcomes = rows_below(form, ledger.table, word(node, "outcomes"));
    ledger.carried_out = rows_below(form, ledger.table, word(node, "carried_out")).front();
    return ledger;
}

KeyFigure read_key_figure(const Json& node, const Form& form) {
    const std::string pattern = word(node, "cells");
    KeyFigure figure{text(node, "name"), cells_at(form, pattern)};
    if (figure.cells.empty()) throw DefinitionError("no cell " + pattern);
    return figure;
}

std::vector<AgencyVocabulary::Entry> read_entries(const Json& list) {
    std::vector<AgencyVocabulary::Entry> entries;
    for (const Json& node : list) entries.push_back({word(node, "id"), text(node)});
    return entries;
}

FigureWords read_figures(const Json& node) {
    return {words(node, "units"),
            words(node, "kept_units"),
            words(node, "counted"),
            words(node, "contact"),
            words(node, "every"),
            words(node, "own_year_before"),
            {}};
}

DraftFields read_fields(const Json& node) {
    DraftFields fields;
    if (node.contains("measures")) {
        const Json& measures = node.at("measures");
        fields.measures_from = definition::words(measures, "from");
        fields.measures_into = definition::word(measures, "into");
        fields.measures_lead = definition::word(measures, "lead");
        fields.measure_mark = definition::word(measures, "mark");
    }
    for (const auto& [path, paragraphs] : node.at("open").items())
        fields.open[path] = paragraphs.get<std::vector<std::string>>();
    return fields;
}

}  // namespace

Form read_form(std::string_view json, const std::string& file) {
    return definition::with_json(json, file, [](const Json& node) {
        Form form;
        form.id = word(node, "id");
        form.name = text(node, "name");
        form.citation = word(node, "citation");
        form.title = word(node, "title");
        form.first_year = node.at("years").value("from", 0);
        form.last_year = node.at("years").value("to", 9999);
        form.offered = node.value("offered", true);
        for (const Json& table : node.at("tables")) form.tables.push_back(read_table(table));
        for (const Json& section : node.at("sections")) form.sections.push_back(read_section(section, form));
        form.section_names = names_of(form.sections);
        for (const Json& field : node.at("fields")) form.fields.push_back(read_field(field, form));
        number_cells(form);
        check_widths(form);
        if (node.contains("ledger")) form.ledger = read_ledger(node.at("ledger"), form);
        if (node.contains("key_figures")) {
            for (const Json& figure : node.at("key_figures")) form.key_figures.push_back(read_key_figure(figure, form));
        }
        return form;
    });
}

RecognitionWords read_recognition_words(std::string_view json, const std::string& file) {
    return definition::with_json(json, file, [](const Json& node) {
        RecognitionWords recognition;
        recognition.subject = word(node, "subject");
        recognition.titles = words(node, "titles");
        recognition.chrome = words(node, "chrome");
        recognition.chrome_within = words(node, "chrome_within");
        recognition.open_cells = words(node, "open_cells");
        recognition.open_places = words(node, "open_places");
        recognition.garbled = words(node, "garbled");
        for (const auto& [read, as] : node.at("variants").items()) recognition.variants[read] = as.get<std::string>();
        return recognition;
    });
}

AgencyVocabulary read_agencies(std::string_view json, const std::string& file) {
    return definition::with_json(json, file, [](const Json& node) {
        AgencyVocabulary vocabulary;
        vocabulary.kinds = read_entries(node.at("kinds"));
        vocabulary.levels = read_entries(node.at("levels"));
        vocabulary.scopes = read_entries(node.at("scopes"));
        for (const Json& ending : node.at("endings")) {
            vocabulary.endings.push_back({word(ending, "text"), word(ending, "kind"), word(ending, "level")});
        }
        for (const Json& marker : node.at("markers")) {
            vocabulary.markers.push_back(
                {word(marker, "text"), word(marker, "level"), words(marker, "unless"), marker.value("leading", false)});
        }
        return vocabulary;
    });
}

Drafting read_drafting(std::string_view text, const std::string& file) {
    return definition::with_json(text, file, [](const Json& root) {
        Drafting drafting;
        drafting.figures = read_figures(root.at("figures"));
        for (const auto& [form, fields] : root.at("forms").items()) drafting.fields[form] = read_fields(fields);
        return drafting;
    });
}

}  // namespace nianbao
