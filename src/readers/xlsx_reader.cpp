#include "readers/xlsx_reader.h"

#include "ooxml/package.h"
#include "readers/office/foreign_file.h"
#include "readers/office/office_kind.h"
#include "readers/office/properties.h"
#include "readers/office/refusal.h"
#include "readers/xlsx/sheet_part.h"
#include "readers/xlsx/workbook_part.h"

namespace nianbao {
namespace {

using namespace xlsx_reading;
using ooxml::PackageKind;

/// The variant of i.not-a-report for packages of other kinds.
std::string other_package(PackageKind kind) {
    switch (kind) {
        case PackageKind::binary_workbook:
            return "xlsb";
        case PackageKind::document:
            return "docx";
        case PackageKind::presentation:
            return "pptx";
        case PackageKind::open_document:
            return "open-document";
        case PackageKind::workbook:
        case PackageKind::other:
            break;
    }
    return "plain-zip";
}

Spreadsheet read_package(const ooxml::Package& package) {
    if (package.kind() != PackageKind::workbook) throw refusal("i.not-a-report", other_package(package.kind()));
    const WorkbookPart workbook = read_workbook_part(package);
    const SharedStrings strings = read_shared_strings(package);
    const CellStyles styles = read_cell_styles(package);
    Budget budget;
    Spreadsheet book;
    book.dates_from_1904 = workbook.dates_from_1904;
    book.properties = read_properties(package);
    for (const SheetEntry& sheet : workbook.sheets) {
        book.sheets.push_back(read_sheet_part(sheet, {package, strings, styles, budget}));
    }
    return book;
}

ooxml::ArchiveLimits limits() {
    ooxml::ArchiveLimits limits;
    limits.archive = max_workbook_bytes;
    return limits;
}

}  // namespace

bool looks_like_workbook(std::string_view bytes) { return office_kind(bytes) == OfficeKind::workbook; }

Spreadsheet read_spreadsheet(std::string_view bytes) {
    if (const auto foreign = foreign_file(bytes)) throw refusal("i.not-a-report", *foreign);
    try {
        return read_package(ooxml::Package(bytes, limits()));
    } catch (const ooxml::PackageError& error) {
        throw refusal(error, "not-a-workbook");
    }
}

}  // namespace nianbao
