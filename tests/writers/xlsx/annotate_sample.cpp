// Marks a workbook for check_annotations.py: annotate_sample IN OUT [SHEET ROW COLUMN SEVERITY TEXT]...
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "writers/xlsx_annotator.h"

namespace {

nianbao::Severity severity_of(const std::string& word) {
    if (word == "error") return nianbao::Severity::error;
    return word == "warning" ? nianbao::Severity::warning : nianbao::Severity::info;
}

}  // namespace

int main(int count, char** words) {
    std::ifstream in(words[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    nianbao::Annotations findings;
    findings.summary = "共有" + std::to_string((count - 3) / 5) + "条意见。";
    for (int i = 3; i + 4 < count; i += 5) {
        const nianbao::SheetMark mark{std::stoul(words[i]), static_cast<std::uint32_t>(std::stoul(words[i + 1])),
                                      static_cast<std::uint16_t>(std::stoul(words[i + 2])), severity_of(words[i + 3]),
                                      words[i + 4]};
        findings.marks.push_back(mark);
        findings.rows.push_back({mark.severity, words[i + 3], mark.text, "请核对后修改。",
                                 "第" + std::to_string(mark.row) + "行", "t3.row-total",
                                 nianbao::SheetPlace{static_cast<std::uint16_t>(mark.sheet), mark.row, mark.column}});
    }
    try {
        std::ofstream(words[2], std::ios::binary) << nianbao::annotate_workbook(bytes, findings);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
