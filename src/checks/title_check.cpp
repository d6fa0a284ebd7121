// The title: unit, year and the form's fixed wording, in this order or with the year first.
#include <algorithm>

#include "checks/check_context.h"
#include "narrative/numerals.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

std::string without_blanks(const std::string& text) {
    std::string dense;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (is_blank(code)) continue;
        const auto digit = digit_value(code);
        append_code_point(dense, digit ? U'0' + static_cast<char32_t>(*digit) : code);
    }
    return dense;
}

struct TitleParts {
    std::string unit;  ///< what is left beside year and wording
    int year{};        ///< 0: none found
    bool exact{};      ///< nothing but unit, year and wording, in an accepted order
};

/// The wording that follows `{year}` in the form's title.
std::string wording_of(const Form& form) {
    const std::string mark = "{year}";
    const auto at = form.title.find(mark);
    return at == std::string::npos ? std::string{} : form.title.substr(at + mark.size());
}

/// The first run of exactly four digits.
std::size_t find_year(const std::string& title) {
    const auto digit = [&](std::size_t i) { return i < title.size() && title[i] >= '0' && title[i] <= '9'; };
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (!digit(i) || (i > 0 && digit(i - 1))) continue;
        if (digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4)) return i;
    }
    return std::string::npos;
}

TitleParts take_apart(const std::string& written, const Form& form) {
    const std::string title = without_blanks(written);
    const std::string wording = wording_of(form);
    std::size_t sign_length = 0;
    if (!wording.empty()) static_cast<void>(next_code_point(wording, sign_length));
    const std::string year_sign = wording.substr(0, sign_length);  // 年 stays with the year when that comes first
    const std::string rest = wording.substr(sign_length);
    TitleParts parts;
    const auto year = find_year(title);
    if (year == std::string::npos) return parts;
    parts.year = std::stoi(title.substr(year, 4));
    const std::string before = title.substr(0, year);
    const std::string after = title.substr(year + 4);
    if (after == wording) {
        parts.unit = before;
        parts.exact = !before.empty();
    } else if (before.empty() && after.starts_with(year_sign) && after.ends_with(rest)) {
        parts.unit = after.substr(year_sign.size(), after.size() - year_sign.size() - rest.size());
        parts.exact = !parts.unit.empty();
    }
    return parts;
}

/// Only a title that was given can be wrong.
std::string given_title(const CheckContext& context) { return context.report.title; }

}  // namespace

void check_title(const Rule& rule, const CheckContext& context, Findings& findings) {
    const std::string title = given_title(context);
    if (title.empty() || take_apart(title, context.form).exact) return;
    Diagnostic& finding = add_finding(findings, rule, at_identity(Identity::title));
    Report plain = empty_report(context.form);
    plain.agency.name = context.report.agency.name;
    plain.year = context.report.year;
    finding.actual = title;
    finding.expected = title_of(plain, context.form);
}

void check_title_year(const Rule& rule, const CheckContext& context, Findings& findings) {
    const TitleParts parts = take_apart(given_title(context), context.form);
    if (parts.year == 0 || parts.year == context.report.year) return;
    Diagnostic& finding = add_finding(findings, rule, at_identity(Identity::title));
    finding.actual = std::to_string(parts.year);
    finding.expected = std::to_string(context.report.year);
}

void check_title_unit(const Rule& rule, const CheckContext& context, Findings& findings) {
    const TitleParts parts = take_apart(given_title(context), context.form);
    const Agency& agency = context.report.agency;
    if (!parts.exact || parts.unit == without_blanks(agency.name)) return;
    for (const auto* others : {&agency.short_names, &agency.former_names}) {
        if (std::find(others->begin(), others->end(), parts.unit) != others->end()) return;
    }
    Diagnostic& finding = add_finding(findings, rule, at_identity(Identity::title));
    finding.actual = parts.unit;
    finding.expected = agency.name;
}

}  // namespace nianbao
