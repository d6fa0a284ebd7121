#include "composing/table_layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "the_statute.h"

using namespace nianbao;

namespace {

std::string text_in(const GridCell& cell) { return cell.text.empty() ? "" : plain_text(cell.text.front()); }

/// `row,column rows×columns role text`, a cell a line; B band, C corner, H head, S side, I input, D derived.
std::string dump(const Grid& grid, std::size_t from_row, std::size_t to_row) {
    std::string text;
    for (const GridCell& cell : grid.cells) {
        if (cell.row < from_row || cell.row >= to_row) continue;
        text += std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + std::to_string(cell.rows) + "×" +
                std::to_string(cell.columns) + " " + "BCHSIDP"[static_cast<int>(cell.role)] + " " + text_in(cell) +
                "\n";
    }
    return text;
}

Report with_numbers(const Form& form) {
    Report report = empty_report(form);
    for (std::size_t i = 0; i < report.cells.size(); ++i) report.cells[i] = Amount{static_cast<std::int64_t>(i), 0};
    return report;
}

Grid laid_out(const Form& form, std::size_t table) { return lay_out_table(form, table, with_numbers(form)); }

void check_covers(const Grid& grid) {
    std::vector<int> covered(static_cast<std::size_t>(grid.rows * grid.columns));
    for (const GridCell& cell : grid.cells) {
        REQUIRE(cell.row + cell.rows <= grid.rows);
        REQUIRE(cell.column + cell.columns <= grid.columns);
        for (int row = cell.row; row < cell.row + cell.rows; ++row) {
            for (int column = cell.column; column < cell.column + cell.columns; ++column) {
                ++covered[static_cast<std::size_t>(row * grid.columns + column)];
            }
        }
    }
    CHECK(std::all_of(covered.begin(), covered.end(), [](int times) { return times == 1; }));
}

}  // namespace

TEST_CASE("table two of 2021 has 14 lines of 4 columns in four bands") {
    const Grid grid = laid_out(form_2021(), 0);
    CHECK(grid.table == "disclosure");
    CHECK(grid.rows == 14);
    CHECK(grid.columns == 4);
    CHECK(grid.side_columns == 1);
    CHECK(dump(grid, 0, 14) ==
          "0,0 1×4 B 第二十条第（一）项\n"
          "1,0 1×1 C 信息内容\n1,1 1×1 H 本年制发件数\n1,2 1×1 H 本年废止件数\n1,3 1×1 H 现行有效件数\n"
          "2,0 1×1 S 规章\n2,1 1×1 I 0\n2,2 1×1 I 1\n2,3 1×1 I 2\n"
          "3,0 1×1 S 行政规范性文件\n3,1 1×1 I 3\n3,2 1×1 I 4\n3,3 1×1 I 5\n"
          "4,0 1×4 B 第二十条第（五）项\n"
          "5,0 1×1 C 信息内容\n5,1 1×3 H 本年处理决定数量\n"
          "6,0 1×1 S 行政许可\n6,1 1×3 I 6\n"
          "7,0 1×4 B 第二十条第（六）项\n"
          "8,0 1×1 C 信息内容\n8,1 1×3 H 本年处理决定数量\n"
          "9,0 1×1 S 行政处罚\n9,1 1×3 I 7\n"
          "10,0 1×1 S 行政强制\n10,1 1×3 I 8\n"
          "11,0 1×4 B 第二十条第（八）项\n"
          "12,0 1×1 C 信息内容\n12,1 1×3 H 本年收费金额（单位：万元）\n"
          "13,0 1×1 S 行政事业性收费\n13,1 1×3 I 9\n");
    REQUIRE(grid.bands.size() == 4);
    const std::array<std::array<int, 3>, 4> bands{{{0, 2, 4}, {4, 2, 3}, {7, 2, 4}, {11, 2, 3}}};
    for (std::size_t b = 0; b < bands.size(); ++b) {
        CHECK(grid.bands[b].first_row == bands[b][0]);
        CHECK(grid.bands[b].head_rows == bands[b][1]);
        CHECK(grid.bands[b].rows == bands[b][2]);
    }
}

TEST_CASE("table three of 2021 has 3 label and 7 number columns, 3 head lines and 25 rows") {
    const Grid grid = laid_out(form_2021(), 1);
    CHECK(grid.rows == 28);
    CHECK(grid.columns == 10);
    CHECK(grid.side_columns == 3);
    CHECK(dump(grid, 0, 4) ==
          "0,0 3×3 C （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n"
          "0,3 1×7 H 申请人情况\n"
          "1,3 2×1 H 自然人\n1,4 1×5 H 法人或其他组织\n1,9 2×1 H 总计\n"
          "2,4 1×1 H 商业企业\n2,5 1×1 H 科研机构\n2,6 1×1 H 社会公益组织\n2,7 1×1 H 法律服务机构\n2,8 1×1 H 其他\n"
          "3,0 1×3 S 一、本年新收政府信息公开申请数量\n"
          "3,3 1×1 I 10\n3,4 1×1 I 11\n3,5 1×1 I 12\n3,6 1×1 I 13\n3,7 1×1 I 14\n3,8 1×1 I 15\n3,9 1×1 D 16\n");
    CHECK(dump(grid, 5, 6).starts_with("5,0 22×1 S 三、本年度办理结果\n5,1 1×2 S （一）予以公开\n5,3 1×1 I 24\n"));
    CHECK(dump(grid, 7, 8).starts_with("7,1 8×1 S （三）不予公开\n7,2 1×1 S 1.属于国家秘密\n7,3 1×1 I 38\n"));
    CHECK(dump(grid, 26, 27).starts_with("26,1 1×2 S （七）总计\n26,3 1×1 D 171\n"));
    CHECK(dump(grid, 27, 28).starts_with("27,0 1×3 S 四、结转下年度继续办理\n"));
}

TEST_CASE("table four of 2021 has 15 columns, 3 head lines and one row") {
    const Grid grid = laid_out(form_2021(), 2);
    CHECK(grid.rows == 4);
    CHECK(grid.columns == 15);
    CHECK(grid.side_columns == 0);
    CHECK(dump(grid, 0, 3) ==
          "0,0 1×5 H 行政复议\n0,5 1×10 H 行政诉讼\n"
          "1,0 2×1 H 结果维持\n1,1 2×1 H 结果纠正\n1,2 2×1 H 其他结果\n1,3 2×1 H 尚未审结\n1,4 2×1 H 总计\n"
          "1,5 1×5 H 未经复议直接起诉\n1,10 1×5 H 复议后起诉\n"
          "2,5 1×1 H 结果维持\n2,6 1×1 H 结果纠正\n2,7 1×1 H 其他结果\n2,8 1×1 H 尚未审结\n2,9 1×1 H 总计\n"
          "2,10 1×1 H 结果维持\n2,11 1×1 H 结果纠正\n2,12 1×1 H 其他结果\n2,13 1×1 H 尚未审结\n2,14 1×1 H 总计\n");
    CHECK(dump(grid, 3, 4).starts_with("3,0 1×1 I 185\n"));
    CHECK(dump(grid, 3, 4).ends_with("3,14 1×1 D 199\n"));
}

TEST_CASE("a block with fewer columns reaches to the full width") {
    const Grid grid = laid_out(form_2019(), 0);
    CHECK(grid.columns == 4);
    CHECK(dump(grid, 12, 18) ==
          "12,0 1×4 B 第二十条第（八）项\n"
          "13,0 1×1 C 信息内容\n13,1 1×1 H 上一年项目数量\n13,2 1×2 H 本年增/减\n"
          "14,0 1×1 S 行政事业性收费\n14,1 1×1 I 18\n14,2 1×2 I 19\n"
          "15,0 1×4 B 第二十条第（九）项\n"
          "16,0 1×1 C 信息内容\n16,1 1×1 H 采购项目数量\n16,2 1×2 H 采购总金额\n"
          "17,0 1×1 S 政府集中采购\n17,1 1×1 I 20\n17,2 1×2 I 21\n");
}

TEST_CASE("every place is covered once and every cell of the form shown once") {
    for (const Form& form : the_statute().forms) {
        std::multiset<CellId> shown;
        for (std::size_t table = 0; table < form.tables.size(); ++table) {
            const Grid grid = laid_out(form, table);
            check_covers(grid);
            for (const GridCell& cell : grid.cells) {
                if (!cell.shows) continue;
                shown.insert(*cell.shows);
                CHECK(cell.number == Amount{*cell.shows, 0});
                CHECK(cell.text.front().runs.front().shows == at_cell(*cell.shows));
                CHECK((cell.role == GridCell::Role::derived) == form.cells[*cell.shows].derived);
            }
        }
        CHECK(shown.size() == form.cells.size());
        CHECK(std::set<CellId>(shown.begin(), shown.end()).size() == form.cells.size());
    }
}

TEST_CASE("open cells, marks and notes") {
    Report report = empty_report(form_2021());
    const CellId issued = *form_2021().find_cell("/disclosure/regulations/issued");
    report.cells[issued] = Amount{16, 0};
    report.notes[issued] = "其中修订6件";
    report.cells[issued + 1U] = Mark{"/"};
    report.cells[issued + 2U] = Blank{};
    const CellDisplay open{"填", "算"};
    CHECK(dump(lay_out_table(form_2021(), 0, report, open), 2, 3) ==
          "2,0 1×1 S 规章\n2,1 1×1 I 16（其中修订6件）\n2,2 1×1 I /\n2,3 1×1 I 填\n");
    CHECK(dump(lay_out_table(form_2021(), 1, report, open), 3, 4).ends_with("3,8 1×1 I 填\n3,9 1×1 D 算\n"));
    const Grid finished = lay_out_table(form_2021(), 0, report);
    CHECK(dump(finished, 2, 3) == "2,0 1×1 S 规章\n2,1 1×1 I 16（其中修订6件）\n2,2 1×1 I /\n2,3 1×1 I \n");
    for (const GridCell& cell : finished.cells) CHECK(cell.number.has_value() == (cell.shows == issued));
}
