#include "recognition/unnamed_rows.h"

#include <algorithm>

#include "recognition/broken_numbers.h"

namespace nianbao {
namespace {

using Kind = ValuePiece::Kind;

class UnnamedRows {
public:
    explicit UnnamedRows(TableFrame& frame)
        : frame_(frame), anywhere_(frame.range.begin == 0 && frame.range.end == frame.stream.size()) {}

    void read() {
        for (const TableRow& row : frame_.unnamed) {
            if (frame_.result.cells.size() == row.cells.size() || !frame_.named.empty()) read_row_of(row);
        }
    }

private:
    void read_row_of(const TableRow& row) {
        const std::vector<ValuePiece> all = pieces_between_stops();
        const CellSums sums = frame_.sums_of(row);
        if (take(row, all, read_row(all, row.cells.size(), 1, frame_.unit_of(row), sums))) return;
        const std::vector<std::vector<ValuePiece>> parts = stretches();
        for (const std::vector<ValuePiece>& part : parts) {
            if (take(row, part, read_row(part, row.cells.size(), 1, frame_.unit_of(row), sums))) return;
        }
        for (const std::vector<ValuePiece>& part : parts) {
            if (take(row, part, cut(part, row.cells.size(), sums))) return;
        }
        if (take(row, all, mended(all, row))) return;
        read_by_groups(row);
        constexpr std::size_t fewest_labels = 3;  // one may be of another table
        if (anywhere_ || is_read(row) || all.empty() || frame_.result.labels_found < fewest_labels) return;
        for (const ValuePiece& piece : all) frame_.mark_used(piece.at);
        frame_.tell_unread(row, {all.front().at.begin, all.back().at.end}, UnreadRow::Why::unclear);
    }

    bool take(const TableRow& row, const std::vector<ValuePiece>& pieces, const std::optional<RowValues>& values) {
        if (!values || (anywhere_ && !holds_with_noughts(*values, frame_.sums_of(row)))) return false;
        ++frame_.result.rows_found;
        place(row, *values, pieces);
        return true;
    }

    [[nodiscard]] bool is_read(const TableRow& row) const {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [&](std::size_t cell) { return frame_.result.cells[cell].has_value(); });
    }

    [[nodiscard]] std::optional<RowValues> cut(const std::vector<ValuePiece>& pieces, std::size_t cells,
                                               const CellSums& sums) const {
        return frame_.writes_noughts() ? read_single_run(pieces, cells, sums) : std::nullopt;
    }

    /// What stands between two labels, empty cells included.
    [[nodiscard]] std::vector<std::vector<ValuePiece>> stretches() const {
        std::vector<std::vector<ValuePiece>> found;
        std::size_t begin = frame_.range.begin;
        const auto add = [&](std::size_t end) {
            if (begin < end) found.push_back(value_pieces(frame_.stream, {begin, end}, Unit::count));
        };
        for (const StreamLabel& stop : frame_.stops) {
            add(stop.at.begin);
            begin = std::max(begin, stop.at.end);
        }
        add(frame_.range.end);
        return found;
    }

    /// All pieces of the range that are no label, in one list.
    [[nodiscard]] std::vector<ValuePiece> pieces_between_stops() const {
        std::vector<ValuePiece> all;
        std::size_t begin = frame_.range.begin;
        const auto add = [&](std::size_t end) {
            for (ValuePiece& piece : value_pieces(frame_.stream, {begin, std::max(begin, end)}, Unit::count)) {
                if (piece.kind == Kind::number || piece.kind == Kind::mark) all.push_back(std::move(piece));
            }
        };
        for (const StreamLabel& stop : frame_.stops) {
            add(stop.at.begin);
            begin = std::max(begin, stop.at.end);
        }
        add(frame_.range.end);
        return all;
    }

    void place(const TableRow& row, const RowValues& values, const std::vector<ValuePiece>& pieces) {
        for (const StreamLabel& stop : frame_.stops) frame_.mark_used(stop.at);
        for (std::size_t i = 0; i < values.size(); ++i) frame_.result.cells[row.cells[i]] = values[i];
        for (const ValuePiece& piece : pieces) frame_.mark_used(piece.at);
    }

    /// Groups that stand each by itself, below their names.
    void read_by_groups(const TableRow& row) {
        const std::vector<Line>& lines = frame_.form.columns[frame_.table][row.block];
        for (std::size_t first = 0; first < lines.size();) {
            const Axis* group = group_of(lines[first]);
            std::size_t count = 0;
            while (first + count < lines.size() && group_of(lines[first + count]) == group) ++count;
            TableRow part{row.block,
                          {row.cells.begin() + static_cast<std::ptrdiff_t>(first),
                           row.cells.begin() + static_cast<std::ptrdiff_t>(first + count)},
                          nullptr};
            if (group) read_column_group(part, *group);
            first += count;
        }
        frame_.result.rows_found += is_read(row) ? 1 : 0;
    }

    [[nodiscard]] static const Axis* group_of(const Line& line) {
        return line.path.size() > 1 ? line.path[line.path.size() - 2] : nullptr;
    }

    void read_column_group(const TableRow& part, const Axis& group) {
        for (const StreamLabel& label :
             find_labels(frame_.stream, frame_.range, {stream_pattern(group.label.zh, group.also_written)})) {
            std::vector<ValuePiece> run, with_empty;
            for (std::size_t at = label.at.end; at < frame_.range.end && run.empty();) {
                const std::size_t end = frame_.end_of_values(at, frame_.range.end);
                for (ValuePiece& piece : value_pieces(frame_.stream, {at, end}, frame_.unit_of(part))) {
                    if (piece.kind == Kind::other) continue;
                    with_empty.push_back(piece);
                    if (piece.kind != Kind::empty) run.push_back(std::move(piece));
                }
                const auto stop = std::find_if(frame_.stops.begin(), frame_.stops.end(),
                                               [&](const StreamLabel& each) { return each.at.begin == end; });
                if (stop == frame_.stops.end()) break;
                if (run.empty() && is_other_group(part, *stop)) break;
                at = stop->at.end;
            }
            const CellSums sums = frame_.sums_of(part);
            // Empty cells count where there is one piece for each cell; else they are of the page's making.
            if (!run.empty() && with_empty.size() == part.cells.size()) run = with_empty;
            auto values = read_row(run, part.cells.size(), 1, frame_.unit_of(part), sums);
            if (!values) values = cut(run, part.cells.size(), sums);
            if (!values) values = mended(run, part);
            if (!values || (anywhere_ && !holds_with_noughts(*values, sums))) continue;
            place(part, *values, run);
            return;
        }
    }

    /// Another group's name stands between a name and its numbers.
    [[nodiscard]] bool is_other_group(const TableRow& part, const StreamLabel& stop) const {
        const std::u32string key = frame_.key_of(stop.at);
        for (const Line& line : frame_.form.columns[frame_.table][part.block]) {
            const Axis* group = group_of(line);
            if (group && stream_key(group->label.zh) == key) return true;
        }
        return false;
    }

    /// What stands below a line of as many numbers as there are cells belongs to some of them.
    [[nodiscard]] std::optional<RowValues> mended(const std::vector<ValuePiece>& run, const TableRow& part) const {
        const std::size_t cells = part.cells.size();
        if (run.size() <= cells || run[cells].gap != Gap::line) return std::nullopt;
        std::vector<std::string> first, below;
        for (std::size_t i = 0; i < run.size(); ++i) {
            const bool begins_line = run[i].gap == Gap::line && i > 0 && i != cells;
            if (begins_line || run[i].text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
            (i < cells ? first : below).push_back(run[i].text);
        }
        const auto numbers = mended_numbers(first, below, frame_.sums_of(part));
        if (!numbers) return std::nullopt;
        RowValues values;
        for (std::size_t i = 0; i < cells; ++i)
            values.push_back({Cell((*numbers)[i]), {}, run[i].text, Origin::How::repaired, run[i].at.begin});
        return values;
    }

    TableFrame& frame_;
    bool anywhere_;  ///< numbers of the whole page: only the sums tell that they are the row
};

}  // namespace

void read_unnamed_rows(TableFrame& frame) { UnnamedRows(frame).read(); }

}  // namespace nianbao
