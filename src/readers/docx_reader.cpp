#include "readers/docx_reader.h"

#include "ooxml/package.h"
#include "readers/docx/body_part.h"
#include "readers/docx/budget.h"
#include "readers/docx/numbering_part.h"
#include "readers/docx/own_document.h"
#include "readers/docx/page_builder.h"
#include "readers/docx/styles_part.h"
#include "readers/office/foreign_file.h"
#include "readers/office/office_kind.h"
#include "readers/office/refusal.h"

namespace nianbao {
namespace {

using namespace docx_reading;

Page read_package(const ooxml::Package& package, WordSources* sources) {
    if (package.kind() != ooxml::PackageKind::document) throw refusal("i.not-a-report", "not-a-document");
    const Numbering numbering = read_numbering(package);
    const Styles styles = read_styles(package, numbering);
    Budget budget;
    Body body = read_body(package, styles, budget, sources != nullptr);
    Page page = build_page(std::move(body), numbering, budget, sources);
    take_own_properties(package, page);
    return page;
}

ooxml::ArchiveLimits limits() {
    ooxml::ArchiveLimits limits;
    limits.archive = max_document_bytes;
    return limits;
}

Page read_bytes(std::string_view bytes, WordSources* sources) {
    if (const auto foreign = foreign_file(bytes)) throw refusal("i.not-a-report", *foreign);
    try {
        return read_package(ooxml::Package(bytes, limits()), sources);
    } catch (const ooxml::PackageError& error) {
        throw refusal(error, "not-a-document");
    }
}

}  // namespace

bool looks_like_docx(std::string_view bytes) { return office_kind(bytes) == OfficeKind::document; }

Page read_docx(std::string_view bytes) { return read_bytes(bytes, nullptr); }

WordSources word_sources(std::string_view bytes) {
    WordSources sources;
    (void)read_bytes(bytes, &sources);
    return sources;
}

}  // namespace nianbao
