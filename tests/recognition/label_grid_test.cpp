#include "recognition/label_grid.h"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

SheetCell text(std::uint32_t row, std::uint16_t column, const char* written) {
    return {row, column, {SheetValue::Kind::text, written}};
}

std::string text_at(const LabelGrid& grid, std::uint32_t row, std::uint32_t column) {
    const LabelCell* cell = grid.at(row, column);
    return cell ? cell->text : "-";
}

}  // namespace

TEST_CASE("a merged cell covers its places, whatever stands below it") {
    const LabelGrid grid(
        {"", false, {text(1, 1, "甲"), text(2, 2, "乙"), text(2, 3, "丙"), text(3, 4, "丁")}, {{2, 3, 2, 3}}});
    CHECK(grid.rows() == 3);
    CHECK(grid.columns() == 4);
    CHECK(text_at(grid, 0, 0) == "甲");
    CHECK(text_at(grid, 0, 1) == "-");
    for (const std::uint32_t row : {1U, 2U}) {
        CHECK(text_at(grid, row, 0) == "-");
        CHECK(text_at(grid, row, 1) == "乙");
        CHECK(text_at(grid, row, 2) == "乙");
        CHECK(grid.end_of(row, 1) == 3);
    }
    CHECK(text_at(grid, 2, 3) == "丁");
    CHECK(text_at(grid, 9, 9) == "-");
    CHECK(grid.end_of(0, 1) == 2);
    REQUIRE(grid.labels_of_row(2).size() == 2);
    CHECK(grid.labels_of_row(2)[0]->text == "乙");
    CHECK(grid.labels_of_row(2)[1]->text == "丁");
    REQUIRE(grid.labels_of_column(2, 0, 9).size() == 1);
    CHECK(grid.labels_of_column(2, 0, 9)[0]->text == "乙");
}

TEST_CASE("a merged last row is part of the grid, and merges without end are cut") {
    const LabelGrid grid({"", false, {text(1, 1, "甲")}, {{1, 1'000'000, 1, 16'000}}});
    CHECK(grid.rows() == 9);
    CHECK(grid.columns() == 9);
    CHECK(text_at(grid, 8, 8) == "甲");
}

TEST_CASE("cells far apart are found, and nothing between them") {
    const LabelGrid grid(
        {"", false, {text(1, 1, "甲"), text(1, 256, "乙"), text(4'000, 256, "丙"), text(4'001, 1, "丁")}, {}});
    CHECK(grid.rows() == 4'000);
    CHECK(grid.columns() == 256);
    CHECK(grid.label_rows() == std::vector<std::uint32_t>{0, 3'999});
    CHECK(text_at(grid, 3'999, 255) == "丙");
    CHECK(text_at(grid, 3'999, 0) == "-");
    CHECK(grid.labels_of_row(2'000).empty());
    REQUIRE(grid.labels_of_column(255, 0, 4'000).size() == 2);
    CHECK(grid.labels_of_column(255, 0, 4'000)[1]->text == "丙");
    CHECK(grid.labels_of_column(255, 1, 3'999).empty());
}
