// Any bytes at all through the whole way of a check: decoded, read, checked, told in both languages, and written back.
// What cannot be read ends in an InputError; everything else is a bug.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "checks/checks.h"
#include "cli/text_encoding.h"
#include "forms/statute.h"
#include "messages/finding_text.h"
#include "readers/json_report_reader.h"
#include "require.h"
#include "writers/json_report_writer.h"

namespace nianbao {
namespace {

const Statute& statute() {
    static const Statute law = load_statute(embedded_folder("schemas/"));
    return law;
}

void tell(const std::vector<Diagnostic>& findings, const FindingContext& context) {
    for (const Diagnostic& finding : findings) {
        for (const Language language : {Language::zh, Language::en}) {
            require(!describe(finding, context, language).message.empty(), "a finding has a message");
        }
    }
}

void check(const Reading& reading) {
    const Form* form = statute().find_form(reading.report.form);
    require(form != nullptr, "a report that was read is on a known form");
    std::vector<Diagnostic> findings = check_report(reading.report, *form, statute().catalogue, statute().agencies);
    for (Diagnostic& finding : findings) locate(finding, reading.provenance);
    const FindingContext context{statute().catalogue, form, &reading.report};
    tell(reading.notes, context);
    tell(findings, context);
    const Reading again = read_json_report(write_json_report(reading.report, *form), statute());
    require(again.report == reading.report, "what is written as JSON reads back the same");
}

}  // namespace
}  // namespace nianbao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nianbao;
    try {
        check(read_json_report(to_utf8({reinterpret_cast<const char*>(data), size}), statute()));
    } catch (const InputError& error) {
        require(!error.diagnostics.empty(), "what cannot be read says why");
        tell(error.diagnostics, {statute().catalogue, nullptr, nullptr});
    }
    return 0;
}
