// Law "round trip": what we write as text and Markdown comes back, narrative and cells, whatever the text holds.
#include <doctest/doctest.h>

#include <sstream>

#include "composing/compose.h"
#include "derive/blank.h"
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

namespace {

/// What a clerk makes of a blank template: a number in every open cell, a sentence in every open place.
std::string filled_in(const std::string& text) {
    constexpr std::string_view place = "＿＿＿＿＿＿＿＿", cell = "＿＿";
    std::string filled;
    std::size_t sentences = 0, numbers = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line); filled += line + "\n") {
        if (line.ends_with(place)) {
            line.replace(line.size() - place.size(), place.size(), "第" + std::to_string(++sentences) + "处文字。");
        } else if (line.starts_with("│") || line.starts_with("|")) {
            // Drawn tables stay as wide as they were: a full-width underscore takes two columns.
            for (auto at = line.find(cell); at != std::string::npos; at = line.find(cell))
                line.replace(at, cell.size(), std::to_string(numbers++ % 10) + "   ");
        }
    }
    return filled;
}

}  // namespace

TEST_CASE("form law: a blank template is read as blank, and filled in as what was filled in") {
    const Form& form = form_2021();
    const Report blank = blank_report(form, "示例区水务局", 2024);
    const Document document = compose_document(blank, form, embedded_folder("templates/"), {.content = "blank"});
    for (const bool markdown : {false, true}) {
        CAPTURE(markdown);
        const std::string text = markdown ? write_markdown(document) : write_text(document);
        const auto read = [&](const std::string& page) {
            return recognise_page(markdown ? read_markdown_page(page) : read_text_page(page), the_statute());
        };
        const Reading empty = read(text);
        CHECK(empty.notes.empty());
        CHECK(empty.report.agency.name == "示例区水务局");
        CHECK(empty.report.year == 2024);
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            CAPTURE(form.cells[i].path);
            CHECK(std::holds_alternative<Blank>(empty.report.cells[i]));
        }
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            CAPTURE(form.fields[i].path);
            CHECK(text_of(empty.report, static_cast<FieldId>(i)).empty());
        }
        const Reading full = read(filled_in(text));
        std::size_t numbers = 0, sentences = 0;
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            CAPTURE(form.cells[i].path);
            if (form.cells[i].derived) {
                CHECK(std::holds_alternative<Blank>(full.report.cells[i]));
            } else {
                CHECK(full.report.cells[i] == Cell(Amount{static_cast<std::int64_t>(numbers++ % 10)}));
            }
        }
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            CAPTURE(form.fields[i].path);
            const Paragraphs& paragraphs = text_of(full.report, static_cast<FieldId>(i));
            if (paragraphs.empty()) continue;
            CHECK(paragraphs == Paragraphs{"第" + std::to_string(++sentences) + "处文字。"});
        }
        CHECK(numbers > 150);
        CHECK(sentences > 9);
    }
}
