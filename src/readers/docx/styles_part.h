/// What the styles of a document make of paragraphs and runs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ooxml/package.h"
#include "readers/docx/draft.h"
#include "readers/docx/numbering_part.h"

namespace nianbao::docx_reading {

/// A paragraph's own properties, or those of a style.
struct ParagraphProperties {
    std::string style;               ///< id; empty: the default one
    std::optional<int> outline;      ///< level from 0; 9 is body text
    std::optional<int> list, level;  ///< `numId`, `ilvl`
};

struct Style {
    std::string name, based_on;
    ParagraphProperties own;  ///< `style` is nothing
    std::optional<bool> strong;
};

class Styles {
public:
    Styles() = default;
    /// Follows the styles to what they are based on, through no more than some levels.
    Styles(const std::map<std::string, Style>& styles, std::string default_style, const Numbering& numbering);

    [[nodiscard]] ParagraphForm form(const ParagraphProperties& paragraph) const;
    /// Whether a character style is bold.
    [[nodiscard]] bool strong(const std::string& style) const;

private:
    struct Outcome {
        ParagraphForm form;
        bool strong{};
    };
    std::map<std::string, Outcome> outcomes_;  ///< by id
    std::string default_;
};

/// The level that a style's name, in English or Chinese, gives its paragraphs: `heading 2`, `标题 2`, `Title`; else 0.
[[nodiscard]] int heading_of_name(std::string_view name);

/// Throws PackageError, and InputError (i.limit).
[[nodiscard]] Styles read_styles(const ooxml::Package& package, const Numbering& numbering);

}  // namespace nianbao::docx_reading
