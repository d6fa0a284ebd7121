#include "readers/office/foreign_file.h"

namespace nianbao {
namespace {

bool has(std::string_view text, std::string_view piece) { return text.find(piece) != std::string_view::npos; }

/// Names inside an old Office file are UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) {
        wide += c;
        wide += '\0';
    }
    wide += std::string(2, '\0');
    return has(bytes, wide);
}

/// The container of .xls and .doc also holds what is locked with a password, new formats included.
std::string old_office_file(std::string_view bytes) {
    if (has_stream(bytes, "EncryptedPackage")) return "password";
    if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) return "xls";
    return has_stream(bytes, "WordDocument") ? "doc" : "old-office";
}

std::string beginning_in_lower_case(std::string_view bytes) {
    constexpr std::size_t enough = 4'096;
    std::string text;
    for (char c : bytes.substr(0, enough)) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c != '\0') text += c;  // of UTF-16
    }
    text.erase(0, text.find('<'));
    return text;
}

/// Nothing but a byte order mark and blanks before the first tag.
bool begins_with_tag(std::string_view bytes) {
    constexpr std::string_view before = "\xEF\xBB\xBF\xFF\xFE \t\r\n";
    const std::size_t first = bytes.find_first_not_of(before);
    if (first == std::string_view::npos) return false;
    return bytes.substr(first).starts_with('<') || bytes.substr(first).starts_with(std::string_view("\0<", 2));
}

}  // namespace

std::optional<std::string> foreign_file(std::string_view bytes) {
    if (bytes.empty()) return "empty";
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return old_office_file(bytes);
    if (bytes.starts_with("%PDF")) return "pdf-file";
    if (!begins_with_tag(bytes)) return std::nullopt;
    const std::string text = beginning_in_lower_case(bytes);
    if (text.starts_with("<?xml") && has(text, "urn:schemas-microsoft-com:office:spreadsheet")) return "xml-workbook";
    for (const char* tag : {"<html", "<!doctype html", "<head", "<meta", "<table", "<body"}) {
        if (has(text, tag)) return "web-page";
    }
    return std::nullopt;
}

}  // namespace nianbao
