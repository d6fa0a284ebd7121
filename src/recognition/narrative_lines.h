/// The narrative of a page from its lines: the title, the sections by their headings, the sub-items by theirs.
///
/// Where a page declares its headings (as headings of a document, by their fonts on a sheet) and these give all the
/// sections of the form, nothing else is a heading: text that looks like one is text; its other headings are those of
/// sub-items. Where it does not, lines that read as the form's headings are taken for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/form.h"
#include "model/origin.h"

namespace nianbao {

struct NarrativeLine {
    std::string text;
    Place place;
    enum class Declared : std::uint8_t {
        nothing,
        heading,  ///< of what is not said
        title,
        section,
        item,
        body,
        table
    } as{Declared::nothing};
    std::string read_as;  ///< what headings are looked for in, of the same length; empty: the text

    [[nodiscard]] const std::string& words() const { return read_as.empty() ? text : read_as; }
};

/// The headings of the form's sections, in all their wordings.
class SectionHeadings {
public:
    explicit SectionHeadings(const Form& form);

    struct Found {
        std::size_t index{};
        bool as_written{};  ///< the form's own heading, not one of its other spellings
    };
    /// The section that a line is the heading of. With the section's own number it may have a slip of one character in
    /// six.
    [[nodiscard]] std::optional<Found> find(const std::string& text) const;

private:
    struct Numbered {
        int number{};
        std::vector<std::u32string> bare;  ///< all spellings
    };
    [[nodiscard]] bool is_near(const Numbered& section, const std::string& text) const;

    std::vector<Numbered> numbered_;
    std::vector<std::u32string> own_;
    std::vector<std::vector<std::u32string>> others_;
};

/// The sections that no line is the heading of: the heading of one of their items begins them.
class MissingHeadings {
public:
    MissingHeadings(const std::vector<NarrativeLine>& lines, const Form& form);

    /// Behind a section (-1: before the first) a line may begin this one: no heading up to it is still to come.
    [[nodiscard]] bool may_begin(int section, int behind) const;

private:
    std::vector<bool> found_;
};

/// Empty fields, and origins for all that a report on `form` can hold.
[[nodiscard]] Reading empty_reading(const Form& form);

/// Puts title, fields and further sub-items into `reading`, each with its place, and notes what is out of order. A
/// field is there when the page has text or a heading for it; a section's first one already by the section's heading.
/// The title is the line as it stands.
void recognise_narrative(const std::vector<NarrativeLine>& lines, const Form& form, Reading& reading);

/// Whether the lines name at least half of the form's sections: they are its narrative.
[[nodiscard]] std::size_t count_section_headings(const std::vector<NarrativeLine>& lines, const Form& form);

/// Appends a paragraph, or several where the text has line breaks, to a field.
void append_field_text(Reading& reading, FieldId field, const std::string& text, const Place& place);

}  // namespace nianbao
