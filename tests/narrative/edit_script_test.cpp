#include "narrative/edit_script.h"

#include <doctest/doctest.h>

#include <random>

using namespace nianbao;

namespace {

using Sequence = std::vector<std::uint32_t>;

/// Every element once and in order, like ones beside each other; how many stand beside each other.
std::size_t check_script(const Sequence& first, const Sequence& second) {
    std::size_t i = 0, j = 0, common = 0;
    for (const EditStep& step : edit_script(first, second)) {
        REQUIRE((step.first || step.second));
        if (step.first) REQUIRE(*step.first == i++);
        if (step.second) REQUIRE(*step.second == j++);
        if (!step.first || !step.second) continue;
        REQUIRE(first[*step.first] == second[*step.second]);
        ++common;
    }
    CHECK(i == first.size());
    CHECK(j == second.size());
    return common;
}

std::size_t longest_common(const Sequence& first, const Sequence& second) {
    std::vector<std::vector<std::size_t>> best(first.size() + 1, std::vector<std::size_t>(second.size() + 1));
    for (std::size_t i = first.size(); i-- > 0;) {
        for (std::size_t j = second.size(); j-- > 0;)
            best[i][j] = first[i] == second[j] ? best[i + 1][j + 1] + 1 : std::max(best[i + 1][j], best[i][j + 1]);
    }
    return best[0][0];
}

}  // namespace

TEST_CASE("edit script: every element once, and as many beside each other as can be") {
    std::mt19937 random(7);
    const auto number = [&](std::uint32_t most) {
        return std::uniform_int_distribution<std::uint32_t>(0, most)(random);
    };
    for (int round = 0; round < 500; ++round) {
        Sequence first(number(12)), second(number(12));
        const std::uint32_t letters = 1 + number(4);
        for (auto& each : first) each = number(letters);
        for (auto& each : second) each = number(letters);
        CHECK(check_script(first, second) == longest_common(first, second));
    }
}

TEST_CASE("edit script: sequences too long to search are replaced, but for what they begin and end with") {
    Sequence first(5'000), second(5'000);
    for (std::uint32_t i = 0; i < 5'000; ++i) {
        first[i] = i;
        second[i] = i < 10 || i >= 4'990 ? i : 10'000 + i % 3;
    }
    CHECK(check_script(first, second) == 20);
    CHECK(check_script(first, first) == 5'000);
}
