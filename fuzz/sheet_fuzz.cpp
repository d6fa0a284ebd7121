// Any bytes at all as one part of a sound workbook, whose zip would hide them from the fuzzer. The first byte says
// which part: the sheet, the shared texts, the workbook or the styles.
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "ooxml/archive.h"
#include "readers/xlsx_reader.h"
#include "require.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::array parts{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"};

const std::map<std::string, std::string>& sound_parts() {
    static const std::map<std::string, std::string> sound{
        {"[Content_Types].xml",
         R"(<Types><Override PartName="/xl/workbook.xml" ContentType="spreadsheetml.sheet.main+xml"/></Types>)"},
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
         R"(<Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/>)"
         R"(<Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>)"},
        {parts[0],
         R"(<worksheet><sheetData><row><c t="s"><v>0</v></c><c s="0"><f>A1</f><v>1</v></c></row></sheetData></worksheet>)"},
        {parts[1], R"(<sst><si><t>x</t></si></sst>)"},
        {parts[2], R"(<workbook><sheets><sheet name="x" id="a"/></sheets></workbook>)"},
        {parts[3],
         R"(<styleSheet><fonts><font><name val="x"/></font></fonts><cellXfs><xf fontId="0" numFmtId="14"/></cellXfs></styleSheet>)"}};
    return sound;
}

std::string workbook_with(std::size_t which, const std::string& content) {
    ooxml::ArchiveEditor archive;
    for (const auto& [name, sound] : sound_parts()) {
        archive.put(name, name == parts[which] ? content : sound, ooxml::ArchiveEditor::Packing::stored);
    }
    return archive.finish();
}

}  // namespace
}  // namespace nianbao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nianbao;
    if (size == 0) return 0;
    const std::string bytes =
        workbook_with(data[0] % parts.size(), std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    try {
        for (const Sheet& sheet : read_spreadsheet(bytes).sheets) {
            require(!first_invalid_byte(sheet.name), "names are UTF-8");
            for (const SheetCell& cell : sheet.cells) {
                require(sheet.find(cell.row, cell.column) == &cell, "a cell is found at its place");
                require(!first_invalid_byte(cell.value.text + cell.formula + cell.font), "what is read is UTF-8");
            }
        }
    } catch (const InputError& error) {
        require(error.diagnostics.size() == 1, "what cannot be read says why, once");
    }
    return 0;
}
