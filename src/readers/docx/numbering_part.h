/// The lists of a document as `numbering.xml` defines them.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/package.h"

namespace nianbao::docx_reading {

constexpr int list_levels = 9;

struct ListLevel {
    int start{};
    std::string format{"decimal"};  ///< of ST_NumberFormat
    std::string text;               ///< `%1、`: the numbers of the levels by their places, from 1
    std::string style;              ///< id of the paragraph style that stands for this level
    int restart{-1};                ///< begins anew behind this level or a higher one, from 1; 0: never; -1: behind any
    bool decimal{};                 ///< all its numbers are
    bool gap{true};                 ///< something stands between the number and the text
};

/// What several lists may share, their counters included (`abstractNum`).
struct ListKind {
    std::array<ListLevel, list_levels> levels;
    std::string style_link;      ///< the style that it is the definition of
    std::string num_style_link;  ///< the style that has the levels instead
};

/// What the paragraphs name (`num`).
struct List {
    std::size_t kind{};  ///< index into `kinds`
    struct Override {
        std::optional<int> start;
        std::optional<ListLevel> level;
    };
    std::map<int, Override> overrides;  ///< by level from 0
};

struct Numbering {
    std::vector<ListKind> kinds;
    std::map<int, List> lists;  ///< by `numId`

    /// Nothing where there is no such list or level.
    [[nodiscard]] const ListLevel* level(int list, int level) const;
    /// The level of the list that a paragraph style stands for.
    [[nodiscard]] std::optional<int> level_of_style(int list, std::string_view style) const;
};

/// Empty where the document has no lists. Throws PackageError, and InputError (i.limit).
[[nodiscard]] Numbering read_numbering(const ooxml::Package& package);

}  // namespace nianbao::docx_reading
