// Golden folders: tests/golden/CASE/input.json is read, checked and, where its findings allow it, rendered; what comes
// out stands beside it. UPDATE_GOLDEN=1 rewrites the files; read the difference before committing it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "checks/checks.h"
#include "checks/publication.h"
#include "cli/finding_printer.h"
#include "composing/compose.h"
#include "derive/fill.h"
#include "forms/schema_files.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"
#include "writers/html_writer.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"
#include "writers/tsv_writer.h"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

/// File name to text; nothing where the file should not be there.
using GoldenFiles = std::map<std::string, std::optional<std::string>>;

const fs::path golden_folder(NIANBAO_GOLDEN_FOLDER);

std::optional<std::string> text_of_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<fs::path> cases() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(golden_folder)) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

Input read_case(const fs::path& folder) {
    Input input;
    input.path = input.name = "input.json";
    input.reading = read_json_report(text_of_file(folder / input.name).value_or(""), the_statute());
    input.form = the_statute().find_form(input.reading->report.form);
    input.problems = input.reading->notes;
    return input;
}

std::string as_lines(const std::vector<Diagnostic>& findings, const Input& input, const Tally& tally,
                     Language language) {
    std::istringstream in;
    std::ostringstream out;
    const Shell shell{in, out, out, language, false};
    std::string lines;
    for (const Diagnostic& finding : findings) lines += finding_lines(finding, input, the_statute().catalogue, shell);
    return lines + tally_line(tally, language);
}

std::string as_json(const std::vector<Diagnostic>& findings, const Input& input, const Tally& tally) {
    JsonNode list = JsonNode::array();
    for (const Diagnostic& finding : findings)
        list.add(finding_json(finding, input, the_statute().catalogue, Language::zh));
    return JsonNode::object().put("diagnostics", std::move(list)).put("summary", tally_json(tally)).page();
}

GoldenFiles results_of(const fs::path& folder) {
    Input input = read_case(folder);
    const auto findings = check_input(input, the_statute());
    Tally tally;
    tally.add(input, findings);
    GoldenFiles files{{"findings.zh.txt", as_lines(findings, input, tally, Language::zh)},
                      {"findings.en.txt", as_lines(findings, input, tally, Language::en)},
                      {"findings.json", as_json(findings, input, tally)},
                      {"report.txt", std::nullopt},
                      {"report.md", std::nullopt},
                      {"report.html", std::nullopt},
                      {"report.tsv", std::nullopt}};
    if (std::any_of(findings.begin(), findings.end(), stops_publication)) return files;
    Report& report = input.reading->report;
    fill_report(report, *input.form, false);
    const Document document = compose_document(report, *input.form, embedded_folder("templates/"));
    files["report.txt"] = write_text(document);
    files["report.md"] = write_markdown(document);
    files["report.html"] = write_html(document, {{"html/page.html", "{{body}}"}});  // without its style
    files["report.tsv"] = write_tsv(document);
    return files;
}

void accept(const fs::path& path, const std::optional<std::string>& text) {
    if (text) {
        std::ofstream(path, std::ios::binary) << *text;
    } else {
        fs::remove(path);
    }
}

}  // namespace

TEST_CASE("golden folders: findings in both languages and as JSON, the report as text, Markdown, HTML and TSV") {
    const char* update = std::getenv("UPDATE_GOLDEN");
    CHECK(cases().size() >= 8);
    for (const fs::path& folder : cases()) {
        for (const auto& result : results_of(folder)) {
            const std::string& name = result.first;
            const auto& text = result.second;
            CAPTURE(folder.filename().string());
            CAPTURE(name);
            if (update && std::string(update) == "1") accept(folder / name, text);
            CHECK(text_of_file(folder / name) == text);
        }
    }
}
