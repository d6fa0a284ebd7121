#include "cli/input_formats.h"

#include <algorithm>
#include <array>
#include <string>

#include "cli/text_encoding.h"
#include "readers/docx_reader.h"
#include "readers/html_reader.h"
#include "readers/json_report_reader.h"
#include "readers/json_source.h"
#include "readers/markdown_reader.h"
#include "readers/spreadsheet/recalculate.h"
#include "readers/text_reader.h"
#include "readers/xlsx_reader.h"
#include "recognition/page_recognition.h"
#include "recognition/workbook_recognition.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool holds_chinese(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (next_code_point(text, at) >= 0x3400) return true;
    }
    return false;
}

Reading read_workbook(std::string_view bytes, const Statute& statute) {
    Spreadsheet book = read_spreadsheet(bytes);
    recalculate(book);
    return recognise_workbook(book, statute);
}

/// The first sign of a report file, behind comments too, is a bracket; text in Chinese that begins otherwise is a page.
bool looks_like_text(std::string_view bytes) {
    std::string text;
    try {
        text = to_utf8(bytes);
    } catch (const InputError&) {
        return false;  // told by the reader of JSON
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || std::string_view("{[/\"").find(text[first]) != std::string_view::npos)
        return false;
    return holds_chinese(text);
}

Reading read_text(std::string_view bytes, const Statute& statute) {
    const std::string text = to_utf8(bytes);
    return recognise_page(looks_like_markdown(text) ? read_markdown_page(text) : read_text_page(text), statute);
}

Reading read_document(std::string_view bytes, const Statute& statute) {
    return recognise_page(read_docx(bytes), statute);
}

Reading read_web_page(std::string_view bytes, const Statute& statute) {
    return recognise_page(read_html(page_to_utf8(bytes, declared_charset(bytes))), statute);
}

constexpr std::array formats{
    InputFormat{"html", looks_like_html, read_web_page},
    InputFormat{"xlsx", looks_like_workbook, read_workbook},
    InputFormat{"docx", looks_like_docx, read_document},
    InputFormat{"txt", looks_like_text, read_text},
    InputFormat{
        "json", [](std::string_view) { return true; },
        [](std::string_view bytes, const Statute& statute) { return read_json_report(to_utf8(bytes), statute); }},
};

}  // namespace

const InputFormat& input_format_of(std::string_view bytes) {
    return *std::find_if(formats.begin(), formats.end(), [&](const InputFormat& format) { return format.is(bytes); });
}

bool may_be_report(std::string_view path) {
    return std::any_of(formats.begin(), formats.end(), [&](const InputFormat& format) {
        return path.size() > format.name.size() && path.ends_with("." + std::string(format.name));
    });
}

std::size_t max_input_bytes() {
    return std::max({max_json_bytes, max_workbook_bytes, max_document_bytes, max_page_bytes});
}

}  // namespace nianbao
