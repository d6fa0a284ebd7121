/// The catalogue: every rule a report is checked by, as data. A rule stands once; the validator, the workbook's
/// formulas, `explain` and the manual all read it here. Its home is `schemas/rules/`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/amount.h"
#include "model/text.h"
#include "model/word_finder.h"

namespace nianbao {

enum class Severity : std::uint8_t { off, info, warning, error };

/// Why a rule may be quoted to an agency: printed in the form itself (表内注明), meant by the form (表式含义), an
/// article of a regulation (法规条文), what is done everywhere (通行做法), asked for locally (地方要求), or what
/// the program itself needs in order to read a file (文件格式).
enum class BasisKind : std::uint8_t { stated, implied, law, practice, local, format };

struct Basis {
    BasisKind kind{BasisKind::practice};
    Text source;
};

/// A sum rule before it meets a form: Σ add − Σ subtract + constant is 0, or is not negative. With `over` "column"
/// the entries are row paths and the pattern holds for every column (the other way round for "row"). `x/**` stands
/// for every leaf below x, `*` for every leaf of the axis, both without those named under `subtract`; the prefix
/// `last:` means last year's report. An entry named twice counts twice.
struct RelationPattern {
    std::vector<std::string> forms;  ///< editions it is limited to; empty: all that have its cells
    std::string table;
    std::string over;
    std::vector<std::string> only;  ///< rows or columns it is limited to; empty: all
    std::vector<std::string> add, subtract;
    Amount constant;
    bool at_least_zero{};
    std::string told_at;
    bool defines{};  ///< `told_at` is a derived total: it may be left out and is then computed
    /// By row or column ("*": each): silent where a broken relation of one of these codes shares a cell with it, or
    /// is the same rule elsewhere.
    std::map<std::string, std::vector<std::string>> follows_from;
};

/// A parameter of a named check: one number or word, a list of words, or a list of groups of words.
struct Parameter {
    std::vector<std::vector<std::string>> groups;
    std::vector<WordFinder> finders;  ///< of each group: its words without their blanks, ready to be looked for
};

/// Whom and when a rule concerns; an empty list concerns everyone. A rule that names kinds or levels is silent
/// for an agency whose kind or level is not known.
struct Applies {
    std::vector<std::string> forms, kinds, levels;
    /// Kind and level together, as `department@county` or `township@*`; one match suffices.
    std::vector<std::string> issuers;
    /// Kind and level together that the rule leaves alone.
    std::vector<std::string> except;
    int from_year{}, to_year{9999};
};

/// Changes to the sample report of a form, by JSON pointer; the values are JSON texts, nothing means "remove".
using SampleChanges = std::map<std::string, std::optional<std::string>>;

struct RuleExample {
    std::string form;
    SampleChanges wrong, right;
    std::string last_form;    ///< of a rule that looks back: the sample that is last year's report; empty: none
    SampleChanges last_year;  ///< to that sample
    std::map<std::string, Parameter> parameters;  ///< of a rule that is silent until a local pack sets them
};

struct Rule {
    std::string code;
    std::string check;  ///< a name in the one list of `checks/checks.cpp`; "relation" for sum rules, "reading" for what
                        ///< readers tell, "closing" for what the last line says
    Severity severity{Severity::warning};
    bool built{true};  ///< false: described, but no check looks for it yet
    Basis basis;
    Text statement, why, hint;
    /// How a finding reads, by variant; "" is the ordinary one. `{name}` is filled in when it is printed.
    std::map<std::string, Text> messages;
    /// Severity of its own for a variant; `severity` for the others.
    std::map<std::string, Severity> severities;
    /// Advice of its own for a variant; `hint` for the others.
    std::map<std::string, Text> hints;
    Text wrong, right;  ///< a short illustration for `explain`
    std::map<std::string, Parameter> parameters;
    std::vector<RelationPattern> relations;
    Applies applies;
    std::vector<RuleExample> examples;
};

struct Catalogue {
    std::vector<Rule> rules;  ///< in the order of the catalogue's files

    [[nodiscard]] const Rule* find(const std::string& code) const;
};

/// The accessors of a parameter; the first word, its value as a number, the first group, all groups. A parameter
/// that is not there is empty (0 as a number).
[[nodiscard]] std::string parameter_word(const Rule& rule, const std::string& name);
[[nodiscard]] long parameter_number(const Rule& rule, const std::string& name);
[[nodiscard]] const std::vector<std::string>& parameter_words(const Rule& rule, const std::string& name);
[[nodiscard]] const std::vector<std::vector<std::string>>& parameter_groups(const Rule& rule, const std::string& name);
/// The same words, to be looked for in a text without blanks.
[[nodiscard]] const WordFinder& parameter_finder(const Rule& rule, const std::string& name);
[[nodiscard]] const std::vector<WordFinder>& parameter_finders(const Rule& rule, const std::string& name);

}  // namespace nianbao
