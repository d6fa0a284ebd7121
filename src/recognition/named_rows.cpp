#include "recognition/named_rows.h"

#include <algorithm>

#include "recognition/digit_runs.h"
#include "recognition/row_labels.h"

namespace nianbao {
namespace {

using Kind = ValuePiece::Kind;

/// A group of rows that the old form has as one.
struct RowGroup {
    std::size_t first{}, count{};  ///< of the rows
    StreamPattern label;
};

/// Digits that ran together may be too many for one number.
bool holds_digits(const ValuePiece& piece) { return piece.kind == Kind::number || piece.kind == Kind::mark; }

/// A row whose digits ran together.
struct RunRow {
    std::size_t row{};
    StreamRange range;
    std::vector<ValuePiece> pieces;
    std::vector<std::string> runs;
};

class NamedRows {
public:
    explicit NamedRows(TableFrame& frame) : frame_(frame), rows_(frame.named), labels_(find_row_labels(frame)) {}

    void read() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (labels_[i]) read_row_of(i);
        }
        read_groups();
        for (std::size_t i = 0; i < rows_.size(); ++i) read_by_order(i);
        settle_runs();
    }

private:
    [[nodiscard]] std::optional<std::size_t> next_found(std::size_t row) const {
        for (std::size_t i = row; i < labels_.size(); ++i) {
            if (labels_[i]) return i;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t begin_of_next(std::size_t row) const {
        const auto next = next_found(row);
        return next ? labels_[*next]->at.begin : frame_.range.end;
    }

    void read_row_of(std::size_t i) {
        ++frame_.result.rows_found;
        frame_.mark_used(labels_[i]->at);
        const std::size_t begin = labels_[i]->at.end;
        take_values(i, {begin, frame_.end_of_values(begin, begin_of_next(i + 1))}, 1 + missing_behind(i));
    }

    /// Rows of the same block without a label, up to the next that has one.
    [[nodiscard]] std::size_t missing_behind(std::size_t row) const {
        std::size_t missing = 0;
        while (row + 1 + missing < rows_.size() && !labels_[row + 1 + missing] &&
               rows_[row + 1 + missing].block == rows_[row].block)
            ++missing;
        return missing;
    }

    void take_values(std::size_t i, const StreamRange& range, std::size_t rows) {
        const TableRow& row = rows_[i];
        const Unit unit = frame_.unit_of(row);
        const CellSums sums = frame_.sums_of(row);
        std::vector<ValuePiece> pieces = behind_label(value_pieces(frame_.stream, range, unit), row);
        auto values = read_row(pieces, row.cells.size(), 1, unit, sums);
        if (!values && rows > 1) values = read_row(pieces, row.cells.size(), rows, unit, sums);
        if (values) {
            if (is_spaced(pieces) && row.cells.size() > 1 && !sums.sums().empty() && !holds_with_noughts(*values, sums))
                doubted_.push_back({i, range, {}, {}});
            return place_values(i, *values, pieces);
        }
        auto runs = rows == 1 ? runs_of_digits(pieces, row.cells.size()) : std::nullopt;
        if (runs) {
            runs_.push_back({i, range, std::move(pieces), std::move(*runs)});
        } else if (std::any_of(pieces.begin(), pieces.end(), holds_digits)) {
            frame_.tell_unread(row, range, UnreadRow::Why::unclear);
        }
    }

    /// Words right behind a label may be the rest of it, a remark in brackets, or a piece of another label; behind any
    /// other words the numbers are not those of the row.
    [[nodiscard]] std::vector<ValuePiece> behind_label(std::vector<ValuePiece> pieces, const TableRow& row) const {
        std::vector<ValuePiece> kept;
        bool any = false, in_brackets = false;
        for (ValuePiece& piece : pieces) {
            const std::u32string key = frame_.key_of(piece.at);
            const bool words = piece.kind == Kind::other;
            any = any || (!words && piece.kind != Kind::empty);
            if (words && !any) {
                const bool opens = key.front() == U'(';
                const bool closes = key.find(U')') != std::u32string::npos;
                if (!opens && !in_brackets && !is_piece_of_label(key, row)) break;
                in_brackets = (in_brackets || opens) && !closes;
                continue;
            }
            kept.push_back(std::move(piece));
        }
        return kept;
    }

    [[nodiscard]] bool is_piece_of_label(const std::u32string& key, const TableRow& row) const {
        if (stream_key(row.line->leaf().label.zh).find(key) != std::u32string::npos) return true;
        return std::any_of(frame_.stop_labels.begin(), frame_.stop_labels.end(), [&](const StreamPattern& pattern) {
            return pattern.spellings.front().core.find(key) != std::u32string::npos;
        });
    }

    void place_values(std::size_t first_row, const RowValues& values, const std::vector<ValuePiece>& pieces) {
        std::size_t next = 0;
        for (std::size_t row = first_row; next < values.size(); ++row) {
            for (const std::size_t cell : rows_[row].cells) frame_.result.cells[cell] = values[next++];
        }
        for (const ValuePiece& piece : pieces) {
            if (piece.at.begin >= values.front().at && piece.at.begin <= values.back().at) frame_.mark_used(piece.at);
        }
    }

    // --- digits that ran together

    /// As many numbers as cells, but nothing except blanks between them, and their sum is wrong: where digits of other
    /// rows ran together, these may have, too.
    void drop_doubted() {
        for (const RunRow& doubted : doubted_) {
            for (const std::size_t cell : rows_[doubted.row].cells) frame_.result.cells[cell].reset();
            frame_.tell_unread(rows_[doubted.row], doubted.range, UnreadRow::Why::unclear);
        }
    }

    static bool is_spaced(const std::vector<ValuePiece>& pieces) {
        return std::none_of(pieces.begin(), pieces.end(), [&](const ValuePiece& piece) {
            return &piece != &pieces.front() && piece.kind == Kind::number && piece.gap > Gap::blank;
        });
    }

    /// All rows at once: what the sum of one leaves open, the columns may settle.
    void settle_runs() {
        if (runs_.empty()) return;
        drop_doubted();
        const bool noughts = frame_.writes_noughts();
        std::vector<OpenRow> open;
        std::vector<RunRow*> of;
        for (RunRow& run : runs_) {
            const TableRow& row = rows_[run.row];
            auto ways = ways_to_cut(run.runs, row.cells.size(), frame_.sums_of(row));
            if (!noughts || !ways || ways->empty()) {
                frame_.tell_unread(row, run.range, UnreadRow::Why::unclear);
                continue;
            }
            open.push_back({row.cells, std::move(*ways)});
            of.push_back(&run);
        }
        const CellSums sums(frame_.form, frame_.ids);
        const std::vector<std::optional<Amount>> known = known_numbers();
        std::vector<OpenRow> narrowed = open;
        const bool hold = narrow_ways(narrowed, known, sums);
        for (std::size_t i = 0; i < open.size(); ++i) {
            // Without sums that hold only as many digits as cells are certain.
            const bool certain =
                (hold && is_proved(open[i], open, known, sums)) || digits_of(*of[i]) == open[i].cells.size();
            place_run(*of[i], hold ? narrowed[i].ways : open[i].ways, certain);
        }
    }

    [[nodiscard]] std::vector<std::optional<Amount>> known_numbers() const {
        std::vector<std::optional<Amount>> known(frame_.ids.size());
        for (std::size_t i = 0; i < known.size(); ++i) {
            const std::optional<RowValue>& value = frame_.result.cells[i];
            const Amount* number = value ? number_in(value->cell) : nullptr;
            if (number) known[i] = *number;
        }
        return known;
    }

    static std::size_t digits_of(const RunRow& run) {
        std::size_t digits = 0;
        for (const std::string& each : run.runs) digits += each.size();
        return digits;
    }

    void place_run(const RunRow& run, const std::vector<Numbers>& ways, bool certain) {
        const TableRow& row = rows_[run.row];
        const auto first = std::find_if(run.pieces.begin(), run.pieces.end(), holds_digits);
        const std::vector<std::optional<Amount>> numbers = common_numbers(ways);
        bool any = false, all = certain;
        for (std::size_t i = 0; certain && i < numbers.size(); ++i) {
            any = any || numbers[i];
            all = all && numbers[i];
            if (!numbers[i]) continue;
            frame_.result.cells[row.cells[i]] =
                RowValue{Cell(*numbers[i]), {}, first->text, Origin::How::inferred, first->at.begin};
        }
        for (const ValuePiece& piece : run.pieces) {
            if (holds_digits(piece)) frame_.mark_used(piece.at);
        }
        if (!all) frame_.tell_unread(row, run.range, any ? UnreadRow::Why::in_part : UnreadRow::Why::unclear);
    }

    // --- a row of the old form in the place of several

    void read_groups() {
        for (const RowGroup& group : groups_without_rows()) {
            const std::size_t before =
                group.first > 0 && labels_[group.first - 1] ? labels_[group.first - 1]->at.end : frame_.range.begin;
            const StreamRange between{before, begin_of_next(group.first + group.count)};
            const std::vector<StreamLabel> found = find_labels(frame_.stream, between, {group.label});
            if (!found.empty()) read_group(group, {found.front().at.end, between.end}, found.front().at);
        }
    }

    [[nodiscard]] std::vector<RowGroup> groups_without_rows() const {
        std::vector<RowGroup> groups;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const std::vector<const Axis*>& path = rows_[i].line->path;
            if (path.size() < 2) continue;
            const Axis* group = path[path.size() - 2];
            std::size_t count = 0;
            bool any = false;
            for (std::size_t j = i; j < rows_.size() && is_below(j, group); ++j, ++count) any = any || labels_[j];
            const bool begins = i == 0 || !is_below(i - 1, group);
            if (begins && !any && count == group->children.size())
                groups.push_back({i, count, stream_pattern(group->label.zh, group->also_written)});
        }
        return groups;
    }

    [[nodiscard]] bool is_below(std::size_t row, const Axis* group) const {
        const std::vector<const Axis*>& path = rows_[row].line->path;
        return path.size() >= 2 && path[path.size() - 2] == group;
    }

    /// All 0: each of its rows is. Anything else may be any of them.
    void read_group(const RowGroup& group, const StreamRange& range, const StreamRange& label) {
        const TableRow& row = rows_[group.first];
        const std::vector<ValuePiece> pieces = value_pieces(frame_.stream, range, Unit::count);
        const CellSums sums = frame_.sums_of(row);
        auto values = read_row(pieces, row.cells.size(), 1, Unit::count, sums);
        if (!values) values = read_single_run(pieces, row.cells.size(), sums);
        if (!values) return;
        frame_.mark_used(label);
        const bool nought = std::all_of(values->begin(), values->end(), [](const RowValue& value) {
            const Amount* number = number_in(value.cell);
            return number && is_zero(*number);
        });
        if (!nought) return frame_.tell_unread(row, {label.begin, range.end}, UnreadRow::Why::old_row);
        for (std::size_t i = group.first; i < group.first + group.count; ++i) {
            RowValues own = *values;
            for (RowValue& value : own) value.how = Origin::How::inferred;
            place_values(i, own, pieces);
            ++frame_.result.rows_found;
        }
    }

    // --- a row whose label alone is missing

    /// The first row of a block with the label of the next: a line of as many numbers, its label a cell with nothing in
    /// it.
    void read_by_order(std::size_t i) {
        const TableRow& row = rows_[i];
        const bool first = i == 0 || rows_[i - 1].block != row.block;
        if (labels_[i] || !first || i + 1 == rows_.size() || !labels_[i + 1] || rows_[i + 1].block != row.block ||
            row.cells.size() < 2)
            return;
        const std::size_t end = labels_[i + 1]->at.begin;
        const std::vector<ValuePiece> pieces = last_line(end, frame_.unit_of(row));
        if (!begins_with_empty_label(pieces)) return;
        const CellSums sums = frame_.sums_of(row);
        auto values = read_row(pieces, row.cells.size(), 1, frame_.unit_of(row), sums);
        if (!values) return;
        Numbers numbers;
        for (RowValue& value : *values) {
            value.how = Origin::How::inferred;
            if (const Amount* number = number_in(value.cell)) numbers.push_back(*number);
        }
        if (numbers.size() < values->size() || !sums.hold(numbers).value_or(true)) return;
        place_values(i, *values, pieces);
        ++frame_.result.rows_found;
    }

    /// The pieces of the line right before a place.
    [[nodiscard]] std::vector<ValuePiece> last_line(std::size_t end, Unit unit) const {
        std::size_t begin = end;
        while (begin > frame_.range.begin && (begin == end || frame_.stream.characters()[begin].gap != Gap::line))
            --begin;
        std::vector<ValuePiece> pieces = value_pieces(frame_.stream, {begin, end}, unit);
        std::erase_if(pieces, [](const ValuePiece& piece) { return piece.doubtful; });
        return pieces;
    }

    [[nodiscard]] bool begins_with_empty_label(const std::vector<ValuePiece>& pieces) const {
        if (pieces.empty()) return false;
        if (pieces.front().kind == Kind::empty) return true;
        const StreamCharacter& first = frame_.stream.characters()[pieces.front().at.begin];
        const std::string before = frame_.stream.items()[first.item].text.substr(0, first.begin);
        return pieces.front().kind == Kind::number && before.find('|') != std::string::npos;
    }

    TableFrame& frame_;
    const std::vector<TableRow>& rows_;
    std::vector<std::optional<StreamLabel>> labels_;  // by row
    std::vector<RunRow> runs_, doubted_;
};

}  // namespace

void read_named_rows(TableFrame& frame) { NamedRows(frame).read(); }

}  // namespace nianbao
