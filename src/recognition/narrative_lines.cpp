#include "recognition/narrative_lines.h"

#include <algorithm>
#include <optional>

#include "narrative/heading_repeat.h"
#include "narrative/numerals.h"
#include "narrative/paragraphs.h"
#include "recognition/label_match.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Declared = NarrativeLine::Declared;

/// A heading without its ordinal: what stands behind the first 、.
std::string without_ordinal(const std::string& heading) {
    return trimmed(heading.substr(leading_ordinal(heading).length));
}

bool is_heading_of(const Field& field, const std::string& heading) {
    if (field.role != Field::Role::item) return false;
    const std::u32string key = label_key(heading);
    return key == label_key(field.heading) ||
           std::any_of(field.also_written.begin(), field.also_written.end(),
                       [&](const std::string& other) { return key == label_key(other); });
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

class NarrativeRecognition {
public:
    NarrativeRecognition(const std::vector<NarrativeLine>& lines, const Form& form, Reading& reading)
        : lines_(lines),
          form_(form),
          reading_(reading),
          headings_(form),
          missing_(lines, form),
          declared_(declares_sections()) {}

    void recognise() {
        field_ = field_of(-1, Field::Role::text);
        for (const NarrativeLine& line : lines_) take(line);
        end_others();
    }

private:
    /// Every section has its heading among the declared ones.
    [[nodiscard]] bool declares_sections() const {
        std::vector<bool> found(form_.sections.size());
        for (const NarrativeLine& line : lines_) {
            if (line.as != Declared::section) continue;
            if (const auto section = headings_.find(line.text)) found[section->index] = true;
        }
        return std::find(found.begin(), found.end(), false) == found.end();
    }

    void take(const NarrativeLine& line) {
        if (line.as == Declared::table) return end_table();
        const std::string text = trimmed(line.text);
        untitled_ = untitled_ || (text.empty() && line.as == Declared::title);
        if (text.empty()) return;
        if (take_title(line, text)) return;
        const bool may_be_section = declared_ ? line.as == Declared::section : line.as != Declared::body;
        if (const auto section = may_be_section ? headings_.find(trimmed(line.words())) : std::nullopt) {
            return begin_section(*section, text, line.place);
        }
        if (declared_ && line.as == Declared::section) note_extra(text, line.place);
        if (take_item(line, text)) return;
        append(line.text, line.place);
    }

    bool take_title(const NarrativeLine& line, const std::string& text) {
        const bool first = reading_.report.title.empty() && section_ < 0 && reading_.report.others.empty();
        const bool is_title = line.as == Declared::title || (!declared_ && first && !preface_begun_ && !untitled_);
        if (!first || !is_title) return false;
        reading_.report.title = text;
        reading_.provenance.identity[static_cast<std::size_t>(Identity::title)].place = line.place;
        return true;
    }

    void begin_section(const SectionHeadings::Found& found, const std::string& text, const Place& place) {
        const Section& section = form_.sections[found.index];
        if (!found.as_written) note_heading(found.index, text, section.heading, place);
        if (static_cast<int>(found.index) < section_) {
            Diagnostic& order = note("s.section-order", found.index, place);
            order.expected = chinese_number(static_cast<int>(found.index) + 1);
        }
        end_others();
        section_ = static_cast<int>(found.index);
        reading_.provenance.sections[found.index].place = place;
        other_.reset();
        field_ = field_of(section_, section.table >= 0 ? Field::Role::before_table : Field::Role::text);
        if (field_ && section.table < 0) open_field(*field_);
    }

    void open_field(FieldId field) {
        auto& text = reading_.report.narrative[field];
        if (!text) text.emplace();
    }

    /// What follows the table of a section stands after it.
    void end_table() {
        if (const auto after = field_of(section_, Field::Role::after_table)) field_ = after;
    }

    bool take_item(const NarrativeLine& line, const std::string& text) {
        const bool is_item = line.as == Declared::item || (declared_ && line.as == Declared::heading);
        if (line.as == Declared::body || (declared_ && !is_item)) return false;
        const std::string words = trimmed(line.words());
        if (take_item_of(section_, words, line.place) || take_item_of_missing_section(line, words)) return true;
        const bool own = section_ >= 0 && is_item && (line.as == Declared::item || reads_as_heading(words)) &&
                         form_.sections[static_cast<std::size_t>(section_)].extra_items;
        if (own) begin_other(without_ordinal(text), line.place);
        return own;
    }

    /// Editors declare whole paragraphs as headings, for their looks.
    static bool reads_as_heading(const std::string& text) {
        return leading_ordinal(text).length > 0 && !text.ends_with("。") && !text.ends_with("；");
    }

    bool take_item_of(int section, const std::string& words, const Place& place) {
        const auto id = item_of(section, words);
        if (!id) return false;
        field_ = *id;
        open_field(*id);
        other_.reset();
        placed_others_ = reading_.report.others.size();
        reading_.provenance.fields[*id].place = place;
        return true;
    }

    [[nodiscard]] std::optional<FieldId> item_of(int section, const std::string& words) const {
        if (section < 0) return std::nullopt;
        for (const FieldId id : form_.fields_of(section)) {
            if (is_heading_of(form_.fields[id], without_ordinal(words))) return id;
        }
        return std::nullopt;
    }

    /// （一）主动公开 where no line says 一、总体情况.
    bool take_item_of_missing_section(const NarrativeLine& line, const std::string& words) {
        if (line.as != Declared::nothing && line.as != Declared::heading) return false;
        const int sections = static_cast<int>(form_.sections.size());
        for (int section = section_ + 1; section < sections && missing_.may_begin(section, section_); ++section) {
            if (!item_of(section, words)) continue;
            const auto index = static_cast<std::size_t>(section);
            Diagnostic& told = note("s.heading-text", index, line.place);
            told.variant = "missing";
            told.expected = form_.sections[index].heading;
            told.actual = shortened(trimmed(line.text), 60);
            end_others();
            section_ = section;
            reading_.provenance.sections[index].place = line.place;
            return take_item_of(section, words, line.place);
        }
        return false;
    }

    void begin_other(const std::string& heading, const Place& place) {
        ExtraItem item;
        item.heading = heading;
        if (field_) item.after = last_part(form_.fields[*field_].path);
        other_ = reading_.report.others.size();
        reading_.report.others.push_back(std::move(item));
        reading_.provenance.others.push_back({place, Origin::How::exact, {}});
    }

    /// What no sub-item of the form follows stands at the end.
    void end_others() {
        for (; placed_others_ < reading_.report.others.size(); ++placed_others_) {
            reading_.report.others[placed_others_].after.clear();
        }
    }

    void append(const std::string& text, const Place& place) {
        if (section_ < 0) preface_begun_ = true;
        if (other_) {
            append_paragraphs(text, reading_.report.others[*other_].text);
        } else if (field_) {
            append_field_text(reading_, *field_, text, place);
        }
    }

    [[nodiscard]] std::optional<FieldId> field_of(int section, Field::Role role) const {
        for (const FieldId id : form_.fields_of(section)) {
            if (form_.fields[id].role == role) return id;
        }
        return std::nullopt;
    }

    Diagnostic& note(const char* code, std::size_t section, const Place& place) {
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = code;
        added.at = at_section(section);
        added.place = place;
        return added;
    }

    void note_heading(std::size_t section, const std::string& actual, const std::string& expected, const Place& place) {
        Diagnostic& added = note("s.heading-text", section, place);
        added.actual = shortened(actual, 60);
        added.expected = expected;
    }

    void note_extra(const std::string& text, const Place& place) {
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = "s.section-extra";
        added.excerpt = shortened(text, 60);
        added.place = place;
    }

    const std::vector<NarrativeLine>& lines_;
    const Form& form_;
    Reading& reading_;
    SectionHeadings headings_;
    MissingHeadings missing_;
    bool declared_;
    int section_{-1};
    bool preface_begun_{};
    bool untitled_{};                   ///< a title without words was declared: the first line is none
    std::optional<FieldId> field_;      ///< what the next paragraph belongs to
    std::optional<std::size_t> other_;  ///< or the agency's own item
    std::size_t placed_others_{};       ///< these have a sub-item of the form behind them
};

/// （一） counts the items of a section, 一、 and 1. the sections.
bool is_section_ordinal(const std::string& text) {
    return leading_ordinal(text).length > 0 && !text.starts_with("（") && !text.starts_with("(");
}

}  // namespace

SectionHeadings::SectionHeadings(const Form& form) {
    for (const Section& section : form.sections) {
        numbered_.push_back({leading_ordinal(section.heading).value, {label_key(without_ordinal(section.heading))}});
        for (const std::string& other : section.also_written)
            numbered_.back().bare.push_back(label_key(without_ordinal(other)));
        own_.push_back(label_key(section.heading));
        std::vector<std::u32string> others{label_key(without_ordinal(section.heading))};
        for (const std::string& other : section.also_written) {
            others.push_back(label_key(other));
            others.push_back(label_key(without_ordinal(other)));
        }
        others_.push_back(std::move(others));
    }
}

std::optional<SectionHeadings::Found> SectionHeadings::find(const std::string& text) const {
    constexpr std::size_t longest = 200;  // in bytes
    if (text.size() > longest) return std::nullopt;
    const std::u32string key = label_key(text);
    const std::u32string bare = label_key(without_ordinal(text));
    for (std::size_t i = 0; i < own_.size(); ++i) {
        if (own_[i] == key) return Found{i, true};
    }
    for (std::size_t i = 0; i < own_.size(); ++i) {
        const auto is_other = [&](const std::u32string& wanted) {
            return std::find(others_[i].begin(), others_[i].end(), wanted) != others_[i].end();
        };
        if (is_other(key) || (is_other(bare) && is_section_ordinal(text))) return Found{i, false};
    }
    for (std::size_t i = 0; i < numbered_.size(); ++i) {
        if (is_near(numbered_[i], text)) return Found{i, false};
    }
    return std::nullopt;
}

bool SectionHeadings::is_near(const Numbered& section, const std::string& text) const {
    constexpr std::size_t characters_a_slip = 6;
    if (!is_section_ordinal(text) || leading_ordinal(text).value != section.number) return false;
    const std::u32string bare = label_key(without_ordinal(text));
    return std::any_of(section.bare.begin(), section.bare.end(), [&](const std::u32string& own) {
        return differ_within(own, bare, own.size() / characters_a_slip);
    });
}

MissingHeadings::MissingHeadings(const std::vector<NarrativeLine>& lines, const Form& form)
    : found_(form.sections.size()) {
    const SectionHeadings headings(form);
    for (const NarrativeLine& line : lines) {
        if (line.as == Declared::body) continue;
        if (const auto section = headings.find(trimmed(line.words()))) found_[section->index] = true;
    }
}

bool MissingHeadings::may_begin(int section, int behind) const {
    for (int i = behind + 1; i <= section; ++i) {
        if (found_[static_cast<std::size_t>(i)]) return false;
    }
    return section > behind && section < static_cast<int>(found_.size());
}

Reading empty_reading(const Form& form) {
    Reading reading;
    reading.report = empty_report(form);
    Provenance& provenance = reading.provenance;
    provenance.identity.resize(static_cast<std::size_t>(Identity::count_));
    provenance.sections.resize(form.sections.size());
    provenance.tables.resize(form.tables.size());
    provenance.cells.resize(form.cells.size());
    provenance.fields.resize(form.fields.size());
    provenance.paragraphs.resize(form.fields.size());
    return reading;
}

void append_field_text(Reading& reading, FieldId field, const std::string& text, const Place& place) {
    auto& paragraphs = reading.report.narrative[field];
    if (!paragraphs) paragraphs.emplace();
    append_paragraphs(text, *paragraphs);
    reading.provenance.paragraphs[field].resize(paragraphs->size(), {place, Origin::How::exact, {}});
    Origin& origin = reading.provenance.fields[field];
    if (std::holds_alternative<std::monostate>(origin.place)) origin.place = place;
}

void recognise_narrative(const std::vector<NarrativeLine>& lines, const Form& form, Reading& reading) {
    NarrativeRecognition(lines, form, reading).recognise();
}

std::size_t count_section_headings(const std::vector<NarrativeLine>& lines, const Form& form) {
    const SectionHeadings headings(form);
    std::vector<bool> found(form.sections.size());
    for (const NarrativeLine& line : lines) {
        if (const auto section = headings.find(trimmed(line.text))) found[section->index] = true;
    }
    return static_cast<std::size_t>(std::count(found.begin(), found.end(), true));
}

}  // namespace nianbao
