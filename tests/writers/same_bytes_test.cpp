// The law "same bytes": what is written depends on the report alone.
#include <doctest/doctest.h>

#include "composing/compose.h"
#include "forms/schema_files.h"
#include "random_report.h"
#include "the_statute.h"
#include "writers/docx_writer.h"
#include "writers/html_writer.h"
#include "writers/json_report_writer.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"
#include "writers/tsv_writer.h"
#include "writers/xlsx_writer.h"

using namespace nianbao;

TEST_CASE("the same report gives the same bytes in every format, and every table stands in every format") {
    const SourceFiles templates = embedded_folder("templates/");
    for (const Form* form : {&form_2021(), &form_2019()}) {
        for (std::uint32_t seed = 0; seed < 8; ++seed) {
            const auto write_all = [&] {
                const Report report = RandomReport(seed).make(*form);
                const Document document = compose_document(report, *form, templates);
                return std::vector<std::string>{write_json_report(report, *form),
                                                write_text(document),
                                                write_markdown(document),
                                                write_html(document, templates),
                                                write_html(document, templates, {.fragment = true}),
                                                write_tsv(document),
                                                write_xlsx(document, *form),
                                                write_docx(document, templates)};
            };
            const auto once = write_all();
            CAPTURE(seed);
            CHECK(write_all() == once);
            for (const Section& section : form->sections) {
                for (const std::size_t text : {1U, 2U, 3U, 4U}) {
                    CAPTURE(section.heading);
                    CHECK(once[text].find(section.heading) != std::string::npos);
                }
            }
            for (const std::string& corner :
                 {form->tables[1].blocks[0].rows[0].label.zh, form->tables[0].blocks[0].heading}) {
                for (const std::size_t text : {1U, 2U, 3U, 4U, 5U}) CHECK(once[text].find(corner) != std::string::npos);
            }
        }
    }
}
