// Writes the workbooks that check_workbooks.py reads back: write_sample_workbooks FOLDER
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "writers/form_workbook_samples.h"
#include "writers/xlsx_writer.h"

namespace {

using namespace nianbao;

void write(const std::filesystem::path& folder, const std::string& name, const Document& document, const Form& form) {
    std::ofstream(folder / (name + ".xlsx"), std::ios::binary) << write_xlsx(document, form);
}

void write_form(const std::filesystem::path& folder, const std::string& name, const Report& report,
                const Report* last_year = nullptr) {
    std::ofstream(folder / (name + ".xlsx"), std::ios::binary) << form_workbook(report, last_year);
}

void set(Report& report, const std::string& path, const Cell& value) {
    report.cells[the_statute().find_form(report.form)->find_cell(path).value()] = value;
}

/// Every fault that a given report may have: wrong totals, marks, remarks, numbers too long for a spreadsheet.
Report broken_report() {
    Report report = sample_report("2021");
    set(report, "/requests/received/business", amount("16"));
    set(report, "/requests/outcomes/granted/natural_person", Mark{"/"});
    set(report, "/requests/carried_out/total", Blank{});
    set(report, "/requests/outcomes/granted/total", Absent{});
    set(report, "/disputes/review/total", amount("9"));
    set(report, "/disclosure/fees", amount("24252.311082"));
    set(report, "/disclosure/licensing", Amount{9'007'199'254'740'993, 0});
    report.notes[form_2021().find_cell("/disclosure/normative_documents/issued").value()] = "其中修订6件";
    report.notes[form_2021().find_cell("/requests/received/total").value()] = "含网上申请40件";
    return report;
}

Document nasty_document() {
    Document document;
    document.title = std::string("&甲") + std::string(300, 'x');
    document.agency = "乙\x01<&>";
    document.year = 2024;
    document.blocks.push_back(Heading{1, text_paragraph("标题")});
    for (const std::string& text : {std::string("=1+1"), std::string("_x0041_"),
                                    std::string("a\x02"
                                                "b\xFF"),
                                    std::string("{=A1}"), std::string("+86"), std::string("https://example.invalid/#a"),
                                    std::string("<b>&amp;</b>")}) {
        document.blocks.push_back(text_paragraph(text));
    }
    Paragraph mixed = text_paragraph("强调");
    mixed.runs.front().strong = true;
    mixed.runs.push_back({"，其余。", false, std::nullopt});
    document.blocks.push_back(mixed);
    mixed.runs.front().text = "\x01";
    mixed.runs.back().text = "_x0042_";
    document.blocks.push_back(mixed);
    std::string tall, over_long;
    for (int i = 0; i < 1000; ++i) tall += "长";
    for (int i = 0; i < 20000; ++i) over_long += "𠮷";
    document.blocks.push_back(text_paragraph(tall));
    document.blocks.push_back(text_paragraph(over_long));
    Grid grid;
    grid.rows = grid.columns = 2;
    GridCell cell;
    cell.text.push_back(text_paragraph("=2+2"));
    grid.cells = {cell};
    document.blocks.push_back(grid);
    document.blocks.push_back(grid);
    return document;
}

/// A table with nothing but its heading, as an attachment of its own.
Document attachment() {
    Document document = sample_document(sample_report("2021"));
    const auto last_grid = std::find_if(document.blocks.rbegin(), document.blocks.rend(),
                                        [](const DocumentBlock& block) { return std::holds_alternative<Grid>(block); });
    document.blocks = {Heading{2, text_paragraph("附件3")}, *last_grid};
    return document;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const Report report = sample_report("2021");
    write(folder, "report", sample_document(report), form_2021());
    write(folder, "again", sample_document(report), form_2021());
    write(folder, "old", sample_document(sample_report("2019")), form_2019());
    write(folder, "broken", sample_document(broken_report(), {.draft = true}), form_2021());
    write(folder, "blank", sample_document(blank_report(form_2021(), "示例市统计局", 2025), {.content = "blank"}),
          form_2021());
    write(folder, "attachment", attachment(), form_2021());
    write(folder, "nasty", nasty_document(), form_2021());
    const Report full = full_form_report();
    write_form(folder, "form-blank", blank_form_report());
    write_form(folder, "form-again", blank_form_report());
    write_form(folder, "form-next", blank_form_report(), &full);
    write_form(folder, "form-full", full, &report);
    write_form(folder, "form-broken", broken_report());
    write_form(folder, "form-long", long_form_report());
    write_form(folder, "form-old", sample_report("2019"));
    return 0;
}
