// How long each stage takes for one report, in microseconds, and how it compares with reading the JSON: figures to look
// at, side by side in one run, never asserted. Run: build/release/bench/stages_bench [ROUNDS]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include "checks/checks.h"
#include "checks/word_passages.h"
#include "composing/compose.h"
#include "forms/statute.h"
#include "readers/json_report_reader.h"
#include "writers/json_report_writer.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"
#include "writers/xlsx_writer.h"

using namespace nianbao;

namespace {

double microseconds(int rounds, const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i) work();
    const std::chrono::duration<double, std::micro> passed = std::chrono::steady_clock::now() - begin;
    return passed.count() / rounds;
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 200;
    const Statute statute = load_statute(embedded_folder("schemas/"));
    const SourceFiles templates = embedded_folder("templates/");
    const std::string json(embedded_files().at("schemas/samples/2021.json"));
    const Form& form = *statute.find_form("2021");
    const Report report = read_json_report(json, statute).report;
    const Document document = compose_document(report, form, templates);
    const double reading = microseconds(rounds, [&] { static_cast<void>(read_json_report(json, statute)); });
    const auto print = [&](const char* stage, double time) {
        std::printf("%-28s %9.1f us %8.2f x reading %10.0f a second\n", stage, time, time / reading, 1e6 / time);
    };
    print("load the statute",
          microseconds(rounds / 20 + 1, [] { static_cast<void>(load_statute(embedded_folder("schemas/"))); }));
    print("read the report", reading);
    print("check", microseconds(rounds, [&] {
              static_cast<void>(check_report(report, form, statute.catalogue, statute.agencies));
          }));
    Catalogue tables_alone = statute.catalogue;
    for (Rule& rule : tables_alone.rules) {
        if (rule.code.starts_with("n.")) rule.severity = Severity::off;
    }
    print("check, tables alone",
          microseconds(rounds, [&] { static_cast<void>(check_report(report, form, tables_alone, statute.agencies)); }));
    const WordPassages text = read_word_passages(report, form, statute.agencies, true);
    const std::size_t characters = length_of(text.all());
    std::printf("the words of the report: %zu characters\n", characters);
    print("read the words for counts",
          microseconds(rounds, [&] { static_cast<void>(read_word_passages(report, form, statute.agencies, true)); }));
    print("write JSON", microseconds(rounds, [&] { static_cast<void>(write_json_report(report, form)); }));
    print("compose", microseconds(rounds, [&] { static_cast<void>(compose_document(report, form, templates)); }));
    print("write text", microseconds(rounds, [&] { static_cast<void>(write_text(document)); }));
    print("write Markdown", microseconds(rounds, [&] { static_cast<void>(write_markdown(document)); }));
    print("write XLSX", microseconds(rounds, [&] { static_cast<void>(write_xlsx(document, form)); }));
    return 0;
}
