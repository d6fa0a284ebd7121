/// What tells this program's marks from the user's own work, so that a later run finds and replaces them. It has to
/// survive that an office reads the file and writes it anew.
#pragma once

#include <string_view>

namespace nianbao::annotation {

/// Of comments. Some offices do not keep it (LibreOffice 7.4 writes a blank), hence the sign.
inline constexpr std::string_view author = "nianbao";
/// Our comments begin with it. Where the user has a comment of his own at a marked cell, ours follows in it behind
/// this.
inline constexpr std::string_view sign_of_comments = "【nianbao】";

/// Of conditional formats: always true. What begins like this is ours.
inline constexpr std::string_view formula_of_marks = "N(\"nianbao\")=0";
/// On the sheet of findings, which is found by it.
inline constexpr std::string_view formula_of_findings = "N(\"nianbao.findings\")=0";
inline constexpr std::string_view begin_of_formulas = "N(\"nianbao";

// Colours, by which the formats of conditional formats are found again; just beside those that offices offer.
inline constexpr std::string_view error_fill = "FFFFC7C1";
inline constexpr std::string_view warning_fill = "FFFFE691";
inline constexpr std::string_view info_fill = "FFDDEBF1";
inline constexpr std::string_view head_fill = "FFD9E1E1";
inline constexpr std::string_view border_colour = "FFBFBFC1";

}  // namespace nianbao::annotation
