// Law "round trip": what we write as text and Markdown comes back, narrative and cells, whatever the text holds.
#include <doctest/doctest.h>

#include "composing/compose.h"
#include "printed_report.h"
#include "random_report.h"
#include "readers/markdown_reader.h"
#include "readers/text_reader.h"
#include "recognition/page_recognition.h"
#include "the_statute.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"

using namespace nianbao;

namespace {

Report read_back(const Report& report, const Form& form, bool markdown) {
    const Document document = compose_document(report, form, embedded_folder("templates/"));
    const Page page = markdown ? read_markdown_page(write_markdown(document)) : read_text_page(write_text(document));
    return recognise_page(page, the_statute()).report;
}

void check_round_trip(std::uint32_t seed, const Form& form, bool markdown) {
    CAPTURE(seed);
    CAPTURE(markdown);
    const Report report = RandomReport(seed).make(form);
    const Report wanted = as_printed(report, form);
    const Report found = read_back(report, form, markdown);
    CHECK(found.agency.name == wanted.agency.name);
    CHECK(found.year == wanted.year);
    CHECK(found.form == wanted.form);
    CHECK(found.title == wanted.title);
    for (std::size_t i = 0; i < wanted.narrative.size(); ++i) {
        CAPTURE(form.fields[i].path);
        CHECK(text_of(found, static_cast<FieldId>(i)) == text_of(wanted, static_cast<FieldId>(i)));
    }
    CHECK(found.others == wanted.others);
    for (std::size_t i = 0; i < wanted.cells.size(); ++i) {
        CAPTURE(form.cells[i].path);
        CHECK(found.cells[i] == wanted.cells[i]);
    }
}

}  // namespace

TEST_CASE("round trip: text and Markdown come back whole") {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        for (const Form* form : {&form_2021(), &form_2019()}) {
            check_round_trip(seed, *form, false);
            check_round_trip(seed, *form, true);
        }
    }
}
