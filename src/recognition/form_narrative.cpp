#include "recognition/form_narrative.h"

#include <algorithm>
#include <set>
#include <utility>

#include "messages/form_workbook_texts.h"
#include "narrative/paragraphs.h"
#include "recognition/label_match.h"
#include "recognition/narrative_columns.h"
#include "recognition/narrative_lines.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace texts = form_workbook_texts;

using namespace narrative_form;

constexpr int preface = -1;  ///< what stands before the first section

std::set<std::u32string> words_of_the_form(const Form& form) {
    std::set<std::u32string> words;
    for (const std::string_view head : heads) words.insert(label_key(head));
    for (const std::string_view word : {texts::narrative_title, texts::narrative_hint, texts::continued,
                                        texts::spare_guidance, texts::extra_guidance})
        words.insert(label_key(word));
    for (const Section& each : form.sections) words.insert(label_key(each.heading));
    for (const Field& field : form.fields) {
        words.insert(label_key(field.title.zh));
        words.insert(label_key(field.guidance.zh));
    }
    return words;
}

/// One row below the heads, as its labels name it.
struct NarrativeRow {
    std::uint32_t row{};
    std::string section_label, item;
    bool names_section{};  ///< its section label is one of the form's
    int section{preface};  ///< of its label, its field, or the row above
    std::optional<FieldId> field;
    bool has_text{};
    bool goes_on{};
};

class NarrativeRows {
public:
    NarrativeRows(const IndexedSheet& sheet, const NarrativeColumns& columns, const Form& form, Reading& reading)
        : sheet_(sheet), columns_(columns), form_(form), reading_(reading), found_(form.fields.size()) {}

    std::vector<NarrativeRow> read() {
        for (std::uint32_t row = columns_.first_row; row < sheet_.grid.rows(); ++row) add(row);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            NarrativeRow& row = rows_[i];
            if (row.goes_on || row.field || (row.item.empty() && !row.has_text)) continue;
            row.field = likely_field(i);
            if (!row.field) continue;
            found_[*row.field] = true;
            tell_slip(row, item, row.item, form_.fields[*row.field].title.zh);
        }
        return std::move(rows_);
    }

private:
    void add(std::uint32_t at) {
        NarrativeRow row;
        row.row = at;
        row.section_label = label_at(at, section);
        row.item = label_at(at, item);
        const SheetCell* cell = sheet_.find(at, columns_.of(text));
        row.has_text = cell && !trimmed(cell->value.text).empty();
        row.goes_on = label_key(row.item) == label_key(texts::continued);
        row.section = rows_.empty() ? preface : rows_.back().section;
        name_section(row);
        row.field = exact_field(row);
        if (row.field) found_[*row.field] = true;
        if (row.field && !row.names_section) row.section = form_.fields[*row.field].section;
        rows_.push_back(std::move(row));
    }

    [[nodiscard]] std::string label_at(std::uint32_t row, Column column) const {
        const LabelCell* cell = sheet_.grid.at(row, columns_.of(column));
        return cell ? trimmed(text_at(sheet_, cell->at.row, cell->at.column)) : std::string();
    }

    void name_section(NarrativeRow& row) {
        const std::u32string key = label_key(row.section_label);
        if (key.empty()) return;
        for (const bool near : {false, true}) {
            for (int i = preface; i < static_cast<int>(form_.sections.size()); ++i) {
                const LabelPattern wanted{section_name(i),
                                          near && i >= 0 ? section_of(i).also_written : std::vector<std::string>{}};
                if (!wanted.is(key) && !(near && wanted.is_near(key))) continue;
                row.names_section = true;
                row.section = i;
                if (near && told_.insert(key).second) tell_slip(row, section, row.section_label, section_name(i));
                return;
            }
        }
    }

    [[nodiscard]] const Section& section_of(int index) const { return form_.sections[static_cast<std::size_t>(index)]; }

    [[nodiscard]] std::string section_name(int index) const {
        if (index >= 0) return section_of(index).heading;
        const std::vector<FieldId> fields = form_.fields_of(preface);
        return fields.empty() ? std::string() : form_.fields[fields.front()].title.zh;
    }

    /// Titles of fields are told apart by the form, whatever section they stand in.
    [[nodiscard]] std::optional<FieldId> exact_field(const NarrativeRow& row) const {
        const std::u32string key = label_key(row.item);
        if (key.empty()) return std::nullopt;
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            if (key == label_key(form_.fields[i].title.zh)) return static_cast<FieldId>(i);
        }
        for (const FieldId id : form_.fields_of(row.section)) {
            if (key == label_key(form_.fields[id].heading)) return id;
        }
        return std::nullopt;
    }

    /// The one field of the section that a row without a title of the form can be.
    [[nodiscard]] std::optional<FieldId> likely_field(std::size_t index) const {
        const NarrativeRow& row = rows_[index];
        const std::vector<FieldId> missing = missing_fields(row.section);
        if (const auto alike = only_one(missing, [&](FieldId id) { return is_alike(id, row.item); })) return alike;
        if (!row.names_section || !row.has_text) return std::nullopt;
        const std::vector<FieldId> all = form_.fields_of(row.section);
        if (all.size() == 1) return all.front();
        const bool takes_others = row.section >= 0 && section_of(row.section).extra_items;
        if (takes_others && !row.item.empty()) return std::nullopt;
        return only_one(missing, [&](FieldId id) { return stands_between(id, index); });
    }

    template <typename Test>
    static std::optional<FieldId> only_one(const std::vector<FieldId>& fields, Test test) {
        const auto first = std::find_if(fields.begin(), fields.end(), test);
        if (first == fields.end() || std::find_if(first + 1, fields.end(), test) != fields.end()) return std::nullopt;
        return *first;
    }

    [[nodiscard]] std::vector<FieldId> missing_fields(int in_section) const {
        std::vector<FieldId> missing = form_.fields_of(in_section);
        std::erase_if(missing, [&](FieldId id) { return found_[id]; });
        return missing;
    }

    /// The title with a slip in it, or with words around it.
    [[nodiscard]] bool is_alike(FieldId id, const std::string& label) const {
        constexpr std::size_t shortest = 4;
        const std::u32string key = label_key(label), title = label_key(form_.fields[id].title.zh);
        if (key.empty()) return false;
        const LabelPattern pattern{form_.fields[id].title.zh, form_.fields[id].also_written};
        return pattern.is(key) || pattern.is_near(key) ||
               (title.size() >= shortest && key.find(title) != std::u32string::npos);
    }

    /// Whether the fields of the section found above and below a row leave the place to this one.
    [[nodiscard]] bool stands_between(FieldId id, std::size_t index) const {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const NarrativeRow& other = rows_[i];
            if (!other.field || form_.fields[*other.field].section != form_.fields[id].section) continue;
            if (i < index ? *other.field > id : *other.field < id) return false;
        }
        return true;
    }

    void tell_slip(const NarrativeRow& row, Column column, const std::string& actual, const std::string& expected) {
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = "s.heading-text";
        if (row.section >= 0) added.at = at_section(static_cast<std::size_t>(row.section));
        added.actual = shortened(actual, 60);
        added.expected = expected;
        added.place = sheet_.place(row.row, columns_.of(column));
    }

    const IndexedSheet& sheet_;
    const NarrativeColumns& columns_;
    const Form& form_;
    Reading& reading_;
    std::vector<NarrativeRow> rows_;
    std::vector<bool> found_;  ///< by field: a row is it
    std::set<std::u32string> told_;
};

class NarrativeReader {
public:
    NarrativeReader(const IndexedSheet& sheet, const NarrativeColumns& columns, const Form& form, Reading& reading)
        : sheet_(sheet), columns_(columns), form_(form), reading_(reading) {}

    void read() {
        for (auto& field : reading_.report.narrative) field.emplace();
        tell_heads();
        for (const NarrativeRow& row : NarrativeRows(sheet_, columns_, form_, reading_).read()) read_row(row);
        finish_text();
        end_others();
        tell_rest();
    }

private:
    void tell_heads() {
        if (!columns_.head_row) return;
        for (const Column column : {section, item, text}) {
            const LabelCell* cell = sheet_.grid.at(*columns_.head_row, columns_.of(column));
            const std::string actual = cell ? cell->text : std::string();
            if (label_key(actual) == label_key(heads[column])) continue;
            taken_.insert({*columns_.head_row, columns_.of(column)});
            Diagnostic& added = reading_.notes.emplace_back();
            added.code = "s.heading-text";
            added.actual = shortened(trimmed(actual), 60);
            added.expected = std::string(heads[column]);
            added.place = sheet_.place(*columns_.head_row, columns_.of(column));
        }
    }

    void read_row(const NarrativeRow& row) {
        if (row.names_section || row.field) taken_.insert({row.row, columns_.of(section)});
        if (row.goes_on && goes_on_) {
            taken_.insert({row.row, columns_.of(item)});
            text_ += take_text(row.row);
            return;
        }
        finish_text();
        enter_section(row);
        goes_on_ = false;
        if (row.field) {
            begin_field(*row.field, row.row);
        } else if (row.item.empty() && !row.has_text) {
            return;
        } else if (is_other(row)) {
            begin_other(row);
        } else {
            if (row.has_text) take_labels(row);  // the text alone is told
            return;
        }
        goes_on_ = true;
        take_labels(row);
        text_ = take_text(row.row);
        place_ = sheet_.place(row.row, columns_.of(text));
    }

    /// A text without a title is none of the agency's own items, unless its row is of the section.
    [[nodiscard]] bool is_other(const NarrativeRow& row) const {
        return row.section >= 0 && form_.sections[static_cast<std::size_t>(row.section)].extra_items && !row.goes_on &&
               (!row.item.empty() || row.names_section);
    }

    void take_labels(const NarrativeRow& row) {
        taken_.insert({row.row, columns_.of(section)});
        taken_.insert({row.row, columns_.of(item)});
    }

    std::string take_text(std::uint32_t row) {
        const std::uint32_t column = columns_.of(text);
        CellText cell = text_of_cell(sheet_.book, sheet_.find(row, column));
        taken_.insert({row, column});
        if (cell.fault != CellText::Fault::none) reading_.notes.push_back(fault_of(cell, sheet_, row, column));
        return std::move(cell.text);
    }

    void enter_section(const NarrativeRow& row) {
        if (row.section == section_ || !(row.names_section || row.field)) return;
        end_others();
        section_ = row.section;
        if (row.names_section && section_ >= 0) {
            reading_.provenance.sections[static_cast<std::size_t>(section_)].place =
                sheet_.place(row.row, columns_.of(section));
        }
    }

    void begin_field(FieldId field, std::uint32_t row) {
        field_ = field;
        other_ = false;
        placed_others_ = reading_.report.others.size();
        reading_.provenance.fields[field].place = sheet_.place(row, columns_.of(text));
    }

    void begin_other(const NarrativeRow& row) {
        other_ = true;
        ExtraItem extra;
        extra.heading = row.item;
        if (field_) extra.after = form_.fields[*field_].path.substr(form_.fields[*field_].path.rfind('/') + 1);
        reading_.report.others.push_back(std::move(extra));
        reading_.provenance.others.push_back({sheet_.place(row.row, columns_.of(text)), Origin::How::exact, {}});
        if (row.item.empty()) untitled_.push_back(row.row);
    }

    /// What none of the form's own rows follows stands at the end.
    void end_others() {
        for (; placed_others_ < reading_.report.others.size(); ++placed_others_) {
            reading_.report.others[placed_others_].after.clear();
        }
    }

    void finish_text() {
        const std::string written = std::exchange(text_, {});
        if (trimmed(written).empty()) return;
        if (other_) {
            append_paragraphs(written, reading_.report.others.back().text);
        } else if (field_) {
            append_field_text(reading_, *field_, written, place_);
        }
    }

    /// What the agency wrote in other places than those that are read.
    void tell_rest() {
        for (const std::uint32_t row : untitled_) {
            Diagnostic& added = reading_.notes.emplace_back();
            added.code = "i.unplaced";
            added.variant = "untitled";
            added.excerpt = shortened(trimmed(text_at(sheet_, row, columns_.of(text))), 40);
            set_place(added, sheet_, row, columns_.of(item));
        }
        const std::set<std::u32string> own_words = words_of_the_form(form_);
        std::vector<UnplacedText> rest;
        for (const SheetCell& cell : sheet_.sheet().cells) {
            const std::uint32_t row = cell.row - 1, column = cell.column - 1U;
            const bool has_text = cell.value.kind == SheetValue::Kind::text || column == columns_.of(text);
            if (!has_text || taken_.count({row, column}) > 0 || trimmed(cell.value.text).empty()) continue;
            if (own_words.count(label_key(cell.value.text)) > 0) continue;
            if (column == columns_.of(guidance) && is_guidance(cell.value.text)) continue;
            rest.push_back({row, column, cell.value.text});
        }
        tell_unplaced(rest, sheet_, reading_);
    }

    /// Of this edition or of another, which says much the same.
    [[nodiscard]] bool is_guidance(const std::string& written) const {
        return is_hint(written, texts::spare_guidance) || is_hint(written, texts::extra_guidance) ||
               std::any_of(form_.fields.begin(), form_.fields.end(),
                           [&](const Field& field) { return is_hint(written, field.guidance.zh); });
    }

    const IndexedSheet& sheet_;
    const NarrativeColumns& columns_;
    const Form& form_;
    Reading& reading_;
    int section_{preface};
    std::optional<FieldId> field_;
    bool other_{};
    std::size_t placed_others_{};
    std::string text_;  ///< of the row above, as long as it may go on
    bool goes_on_{};    ///< the row above was taken in
    Place place_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> taken_;  ///< rows and columns of what was read
    std::vector<std::uint32_t> untitled_;
};

}  // namespace

bool is_narrative_sheet(const LabelGrid& grid, const Form& form) { return narrative_columns(grid, form).has_value(); }

void read_narrative_sheet(const IndexedSheet& sheet, const Form& form, Reading& reading) {
    if (const auto columns = narrative_columns(sheet.grid, form))
        NarrativeReader(sheet, *columns, form, reading).read();
}

bool says_nothing_else(const IndexedSheet& copy, const Form& form, const Reading& reading) {
    Reading other = empty_reading(form);
    read_narrative_sheet(copy, form, other);
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const auto field = static_cast<FieldId>(i);
        const Paragraphs& said = text_of(other.report, field);
        if (!said.empty() && said != text_of(reading.report, field)) return false;
    }
    return other.report.others.empty() || other.report.others == reading.report.others;
}

}  // namespace nianbao
