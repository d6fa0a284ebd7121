/// Two or more reports beside each other: two years of one agency, two agencies, two copies of one report.
///
/// All stand on one form, the newest among them. What is told of words (which of them changed) is told of two reports;
/// of more only how much of each text stands in the one before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/form.h"
#include "model/homeless_figure.h"
#include "model/report.h"
#include "model/text.h"

namespace nianbao {

/// A stretch of two texts shown in one. All pieces but the added ones make the first text, all but the removed ones
/// the second.
struct TextPiece {
    enum class Kind : std::uint8_t { same, removed, added } kind{Kind::same};
    std::string text;
    bool operator==(const TextPiece&) const = default;
};

struct ComparedParagraph {
    std::optional<std::size_t> first, second;  ///< which paragraph of either text, from 0; one may have none
    std::vector<TextPiece> pieces;
    bool moved{};  ///< of one text alone, and a paragraph of the other text elsewhere reads the same

    [[nodiscard]] bool is_same() const { return pieces.size() == 1 && pieces.front().kind == TextPiece::Kind::same; }
};

/// A field of the form, or an item of the agencies' own.
struct ComparedText {
    std::optional<FieldId> field;  ///< nothing: an item
    std::string heading;           ///< of an item
    bool in_first{true}, in_second{true};
    bool moved{};  ///< an item that both have, at another place
    std::vector<ComparedParagraph> paragraphs;

    [[nodiscard]] bool is_same() const;
};

struct ComparedSection {
    int section{-1};  ///< index into `Form::sections`; -1: before the first
    /// By report, from the second: how much of its text stands in that of the one before, in percent, as `n.copy`
    /// measures it. Nothing where either has no text.
    std::vector<std::optional<std::size_t>> copied;
    std::vector<ComparedText> texts;  ///< of two reports: those that either has
    bool same{true};                  ///< word for word, all of them
};

struct ComparedCell {
    std::vector<Cell> values;  ///< by report; a total that was left out is what its parts come to
    std::vector<std::string> notes;
    std::vector<bool> asked;           ///< by report: its own form has this cell; one that has not does not differ
    std::optional<Amount> difference;  ///< the last less the first, where both are numbers
    bool same{true};                   ///< open cells are alike, whether there or not; no open cell is like 0
};

/// A key figure of the common form. A report on another form gives its own where that has one of the same name.
struct ComparedFigure {
    Text name;
    std::vector<std::optional<Amount>> values;  ///< by report; nothing: one of its cells is open
    std::vector<bool> asked;
};

/// What a report says of itself. One that says nothing does not differ.
struct ComparedParticular {
    Identity what{};
    std::vector<Text> values;  ///< by report, as they are called; empty: not said
};

struct ComparedReport {
    std::string name;  ///< of the file, as shown to people
    std::string agency;
    int year{};
    const Form* form{};                                                                  ///< the one it came on
    enum class ToldBy : std::uint8_t { year, agency, agency_and_year, name } told_by{};  ///< alike in all reports
};

/// A figure of a report on another form that has no counterpart.
struct UncomparedFigure {
    std::size_t report{};
    HomelessFigure figure;
    Cell value;
    std::string note;
};

struct Comparison {
    std::vector<ComparedReport> reports;
    std::vector<ComparedParticular> particulars;  ///< those that differ
    std::vector<ComparedCell> cells;              ///< by CellId of the common form
    std::vector<ComparedFigure> key_figures;
    std::vector<ComparedSection> sections;  ///< the preface first, if anyone has one, then those with text
    std::vector<UncomparedFigure> uncompared;
    bool same{true};
};

inline bool ComparedText::is_same() const {
    if (moved || !in_first || !in_second) return false;
    for (const ComparedParagraph& paragraph : paragraphs) {
        if (!paragraph.is_same()) return false;
    }
    return true;
}

}  // namespace nianbao
