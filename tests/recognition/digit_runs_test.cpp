#include "recognition/digit_runs.h"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

/// The last of three is the sum of the others.
const CellSums sum_of_two({{{{1, 0}, {1, 1}, {-1, 2}}, {}}});
const CellSums no_sums({});

Numbers numbers_of(const std::vector<int>& values) {
    Numbers numbers;
    for (const int value : values) numbers.push_back({value, 0});
    return numbers;
}

/// `1 11 12 | 11 1 12`; `?` where it was too much.
std::string shown(const std::optional<std::vector<Numbers>>& ways) {
    if (!ways) return "?";
    std::string text;
    for (const Numbers& way : *ways) {
        if (!text.empty()) text += " |";
        for (const Amount& number : way) text += (text.empty() ? "" : " ") + to_string(number);
    }
    return text;
}

/// Three rows of two cells; in each column the third is the sum of the others.
const CellSums sums_of_columns({{{{1, 0}, {1, 2}, {-1, 4}}, {}}, {{{1, 1}, {1, 3}, {-1, 5}}, {}}});

}  // namespace

TEST_CASE("digits that have lost what parted them: every way to cut them for which the sums hold") {
    struct Case {
        std::vector<std::string> runs;
        std::string ways;
    };
    for (const Case& each : std::vector<Case>{
             {{"713"}, ""},
             {{"112"}, "1 1 2"},
             {{"11112"}, "1 11 12 | 11 1 12"},
             {{"10111"}, "10 1 11"},
             {{"0", "55"}, "0 5 5"},
             {{"05", "5"}, "0 5 5"},
             {{"011"}, "0 1 1"},
             {{"1010"}, ""},
             {{"11"}, ""},
         }) {
        CAPTURE(each.runs);
        CHECK(shown(ways_to_cut(each.runs, 3, sum_of_two)) == each.ways);
    }
    CHECK(shown(ways_to_cut({"8541"}, 3, no_sums)) == "8 5 41 | 8 54 1 | 85 4 1");
    CHECK(shown(ways_to_cut({"000"}, 3, no_sums)) == "0 0 0");
    CHECK(shown(ways_to_cut({std::string(60, '1')}, 12, no_sums)) == "?");
}

TEST_CASE("digits of several rows: what the sum of one leaves open, the columns settle") {
    const std::vector<std::size_t> first{0, 1}, second{2, 3};
    struct Case {
        std::vector<OpenRow> rows;
        std::vector<std::optional<Amount>> known;
        bool hold;
        std::vector<std::string> ways;
    };
    const std::optional<Amount> none;
    const auto is = [](int value) { return std::optional(Amount{value, 0}); };
    const std::vector<Numbers> two_ways{numbers_of({1, 11}), numbers_of({11, 1})};
    for (const Case& each : std::vector<Case>{
             {{{first, two_ways}}, {none, none, is(2), is(2), is(3), is(13)}, true, {"1 11"}},
             {{{first, two_ways}}, {none, none, is(2), is(2), is(13), is(3)}, true, {"11 1"}},
             // A column that is known in part proves nothing, the other does.
             {{{first, two_ways}}, {none, none, is(2), none, is(3), is(13)}, true, {"1 11"}},
             {{{first, two_ways}}, {none, none, none, none, is(3), is(13)}, true, {"1 11 | 11 1"}},
             // Either row may be the one.
             {{{first, two_ways}, {second, two_ways}},
              {none, none, none, none, is(12), is(12)},
              true,
              {"1 11 | 11 1", "1 11 | 11 1"}},
             {{{first, two_ways}, {second, two_ways}}, {none, none, none, none, is(2), is(22)}, true, {"1 11", "1 11"}},
             {{{first, two_ways}}, {none, none, is(2), is(2), is(4), is(14)}, false, {}},
         }) {
        std::vector<OpenRow> rows = each.rows;
        CHECK(narrow_ways(rows, each.known, sums_of_columns) == each.hold);
        std::vector<std::string> ways;
        for (const OpenRow& row : rows) ways.push_back(shown(row.ways));
        if (each.hold) CHECK(ways == each.ways);
    }
}

TEST_CASE("digits of several rows: a way that no other row can meet is none") {
    // By one column alone each may be anything; only together they leave one way.
    const CellSums sums({{{{1, 0}, {1, 2}}, {-5, 0}}, {{{1, 1}, {-1, 3}}, {}}});
    std::vector<OpenRow> rows{{{0, 1}, {numbers_of({2, 7}), numbers_of({3, 8})}},
                              {{2, 3}, {numbers_of({3, 7}), numbers_of({2, 9})}}};
    CHECK(narrow_ways(rows, std::vector<std::optional<Amount>>(4), sums));
    CHECK(shown(rows[0].ways) == "2 7");
    CHECK(shown(rows[1].ways) == "3 7");
}

TEST_CASE("digits of several rows: a row is proved where sums over others hold all its cells but one") {
    const std::vector<OpenRow> rows{{{0, 1}, {numbers_of({1, 11})}}};
    const auto is = [](int value) { return std::optional(Amount{value, 0}); };
    const std::optional<Amount> none;
    CHECK(is_proved(rows[0], rows, {none, none, is(2), is(2), is(3), is(13)}, sums_of_columns));
    CHECK(is_proved(rows[0], rows, {none, none, is(2), none, is(3), is(13)}, sums_of_columns));
    CHECK(!is_proved(rows[0], rows, {none, none, none, none, is(3), is(13)}, sums_of_columns));
    CHECK(!is_proved(rows[0], rows, {none, none, is(2), is(2), is(3), is(13)}, no_sums));
}

TEST_CASE("digits of a row: what all ways have in common is certain") {
    const auto common = common_numbers({numbers_of({1, 11, 0, 12}), numbers_of({11, 1, 0, 12})});
    CHECK(common == std::vector<std::optional<Amount>>{std::nullopt, std::nullopt, Amount{0, 0}, Amount{12, 0}});
    CHECK(common_numbers({}).empty());
}
