#include "messages/finding_text.h"

#include <algorithm>

#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Arguments = std::map<std::string, std::string>;

/// `≥5` as 至少5.
std::string number_text(const std::string& number, Language language) {
    for (const auto& [sign, text] : {std::pair{"≥", &phrases::at_least}, std::pair{"≤", &phrases::at_most}}) {
        const std::string mark = sign;
        if (number.starts_with(mark)) return fill_in(text->in(language), {{"number", number.substr(mark.size())}});
    }
    return number;
}

std::string value_text(const Cell& value, Language language) {
    if (const Amount* amount = number_in(value)) return to_string(*amount);
    return phrases::not_filled_in.in(language);
}

std::string part_text(const Diagnostic::Part& part, Language language) {
    return part.least && !number_in(part.value) ? number_text("≥" + to_string(*part.least), language)
                                                : value_text(part.value, language);
}

std::string actual_text(const std::string& actual, Language language) {
    return actual.empty() ? phrases::not_filled_in.in(language) : made_visible(number_text(actual, language));
}

/// The sum of some parts; 至少N where one of them is open.
std::string sum_text(const std::vector<Diagnostic::Part>& parts, int sign, Language language) {
    Amount sum;
    bool open = false;
    for (const auto& part : parts) {
        if (part.sign != sign) continue;
        if (const Amount* amount = number_in(part.value)) {
            sum = sum + *amount;
        } else {
            sum = sum + part.least.value_or(Amount{});
            open = true;
        }
    }
    return open ? number_text("≥" + to_string(sum), language) : to_string(sum);
}

/// 41＋6＋0: the terms that do not stand on the side of the cell told. Of many, the zeros are left out.
std::string parts_text(const Diagnostic& diagnostic, Language language) {
    constexpr std::size_t many = 8;
    int told_sign = 0;
    for (const auto& part : diagnostic.parts) {
        if (part.cell == diagnostic.at.index) told_sign = part.sign;
    }
    std::vector<std::string> all;
    std::vector<std::string> nonzero;
    for (const auto& part : diagnostic.parts) {
        if (part.sign == told_sign) continue;
        all.push_back(part_text(part, language));
        const Amount* amount = number_in(part.value);
        if (!amount || !is_zero(*amount)) nonzero.push_back(all.back());
    }
    const auto& shown = all.size() > many && !nonzero.empty() ? nonzero : all;
    std::string text;
    for (const std::string& number : shown)
        text += (text.empty() ? "" : language == Language::zh ? "＋" : " + ") + number;
    return text;
}

void add_relation_arguments(const Diagnostic& diagnostic, Language language, Arguments& arguments) {
    if (diagnostic.parts.empty()) return;
    for (std::size_t i = 0; i < diagnostic.parts.size(); ++i) {
        arguments["t" + std::to_string(i + 1)] = part_text(diagnostic.parts[i], language);
    }
    arguments["parts"] = parts_text(diagnostic, language);
    arguments["left"] = sum_text(diagnostic.parts, 1, language);
    arguments["right"] = sum_text(diagnostic.parts, -1, language);
}

/// 本年新收51件、加上年结转56件: what a phrase might have meant.
std::string readings_text(const Diagnostic& diagnostic, Language language) {
    std::string text;
    for (const auto& reading : diagnostic.readings) {
        std::string names;
        for (const Text& name : reading.names)
            names += (names.empty() ? "" : phrases::between_readings.in(language)) + name.in(language);
        const Text& phrase = reading.names.size() > 1 ? phrases::readings_together : phrases::reading;
        text += (text.empty() ? "" : phrases::between_readings.in(language)) +
                fill_in(phrase.in(language), {{"names", names}, {"value", number_text(reading.value, language)}});
    }
    return text;
}

std::string quoted_list(const std::vector<std::string>& labels) {
    std::string list;
    for (const std::string& label : labels) list += (list.empty() ? "“" : "、“") + within_quotes(label) + "”";
    return list;
}

/// Missing rows or columns by their labels; a group of which every line is missing is named once.
std::string missing_lines(const Diagnostic& diagnostic, const Form& form, bool rows) {
    std::vector<std::string> labels;
    for (const CellId cell : diagnostic.cells) {
        const Line& line = rows ? form.row_of(cell) : form.column_of(cell);
        const Axis* group = line.path.size() > 1 ? line.path[line.path.size() - 2] : nullptr;
        const auto in_group = [&](CellId other) {
            const Line& its = rows ? form.row_of(other) : form.column_of(other);
            return its.path.size() > 1 && its.path[its.path.size() - 2] == group;
        };
        const auto inputs = static_cast<std::ptrdiff_t>(
            !group ? 0 : std::count_if(group->children.begin(), group->children.end(), [](const Axis& a) {
                return a.children.empty();
            }));
        const auto missing = std::count_if(diagnostic.cells.begin(), diagnostic.cells.end(), in_group);
        const bool whole = group && !group->id.empty() && missing >= inputs - 1 && missing > 1;
        std::string label = whole ? group->label.zh : rows ? row_label(form, cell) : column_label(form, cell);
        if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(std::move(label));
    }
    return quoted_list(labels);
}

void add_cell_arguments(CellId cell, const Form& form, Language language, Arguments& arguments) {
    arguments["table"] = form.tables[form.cells[cell].table].name.in(language);
    arguments["row"] = within_quotes(row_label(form, cell));
    arguments["column"] = within_quotes(column_label(form, cell));
    arguments["cell"] = cell_label(form, cell, language);
}

void add_form_arguments(const Diagnostic& diagnostic, const Form& form, Language language, Arguments& arguments) {
    const Address& at = diagnostic.at;
    arguments["citation"] = form.citation;
    if (const int section = section_of(at, form); section >= 0) {
        arguments["section"] = form.sections[static_cast<std::size_t>(section)].heading;
        arguments["part"] = form.sections[static_cast<std::size_t>(section)].name.in(language);
    } else if (at.kind == Address::Kind::field) {
        arguments["section"] = arguments["part"] = form.fields[at.index].title.in(language);
    }
    if (at.kind == Address::Kind::identity) {
        arguments["section"] = arguments["part"] = phrases::particulars.in(language);
    }
    if (at.kind == Address::Kind::field) arguments["field"] = form.fields[at.index].title.in(language);
    if (at.kind == Address::Kind::table) arguments["table"] = form.tables[at.index].name.in(language);
    if (at.kind == Address::Kind::cell) add_cell_arguments(at.index, form, language, arguments);
    if (at.kind != Address::Kind::cell && !diagnostic.parts.empty())
        add_cell_arguments(diagnostic.parts.front().cell, form, language, arguments);
    if (!diagnostic.cells.empty()) {
        arguments["rows"] = missing_lines(diagnostic, form, true);
        arguments["columns"] = missing_lines(diagnostic, form, false);
    }
}

Arguments arguments_of(const Diagnostic& diagnostic, const FindingContext& context, Language language) {
    Arguments arguments;
    for (const auto& [name, value] : diagnostic.arguments) arguments[name] = made_visible(number_text(value, language));
    if (!diagnostic.excerpt.empty()) arguments["excerpt"] = made_visible(diagnostic.excerpt);
    if (diagnostic.actual) arguments["actual"] = actual_text(*diagnostic.actual, language);
    if (diagnostic.expected) arguments["expected"] = made_visible(number_text(*diagnostic.expected, language));
    add_relation_arguments(diagnostic, language, arguments);
    if (!diagnostic.readings.empty()) arguments["readings"] = readings_text(diagnostic, language);
    if (context.form) add_form_arguments(diagnostic, *context.form, language, arguments);
    if (context.report) {
        arguments["agency"] = made_visible(context.report->agency.name);
        arguments["year"] = std::to_string(context.report->year);
        arguments["last_year"] = std::to_string(context.report->year - 1);
        arguments["next_year"] = std::to_string(context.report->year + 1);
    }
    return arguments;
}

std::string suspect_remark(const Diagnostic& diagnostic, const FindingContext& context, Language language) {
    const Form& form = *context.form;
    const CellId cell = *diagnostic.suspect;
    return fill_in(phrases::suspect.in(language), {{"table", form.tables[form.cells[cell].table].name.in(language)},
                                                   {"cell", cell_label(form, cell, language)},
                                                   {"actual", value_text(context.report->cells[cell], language)},
                                                   {"wanted", to_string(*diagnostic.suspect_value)}});
}

/// A few of the cells a finding about a table speaks of.
std::string cells_remark(const Diagnostic& diagnostic, const Form& form, Language language) {
    constexpr std::size_t most = 3;
    std::string list;
    for (std::size_t i = 0; i < std::min(most, diagnostic.cells.size()); ++i) {
        list += (i == 0                     ? ""
                 : language == Language::zh ? "；"
                                            : "; ") +
                cell_label(form, diagnostic.cells[i], language);
    }
    if (diagnostic.cells.size() > most) list += phrases::and_more.in(language);
    return fill_in(phrases::for_example.in(language), {{"cells", list}});
}

template <typename Map>
const Text* variant_or_plain(const Map& map, const std::string& variant) {
    auto found = map.find(variant);
    if (found == map.end()) found = map.find("");
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

const Text& severity_text(Severity severity) {
    switch (severity) {
        case Severity::error:
            return phrases::severity_error;
        case Severity::warning:
            return phrases::severity_warning;
        case Severity::info:
            return phrases::severity_info;
        case Severity::off:
            break;
    }
    return phrases::severity_off;
}

const Text& basis_text(BasisKind kind) {
    switch (kind) {
        case BasisKind::stated:
            return phrases::basis_stated;
        case BasisKind::implied:
            return phrases::basis_implied;
        case BasisKind::law:
            return phrases::basis_law;
        case BasisKind::practice:
            return phrases::basis_practice;
        case BasisKind::local:
            return phrases::basis_local;
        case BasisKind::format:
            break;
    }
    return phrases::basis_format;
}

std::string source_of(const Rule& rule, const Form* form, Language language) {
    return form ? fill_in(rule.basis.source.in(language), {{"citation", form->citation}})
                : rule.basis.source.in(language);
}

FindingText describe(const Diagnostic& diagnostic, const FindingContext& context, Language language) {
    FindingText text;
    const Rule* rule = context.catalogue.find(diagnostic.code);
    if (!rule) return {diagnostic.code, {}, {}, {}, {}};
    const Arguments arguments = arguments_of(diagnostic, context, language);
    if (const Text* message = variant_or_plain(rule->messages, diagnostic.variant)) {
        text.message = fill_in(message->in(language), arguments);
    }
    const auto hint = rule->hints.find(diagnostic.variant);
    text.hint = fill_in((hint == rule->hints.end() ? rule->hint : hint->second).in(language), arguments);
    text.basis_kind = basis_text(rule->basis.kind).in(language);
    text.basis = source_of(*rule, context.form, language);
    const bool told_elsewhere = diagnostic.suspect && !(diagnostic.at == at_cell(*diagnostic.suspect));
    if (told_elsewhere && context.form && context.report) {
        text.hint = suspect_remark(diagnostic, context, language);  // the rule's own advice takes the parts for right
    }
    if (!diagnostic.cells.empty() && diagnostic.variant != "rows" && diagnostic.variant != "columns" && context.form) {
        text.remarks.push_back(cells_remark(diagnostic, *context.form, language));
    }
    return text;
}

}  // namespace nianbao
