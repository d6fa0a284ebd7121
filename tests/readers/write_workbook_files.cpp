// Writes the workbooks that others read: write_workbook_files hostile|imitated|small FOLDER
// and, beside them, expected.txt: file, code and variant of the finding, separated by tabs.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "readers/workbook_samples.h"

int main(int argc, char** argv) {
    using namespace nianbao;
    constexpr std::size_t small = 20'000;
    if (argc != 3) {
        std::cerr << "usage: write_workbook_files hostile|imitated|small FOLDER\n";
        return 2;
    }
    const std::string kind = argv[1];
    const std::filesystem::path folder = argv[2];
    std::filesystem::create_directories(folder);
    std::vector<SampleWorkbook> samples = kind == "imitated" ? imitated_workbooks() : hostile_workbooks();
    if (kind == "small") {
        const auto more = imitated_workbooks();
        samples.insert(samples.end(), more.begin(), more.end());
    }
    std::ofstream expected;
    if (kind != "small") expected.open(folder / "expected.txt");
    for (const SampleWorkbook& sample : samples) {
        const std::string bytes = sample.bytes();
        if (kind == "small" && bytes.size() > small) continue;
        std::ofstream(folder / sample.name, std::ios::binary) << bytes;
        expected << sample.name << '\t' << sample.code << '\t' << sample.variant << '\n';
    }
    return 0;
}
