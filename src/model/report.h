/// What one agency filled in for one year, and nothing about where it stood: a plain value. Two reports are equal when
/// they say the same, whatever file they came from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/amount.h"
#include "model/form.h"

namespace nianbao {

/// No key in the file, no such row on the page.
struct Absent {
    bool operator==(const Absent&) const = default;
};
/// The cell is there and empty: not filled in yet, never zero.
struct Blank {
    bool operator==(const Blank&) const = default;
};
/// The cell holds something that is no number: `/`, `—`, `12件`. The text is kept.
struct Mark {
    std::string written;
    bool operator==(const Mark&) const = default;
};
using Cell = std::variant<Absent, Blank, Mark, Amount>;

/// The number in a cell, if it is one.
[[nodiscard]] inline const Amount* number_in(const Cell& cell) { return std::get_if<Amount>(&cell); }
[[nodiscard]] inline bool is_open(const Cell& cell) {
    return std::holds_alternative<Absent>(cell) || std::holds_alternative<Blank>(cell);
}

/// Trimmed paragraphs, none of them empty, no line breaks inside.
using Paragraphs = std::vector<std::string>;

struct Contact {
    std::string address, postcode, telephone, website;
    bool operator==(const Contact&) const = default;
};

struct Agency {
    std::string name;
    std::string kind, level, scope;  ///< ids of `AgencyVocabulary`; empty: not given
    std::vector<std::string> short_names, former_names;
    Contact contact;
    bool operator==(const Agency&) const = default;
};

/// Who answers for the report; kept in the working file, never printed.
struct Officers {
    std::string leader, reviewer, clerk;
    bool operator==(const Officers&) const = default;
};

/// A sub-item that the form does not name (`overview.others`).
struct ExtraItem {
    std::string heading;
    Paragraphs text;
    std::string after;  ///< the last part of the path of the field it follows; empty: at the end
    bool operator==(const ExtraItem&) const = default;
};

struct Report {
    std::string form;  ///< the id of the form it is made on
    Agency agency;
    int year{};
    std::string title;      ///< empty: the form's own
    std::string published;  ///< YYYY-MM-DD, or empty
    std::string document_number;
    std::optional<Officers> officers;                  ///< nothing: the file has no place for them
    std::vector<std::optional<Paragraphs>> narrative;  ///< by FieldId; nothing: not there, empty: there and blank
    std::vector<ExtraItem> others;
    std::vector<Cell> cells;              ///< by CellId
    std::map<CellId, std::string> notes;  ///< a remark beside a number: 其中修订6件

    bool operator==(const Report&) const = default;
};

constexpr int first_report_year = 2008;  ///< the Regulations came into force on 1 May 2008
constexpr int last_report_year = 2100;

/// A report of `form` with every field and every cell absent.
[[nodiscard]] Report empty_report(const Form& form);
/// The paragraphs of a field; none where it is absent.
[[nodiscard]] const Paragraphs& text_of(const Report& report, FieldId field);
/// The title as printed: the report's own, or the form's with agency and year filled in.
[[nodiscard]] std::string title_of(const Report& report, const Form& form);

}  // namespace nianbao
