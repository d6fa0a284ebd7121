#include "recognition/table_recognition.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "recognition/label_finder.h"

namespace nianbao {
namespace {

constexpr std::uint32_t most_head_rows = 8;

constexpr std::size_t most_second_places = 10'000, most_copies = 8;

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

struct LabelledLine {
    std::uint32_t at{};  ///< row or column
    Labels labels;
};

/// Lines of the form with the rows or columns they were found in, and those that carry the same labels.
using Lines = std::vector<std::optional<std::uint32_t>>;

struct FoundLines {
    Lines chosen;
    std::vector<std::vector<std::uint32_t>> others;
};

class TableRecognition {
public:
    TableRecognition(const LabelGrid& grid, const Form& form, std::size_t table, const ForeignWords& foreign,
                     const GridRegion& region)
        : grid_(grid), form_(form), table_(table), foreign_(foreign), region_(region) {
        for (const std::uint32_t row : grid.label_rows()) {
            if (row < region.first_row || row >= region.end_row) continue;
            Labels labels = inside(grid.labels_of_row(row));
            if (!labels.empty()) label_rows_.push_back({row, std::move(labels)});
        }
        std::copy_if(label_rows_.begin(), label_rows_.end(), std::back_inserter(value_rows_),
                     [&](const LabelledLine& row) { return !is_foreign(row.at); });
    }

    RecognisedTable recognise() {
        const std::vector<FoundLines> rows = find_rows();
        std::uint32_t after = region_.first_row;  // the row behind the block before
        for (std::size_t b = 0; b < blocks(); ++b) after = read_block(b, rows[b], after);
        return std::move(result_);
    }

private:
    [[nodiscard]] std::size_t blocks() const { return form_.tables[table_].blocks.size(); }
    [[nodiscard]] const std::vector<Line>& lines(std::size_t b) const { return form_.rows[table_][b]; }
    [[nodiscard]] const std::vector<Line>& columns(std::size_t b) const { return form_.columns[table_][b]; }
    /// One row without a name, as in table four.
    [[nodiscard]] bool is_unnamed(std::size_t b) const {
        return lines(b).size() == 1 && lines(b).front().leaf().label.zh.empty();
    }
    [[nodiscard]] std::uint32_t end_row() const { return std::min(grid_.rows(), region_.end_row); }
    [[nodiscard]] std::uint32_t end_column() const { return std::min(grid_.columns(), region_.end_column); }

    [[nodiscard]] Labels inside(Labels labels) const {
        std::erase_if(labels, [&](const LabelCell* cell) { return !region_.contains(cell->at); });
        return labels;
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
    std::vector<FoundLines> find_rows() {
        std::vector<LinePattern> patterns;
        for (std::size_t b = 0; b < blocks(); ++b) {
            if (is_unnamed(b)) continue;
            for (LinePattern& pattern : patterns_of(lines(b))) patterns.push_back(std::move(pattern));
        }
        const FoundLines all = find_lines(LabelFinder(std::move(patterns)), value_rows_);
        std::vector<FoundLines> rows(blocks());
        std::size_t next = 0;
        for (std::size_t b = 0; b < blocks(); ++b) {
            if (is_unnamed(b)) continue;
            for (std::size_t i = 0; i < lines(b).size(); ++i, ++next) {
                rows[b].chosen.push_back(all.chosen[next]);
                rows[b].others.push_back(all.others[next]);
            }
        }
        return rows;
    }

    FoundLines find_lines(const LabelFinder& finder, const std::vector<LabelledLine>& places) {
        const auto chosen = align(finder.size(), places.size(),
                                  [&](std::size_t i, std::size_t j) { return finder.score(i, places[j].labels); });
        FoundLines found{Lines(finder.size()), std::vector<std::vector<std::uint32_t>>(finder.size())};
        std::vector<bool> is_chosen(places.size());
        for (std::size_t i = 0; i < finder.size(); ++i) {
            if (!chosen[i]) continue;
            is_chosen[*chosen[i]] = true;
            found.chosen[i] = places[*chosen[i]].at;
            const LabelFound label = finder.find(i, places[*chosen[i]].labels);
            note_slip(finder, i, label);
            result_.extent.first_row = std::min(result_.extent.first_row, label.cell->at.row);
        }
        for (std::size_t i = 0; i < finder.size(); ++i) {
            const int least = chosen[i] ? finder.score(i, places[*chosen[i]].labels) : 0;
            for (std::size_t j = 0; chosen[i] && j < places.size(); ++j) {
                if (is_chosen[j] || !finder.has(i, places[j].labels)) continue;
                if (finder.score(i, places[j].labels) >= least) found.others[i].push_back(places[j].at);
            }
        }
        return found;
    }

    void note_slip(const LabelFinder& finder, std::size_t line, const LabelFound& found) {
        if (found.near) result_.slips.push_back({found.cell->at, found.cell->text, finder.pattern(line).written});
    }

    /// Returns the row behind the block.
    std::uint32_t read_block(std::size_t b, const FoundLines& rows, std::uint32_t after) {
        if (is_unnamed(b)) return read_unnamed(b, after);
        const auto is_found = [](const auto& row) { return row.has_value(); };
        const auto first = std::find_if(rows.chosen.begin(), rows.chosen.end(), is_found);
        result_.lines_wanted += rows.chosen.size() + columns(b).size();
        if (first == rows.chosen.end()) {
            skip_cells(rows.chosen.size() * columns(b).size());
            return after;
        }
        const std::uint32_t begin = first_head_row(after, **first);
        const FoundLines heads = find_columns(LabelFinder(patterns_of(columns(b))), begin, **first);
        add_cells(rows, heads, begin);
        const auto last = std::find_if(rows.chosen.rbegin(), rows.chosen.rend(), is_found);
        return **last + 1;
    }

    [[nodiscard]] static std::uint32_t first_head_row(std::uint32_t after, std::uint32_t row) {
        return std::max(after, row > most_head_rows ? row - most_head_rows : 0U);
    }

    /// The row stands below the head that fits best.
    std::uint32_t read_unnamed(std::size_t b, std::uint32_t after) {
        const LabelFinder finder(patterns_of(columns(b)));
        result_.lines_wanted += 1 + columns(b).size();
        std::uint32_t head = 0;
        int best = 0;
        for (const LabelledLine& row : label_rows_) {
            if (row.at < after) continue;
            const int score = score_of_head(finder, row);
            if (score <= best) continue;
            best = score;
            head = row.at;
        }
        if (best == 0) {
            skip_cells(columns(b).size());
            return after;
        }
        const std::uint32_t begin = first_head_row(after, head);
        const FoundLines heads = find_columns(finder, begin, head + 1);
        const std::uint32_t row = value_row(head + 1, heads.chosen);
        add_cells({{row}, {{}}}, heads, begin);
        return row + 1;
    }

    /// How well the leaf heads fit this one row.
    [[nodiscard]] static int score_of_head(const LabelFinder& finder, const LabelledLine& row) {
        std::vector<Labels> own;
        for (const LabelCell* cell : row.labels) {
            if (cell->at.row == row.at) own.push_back({cell});
        }
        const auto score = [&](std::size_t i, std::size_t j) { return finder.score(i, own[j]); };
        const auto chosen = align(finder.size(), own.size(), score);
        int total = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) total += chosen[i] ? score(i, *chosen[i]) : 0;
        return total;
    }

    FoundLines find_columns(const LabelFinder& finder, std::uint32_t begin, std::uint32_t end) {
        std::vector<LabelledLine> columns;
        for (std::uint32_t column = region_.first_column; column < end_column(); ++column) {
            Labels labels = inside(grid_.labels_of_column(column, begin, end));
            if (!labels.empty()) columns.push_back({column, std::move(labels)});
        }
        return find_lines(finder, columns);
    }

    /// The first row that holds values of its own below the heads; where none does, the first row.
    [[nodiscard]] std::uint32_t value_row(std::uint32_t first, const Lines& columns) const {
        std::optional<std::uint32_t> empty;
        for (std::uint32_t row = first; row < end_row(); ++row) {
            if (is_foreign(row)) continue;
            if (!empty) empty = row;
            if (holds_values(row, columns)) return row;
        }
        return empty.value_or(first);
    }

    /// Cells of one column each: a remark below the table covers several.
    [[nodiscard]] bool holds_values(std::uint32_t row, const Lines& columns) const {
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

    void add_cells(const FoundLines& rows, const FoundLines& columns, std::uint32_t head_row) {
        const auto is_found = [](const auto& line) { return line.has_value(); };
        const auto count_found = [&](const Lines& lines) {
            return std::count_if(lines.begin(), lines.end(), is_found);
        };
        result_.lines_found += static_cast<std::size_t>(count_found(rows.chosen) + count_found(columns.chosen));
        if (result_.head == GridPosition{}) result_.head = {head_row, 0};
        for (std::size_t i = 0; i < rows.chosen.size(); ++i) {
            for (std::size_t j = 0; j < columns.chosen.size(); ++j) {
                const auto &row = rows.chosen[i], &column = columns.chosen[j];
                result_.cells.emplace_back();
                if (!row || !column) continue;
                take_place({*row, *column});
                for (const std::uint32_t other : rows.others[i]) note_second({other, *column});
                for (const std::uint32_t other : columns.others[j]) note_second({*row, other});
            }
        }
    }

    /// One value is read for one cell, however many places it covers.
    void take_place(const GridPosition& place) {
        GridRegion& extent = result_.extent;
        extent.end_row = std::max(extent.end_row, place.row + 1);
        extent.first_column = std::min(extent.first_column, place.column);
        extent.end_column = std::max(extent.end_column, place.column + 1);
        const LabelCell* cell = grid_.at(place.row, place.column);
        const bool taken = cell && !taken_.insert(cell).second;
        result_.cells.back() = ValuePlace{cell ? cell->at : place, taken};
    }

    void note_second(const GridPosition& place) {
        const LabelCell* cell = grid_.at(place.row, place.column);
        if (!cell || cell->at == result_.cells.back()->at || result_.second_places.size() == most_second_places) return;
        result_.second_places.push_back({result_.cells.size() - 1, cell->at});
    }

    const LabelGrid& grid_;
    const Form& form_;
    std::size_t table_;
    const ForeignWords& foreign_;
    GridRegion region_;
    std::vector<LabelledLine> label_rows_, value_rows_;  ///< rows with a label; those of the table's own
    std::set<const LabelCell*> taken_;
    RecognisedTable result_;
};

}  // namespace

std::size_t RecognisedTable::cells_found() const {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return cell.has_value(); }));
}

RecognisedTable recognise_table(const LabelGrid& grid, const Form& form, std::size_t table, const ForeignWords& foreign,
                                const GridRegion& region) {
    return TableRecognition(grid, form, table, foreign, region).recognise();
}

std::vector<RecognisedTable> recognise_copies(const LabelGrid& grid, const Form& form, std::size_t table,
                                              const ForeignWords& foreign, const RecognisedTable& found) {
    std::vector<RecognisedTable> copies;
    const auto look_in = [&](GridRegion region, auto&& move_on) {
        while (copies.size() < most_copies) {
            RecognisedTable copy = recognise_table(grid, form, table, foreign, region);
            if (!copy.is_enough()) return;
            move_on(region, copy.extent);
            copies.push_back(std::move(copy));
        }
    };
    const GridRegion& own = found.extent;
    look_in({own.end_row, 0}, [](GridRegion& region, const GridRegion& copy) { region.first_row = copy.end_row; });
    look_in({0, 0, own.first_row}, [](GridRegion& region, const GridRegion& copy) { region.end_row = copy.first_row; });
    look_in({0, own.end_column},
            [](GridRegion& region, const GridRegion& copy) { region.first_column = copy.end_column; });
    return copies;
}

}  // namespace nianbao
