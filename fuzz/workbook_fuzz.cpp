// Any bytes at all as a workbook. What cannot be read ends in one InputError; everything else is a bug.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "readers/xlsx_reader.h"
#include "require.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

void check(const Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const SheetCell& cell = sheet.cells[i];
        require(cell.row >= 1 && cell.row <= max_sheet_rows && cell.column >= 1 && cell.column <= max_sheet_columns,
                "a cell is in the sheet");
        require(sheet.find(cell.row, cell.column) == &cell, "a cell is found at its place");
        for (const std::string* text : {&cell.value.text, &cell.formula, &cell.font}) {
            require(!first_invalid_byte(*text), "what is read is UTF-8");
        }
    }
}

}  // namespace
}  // namespace nianbao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nianbao;
    try {
        for (const Sheet& sheet : read_spreadsheet({reinterpret_cast<const char*>(data), size}).sheets) check(sheet);
    } catch (const InputError& error) {
        require(error.diagnostics.size() == 1, "what cannot be read says why, once");
    }
    return 0;
}
