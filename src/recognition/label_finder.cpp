#include "recognition/label_finder.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr int same_label = 100;
constexpr int near_label = 60;
constexpr int known_group = 10;

LinePattern pattern_of(const Line& line) {
    LinePattern pattern{{line.leaf().label.zh, line.leaf().also_written}, {}, line.leaf().label.zh};
    for (const Axis* axis : line.path) {
        if (axis != &line.leaf() && !axis->label.zh.empty())
            pattern.groups.push_back({axis->label.zh, axis->also_written});
    }
    return pattern;
}

}  // namespace

std::vector<LinePattern> patterns_of(const std::vector<Line>& lines) {
    std::vector<LinePattern> patterns;
    for (const Line& line : lines) patterns.push_back(pattern_of(line));
    return patterns;
}

LabelFound LabelFinder::find(std::size_t line, const Labels& labels) const {
    const LabelPattern& leaf = patterns_[line].leaf;
    for (const LabelCell* cell : labels) {
        if (leaf.is(cell->key)) return {cell, false};
    }
    for (const LabelCell* cell : labels) {
        if (leaf.is_near(cell->key) && !is_known(cell->key)) return {cell, true};
    }
    return {};
}

bool LabelFinder::has(std::size_t line, const Labels& labels) const {
    const LabelPattern& leaf = patterns_[line].leaf;
    return std::any_of(labels.begin(), labels.end(), [&](const LabelCell* cell) { return leaf.is(cell->key); });
}

int LabelFinder::score(std::size_t line, const Labels& labels) const {
    const LabelFound found = find(line, labels);
    if (!found.cell) return 0;
    int total = found.near ? near_label : same_label;
    for (const LabelPattern& group : patterns_[line].groups) {
        const bool there =
            std::any_of(labels.begin(), labels.end(), [&](const LabelCell* cell) { return group.is(cell->key); });
        if (there) total += known_group;
    }
    return total;
}

bool LabelFinder::is_known(const std::u32string& key) const {
    return std::any_of(patterns_.begin(), patterns_.end(), [&](const LinePattern& pattern) {
        return pattern.leaf.is(key) || std::any_of(pattern.groups.begin(), pattern.groups.end(),
                                                   [&](const LabelPattern& group) { return group.is(key); });
    });
}

}  // namespace nianbao
