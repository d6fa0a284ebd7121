#include "narrative/calendar.h"

#include <chrono>
#include <vector>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

bool is_day(int year, int month, int day) {
    using namespace std::chrono;
    return year > 0 && month > 0 && day > 0 &&
           year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                          std::chrono::day(static_cast<unsigned>(day)))
               .ok();
}

/// Numbers of at most four digits, and what stands behind each.
struct Pieces {
    std::vector<int> numbers;
    std::u32string signs;
};

std::optional<Pieces> pieces_of(std::string_view text) {
    Pieces pieces;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = next_code_point(text, at);
        if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;
        if (is_blank(code)) continue;
        if (code >= U'0' && code <= U'9') {
            if (!inside) pieces.numbers.push_back(0);
            inside = true;
            pieces.numbers.back() = pieces.numbers.back() * 10 + static_cast<int>(code - U'0');
            if (pieces.numbers.back() > 9999 || pieces.numbers.size() > 3) return std::nullopt;
        } else {
            if (!inside) return std::nullopt;
            inside = false;
            pieces.signs += code;
        }
    }
    return pieces;
}

}  // namespace

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const std::optional<std::string> read = read_date(text);
    return read && *read == text;
}

std::optional<std::string> read_date(std::string_view text) {
    const std::optional<Pieces> pieces = pieces_of(text);
    if (!pieces || pieces->numbers.size() != 3) return std::nullopt;
    const std::u32string& signs = pieces->signs;
    if (signs != U"--" && signs != U"//" && signs != U".." && signs != U"年月日" && signs != U"年月")
        return std::nullopt;
    const int year = pieces->numbers[0];
    const int month = pieces->numbers[1];
    const int day = pieces->numbers[2];
    if (year < 1000 || !is_day(year, month, day)) return std::nullopt;
    return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

}  // namespace nianbao
