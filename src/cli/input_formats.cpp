#include "cli/input_formats.h"

#include <algorithm>
#include <array>
#include <string>

#include "cli/text_encoding.h"
#include "readers/json_report_reader.h"
#include "readers/json_source.h"
#include "readers/spreadsheet/recalculate.h"
#include "readers/xlsx_reader.h"
#include "recognition/workbook_recognition.h"

namespace nianbao {
namespace {

Reading read_workbook(std::string_view bytes, const Statute& statute) {
    Spreadsheet book = read_spreadsheet(bytes);
    recalculate(book);
    return recognise_workbook(book, statute);
}

constexpr std::array formats{
    InputFormat{"xlsx", looks_like_workbook, read_workbook},
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

std::size_t max_input_bytes() { return std::max(max_json_bytes, max_workbook_bytes); }

}  // namespace nianbao
