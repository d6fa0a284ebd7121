#include "recognition/table_recognition.h"

#include <algorithm>
#include <functional>

#include "recognition/label_match.h"

namespace nianbao {
namespace {

constexpr std::uint32_t most_head_rows = 8;

constexpr int same_label = 100;
constexpr int near_label = 60;
constexpr int known_group = 10;

using Labels = std::vector<const LabelCell*>;

/// For each of `count` things in their order one of `places` in theirs, so that the sum of scores is greatest; the
/// first places where several will do. A score of 0 is no match.
std::vector<std::optional<std::size_t>> align(std::size_t count, std::size_t places,
                                              const std::function<int(std::size_t, std::size_t)>& score) {
    // best[i][j]: the things from i on, on the places from j on.
    std::vector<std::vector<int>> best(count + 1, std::vector<int>(places + 1, 0));
    std::vector<std::vector<int>> scores(count, std::vector<int>(places, 0));
    for (std::size_t i = count; i-- > 0;) {
        for (std::size_t j = places; j-- > 0;) {
            scores[i][j] = score(i, j);
            const int taken = scores[i][j] > 0 ? scores[i][j] + best[i + 1][j + 1] : 0;
            best[i][j] = std::max({taken, best[i + 1][j], best[i][j + 1]});
        }
    }
    std::vector<std::optional<std::size_t>> chosen(count);
    for (std::size_t i = 0, j = 0; i < count && j < places;) {
        if (scores[i][j] > 0 && best[i][j] == scores[i][j] + best[i + 1][j + 1]) {
            chosen[i++] = j++;
        } else if (best[i][j] == best[i][j + 1]) {
            ++j;
        } else {
            ++i;
        }
    }
    return chosen;
}

/// A leaf row or column with the labels on the way to it.
struct LinePattern {
    LabelPattern leaf;
    std::vector<LabelPattern> groups;
    std::string written;
};

LinePattern pattern_of(const Line& line) {
    LinePattern pattern{{line.leaf().label.zh, line.leaf().also_written}, {}, line.leaf().label.zh};
    for (const Axis* axis : line.path) {
        if (axis != &line.leaf() && !axis->label.zh.empty())
            pattern.groups.push_back({axis->label.zh, axis->also_written});
    }
    return pattern;
}

std::vector<LinePattern> patterns_of(const std::vector<Line>& lines) {
    std::vector<LinePattern> patterns;
    for (const Line& line : lines) patterns.push_back(pattern_of(line));
    return patterns;
}

struct LabelFound {
    const LabelCell* cell{};
    bool near{};
};

/// Knows which of the texts it has seen are labels of the form as they are: those are never taken for slips of others.
class LabelFinder {
public:
    explicit LabelFinder(std::vector<LinePattern> patterns) : patterns_(std::move(patterns)) {}

    [[nodiscard]] const LinePattern& pattern(std::size_t line) const { return patterns_[line]; }
    [[nodiscard]] std::size_t size() const { return patterns_.size(); }

    [[nodiscard]] LabelFound find(std::size_t line, const Labels& labels) const {
        const LabelPattern& leaf = patterns_[line].leaf;
        for (const LabelCell* cell : labels) {
            if (leaf.is(cell->key)) return {cell, false};
        }
        for (const LabelCell* cell : labels) {
            if (leaf.is_near(cell->key) && !is_known(cell->key)) return {cell, true};
        }
        return {};
    }

    [[nodiscard]] int score(std::size_t line, const Labels& labels) const {
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

private:
    [[nodiscard]] bool is_known(const std::u32string& key) const {
        return std::any_of(patterns_.begin(), patterns_.end(), [&](const LinePattern& pattern) {
            return pattern.leaf.is(key) || std::any_of(pattern.groups.begin(), pattern.groups.end(),
                                                       [&](const LabelPattern& group) { return group.is(key); });
        });
    }

    std::vector<LinePattern> patterns_;
};

class TableRecognition {
public:
    TableRecognition(const LabelGrid& grid, const Form& form, std::size_t table, const ForeignWords& foreign)
        : grid_(grid), form_(form), table_(table), foreign_(foreign) {
        for (std::uint32_t row = 0; row < grid.rows(); ++row) {
            row_labels_.push_back(is_foreign(row) ? Labels{} : grid.labels_of_row(row));
        }
    }

    RecognisedTable recognise() {
        const std::vector<std::vector<std::optional<std::uint32_t>>> rows = find_rows();
        std::uint32_t after = 0;  // the row behind the block before
        for (std::size_t b = 0; b < blocks(); ++b) after = read_block(b, rows[b], after);
        return std::move(result_);
    }

private:
    using Rows = std::vector<std::optional<std::uint32_t>>;
    using Columns = std::vector<std::optional<std::uint32_t>>;

    [[nodiscard]] std::size_t blocks() const { return form_.tables[table_].blocks.size(); }
    [[nodiscard]] const std::vector<Line>& lines(std::size_t b) const { return form_.rows[table_][b]; }
    [[nodiscard]] const std::vector<Line>& columns(std::size_t b) const { return form_.columns[table_][b]; }
    /// One row without a name, as in table four.
    [[nodiscard]] bool is_unnamed(std::size_t b) const {
        return lines(b).size() == 1 && lines(b).front().leaf().label.zh.empty();
    }

    /// Only asked of rows that can hold values: heads of foreign columns stand in the rows of the table's own heads.
    [[nodiscard]] bool is_foreign(std::uint32_t row) const {
        const Labels labels = grid_.labels_of_row(row);
        return std::any_of(labels.begin(), labels.end(), [&](const LabelCell* cell) {
            return cell->at.row == row &&
                   std::any_of(foreign_.prefixes.begin(), foreign_.prefixes.end(),
                               [&](const std::u32string& prefix) { return cell->key.starts_with(prefix); });
        });
    }

    /// All named rows of all blocks at once, since they stand below each other.
    std::vector<Rows> find_rows() {
        std::vector<LinePattern> patterns;
        std::vector<Rows> rows(blocks());
        for (std::size_t b = 0; b < blocks(); ++b) {
            rows[b].resize(lines(b).size());
            if (is_unnamed(b)) continue;
            for (LinePattern& pattern : patterns_of(lines(b))) patterns.push_back(std::move(pattern));
        }
        const LabelFinder finder(std::move(patterns));
        const auto chosen = align(finder.size(), row_labels_.size(),
                                  [&](std::size_t i, std::size_t j) { return finder.score(i, row_labels_[j]); });
        std::size_t next = 0;
        for (std::size_t b = 0; b < blocks(); ++b) {
            if (is_unnamed(b)) continue;
            for (std::optional<std::uint32_t>& row : rows[b]) {
                if (chosen[next]) row = take_row(finder, next, static_cast<std::uint32_t>(*chosen[next]));
                ++next;
            }
        }
        return rows;
    }

    std::uint32_t take_row(const LabelFinder& finder, std::size_t line, std::uint32_t row) {
        note_slip(finder, line, finder.find(line, row_labels_[row]));
        return row;
    }

    void note_slip(const LabelFinder& finder, std::size_t line, const LabelFound& found) {
        if (found.near) result_.slips.push_back({found.cell->at, found.cell->text, finder.pattern(line).written});
    }

    /// Returns the row behind the block.
    std::uint32_t read_block(std::size_t b, const Rows& rows, std::uint32_t after) {
        if (is_unnamed(b)) return read_unnamed(b, after);
        const auto first = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.has_value(); });
        result_.lines_wanted += rows.size() + columns(b).size();
        if (first == rows.end()) {
            skip_cells(rows.size() * columns(b).size());
            return after;
        }
        const LabelFinder finder(patterns_of(columns(b)));
        const std::uint32_t begin = std::max(after, **first > most_head_rows ? **first - most_head_rows : 0U);
        const Columns heads = find_columns(finder, begin, **first);
        add_cells(rows, heads, begin);
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            if (*row) return **row + 1;
        }
        return after;
    }

    /// The row stands below the head that fits best.
    std::uint32_t read_unnamed(std::size_t b, std::uint32_t after) {
        const LabelFinder finder(patterns_of(columns(b)));
        result_.lines_wanted += 1 + columns(b).size();
        std::uint32_t head = 0;
        int best = 0;
        for (std::uint32_t row = after; row < grid_.rows(); ++row) {
            const int score = score_of_head(finder, row);
            if (score <= best) continue;
            best = score;
            head = row;
        }
        if (best == 0) {
            skip_cells(columns(b).size());
            return after;
        }
        const std::uint32_t begin = std::max(after, head > most_head_rows ? head - most_head_rows : 0U);
        const Columns heads = find_columns(finder, begin, head + 1);
        const std::uint32_t row = value_row(head + 1, heads);
        add_cells({row}, heads, begin);
        return row + 1;
    }

    /// How well the leaf heads fit this one row.
    [[nodiscard]] int score_of_head(const LabelFinder& finder, std::uint32_t row) const {
        std::vector<Labels> own;
        for (const LabelCell* cell : grid_.labels_of_row(row)) {
            if (cell->at.row == row) own.push_back({cell});
        }
        const auto score = [&](std::size_t i, std::size_t j) { return finder.score(i, own[j]); };
        const auto chosen = align(finder.size(), own.size(), score);
        int total = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) total += chosen[i] ? score(i, *chosen[i]) : 0;
        return total;
    }

    Columns find_columns(const LabelFinder& finder, std::uint32_t begin, std::uint32_t end) {
        std::vector<Labels> labels;
        for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
            labels.push_back(grid_.labels_of_column(column, begin, end));
        }
        const auto chosen = align(finder.size(), labels.size(),
                                  [&](std::size_t i, std::size_t j) { return finder.score(i, labels[j]); });
        Columns columns(finder.size());
        for (std::size_t i = 0; i < finder.size(); ++i) {
            if (!chosen[i]) continue;
            note_slip(finder, i, finder.find(i, labels[*chosen[i]]));
            columns[i] = static_cast<std::uint32_t>(*chosen[i]);
        }
        return columns;
    }

    /// The first row that holds values of its own below the heads; where none does, the first row.
    [[nodiscard]] std::uint32_t value_row(std::uint32_t first, const Columns& columns) const {
        std::optional<std::uint32_t> empty;
        for (std::uint32_t row = first; row < grid_.rows(); ++row) {
            if (is_foreign(row)) continue;
            if (!empty) empty = row;
            if (holds_values(row, columns)) return row;
        }
        return empty.value_or(first);
    }

    /// Cells of one column each: a remark below the table covers several.
    [[nodiscard]] bool holds_values(std::uint32_t row, const Columns& columns) const {
        bool any = false;
        const LabelCell* before = nullptr;
        for (const std::optional<std::uint32_t>& column : columns) {
            if (!column) continue;
            const LabelCell* cell = grid_.at(row, *column);
            if (cell && cell == before) return false;
            any = any || cell;
            before = cell;
        }
        return any;
    }

    void skip_cells(std::size_t count) { result_.cells.resize(result_.cells.size() + count); }

    void add_cells(const Rows& rows, const Columns& columns, std::uint32_t head_row) {
        const auto is_found = [](const auto& line) { return line.has_value(); };
        result_.lines_found += static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_found) +
                                                        std::count_if(columns.begin(), columns.end(), is_found));
        if (result_.head == GridPosition{}) result_.head = {head_row, 0};
        for (const auto& row : rows) {
            for (const auto& column : columns) {
                if (row && column) {
                    result_.cells.push_back(value_place(*row, *column));
                } else {
                    result_.cells.emplace_back();
                }
            }
        }
    }

    /// Where a merged cell was taken apart, the value may stand further right below the same head.
    [[nodiscard]] GridPosition value_place(std::uint32_t row, std::uint32_t column) const {
        if (const LabelCell* cell = grid_.at(row, column)) return cell->at;
        return {row, column};
    }

    const LabelGrid& grid_;
    const Form& form_;
    std::size_t table_;
    const ForeignWords& foreign_;
    std::vector<Labels> row_labels_;
    RecognisedTable result_;
};

}  // namespace

std::size_t RecognisedTable::cells_found() const {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return cell.has_value(); }));
}

RecognisedTable recognise_table(const LabelGrid& grid, const Form& form, std::size_t table,
                                const ForeignWords& foreign) {
    return TableRecognition(grid, form, table, foreign).recognise();
}

}  // namespace nianbao
