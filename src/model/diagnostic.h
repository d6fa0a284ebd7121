/// One finding, without its sentence: a code, its subject, and the numbers and words to fill in. The sentence, in
/// either language, is made from the catalogue when it is printed (`messages/`).
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/report.h"
#include "model/rule.h"
#include "model/text.h"

namespace nianbao {

/// Lines and columns count from 1, columns in code points.
struct TextPlace {
    std::uint32_t line{}, column{};
    bool operator==(const TextPlace&) const = default;
};
/// A cell of a workbook: index into `Provenance::sheets`, row and column from 1.
struct SheetPlace {
    std::uint16_t sheet{};
    std::uint32_t row{};
    std::uint16_t column{};
    bool operator==(const SheetPlace&) const = default;
};
/// A cell of a page's table; all three count from 1.
struct GridPlace {
    std::uint16_t table{}, row{}, column{};
    bool operator==(const GridPlace&) const = default;
};
/// A paragraph of a document without lines of its own, counted from 1; those in tables do not count.
struct ParagraphPlace {
    std::uint32_t paragraph{};
    bool operator==(const ParagraphPlace&) const = default;
};
/// A line of a printed page (PDF); both count from 1.
struct PagePlace {
    std::uint32_t page{}, line{};
    bool operator==(const PagePlace&) const = default;
};
using Place = std::variant<std::monostate, TextPlace, SheetPlace, GridPlace, ParagraphPlace, PagePlace>;

/// The particulars of a report, as subjects of findings.
enum class Identity : std::uint8_t {
    form,
    name,
    kind,
    level,
    scope,
    short_names,
    former_names,
    contact,
    year,
    title,
    published,
    document_number,
    officers,
    count_
};

/// What a finding speaks of.
struct Address {
    enum class Kind : std::uint8_t { whole, identity, section, field, other, table, cell } kind{Kind::whole};
    std::uint16_t index{};         ///< Identity, section, field, index into `others`, table or cell
    std::uint32_t paragraph{};     ///< of a field or of another item
    std::uint32_t begin{}, end{};  ///< bytes of the paragraph; both 0: all of it
    bool operator==(const Address&) const = default;
};

[[nodiscard]] inline Address at_cell(CellId cell) { return {Address::Kind::cell, cell, 0, 0, 0}; }
[[nodiscard]] inline Address at_table(std::size_t table) {
    return {Address::Kind::table, static_cast<std::uint16_t>(table), 0, 0, 0};
}
[[nodiscard]] inline Address at_section(std::size_t section) {
    return {Address::Kind::section, static_cast<std::uint16_t>(section), 0, 0, 0};
}
[[nodiscard]] inline Address at_identity(Identity what) {
    return {Address::Kind::identity, static_cast<std::uint16_t>(what), 0, 0, 0};
}

struct Diagnostic {
    std::string code;
    std::string variant;  ///< which of the rule's messages; "" the ordinary one
    Severity severity{Severity::error};
    Address at;
    std::optional<std::string> expected, actual;
    struct Part {
        CellId cell{};
        Cell value;
        int sign{1};
        bool last_year{};               ///< the cell of last year's report
        std::optional<Amount> least{};  ///< of an open cell, where its own parts say so much
    };
    std::vector<Part> parts;
    /// What a phrase might have meant, and the number the table has for it; several names: their sum.
    struct Reading {
        std::vector<Text> names;
        std::string value;
    };
    std::vector<Reading> readings;
    std::vector<CellId> cells;            ///< every cell a finding about a whole table speaks of
    std::optional<CellId> suspect;        ///< the one cell that explains all failing sums
    std::optional<Amount> suspect_value;  ///< what it would have to be
    std::map<std::string, std::string> arguments;
    std::string excerpt;                  ///< the phrase, for findings on words
    Place place;                          ///< set by `locate()` and by readers, never by checks
    std::vector<Place> other_places;      ///< likewise: of `cells`, all but the one at `place`
    bool in_tables_file{};                ///< `place` is in the second file of a report in two halves
    std::optional<std::string> accepted;  ///< why a reviewer lets it stand; set after the checks, never by them
};

/// Thrown by readers when there is no report to be had: what is wrong with the file, at least one finding.
class InputError : public std::exception {
public:
    explicit InputError(std::vector<Diagnostic> why, std::vector<std::string> sheet_names = {})
        : diagnostics(std::move(why)), sheets(std::move(sheet_names)) {}
    [[nodiscard]] const char* what() const noexcept override { return "the input cannot be read"; }

    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> sheets;  ///< what the places of a workbook's findings count
};

}  // namespace nianbao
