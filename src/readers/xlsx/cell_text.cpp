#include "readers/xlsx/cell_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "unicode/utf8.h"

namespace nianbao::xlsx_reading {
namespace {

/// The UTF-16 unit that `_xHHHH_` at `at` stands for.
std::optional<char32_t> escaped_unit(std::string_view text, std::size_t at) {
    constexpr std::size_t length = 7;
    const std::string_view escape = text.substr(std::min(at, text.size()), length);
    if (escape.size() < length || !escape.starts_with("_x") || escape.back() != '_') return std::nullopt;
    unsigned unit = 0;
    const char* const end = escape.data() + 6;
    const auto read = std::from_chars(escape.data() + 2, end, unit, 16);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return unit;
}

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// The escape or the two escapes at `at`, which moves behind them.
std::optional<char32_t> take_escape(std::string_view text, std::size_t& at) {
    constexpr std::size_t length = 7;
    const auto unit = escaped_unit(text, at);
    if (!unit) return std::nullopt;
    at += length;
    if (is_high(*unit)) {
        const auto second = escaped_unit(text, at);
        if (!second || !is_low(*second)) return U'\uFFFD';
        at += length;
        return 0x10000 + ((*unit - 0xD800) << 10U) + (*second - 0xDC00);
    }
    return is_low(*unit) ? U'\uFFFD' : *unit;
}

std::string with_plain_line_ends(const std::string& text) {
    if (text.find('\r') == std::string::npos) return text;
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            plain += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            plain += '\n';
        }
    }
    return plain;
}

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// `5.1e+01` as `51`: digits and exponent into a plain decimal.
std::string plain_decimal(std::string_view scientific) {
    const bool negative = scientific.front() == '-';
    if (negative) scientific.remove_prefix(1);
    const std::size_t e = scientific.find('e');
    int exponent = 0;
    const std::string_view power = scientific.substr(scientific[e + 1] == '+' ? e + 2 : e + 1);
    std::from_chars(power.data(), power.data() + power.size(), exponent);
    std::string digits;
    for (const char c : scientific.substr(0, e)) {
        if (c != '.') digits += c;
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.empty()) return "0";
    if (exponent < 0) {
        digits = "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    } else if (const auto whole = static_cast<std::size_t>(exponent) + 1; digits.size() > whole) {
        digits.insert(whole, ".");
    } else {
        digits.append(whole - digits.size(), '0');
    }
    return (negative ? "-" : "") + digits;
}

}  // namespace

std::string decoded_text(std::string_view written) {
    std::string text;
    text.reserve(written.size());
    for (std::size_t at = 0; at < written.size();) {
        if (const auto code = take_escape(written, at)) {
            append_code_point(text, *code);
        } else {
            text += written[at++];
        }
    }
    return with_plain_line_ends(text);
}

std::optional<std::string> decimal_text(std::string_view written) {
    std::string_view number = without_blanks(written);
    if (number.starts_with('+')) number.remove_prefix(1);
    // A double it is in the file; its first 15 digits are the ones that were typed.
    double value = 0;
    const char* const end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, value);
    if (number.empty() || read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    constexpr int digits_after_first = 14;
    std::array<char, 32> buffer{};
    const auto printed = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::scientific, digits_after_first);
    return plain_decimal({buffer.data(), static_cast<std::size_t>(printed.ptr - buffer.data())});
}

std::string date_text(std::string_view written) {
    const std::string_view date = without_blanks(written);
    const std::size_t time = date.find('T');
    if (time == std::string_view::npos) return std::string(date);
    const bool midnight = date.find_first_not_of("0:.Z", time + 1) == std::string_view::npos;
    return std::string(midnight ? date.substr(0, time) : date);
}

void RichText::start(std::string_view element) {
    if (element == "rPh") in_phonetics_ = true;
    if (element == "t") in_text_ = true;
}

void RichText::end(std::string_view element) {
    if (element == "rPh") in_phonetics_ = false;
    if (element == "t") in_text_ = false;
}

std::size_t RichText::text(std::string_view piece) {
    if (in_text_ && !in_phonetics_) written_ += piece;
    return written_.size();
}

std::string RichText::take() {
    std::string text = decoded_text(written_);
    written_.clear();
    in_text_ = in_phonetics_ = false;
    return text;
}

}  // namespace nianbao::xlsx_reading
