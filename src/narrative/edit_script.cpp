#include "narrative/edit_script.h"

#include <algorithm>
#include <dtl/dtl.hpp>

namespace nianbao {
namespace {

using Sequence = std::vector<std::uint32_t>;

/// dtl 1.20 keeps every place it looked at, up to this many; beyond them it begins anew and may leave its memory.
constexpr std::size_t most_places = dtl::MAX_CORDINATES_SIZE - 1;

struct Middle {
    std::size_t begin{}, first_end{}, second_end{};
};

Middle middle_of(const Sequence& first, const Sequence& second) {
    const std::size_t shorter = std::min(first.size(), second.size());
    std::size_t begin = 0, tail = 0;
    while (begin < shorter && first[begin] == second[begin]) ++begin;
    while (tail < shorter - begin && first[first.size() - 1 - tail] == second[second.size() - 1 - tail]) ++tail;
    return {begin, first.size() - tail, second.size() - tail};
}

Sequence part_of(const Sequence& all, std::size_t begin, std::size_t end) {
    return {all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end)};
}

void append_searched(std::vector<EditStep>& steps, const Sequence& first, const Sequence& second,
                     const Middle& middle) {
    dtl::Diff<std::uint32_t, Sequence> search(part_of(first, middle.begin, middle.first_end),
                                              part_of(second, middle.begin, middle.second_end));
    search.compose();
    std::size_t i = middle.begin, j = middle.begin;
    for (const auto& [element, step] : search.getSes().getSequence()) {
        if (step.type == dtl::SES_COMMON) {
            steps.push_back({i++, j++});
        } else if (step.type == dtl::SES_DELETE) {
            steps.push_back({i++, {}});
        } else {
            steps.push_back({{}, j++});
        }
    }
}

void append_replaced(std::vector<EditStep>& steps, const Middle& middle) {
    for (std::size_t i = middle.begin; i < middle.first_end; ++i) steps.push_back({i, {}});
    for (std::size_t j = middle.begin; j < middle.second_end; ++j) steps.push_back({{}, j});
}

}  // namespace

std::vector<EditStep> edit_script(const Sequence& first, const Sequence& second) {
    const Middle middle = middle_of(first, second);
    std::vector<EditStep> steps;
    for (std::size_t i = 0; i < middle.begin; ++i) steps.push_back({i, i});
    const std::size_t rows = middle.first_end - middle.begin, columns = middle.second_end - middle.begin;
    const bool searched = rows > 0 && columns > 0 && (rows + 1) < most_places / (columns + 1);
    searched ? append_searched(steps, first, second, middle) : append_replaced(steps, middle);
    for (std::size_t i = middle.first_end, j = middle.second_end; i < first.size(); ++i, ++j) steps.push_back({i, j});
    return steps;
}

}  // namespace nianbao
