#include "recognition/broken_numbers.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("broken numbers: what stands below belongs to the cells where the sums hold, if there is one way") {
    // Two groups of three, each with its total.
    const CellSums sums({{{{1, 0}, {1, 1}, {-1, 2}}, {}}, {{{1, 3}, {1, 4}, {-1, 5}}, {}}});
    struct Case {
        std::vector<std::string> first, below;
        std::string mended;
    };
    for (const Case& each : std::vector<Case>{
             {{"2", "1", "1", "1", "0", "1"}, {"0", "2"}, "2 10 12 1 0 1"},
             {{"2", "1", "1", "1", "0", "1"}, {"0", "2", "3", "3"}, "2 10 12 13 0 13"},
             {{"1", "1", "2", "1", "1", "2"}, {"0", "0"}, "?"},  // the sums hold without it
             {{"1", "1", "1", "1", "1", "2"}, {"0", "1"}, "?"},  // 10 1 11, 1 10 11
             {{"0", "1", "1", "2", "0", "3"}, {"5", "5"}, "?"},  // no number begins with 0
             {{"2", "1", "1", "1", "0", "1"}, {"0", "7"}, "?"},  // no sum
             {{"2", "1", "1", "1", "0", "1"}, {}, "?"},
             {{"2", "-", "1", "1", "0", "1"}, {"0", "2"}, "?"},
         }) {
        const auto numbers = mended_numbers(each.first, each.below, sums);
        std::string shown = numbers ? "" : "?";
        if (numbers) {
            for (const Amount& number : *numbers) shown += (shown.empty() ? "" : " ") + to_string(number);
        }
        CAPTURE(each.below);
        CHECK(shown == each.mended);
    }
    CHECK(!mended_numbers({"1"}, {"0"}, CellSums({})));
}
