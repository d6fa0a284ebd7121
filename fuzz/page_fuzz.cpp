// Any text as a page: as lines, as our own text, as Markdown. A report comes of it, or one InputError; every figure
// that was read stands in the text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/text_encoding.h"
#include "forms/statute.h"
#include "readers/markdown_reader.h"
#include "readers/text_reader.h"
#include "recognition/page_recognition.h"
#include "require.h"

namespace nianbao {
namespace {

const Statute& the_statute() {
    static const Statute statute = load_statute(embedded_folder("schemas/"));
    return statute;
}

void check(const Page& page) {
    try {
        const Reading reading = recognise_page(page, the_statute());
        const Form* form = the_statute().find_form(reading.report.form);
        require(form != nullptr, "a report is on a form");
        require(reading.report.cells.size() == form->cells.size(), "a report has all cells");
        require(reading.provenance.cells.size() == form->cells.size(), "every cell has an origin");
        require(!reading.report.agency.name.empty() && reading.report.year > 0, "whose it is, is known");
    } catch (const InputError& error) {
        require(!error.diagnostics.empty(), "what cannot be read says why");
    }
}

}  // namespace
}  // namespace nianbao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nianbao;
    try {
        const std::string text = to_utf8(std::string_view{reinterpret_cast<const char*>(data), size});
        check(read_text_page(text));
        check(read_markdown_page(text));
    } catch (const InputError& error) {
        require(!error.diagnostics.empty(), "what cannot be read says why");
    }
    return 0;
}
