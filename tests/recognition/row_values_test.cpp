#include "recognition/row_values.h"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

Page page_of(const std::string& text) {
    Page page;
    page.kind = Page::Kind::lines;
    std::size_t begin = 0;
    for (std::uint32_t line = 1; begin <= text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Paragraph paragraph{{Run{text.substr(begin, end - begin)}}};
        paragraph.place = TextPlace{line, 1};
        page.document.blocks.emplace_back(std::move(paragraph));
        begin = end + 1;
    }
    return page;
}

/// The last of three is the sum of the others.
const CellSums sum_of_two({{{{1, 0}, {1, 1}, {-1, 2}}, {}}});

/// `3 4 7`, `_` for an empty cell, `?` where it cannot be told.
std::string shown(const std::string& text, bool as_run = false) {
    static const CharacterVariants no_variants;
    const PageStream stream(page_of(text), no_variants);
    const std::vector<ValuePiece> pieces = value_pieces(stream, {0, stream.size()}, Unit::count);
    const auto values =
        as_run ? read_single_run(pieces, 3, sum_of_two) : read_row(pieces, 3, 1, Unit::count, sum_of_two);
    if (!values) return "?";
    std::string row;
    for (const RowValue& value : *values) {
        const Amount* number = number_in(value.cell);
        const Mark* mark = std::get_if<Mark>(&value.cell);
        row += (row.empty() ? "" : " ") + (number ? to_string(*number) : mark ? mark->written : std::string("_"));
    }
    return row;
}

}  // namespace

TEST_CASE("row values: as many as the row has, whatever parts them, else none") {
    struct Case {
        std::string text, values;
    };
    for (const Case& each : std::vector<Case>{
             {"3 4 7", "3 4 7"},
             {"\t\t3\t4\t7\t\t", "3 4 7"},
             {"| 3 | 4 | 7 |", "3 4 7"},
             {"3\n4\n7", "3 4 7"},
             {"３ +4 7件", "3 4 7"},
             {"3\t4\t8", "3 4 8"},      // a wrong sum is the report's own
             {"3 4\n8", "?"},           // a number on its own line may be one of the page
             {"| 3 | | 3 |", "3 _ 3"},  // an empty cell between two bars
             {"3\t-\t3", "3 - 3"},
             {"27 |\n| 27 |", "27 _ 27"},  // the end of one row and the beginning of the next may hold an empty cell
             {"27 |\n| 28 |", "?"},        // not where the sum is broken by it
             {"3 | 4 |\n| 7 |", "3 4 7"},  // nor where it is one too many
             {"27 |\n|\n| 27 |", "?"},
             {"347", "?"},
             {"3 4", "?"},
             {"3\t7", "?"},
             {"0013 7 20", "?"},  // no number begins with 0
             {"3 4 7 2", "?"},
             {"", "?"},
         }) {
        CAPTURE(each.text);
        CHECK(shown(each.text) == each.values);
    }
}

TEST_CASE("row values: digits that ran together are cut where the sum leaves one way") {
    struct Case {
        std::string text, values;
    };
    for (const Case& each : std::vector<Case>{
             {"347", "3 4 7"},
             {"000", "0 0 0"},
             {"10 111", "10 1 11"},
             {"11112", "?"},  // 1 11 12, 11 1 12
             {"348", "?"},    // no sum
             {"34\t7", "?"},  // parted, so not run together
             {"3 4 7", "?"},
             {"34a7", "?"},
             {"", "?"},
         }) {
        CAPTURE(each.text);
        CHECK(shown(each.text, true) == each.values);
    }
}
