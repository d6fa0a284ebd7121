#include "cli/input_formats.h"

#include <algorithm>
#include <string>

#include "cli/outside_readers.h"
#include "cli/text_encoding.h"
#include "readers/docx_reader.h"
#include "readers/html_reader.h"
#include "readers/json_report_reader.h"
#include "readers/json_source.h"
#include "readers/markdown_reader.h"
#include "readers/printed_text_reader.h"
#include "readers/spreadsheet/recalculate.h"
#include "readers/text_reader.h"
#include "readers/xlsx_reader.h"
#include "recognition/page_recognition.h"
#include "recognition/workbook_recognition.h"
#include "unicode/letters.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool holds_chinese(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (next_code_point(text, at) >= 0x3400) return true;
    }
    return false;
}

[[noreturn]] void refuse(const char* variant) {
    Diagnostic problem;
    problem.code = "i.not-a-report";
    problem.variant = variant;
    throw InputError({std::move(problem)});
}

Reading recognise(const Page& page, const Statute& statute, const ReadingChoices& choices) {
    if (!choices.half) return recognise_page(page, statute, choices.hints);
    const HalfPage half = half_of(page, *choices.half);
    if (half.page.document.blocks.empty()) refuse("one-year");
    ReadingHints hints = choices.hints;
    hints.year_of_tables = hints.year > 0 ? hints.year : half.year;
    return recognise_page(half.page, statute, hints);
}

Reading read_workbook(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    if (choices.half) refuse("half-of-workbook");
    Spreadsheet book = read_spreadsheet(bytes);
    recalculate(book);
    return recognise_workbook(book, statute, choices.hints);
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

Reading read_text(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    const std::string text = to_utf8(bytes);
    return recognise(looks_like_markdown(text) ? read_markdown_page(text) : read_text_page(text), statute, choices);
}

Reading read_document(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    return recognise(read_docx(bytes), statute, choices);
}

Reading read_web_page(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    return recognise(read_html(page_to_utf8(bytes, declared_charset(bytes))), statute, choices);
}

Reading read_pdf(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    return recognise(read_printed_text(text_of_pdf(bytes)), statute, choices);
}

Reading read_old_document(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    return read_document(by_office(bytes, OldOffice::document), statute, choices);
}

Reading read_old_workbook(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    return read_workbook(by_office(bytes, OldOffice::workbook), statute, choices);
}

/// The report file is a statement of its own: nothing beside it counts.
Reading read_report_file(std::string_view bytes, const Statute& statute, const ReadingChoices& choices) {
    if (choices.half) refuse("half-of-workbook");
    return read_json_report(to_utf8(bytes), statute);
}

const std::vector<InputFormat>& formats() {
    static const std::vector<InputFormat> list{
        {"html", {"html", "htm"}, looks_like_html, read_web_page},
        {"pdf", {"pdf"}, looks_like_pdf, read_pdf},
        {"doc",
         {"doc", "wps", "rtf"},
         [](std::string_view b) { return old_office_kind(b) == OldOffice::document; },
         read_old_document},
        {"xls",
         {"xls", "et"},
         [](std::string_view b) { return old_office_kind(b) == OldOffice::workbook; },
         read_old_workbook},
        {"xlsx", {"xlsx"}, looks_like_workbook, read_workbook},
        {"docx", {"docx"}, looks_like_docx, read_document},
        {"txt", {"txt", "md"}, looks_like_text, read_text},
        {"json", {"json"}, [](std::string_view) { return true; }, read_report_file},
    };
    return list;
}

}  // namespace

const InputFormat& input_format_of(std::string_view bytes) {
    return *std::find_if(formats().begin(), formats().end(),
                         [&](const InputFormat& format) { return format.is(bytes); });
}

bool may_be_report(std::string_view path) {
    const std::string name = in_lower_case(path);
    return std::any_of(formats().begin(), formats().end(), [&](const InputFormat& format) {
        return std::any_of(format.extensions.begin(), format.extensions.end(), [&](std::string_view extension) {
            return name.size() > extension.size() && name.ends_with("." + std::string(extension));
        });
    });
}

std::size_t max_input_bytes() {
    return std::max({max_json_bytes, max_workbook_bytes, max_document_bytes, max_page_bytes, max_outside_bytes});
}

}  // namespace nianbao
