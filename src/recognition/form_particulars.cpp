#include "recognition/form_particulars.h"

#include <algorithm>

#include "messages/form_workbook_texts.h"
#include "narrative/calendar.h"
#include "narrative/paragraphs.h"
#include "recognition/label_match.h"
#include "recognition/narrative_lines.h"
#include "recognition/sheet_value.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace texts = form_workbook_texts;
using texts::Particular;

bool is_label(const std::u32string& key, std::string_view label) { return key == label_key(label); }

/// Columns by their heads; the hints may have been left out.
struct ParticularColumns {
    std::uint32_t value{};
    std::optional<std::uint32_t> hint;
};

/// Of a row with 填写 and one of the other heads.
std::optional<ParticularColumns> columns_of(const LabelGrid& grid) {
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        std::optional<std::uint32_t> value, hint;
        bool has_items = false;
        for (const LabelCell* cell : grid.labels_of_row(row)) {
            if (is_label(cell->key, texts::head_value)) value = cell->at.column;
            if (is_label(cell->key, texts::head_hint)) hint = cell->at.column;
            has_items |= is_label(cell->key, texts::head_particular);
        }
        if (value && (has_items || hint)) return ParticularColumns{*value, hint};
    }
    return std::nullopt;
}

/// What stands behind a number to make a year of it, taken away.
std::string without_year_word(std::string value) {
    for (const std::string_view word : {"年度", "年"}) {
        if (!value.ends_with(word)) continue;
        value.resize(value.size() - word.size());
        return trimmed(value);
    }
    return value;
}

/// A row that begins with a known label, and where its value stands.
struct LabelledRow {
    std::uint32_t row{}, value_column{};
};

class ParticularsReader {
public:
    ParticularsReader(const IndexedSheet& sheet, const Statute& statute, const Form& form, Reading& reading,
                      std::vector<Diagnostic>& problems)
        : sheet_(sheet),
          statute_(statute),
          form_(form),
          reading_(reading),
          problems_(problems),
          columns_(columns_of(sheet.grid)) {}

    std::vector<TableStatement> read() {
        reading_.report.officers.emplace();
        std::vector<TableStatement> statements(form_.tables.size());
        for (std::uint32_t row = 0; row < sheet_.grid.rows(); ++row) {
            for (const LabelCell* label : sheet_.grid.labels_of_row(row)) {
                if (label->at.row == row && read_row(*label, statements)) break;
            }
        }
        tell_unplaced(unplaced_, sheet_, reading_);
        return statements;
    }

private:
    bool read_row(const LabelCell& label, std::vector<TableStatement>& statements) {
        if (columns_ && label.at.column >= columns_->value) return false;
        const LabelledRow at{label.at.row,
                             columns_ ? columns_->value : sheet_.grid.end_of(label.at.row, label.at.column)};
        for (const texts::ParticularText& particular : texts::particulars) {
            if (!is_label(label.key, particular.label)) continue;
            take(particular, at);
            find_unplaced(at, particular.hint);
            return true;
        }
        for (std::size_t t = 0; t < form_.tables.size(); ++t) {
            const std::string wanted = form_.tables[t].name.zh + std::string(texts::has_data_suffix);
            if (!is_label(label.key, wanted)) continue;
            statements[t] = read_statement(at, wanted);
            find_unplaced(at, texts::choice_hint);
            return true;
        }
        return false;
    }

    /// Text right of an open value; where the form has a hint, another one may stand too.
    void find_unplaced(const LabelledRow& at, std::string_view hint) {
        const SheetCell* value = sheet_.find(at.row, at.value_column);
        if (value && (!value->value.text.empty() || !value->formula.empty())) return;
        for (const LabelCell* cell : sheet_.grid.labels_of_row(at.row)) {
            const std::uint32_t column = cell->at.column;
            if (cell->at.row != at.row || column <= at.value_column) continue;
            if (columns_ && columns_->hint == column && !hint.empty() && !is_choice(cell->text)) continue;
            if (!is_hint(cell->text, hint)) unplaced_.push_back({at.row, column, cell->text});
        }
    }

    static bool is_choice(const std::string& text) {
        return trimmed(text) == texts::has_data || trimmed(text) == texts::has_none;
    }

    TableStatement read_statement(const LabelledRow& at, const std::string& name) {
        TableStatement statement{std::nullopt, sheet_.place(at.row, at.value_column)};
        const std::string value = value_at(name, at, reading_.notes);
        if (value == texts::has_data) statement.has_data = true;
        if (value == texts::has_none) statement.has_data = false;
        if (!value.empty() && !statement.has_data) {
            Diagnostic& wrong = problem("choice", name, at);
            wrong.actual = shortened(value, 40);
            wrong.arguments["known"] = std::string(texts::has_data) + "、" + std::string(texts::has_none);
        }
        return statement;
    }

    void take(const texts::ParticularText& particular, const LabelledRow& at) {
        Report& report = reading_.report;
        const std::string value = line_at(particular, at);
        switch (particular.what) {
            case Particular::name:
                return put(Identity::name, at, report.agency.name, value);
            case Particular::year:
                return take_year(particular, at, value);
            case Particular::kind:
                return take_choice(particular, at, Identity::kind, report.agency.kind, statute_.agencies.kinds, value);
            case Particular::level:
                return take_choice(particular, at, Identity::level, report.agency.level, statute_.agencies.levels,
                                   value);
            case Particular::scope:
                return take_choice(particular, at, Identity::scope, report.agency.scope, statute_.agencies.scopes,
                                   value);
            case Particular::short_names:
                return take_names(at, Identity::short_names, report.agency.short_names, value);
            case Particular::former_names:
                return take_names(at, Identity::former_names, report.agency.former_names, value);
            case Particular::title:
                return put(Identity::title, at, report.title, value);
            case Particular::document_number:
                return put(Identity::document_number, at, report.document_number, value);
            case Particular::published:
                return take_date(particular, at, value);
            default:
                return take_person(particular.what, at, value);
        }
    }

    void take_person(Particular what, const LabelledRow& at, const std::string& value) {
        Contact& contact = reading_.report.agency.contact;
        Officers& officers = *reading_.report.officers;
        switch (what) {
            case Particular::address:
                return put(Identity::contact, at, contact.address, value);
            case Particular::postcode:
                return put(Identity::contact, at, contact.postcode, value);
            case Particular::telephone:
                return put(Identity::contact, at, contact.telephone, value);
            case Particular::website:
                return put(Identity::contact, at, contact.website, value);
            case Particular::leader:
                return put(Identity::officers, at, officers.leader, value);
            case Particular::reviewer:
                return put(Identity::officers, at, officers.reviewer, value);
            default:
                return put(Identity::officers, at, officers.clerk, value);
        }
    }

    /// A value with its fault told among `faults`.
    std::string value_at(std::string_view key, const LabelledRow& at, std::vector<Diagnostic>& faults) {
        const CellText text = text_of_cell(sheet_.book, sheet_.find(at.row, at.value_column));
        if (text.fault != CellText::Fault::none) {
            faults.push_back(fault_of(text, sheet_, at.row, at.value_column));
            faults.back().arguments["key"] = std::string(key);
        }
        return trimmed(text.text);
    }

    /// Without name or year there is no report, so what is wrong with them is a problem; a stale one is a note.
    std::string line_at(const texts::ParticularText& particular, const LabelledRow& at) {
        const bool required = particular.what == Particular::name || particular.what == Particular::year;
        const CellText text = text_of_cell(sheet_.book, sheet_.find(at.row, at.value_column));
        const bool fatal = required && text.fault != CellText::Fault::stale;
        std::string value = value_at(particular.label, at, fatal ? problems_ : reading_.notes);
        if (find_control(value) || value.find('\n') != std::string::npos) problem("control", particular.label, at);
        return value;
    }

    void place(Identity what, const LabelledRow& at) {
        Origin& origin = reading_.provenance.identity[static_cast<std::size_t>(what)];
        if (std::holds_alternative<std::monostate>(origin.place)) origin.place = sheet_.place(at.row, at.value_column);
    }

    void put(Identity what, const LabelledRow& at, std::string& target, const std::string& value) {
        place(what, at);
        target = value;
    }

    void take_year(const texts::ParticularText& particular, const LabelledRow& at, const std::string& value) {
        place(Identity::year, at);
        if (value.empty()) return;
        const auto number = read_written_number(without_year_word(value), Unit::count);
        if (!number || !is_integer(number->number)) {
            problem("year", particular.label, at).actual = shortened(value, 40);
        } else if (number->number.units < first_report_year || number->number.units > last_report_year) {
            Diagnostic& wrong = problem("year", particular.label, at);
            wrong.code = "i.limit";
            wrong.actual = shortened(value, 40);
            wrong.expected = std::to_string(first_report_year) + "–" + std::to_string(last_report_year);
        } else {
            reading_.report.year = static_cast<int>(number->number.units);
        }
    }

    void take_choice(const texts::ParticularText& particular, const LabelledRow& at, Identity what, std::string& target,
                     const std::vector<AgencyVocabulary::Entry>& choices, const std::string& value) {
        place(what, at);
        if (value.empty()) return;
        std::string known;
        for (const AgencyVocabulary::Entry& choice : choices) {
            if (value == choice.name.zh || value == choice.id) {
                target = choice.id;
                return;
            }
            known += (known.empty() ? "" : "、") + choice.name.zh;
        }
        Diagnostic& wrong = problem("choice", particular.label, at);
        wrong.actual = shortened(value, 40);
        wrong.arguments["known"] = known;
    }

    void take_names(const LabelledRow& at, Identity what, std::vector<std::string>& target, const std::string& value) {
        place(what, at);
        std::size_t begin = 0;
        while (begin <= value.size()) {
            const std::size_t end = std::min(value.find(texts::separator_of_names, begin), value.size());
            std::string name = trimmed(value.substr(begin, end - begin));
            if (!name.empty()) target.push_back(std::move(name));
            begin = end + texts::separator_of_names.size();
        }
    }

    /// A number is a date too, even where the cell was not formatted as one.
    void take_date(const texts::ParticularText& particular, const LabelledRow& at, const std::string& value) {
        place(Identity::published, at);
        if (value.empty()) return;
        const SheetCell* cell = sheet_.find(at.row, at.value_column);
        const bool serial = cell && cell->value.kind == SheetValue::Kind::number;
        const auto date = serial ? date_of_serial(sheet_.book, cell->value.text) : read_date(value);
        if (date) {
            reading_.report.published = *date;
        } else {
            problem("date", particular.label, at).actual = shortened(value, 40);
        }
    }

    Diagnostic& problem(const char* variant, std::string_view key, const LabelledRow& at) {
        Diagnostic& added = problems_.emplace_back();
        added.code = "i.type";
        added.variant = variant;
        added.arguments["key"] = std::string(key);
        set_place(added, sheet_, at.row, at.value_column);
        return added;
    }

    const IndexedSheet& sheet_;
    const Statute& statute_;
    const Form& form_;
    Reading& reading_;
    std::vector<Diagnostic>& problems_;
    std::optional<ParticularColumns> columns_;
    std::vector<UnplacedText> unplaced_;
};

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += name + '\n';
    return text;
}

std::vector<std::string> values_of(const Report& report, const std::vector<TableStatement>& statements) {
    const Agency& agency = report.agency;
    const Officers officers = report.officers.value_or(Officers{});
    std::vector<std::string> values{agency.name,
                                    report.year == 0 ? std::string() : std::to_string(report.year),
                                    agency.kind,
                                    agency.level,
                                    agency.scope,
                                    joined(agency.short_names),
                                    joined(agency.former_names),
                                    report.title,
                                    report.document_number,
                                    report.published,
                                    agency.contact.address,
                                    agency.contact.postcode,
                                    agency.contact.telephone,
                                    agency.contact.website,
                                    officers.leader,
                                    officers.reviewer,
                                    officers.clerk};
    for (const TableStatement& statement : statements)
        values.emplace_back(!statement.has_data   ? std::string_view()
                            : *statement.has_data ? texts::has_data
                                                  : texts::has_none);
    return values;
}

}  // namespace

bool is_particulars_sheet(const LabelGrid& grid) {
    constexpr int enough = 3;
    int found = 0;
    for (std::uint32_t row = 0; row < grid.rows() && found < enough; ++row) {
        const auto labels = grid.labels_of_row(row);
        found += std::any_of(texts::particulars.begin(), texts::particulars.end(),
                             [&](const texts::ParticularText& particular) {
                                 return !labels.empty() && is_label(labels.front()->key, particular.label);
                             })
                     ? 1
                     : 0;
    }
    return found == enough;
}

std::vector<TableStatement> read_particulars(const IndexedSheet& sheet, const Statute& statute, const Form& form,
                                             Reading& reading, std::vector<Diagnostic>& problems) {
    return ParticularsReader(sheet, statute, form, reading, problems).read();
}

bool says_nothing_else(const IndexedSheet& copy, const Statute& statute, const Form& form, const Reading& reading,
                       const std::vector<TableStatement>& statements) {
    Reading other = empty_reading(form);
    std::vector<Diagnostic> problems;
    const std::vector<TableStatement> stated = read_particulars(copy, statute, form, other, problems);
    const std::vector<std::string> said = values_of(other.report, stated);
    const std::vector<std::string> known = values_of(reading.report, statements);
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (!said[i].empty() && said[i] != known[i]) return false;
    }
    return problems.empty();
}

}  // namespace nianbao
