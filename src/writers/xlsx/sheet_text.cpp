#include "writers/xlsx/sheet_text.h"

#include <algorithm>

#include "unicode/utf8.h"

namespace nianbao::xlsx {
namespace {

constexpr std::size_t escape_length = 7;  // _xHHHH_

std::size_t utf16_units(char32_t code) { return code > 0xFFFF ? 2 : 1; }

bool is_forbidden(char32_t code) {
    if (code == U'\t' || code == U'\n') return false;
    return code < 0x20 || code == 0x7F || code == 0xFFFE || code == 0xFFFF;
}

bool is_hexadecimal(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

bool starts_escape(std::string_view text) {
    return text.size() >= escape_length && text[0] == '_' && (text[1] == 'x' || text[1] == 'X') && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

std::string escaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (starts_escape(text.substr(at))) {
            result += "_x005F_";
        } else {
            result += text[at];
        }
    }
    return result;
}

/// The first bytes of `text` that are at most `units` long.
std::string_view first_units(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const std::size_t length = utf16_units(next_code_point(text, next));
        if (length > units) break;
        units -= length;
        at = next;
    }
    return text.substr(0, at);
}

std::string replaced_in_name(std::string_view text) {
    std::string name;
    for (const char byte : without_forbidden(text)) {
        const bool refused = std::string_view("[]:*?/\\'").find(byte) != std::string_view::npos;
        name += refused ? '_' : byte == '\t' || byte == '\n' ? ' ' : byte;
    }
    return trimmed(name);
}

/// Excel compares names without regard to case; the letters of the Latin alphabet are what matters here.
std::string without_case(std::string name) {
    for (char& byte : name) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    }
    return name;
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) length += utf16_units(next_code_point(text, at));
    return length;
}

std::string without_forbidden(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (!is_forbidden(code)) append_code_point(result, code);
    }
    return result;
}

std::string cell_text(std::string_view text) { return escaped(without_forbidden(text)); }

std::string limited(std::string_view text, std::size_t units) {
    if (utf16_length(text) <= units) return std::string(text);
    return std::string(first_units(text, units - 1)) + "…";
}

std::string header_text(std::string_view text) {
    constexpr std::size_t units = 100;  // of the 255 that header and codes may have
    std::string line;
    for (const char byte : without_forbidden(text)) {
        if (byte == '&') {
            line += "＆";  // libxlsxwriter would take && followed by G for a picture
        } else {
            line += byte == '\n' || byte == '\t' ? ' ' : byte;
        }
    }
    return limited(line, units);
}

std::string sheet_name(std::string_view wanted, std::string_view otherwise, std::set<std::string>& taken) {
    std::string base = replaced_in_name(wanted);
    if (base.empty() || without_case(base) == "history") base = replaced_in_name(otherwise);  // Excel keeps "History"
    std::string name = limited(base, max_sheet_name_units);
    for (int number = 2; !taken.insert(without_case(name)).second; ++number) {
        const std::string suffix = "(" + std::to_string(number) + ")";
        name = std::string(first_units(base, max_sheet_name_units - suffix.size())) + suffix;
    }
    return name;
}

}  // namespace nianbao::xlsx
