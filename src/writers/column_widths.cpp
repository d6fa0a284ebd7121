#include "writers/column_widths.h"

#include <algorithm>
#include <numeric>

namespace nianbao {
namespace {

using Widths = std::vector<std::size_t>;

std::size_t sum(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), std::size_t{0}); }

/// Adds `extra` in proportion to `shares`, up to the last column of them.
void add_in_proportion(Widths& widths, std::size_t first, std::size_t extra, const Widths& shares) {
    const std::size_t total = std::max<std::size_t>(sum(shares), 1);
    std::size_t share = 0;
    std::size_t given = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        share += shares[i];
        const std::size_t due = extra * share / total;
        widths[first + i] += due - given;
        given = due;
    }
}

/// One tier of demands: single columns first, then the cells over several, the narrowest first, as far as they still
/// lack something. What they lack goes where most is wanted.
Widths meet(std::size_t columns, const std::vector<WidthDemand>& demands, std::size_t WidthDemand::*tier,
            std::size_t gap, const Widths& weights) {
    Widths widths(columns, 1);
    for (const WidthDemand& demand : demands) {
        std::size_t covered = gap * (demand.columns - 1);
        for (std::size_t c = demand.column; c < demand.column + demand.columns; ++c) covered += widths[c];
        if (demand.*tier <= covered) continue;
        const auto first = weights.begin() + static_cast<std::ptrdiff_t>(demand.column);
        add_in_proportion(widths, demand.column, demand.*tier - covered,
                          Widths(first, first + static_cast<std::ptrdiff_t>(demand.columns)));
    }
    return widths;
}

/// Between `low` and `high`, all of `available` used.
Widths share(const Widths& low, const Widths& high, std::size_t available) {
    Widths room(low.size());
    for (std::size_t c = 0; c < low.size(); ++c) room[c] = high[c] > low[c] ? high[c] - low[c] : 0;
    Widths widths = low;
    const std::size_t extra = available - sum(low);
    add_in_proportion(widths, 0, std::min(extra, sum(room)), room);
    return widths;
}

}  // namespace

Widths column_widths(std::size_t columns, const std::vector<WidthDemand>& demands, std::size_t available,
                     std::size_t gap) {
    std::vector<WidthDemand> ordered = demands;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const WidthDemand& a, const WidthDemand& b) { return a.columns < b.columns; });
    const Widths wanted = meet(columns, ordered, &WidthDemand::wanted, gap, Widths(columns, 1));
    const Widths weighted = meet(columns, ordered, &WidthDemand::wanted, gap, wanted);
    const Widths comfortable = meet(columns, ordered, &WidthDemand::comfortable, gap, weighted);
    const Widths least = meet(columns, ordered, &WidthDemand::least, gap, weighted);
    if (sum(weighted) <= available) return weighted;
    if (sum(comfortable) <= available) return share(comfortable, weighted, available);
    if (sum(least) <= available) return share(least, comfortable, available);
    return least;
}

}  // namespace nianbao
