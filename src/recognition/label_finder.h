/// The leaf rows or columns of a table by what stands written at them: which line of the form the labels of a row or
/// column of a page name, and how well.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "model/form.h"
#include "recognition/label_grid.h"
#include "recognition/label_match.h"

namespace nianbao {

/// A leaf row or column with the labels on the way to it.
struct LinePattern {
    LabelPattern leaf;
    std::vector<LabelPattern> groups;
    std::string written;  ///< the leaf's label, as the form has it
};
[[nodiscard]] std::vector<LinePattern> patterns_of(const std::vector<Line>& lines);

/// The cells with text in one row or column of a page.
using Labels = std::vector<const LabelCell*>;

struct LabelFound {
    const LabelCell* cell{};  ///< none: the line is not named
    bool near{};              ///< by a slip of the pen
};

/// Knows which of the texts it has seen are labels of the form as they are: those are never taken for slips of others.
class LabelFinder {
public:
    explicit LabelFinder(std::vector<LinePattern> patterns) : patterns_(std::move(patterns)) {}

    [[nodiscard]] const LinePattern& pattern(std::size_t line) const { return patterns_[line]; }
    [[nodiscard]] std::size_t size() const { return patterns_.size(); }

    [[nodiscard]] LabelFound find(std::size_t line, const Labels& labels) const;
    /// Whether the labels are those of the line without a slip.
    [[nodiscard]] bool has(std::size_t line, const Labels& labels) const;
    /// 0 where the labels do not name the line; more for no slip, and for groups that are named too.
    [[nodiscard]] int score(std::size_t line, const Labels& labels) const;

private:
    [[nodiscard]] bool is_known(const std::u32string& key) const;

    std::vector<LinePattern> patterns_;
};

}  // namespace nianbao
