#include "readers/office/office_kind.h"

#include <limits>

#include "ooxml/package.h"
#include "readers/office/foreign_file.h"

namespace nianbao {
namespace {

OfficeKind kind_of_zip(std::string_view bytes) {
    ooxml::ArchiveLimits limits;
    limits.archive = std::numeric_limits<std::size_t>::max();
    try {
        const ooxml::PackageKind kind = ooxml::Package(bytes, limits).kind();
        return kind == ooxml::PackageKind::document ? OfficeKind::document : OfficeKind::workbook;
    } catch (const ooxml::PackageError&) {
        const bool document = bytes.find("word/document.xml") != std::string_view::npos;
        return document ? OfficeKind::document : OfficeKind::workbook;
    }
}

}  // namespace

OfficeKind office_kind(std::string_view bytes) {
    if (bytes.starts_with("PK")) return kind_of_zip(bytes);
    const auto foreign = foreign_file(bytes);
    if (!foreign || *foreign == "empty" || *foreign == "pdf-file") return OfficeKind::none;
    return *foreign == "doc" ? OfficeKind::document : OfficeKind::workbook;
}

}  // namespace nianbao
