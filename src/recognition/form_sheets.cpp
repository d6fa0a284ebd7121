#include "recognition/form_sheets.h"

#include <algorithm>
#include <charconv>

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

std::string text_at(const IndexedSheet& sheet, std::uint32_t row, std::uint32_t column) {
    const SheetCell* cell = sheet.sheet().find(row + 1, static_cast<std::uint16_t>(column + 1));
    return cell ? cell->value.text : std::string();
}

/// A row that begins with a known label, and where its value stands.
struct LabelledRow {
    std::uint32_t row{}, value_column{};
};

/// The place of the value is between the label and the hint, whatever columns were put in; without a hint, the first
/// one with a value right of the label.
LabelledRow labelled_row(const IndexedSheet& sheet, const LabelCell& label, std::string_view hint) {
    const std::uint32_t row = label.at.row;
    const std::uint32_t first = sheet.grid.end_of(row, label.at.column);
    std::uint32_t end = sheet.grid.columns();
    for (std::uint32_t column = first; column < end; ++column) {
        const LabelCell* cell = sheet.grid.at(row, column);
        if (!hint.empty() && cell && is_label(cell->key, hint)) end = column;
    }
    for (std::uint32_t column = first; column < end; ++column) {
        if (!trimmed(text_at(sheet, row, column)).empty()) return {row, column};
    }
    return {row, first};
}

class ParticularsReader {
public:
    ParticularsReader(const IndexedSheet& sheet, const Statute& statute, const Form& form, Reading& reading,
                      std::vector<Diagnostic>& problems)
        : sheet_(sheet), statute_(statute), form_(form), reading_(reading), problems_(problems) {}

    std::vector<TableStatement> read() {
        reading_.report.officers.emplace();
        std::vector<TableStatement> statements(form_.tables.size());
        for (std::uint32_t row = 0; row < sheet_.grid.rows(); ++row) {
            for (const LabelCell* label : sheet_.grid.labels_of_row(row)) {
                if (label->at.row == row && read_row(*label, statements)) break;
            }
        }
        return statements;
    }

private:
    bool read_row(const LabelCell& label, std::vector<TableStatement>& statements) {
        for (const texts::ParticularText& particular : texts::particulars) {
            if (!is_label(label.key, particular.label)) continue;
            take(particular, labelled_row(sheet_, label, particular.hint));
            return true;
        }
        for (std::size_t t = 0; t < form_.tables.size(); ++t) {
            const std::string wanted = form_.tables[t].name.zh + std::string(texts::has_data_suffix);
            if (!is_label(label.key, wanted)) continue;
            statements[t] = read_statement(label, wanted);
            return true;
        }
        return false;
    }

    TableStatement read_statement(const LabelCell& label, const std::string& name) {
        const LabelledRow at = labelled_row(sheet_, label, {});
        TableStatement statement{std::nullopt, sheet_.place(at.row, at.value_column)};
        const std::string value = trimmed(text_at(sheet_, at.row, at.value_column));
        if (value == texts::has_data) statement.has_data = true;
        if (value == texts::has_none) statement.has_data = false;
        // Behind an open choice comes the hint, in words of its own.
        const bool adjacent = at.value_column == sheet_.grid.end_of(label.at.row, label.at.column);
        if (!value.empty() && !statement.has_data && adjacent) {
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

    std::string line_at(const texts::ParticularText& particular, const LabelledRow& at) {
        std::string value = trimmed(text_at(sheet_, at.row, at.value_column));
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
        const auto last = value.find("年");
        const auto number = read_written_number(value.substr(0, last), Unit::count);
        const bool whole = last == std::string::npos || last + 3 == value.size();
        if (!number || !whole || !is_integer(number->number)) {
            problem("number", particular.label, at).actual = shortened(value, 40);
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

    void take_date(const texts::ParticularText& particular, const LabelledRow& at, const std::string& value) {
        place(Identity::published, at);
        if (value.empty()) return;
        const SheetCell* cell = sheet_.sheet().find(at.row + 1, static_cast<std::uint16_t>(at.value_column + 1));
        const bool serial = cell && cell->value.kind == SheetValue::Kind::number;
        const auto date = serial ? date_of_serial(sheet_.book, value) : read_date(value);
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
        added.place = sheet_.place(at.row, at.value_column);
        added.arguments["key"] = std::string(key);
        return added;
    }

    const IndexedSheet& sheet_;
    const Statute& statute_;
    const Form& form_;
    Reading& reading_;
    std::vector<Diagnostic>& problems_;
};

/// The columns of the narrative by their heads.
struct NarrativeColumns {
    std::uint32_t head_row{}, section{}, item{}, text{};
};

std::optional<NarrativeColumns> narrative_columns(const LabelGrid& grid) {
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        NarrativeColumns columns{row, 0, 0, 0};
        int found = 0;
        for (const LabelCell* cell : grid.labels_of_row(row)) {
            const auto take = [&](std::string_view head, std::uint32_t& column) {
                if (!is_label(cell->key, head)) return;
                column = cell->at.column;
                ++found;
            };
            take(texts::head_section, columns.section);
            take(texts::head_item, columns.item);
            take(texts::head_text, columns.text);
        }
        if (found == 3) return columns;
    }
    return std::nullopt;
}

class NarrativeReader {
public:
    NarrativeReader(const IndexedSheet& sheet, const NarrativeColumns& columns, const Form& form, Reading& reading)
        : sheet_(sheet), columns_(columns), form_(form), reading_(reading) {}

    void read() {
        for (auto& field : reading_.report.narrative) field.emplace();
        for (std::uint32_t row = columns_.head_row + 1; row < sheet_.grid.rows(); ++row) read_row(row);
        finish_text();
        end_others();
    }

private:
    void read_row(std::uint32_t row) {
        const std::string item = trimmed(label_at(row, columns_.item));
        const std::string text = text_at(sheet_, row, columns_.text);
        if (label_key(item) == label_key(texts::continued)) {
            text_ += text;
            return;
        }
        finish_text();
        read_section(row);
        if (const auto field = find_field(item)) {
            begin_field(*field, row);
        } else if (item.empty() && trimmed(text).empty()) {
            return;
        } else if (section_ >= 0 && form_.sections[static_cast<std::size_t>(section_)].extra_items) {
            begin_other(item, row);
        } else if (!trimmed(text).empty()) {
            note_unknown(item, row);
        }
        text_ = text;
        place_ = sheet_.place(row, columns_.text);
    }

    std::string label_at(std::uint32_t row, std::uint32_t column) const {
        const LabelCell* cell = sheet_.grid.at(row, column);
        return cell ? text_at(sheet_, cell->at.row, cell->at.column) : std::string();
    }

    void read_section(std::uint32_t row) {
        const std::u32string key = label_key(label_at(row, columns_.section));
        for (std::size_t i = 0; i < form_.sections.size(); ++i) {
            if (key != label_key(form_.sections[i].heading) || section_ == static_cast<int>(i)) continue;
            end_others();
            section_ = static_cast<int>(i);
            reading_.provenance.sections[i].place = sheet_.place(row, columns_.section);
        }
    }

    /// Titles of fields are told apart by the form, whatever section they stand in.
    [[nodiscard]] std::optional<FieldId> find_field(const std::string& item) const {
        const std::u32string key = label_key(item);
        if (key.empty()) return std::nullopt;
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            if (key == label_key(form_.fields[i].title.zh)) return static_cast<FieldId>(i);
        }
        for (const FieldId id : form_.fields_of(section_)) {
            if (key == label_key(form_.fields[id].heading)) return id;
        }
        return std::nullopt;
    }

    void begin_field(FieldId field, std::uint32_t row) {
        field_ = field;
        other_ = false;
        placed_others_ = reading_.report.others.size();
        reading_.provenance.fields[field].place = sheet_.place(row, columns_.text);
    }

    void begin_other(const std::string& heading, std::uint32_t row) {
        other_ = true;
        ExtraItem item;
        item.heading = heading;
        if (field_) item.after = form_.fields[*field_].path.substr(form_.fields[*field_].path.rfind('/') + 1);
        reading_.report.others.push_back(std::move(item));
        reading_.provenance.others.push_back({sheet_.place(row, columns_.text), Origin::How::exact, {}});
    }

    /// What none of the form's own rows follows stands at the end.
    void end_others() {
        for (; placed_others_ < reading_.report.others.size(); ++placed_others_) {
            reading_.report.others[placed_others_].after.clear();
        }
    }

    void note_unknown(const std::string& item, std::uint32_t row) {
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = "s.section-extra";
        added.excerpt = shortened(item, 60);
        added.place = sheet_.place(row, columns_.item);
    }

    void finish_text() {
        if (trimmed(text_).empty()) {
            text_.clear();
            return;
        }
        if (other_) {
            append_paragraphs(text_, reading_.report.others.back().text);
        } else if (field_) {
            append_field_text(reading_, *field_, text_, place_);
        }
        text_.clear();
    }

    const IndexedSheet& sheet_;
    NarrativeColumns columns_;
    const Form& form_;
    Reading& reading_;
    int section_{-1};
    std::optional<FieldId> field_;
    bool other_{};
    std::size_t placed_others_{};
    std::string text_;  ///< of the row above, as long as it may go on
    Place place_;
};

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

bool is_narrative_sheet(const LabelGrid& grid) { return narrative_columns(grid).has_value(); }

void read_narrative_sheet(const IndexedSheet& sheet, const Form& form, Reading& reading) {
    if (const auto columns = narrative_columns(sheet.grid)) NarrativeReader(sheet, *columns, form, reading).read();
}

}  // namespace nianbao
