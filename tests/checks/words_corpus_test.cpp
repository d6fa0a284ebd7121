// The labelled sentences of tests/narrative/words_corpus: every true one stays quiet, nearly every false one is found
// at its phrase with its code. Both figures are printed.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "checks/checks.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

const std::filesystem::path corpus = NIANBAO_WORDS_CORPUS;
constexpr int least_found_of_hundred = 95;

std::string text_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Labelled {
    std::string id, report, section, expected, phrase, sentence;

    [[nodiscard]] bool is_true() const { return expected == "-"; }
};

std::vector<Labelled> read_sentences() {
    std::vector<Labelled> sentences;
    std::istringstream lines(text_of_file(corpus / "sentences.tsv"));
    std::string line;
    std::getline(lines, line);
    REQUIRE(line == "id\treport\tsection\texpected\tphrase\tsentence");
    while (std::getline(lines, line)) {
        std::istringstream fields(line);
        Labelled read;
        for (std::string* each : {&read.id, &read.report, &read.section, &read.expected, &read.phrase, &read.sentence})
            std::getline(fields, *each, '\t');
        sentences.push_back(std::move(read));
    }
    return sentences;
}

/// The report with the sentence as all that its section says.
Report with_sentence(Report report, const Form& form, const Labelled& labelled) {
    int section = -1;
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        if (form.sections[i].id == labelled.section) section = static_cast<int>(i);
    }
    const auto fields = form.fields_of(section);
    REQUIRE_FALSE(fields.empty());
    for (const FieldId field : fields) report.narrative[field].reset();
    if (form.sections[static_cast<std::size_t>(section)].extra_items) report.others.clear();
    const auto plain =
        std::find_if(fields.begin(), fields.end(), [&](FieldId id) { return form.fields[id].takes_plain_text; });
    report.narrative[plain == fields.end() ? fields.front() : *plain] = Paragraphs{labelled.sentence};
    return report;
}

class Corpus {
public:
    /// The findings on words in the labelled sentence.
    std::vector<Diagnostic> findings(const Labelled& labelled) {
        const auto [at, added] = reports_.try_emplace(labelled.report);
        if (added) {
            const std::string name = labelled.report + ".json";
            at->second = read_json_report(text_of_file(corpus / "reports" / name), the_statute()).report;
        }
        const Form& form = *the_statute().find_form(at->second.form);
        auto all = check_report(with_sentence(at->second, form, labelled), form, the_statute().catalogue,
                                the_statute().agencies);
        std::erase_if(all, [](const Diagnostic& finding) { return !finding.code.starts_with("n."); });
        return all;
    }

private:
    std::map<std::string, Report> reports_;
};

bool overlaps(const Diagnostic& finding, const Labelled& labelled) {
    const auto begin = labelled.sentence.find(labelled.phrase);
    return begin != std::string::npos && finding.at.begin < begin + labelled.phrase.size() && begin < finding.at.end;
}

std::string told(const std::vector<Diagnostic>& findings) {
    std::string text;
    for (const Diagnostic& finding : findings)
        text += (text.empty() ? "" : "; ") + finding.code + " “" + finding.excerpt + "” " +
                finding.actual.value_or("") + " > " + finding.expected.value_or("");
    return text.empty() ? "nothing" : text;
}

}  // namespace

TEST_CASE("labelled sentences: no false alarm, and nearly every contradiction found at its phrase") {
    Corpus reports;
    int true_ones = 0, alarms = 0, false_ones = 0, found = 0;
    std::map<std::string, std::pair<int, int>> by_code;
    for (const Labelled& labelled : read_sentences()) {
        const auto findings = reports.findings(labelled);
        if (labelled.is_true()) {
            ++true_ones;
            alarms += findings.empty() ? 0 : 1;
            if (!findings.empty()) MESSAGE("false alarm: ", labelled.id, " ", labelled.sentence, " — ", told(findings));
            continue;
        }
        ++false_ones;
        const bool hit = std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
            return finding.code == labelled.expected && overlaps(finding, labelled);
        });
        found += hit ? 1 : 0;
        by_code[labelled.expected].first += hit ? 1 : 0;
        by_code[labelled.expected].second += 1;
        if (!hit)
            MESSAGE("missed ", labelled.expected, ": ", labelled.id, " ", labelled.sentence, " — ", told(findings));
    }
    MESSAGE("true sentences: ", true_ones, ", false alarms: ", alarms);
    MESSAGE("false sentences: ", false_ones, ", found with code and phrase: ", found);
    for (const auto& [code, figures] : by_code) MESSAGE("  ", code, ": ", figures.first, " of ", figures.second);
    CHECK(alarms == 0);
    CHECK(100 * found >= least_found_of_hundred * false_ones);
}
