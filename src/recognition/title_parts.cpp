#include "recognition/title_parts.h"

#include <string_view>

#include "model/report.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::string_view year_word = "年";
constexpr std::size_t year_digits = 4;

std::string folded(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = next_code_point(text, at);
        if (code >= 0xFF10 && code <= 0xFF19) code = code - 0xFF10 + U'0';
        if (code != U'\n') append_code_point(result, code);
    }
    return result;
}

/// The year written at a byte of the text, with 年 behind it; 0: none.
int year_at(std::string_view text, std::size_t at) {
    if (at + year_digits > text.size() || !text.substr(at + year_digits).starts_with(year_word)) return 0;
    int year = 0;
    for (const char byte : text.substr(at, year_digits)) {
        if (byte < '0' || byte > '9') return 0;
        year = year * 10 + (byte - '0');
    }
    return year >= first_report_year && year <= last_report_year ? year : 0;
}

}  // namespace

TitleParts read_title(const std::string& title, const Form& form) {
    const std::string text = trimmed(folded(title));
    TitleParts parts;
    std::size_t begin = 0;
    while (begin < text.size() && parts.year == 0) parts.year = year_at(text, begin++);
    if (parts.year == 0) return parts;
    --begin;
    const std::size_t hole = form.title.find("{year}");
    const std::string_view behind =
        hole == std::string::npos ? std::string_view{} : std::string_view(form.title).substr(hole + 6);
    if (!behind.starts_with(year_word)) return parts;
    const std::string_view ending = behind.substr(year_word.size());  // 政府信息公开工作年度报告
    const std::string_view rest = std::string_view(text).substr(begin + year_digits + year_word.size());
    if (!rest.ends_with(ending)) return parts;
    const std::string before = trimmed(text.substr(0, begin));
    const std::string between = trimmed(rest.substr(0, rest.size() - ending.size()));
    if (before.empty() != between.empty()) parts.agency = before.empty() ? between : before;
    return parts;
}

}  // namespace nianbao
