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
const RowTest sum_of_two = [](const std::vector<Amount>& numbers) -> std::optional<bool> {
    return numbers.size() == 3 ? std::optional(numbers[0] + numbers[1] == numbers[2]) : std::nullopt;
};

/// `3 4 7`, `_` for an empty cell, `?` where it cannot be told.
std::string row_of_three(const std::string& text) {
    static const CharacterVariants no_variants;
    const PageStream stream(page_of(text), no_variants);
    const auto values = read_row(value_pieces(stream, {0, stream.size()}, Unit::count), 3, 1, Unit::count, sum_of_two);
    if (!values) return "?";
    std::string shown;
    for (const RowValue& value : *values) {
        const Amount* number = number_in(value.cell);
        const Mark* mark = std::get_if<Mark>(&value.cell);
        shown += (shown.empty() ? "" : " ") + (number ? to_string(*number) : mark ? mark->written : std::string("_"));
    }
    return shown;
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
             {"347", "3 4 7"},  // one way to cut it
             {"000", "0 0 0"},
             {"112", "1 1 2"},
             {"1112", "?"},
             {"3 4", "?"},
             {"3\t7", "?"},  // parted, so not cut
             {"3 4 7 2", "?"},
             {"", "?"},
         }) {
        CAPTURE(each.text);
        CHECK(row_of_three(each.text) == each.values);
    }
}

TEST_CASE("digits that have lost what parted them: only where one way passes") {
    CHECK(cut_digits({"713"}, 3, sum_of_two).empty());
    CHECK(cut_digits({"10111"}, 3, sum_of_two) == std::vector<std::vector<std::string>>{{"10", "1", "11"}});
    CHECK(cut_digits({"0", "55"}, 3, sum_of_two) == std::vector<std::vector<std::string>>{{"0", "5", "5"}});
    CHECK(cut_digits({"011"}, 3, sum_of_two).size() == 1);
    CHECK(cut_digits({"1010"}, 3, sum_of_two).empty());
}
