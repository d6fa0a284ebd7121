#include "recognition/stream_table.h"

#include <algorithm>
#include <set>

#include "recognition/label_match.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// A leaf row, with the indices of its cells among those of the table.
struct TableRow {
    std::size_t block{};
    std::vector<std::size_t> cells;
    const Line* line{};
};

/// The relations that hold between the cells of one row alone.
class RowSums {
public:
    RowSums(const Form& form, const std::vector<CellId>& cells) : cells_(cells) {
        for (const Relation& relation : form.relations) {
            const bool own = std::all_of(relation.terms.begin(), relation.terms.end(), [&](const Term& term) {
                return !term.last_year && std::find(cells.begin(), cells.end(), term.cell) != cells.end();
            });
            if (own && !relation.at_least_zero) relations_.push_back(&relation);
        }
    }

    [[nodiscard]] std::optional<bool> hold(const std::vector<Amount>& numbers) const {
        if (relations_.empty()) return std::nullopt;
        return std::all_of(relations_.begin(), relations_.end(), [&](const Relation* relation) {
            Amount sum = relation->constant;
            for (const Term& term : relation->terms) {
                const auto at = std::find(cells_.begin(), cells_.end(), term.cell) - cells_.begin();
                const Amount& number = numbers[static_cast<std::size_t>(at)];
                sum = term.sign > 0 ? sum + number : sum - number;
            }
            return is_zero(sum);
        });
    }

private:
    std::vector<CellId> cells_;
    std::vector<const Relation*> relations_;
};

void add_labels(const std::vector<Axis>& axes, std::vector<StreamPattern>& patterns, std::set<std::u32string>& known) {
    for (const Axis& axis : axes) {
        if (!axis.label.zh.empty() && known.insert(stream_key(axis.label.zh)).second)
            patterns.push_back(stream_pattern(axis.label.zh, axis.also_written));
        add_labels(axis.children, patterns, known);
    }
}

/// A group of rows that the old form has as one.
struct RowGroup {
    std::size_t first{}, count{};  ///< of the rows
    StreamPattern label;
};

class StreamTableReader {
public:
    StreamTableReader(const PageStream& stream, const StreamRange& range, const Form& form, std::size_t table)
        : stream_(stream), range_(range), form_(form), table_(table), ids_(form.cells_of(static_cast<int>(table))) {
        result_.cells.resize(ids_.size());
        result_.used.resize(stream.size());
        list_rows();
    }

    StreamTable read() {
        const std::vector<StreamPattern> patterns = stop_patterns();
        stops_ = find_labels(stream_, range_, patterns);
        result_.labels_found = count_labels();
        stop_patterns_ = patterns;
        read_named_rows();
        read_unnamed_blocks();
        cut_extent();
        tell_other_spellings(patterns);
        return std::move(result_);
    }

private:
    [[nodiscard]] const Table& table() const { return form_.tables[table_]; }
    [[nodiscard]] std::size_t columns(std::size_t block) const { return form_.columns[table_][block].size(); }

    void list_rows() {
        std::size_t next = 0;
        for (std::size_t b = 0; b < table().blocks.size(); ++b) {
            for (const Line& line : form_.rows[table_][b]) {
                TableRow row{b, {}, &line};
                for (std::size_t c = 0; c < columns(b); ++c) row.cells.push_back(next++);
                (line.leaf().label.zh.empty() ? unnamed_ : rows_).push_back(std::move(row));
            }
        }
    }

    /// What ends the values of a row: heads of columns, lines over the table, groups of rows, headings of sections.
    [[nodiscard]] std::vector<StreamPattern> stop_patterns() const {
        std::vector<StreamPattern> patterns;
        std::set<std::u32string> known;
        for (const Block& block : table().blocks) {
            add_labels(block.columns, patterns, known);
            add_labels(block.rows, patterns, known);
            for (const std::string* label : {&block.heading, &block.corner}) {
                if (!label->empty() && known.insert(stream_key(*label)).second)
                    patterns.push_back(stream_pattern(*label, {}));
            }
        }
        for (const Section& section : form_.sections)
            patterns.push_back(stream_pattern(section.heading, section.also_written));
        return patterns;
    }

    /// How many different labels of the table there are, headings of sections aside.
    [[nodiscard]] std::size_t count_labels() const {
        std::set<std::size_t> different;
        for (const StreamLabel& stop : stops_) {
            if (!is_section_heading(stop)) different.insert(stop.pattern);
        }
        return different.size();
    }

    /// What is read all the same, but is not the wording of the form.
    void tell_other_spellings(const std::vector<StreamPattern>& patterns) {
        std::set<std::size_t> told;
        for (const StreamLabel& stop : stops_) {
            if (!stop.is_other || is_section_heading(stop) || result_.rows_found == 0 ||
                !told.insert(stop.pattern).second)
                continue;
            result_.slips.push_back(
                {stop.at.begin, stream_.text_of(stop.at.begin, stop.at.end), patterns[stop.pattern].written});
        }
    }

    // --- rows with names

    void read_named_rows() {
        std::vector<StreamPattern> patterns;
        for (const TableRow& row : rows_)
            patterns.push_back(stream_pattern(row.line->leaf().label.zh, row.line->leaf().also_written));
        const std::vector<StreamLabel> found = find_labels(stream_, range_, patterns, stop_patterns_);
        labels_ = labels_in_order(found, patterns.size());
        count_doubled(found);
        look_for_slips(patterns);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (labels_[i]) read_named(i);
        }
        read_groups();
    }

    [[nodiscard]] std::optional<std::size_t> next_found(std::size_t row) const {
        for (std::size_t i = row; i < labels_.size(); ++i) {
            if (labels_[i]) return i;
        }
        return std::nullopt;
    }

    /// Where what follows a place ends: at the next label of any kind.
    [[nodiscard]] std::size_t end_of_values(std::size_t from, std::optional<std::size_t> next_row) const {
        std::size_t end = next_row ? labels_[*next_row]->at.begin : range_.end;
        for (const StreamLabel& stop : stops_) {
            if (stop.at.begin >= from && stop.at.begin < end) return stop.at.begin;
        }
        return std::max(from, end);
    }

    void read_named(std::size_t i) {
        ++result_.rows_found;
        mark_used(labels_[i]->at);
        const std::size_t begin = labels_[i]->at.end;
        const StreamRange values{begin, end_of_values(begin, next_found(i + 1))};
        take_values(i, values, 1 + missing_behind(i));
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
        const Unit unit = form_.cells[ids_[row.cells.front()]].unit;
        const std::vector<ValuePiece> pieces = behind_label(value_pieces(stream_, range, unit), row);
        auto values = read_row(pieces, row.cells.size(), 1, unit, test_of(row));
        if (!values && rows > 1) values = read_row(pieces, row.cells.size(), rows, unit, test_of(row));
        if (values) return place_values(i, *values, pieces);
        const bool any = std::any_of(pieces.begin(), pieces.end(), [](const ValuePiece& piece) {
            return piece.kind == ValuePiece::Kind::number || piece.kind == ValuePiece::Kind::mark;
        });
        if (any)
            result_.unread.push_back({ids_[row.cells.front()], range.begin, stream_.text_of(range.begin, range.end)});
    }

    /// Words right behind a label may be the rest of it, a remark in brackets, or a piece of another label; behind any
    /// other words the numbers are not those of the row.
    [[nodiscard]] std::vector<ValuePiece> behind_label(std::vector<ValuePiece> pieces, const TableRow& row) const {
        std::vector<ValuePiece> kept;
        bool any = false, in_brackets = false;
        for (ValuePiece& piece : pieces) {
            const std::u32string key = stream_.codes().substr(piece.at.begin, piece.at.end - piece.at.begin);
            const bool words = piece.kind == ValuePiece::Kind::other;
            any = any || (!words && piece.kind != ValuePiece::Kind::empty);
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
        return std::any_of(stop_patterns_.begin(), stop_patterns_.end(), [&](const StreamPattern& pattern) {
            return pattern.spellings.front().core.find(key) != std::u32string::npos;
        });
    }

    [[nodiscard]] RowTest test_of(const TableRow& row) const {
        std::vector<CellId> cells;
        for (const std::size_t cell : row.cells) cells.push_back(ids_[cell]);
        return [sums = RowSums(form_, cells)](const std::vector<Amount>& numbers) { return sums.hold(numbers); };
    }

    void place_values(std::size_t first_row, const RowValues& values, const std::vector<ValuePiece>& pieces) {
        std::size_t next = 0;
        for (std::size_t row = first_row; next < values.size(); ++row) {
            for (const std::size_t cell : rows_[row].cells) result_.cells[cell] = values[next++];
        }
        for (const ValuePiece& piece : pieces) {
            if (piece.at.begin >= values.front().at && piece.at.begin <= last_piece_of(values, pieces))
                mark_used(piece.at);
        }
    }

    /// Figures that were cut out of one run of digits all stand at its beginning.
    static std::size_t last_piece_of(const RowValues& values, const std::vector<ValuePiece>& pieces) {
        if (values.front().how != Origin::How::inferred) return values.back().at;
        std::size_t last = values.back().at;
        for (const ValuePiece& piece : pieces) {
            if (piece.kind == ValuePiece::Kind::other && piece.at.begin > last) break;
            if (piece.kind == ValuePiece::Kind::number) last = piece.at.begin;
        }
        return last;
    }

    void mark_used(const StreamRange& range) {
        StreamRange& extent = result_.extent;
        if (extent.begin == extent.end) extent = range;
        extent = {std::min(extent.begin, range.begin), std::max(extent.end, range.end)};
        for (std::size_t i = range.begin; i < range.end; ++i) result_.used[i] = true;
    }

    /// Two of the same label in one line: two years beside each other.
    void count_doubled(const std::vector<StreamLabel>& found) {
        for (const StreamLabel& one : found) {
            const bool doubled = std::any_of(found.begin(), found.end(), [&](const StreamLabel& other) {
                return other.pattern == one.pattern && other.at.begin > one.at.begin &&
                       stream_.items()[stream_.characters()[other.at.begin].item].block ==
                           stream_.items()[stream_.characters()[one.at.begin].item].block &&
                       is_one_line(one.at.end, other.at.begin);
            });
            result_.doubled_rows += doubled ? 1 : 0;
        }
    }

    [[nodiscard]] bool is_one_line(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i <= end; ++i) {
            if (stream_.characters()[i].gap == Gap::line) return false;
        }
        return true;
    }

    /// A row between two that were found, named by something near its label.
    void look_for_slips(const std::vector<StreamPattern>& patterns) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (labels_[i]) continue;
            std::size_t before = i;
            while (before > 0 && !labels_[before - 1]) --before;
            const std::size_t begin = before > 0 ? labels_[before - 1]->at.end : range_.begin;
            const auto next = next_found(i + 1);
            if (before == 0 && !next) continue;
            find_slip(i, patterns[i], {begin, next ? labels_[*next]->at.begin : range_.end});
        }
    }

    void find_slip(std::size_t row, const StreamPattern& pattern, const StreamRange& range) {
        const LabelPattern label(pattern.written, {});
        for (std::size_t begin = range.begin; begin < range.end;) {
            std::size_t end = begin + 1;
            while (end < range.end && stream_.characters()[end].gap < Gap::cell && !is_figure_behind_blank(end)) ++end;
            const std::string text = stream_.text_of(begin, end);
            const std::u32string key = stream_.codes().substr(begin, end - begin);
            constexpr std::size_t shortest_beginning = 8;
            if (key.size() >= shortest_beginning && stream_key(pattern.written).starts_with(key)) {
                labels_[row] = StreamLabel{row, {begin, end}, 0};
                return;
            }
            if (stream_.codes()[begin] != empty_cell && label.is_near(label_key(text)) && !is_known(begin)) {
                labels_[row] = StreamLabel{row, {begin, end}, 0};
                result_.slips.push_back({begin, text, pattern.written});
                return;
            }
            begin = end;
        }
    }

    [[nodiscard]] bool is_figure_behind_blank(std::size_t at) const {
        const char32_t code = stream_.codes()[at];
        return stream_.characters()[at].gap == Gap::blank && code >= U'0' && code <= U'9';
    }

    [[nodiscard]] bool is_known(std::size_t begin) const {
        return std::any_of(stops_.begin(), stops_.end(),
                           [&](const StreamLabel& stop) { return stop.at.begin == begin; });
    }

    // --- a row of the old form in the place of several

    void read_groups() {
        for (const RowGroup& group : groups_without_rows()) {
            const std::size_t before =
                group.first > 0 && labels_[group.first - 1] ? labels_[group.first - 1]->at.end : range_.begin;
            const auto next = next_found(group.first + group.count);
            const StreamRange between{before, next ? labels_[*next]->at.begin : range_.end};
            const std::vector<StreamLabel> found = find_labels(stream_, between, {group.label});
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
        const std::vector<ValuePiece> pieces = value_pieces(stream_, range, Unit::count);
        const auto values = read_row(pieces, row.cells.size(), 1, Unit::count, test_of(row));
        if (!values) return;
        mark_used(label);
        const bool nought = std::all_of(values->begin(), values->end(), [](const RowValue& value) {
            const Amount* number = number_in(value.cell);
            return number && is_zero(*number);
        });
        if (!nought) {
            result_.unread.push_back(
                {ids_[row.cells.front()], range.begin, stream_.text_of(label.begin, range.end), true});
            return;
        }
        for (std::size_t i = group.first; i < group.first + group.count; ++i) {
            RowValues own = *values;
            for (RowValue& value : own) value.how = Origin::How::inferred;
            place_values(i, own, pieces);
            ++result_.rows_found;
        }
    }

    // --- blocks of one row without a name

    /// The columns of such a block fall into groups; each has a name, and one total.
    void read_unnamed_blocks() {
        for (const TableRow& row : unnamed_) {
            if (result_.cells.size() == row.cells.size() || !rows_.empty()) read_unnamed(row);
        }
    }

    void read_unnamed(const TableRow& row) {
        const std::vector<ValuePiece> all = pieces_between_stops();
        const Unit unit = form_.cells[ids_[row.cells.front()]].unit;
        if (const auto values = read_row(all, row.cells.size(), 1, unit, test_of(row))) {
            ++result_.rows_found;
            return place_unnamed(row, *values, all);
        }
        for (const std::vector<ValuePiece>& stretch : stretches()) {
            if (const auto values = read_row(stretch, row.cells.size(), 1, unit, test_of(row))) {
                ++result_.rows_found;
                return place_unnamed(row, *values, stretch);
            }
        }
        if (all.empty() && is_left_open(row)) {
            ++result_.rows_found;
            for (const StreamLabel& stop : stops_) mark_used(stop.at);
            return;
        }
        if (const auto values = mended(all, row)) {
            ++result_.rows_found;
            return place_unnamed(row, *values, all);
        }
        read_by_groups(row, unit);
    }

    /// Cells are there for all of its values, and no number is in them: at most words, such as 〔上年16〕.
    [[nodiscard]] bool is_left_open(const TableRow& row) const {
        const std::vector<std::vector<ValuePiece>> all = stretches();
        return std::any_of(all.begin(), all.end(), [&](const std::vector<ValuePiece>& stretch) {
            return stretch.size() == row.cells.size() && are_cells(stretch);
        });
    }

    /// One piece in each of so many cells of a grid.
    [[nodiscard]] bool are_cells(const std::vector<ValuePiece>& pieces) const {
        for (std::size_t i = 1; i < pieces.size(); ++i) {
            const std::uint32_t before = stream_.characters()[pieces[i - 1].at.begin].item;
            const std::uint32_t item = stream_.characters()[pieces[i].at.begin].item;
            if (item == before || stream_.items()[item].block != stream_.items()[before].block) return false;
        }
        return true;
    }

    /// What stands between two labels, empty cells included.
    [[nodiscard]] std::vector<std::vector<ValuePiece>> stretches() const {
        std::vector<std::vector<ValuePiece>> found;
        std::size_t begin = range_.begin;
        const auto add = [&](std::size_t end) {
            if (begin < end) found.push_back(value_pieces(stream_, {begin, end}, Unit::count));
        };
        for (const StreamLabel& stop : stops_) {
            add(stop.at.begin);
            begin = std::max(begin, stop.at.end);
        }
        add(range_.end);
        return found;
    }

    /// All pieces of the range that are no label, in one list.
    [[nodiscard]] std::vector<ValuePiece> pieces_between_stops() const {
        std::vector<ValuePiece> all;
        std::size_t begin = range_.begin;
        const auto add = [&](std::size_t end) {
            for (ValuePiece& piece : value_pieces(stream_, {begin, std::max(begin, end)}, Unit::count)) {
                if (piece.kind == ValuePiece::Kind::number || piece.kind == ValuePiece::Kind::mark)
                    all.push_back(std::move(piece));
            }
        };
        for (const StreamLabel& stop : stops_) {
            add(stop.at.begin);
            begin = std::max(begin, stop.at.end);
        }
        add(range_.end);
        return all;
    }

    void place_unnamed(const TableRow& row, const RowValues& values, const std::vector<ValuePiece>& pieces) {
        for (const StreamLabel& stop : stops_) mark_used(stop.at);
        for (std::size_t i = 0; i < values.size(); ++i) result_.cells[row.cells[i]] = values[i];
        for (const ValuePiece& piece : pieces) mark_used(piece.at);
    }

    /// Groups that stand each by itself, below their names.
    void read_by_groups(const TableRow& row, Unit unit) {
        const std::vector<Line>& lines = form_.columns[table_][row.block];
        for (std::size_t first = 0; first < lines.size();) {
            const Axis* group = group_of(lines[first]);
            std::size_t count = 0;
            while (first + count < lines.size() && group_of(lines[first + count]) == group) ++count;
            TableRow part{row.block,
                          {row.cells.begin() + static_cast<std::ptrdiff_t>(first),
                           row.cells.begin() + static_cast<std::ptrdiff_t>(first + count)},
                          nullptr};
            if (group) read_column_group(part, *group, unit);
            first += count;
        }
        const bool all = std::all_of(row.cells.begin(), row.cells.end(),
                                     [&](std::size_t cell) { return result_.cells[cell].has_value(); });
        result_.rows_found += all ? 1 : 0;
    }

    [[nodiscard]] static const Axis* group_of(const Line& line) {
        return line.path.size() > 1 ? line.path[line.path.size() - 2] : nullptr;
    }

    void read_column_group(const TableRow& part, const Axis& group, Unit unit) {
        for (const StreamLabel& label :
             find_labels(stream_, range_, {stream_pattern(group.label.zh, group.also_written)})) {
            std::vector<ValuePiece> run;
            for (std::size_t at = label.at.end; at < range_.end && run.empty();) {
                const std::size_t end = end_of_values(at, std::nullopt);
                for (ValuePiece& piece : value_pieces(stream_, {at, end}, unit)) {
                    if (piece.kind != ValuePiece::Kind::other && piece.kind != ValuePiece::Kind::empty)
                        run.push_back(std::move(piece));
                }
                const auto stop = std::find_if(stops_.begin(), stops_.end(),
                                               [&](const StreamLabel& each) { return each.at.begin == end; });
                if (stop == stops_.end()) break;
                if (run.empty() && is_other_group(part, *stop)) break;
                at = stop->at.end;
            }
            auto values = read_row(run, part.cells.size(), 1, unit, test_of(part));
            if (!values) values = mended(run, part);
            if (!values) continue;
            place_unnamed(part, *values, run);
            return;
        }
    }

    /// Another group's name stands between a name and its numbers.
    [[nodiscard]] bool is_other_group(const TableRow& part, const StreamLabel& stop) const {
        const std::u32string key = stream_.codes().substr(stop.at.begin, stop.at.end - stop.at.begin);
        for (const Line& line : form_.columns[table_][part.block]) {
            const Axis* group = group_of(line);
            if (group && stream_key(group->label.zh) == key) return true;
        }
        return false;
    }

    /// Numbers that broke within their narrow cells: what stands on the next line belongs to some of them, in order.
    [[nodiscard]] std::optional<RowValues> mended(const std::vector<ValuePiece>& run, const TableRow& part) const {
        constexpr std::size_t most_broken = 3;
        const std::size_t cells = part.cells.size();
        if (run.size() <= cells || run.size() > cells + most_broken) return std::nullopt;
        const RowTest test = test_of(part);
        const std::size_t extra = run.size() - cells;
        std::vector<std::size_t> to(extra);
        for (std::size_t i = 0; i < extra; ++i) to[i] = i;
        std::optional<std::vector<std::string>> only;
        while (true) {
            std::vector<std::string> numbers;
            for (std::size_t i = 0; i < cells; ++i) numbers.push_back(run[i].text);
            for (std::size_t i = 0; i < extra; ++i) numbers[to[i]] += run[cells + i].text;
            if (passes(numbers, test)) {
                if (only) return std::nullopt;
                only = numbers;
            }
            std::size_t i = extra;
            while (i > 0 && to[i - 1] == cells - extra + i - 1) --i;
            if (i == 0) break;
            ++to[i - 1];
            for (std::size_t j = i; j < extra; ++j) to[j] = to[j - 1] + 1;
        }
        if (!only) return std::nullopt;
        RowValues values;
        for (std::size_t i = 0; i < cells; ++i)
            values.push_back(
                {Cell(*parse_amount((*only)[i])), {}, run[i].text, Origin::How::repaired, run[i].at.begin});
        return values;
    }

    static bool passes(const std::vector<std::string>& numbers, const RowTest& test) {
        std::vector<Amount> amounts;
        for (const std::string& number : numbers) {
            const auto amount = parse_amount(number);
            if (!amount) return false;
            amounts.push_back(*amount);
        }
        return test(amounts).value_or(false);
    }

    /// Heads above the first row belong to the table.
    void cut_extent() {
        if (result_.extent.begin == result_.extent.end) return;
        for (auto stop = stops_.rbegin(); stop != stops_.rend(); ++stop) {
            constexpr std::size_t farthest = 40;
            if (stop->at.end <= result_.extent.begin && result_.extent.begin - stop->at.end < farthest &&
                !is_section_heading(*stop))
                mark_used(stop->at);
        }
    }

    [[nodiscard]] bool is_section_heading(const StreamLabel& stop) const {
        const std::u32string key = stream_.codes().substr(stop.at.begin, stop.at.end - stop.at.begin);
        return std::any_of(form_.sections.begin(), form_.sections.end(), [&](const Section& section) {
            return stream_key(section.heading) == key ||
                   std::any_of(section.also_written.begin(), section.also_written.end(),
                               [&](const std::string& other) { return stream_key(other) == key; });
        });
    }

    const PageStream& stream_;
    StreamRange range_;
    const Form& form_;
    std::size_t table_;
    std::vector<CellId> ids_;
    std::vector<TableRow> rows_, unnamed_;
    std::vector<StreamLabel> stops_;
    std::vector<StreamPattern> stop_patterns_;
    std::vector<std::optional<StreamLabel>> labels_;  // by row
    StreamTable result_;
};

}  // namespace

StreamTable read_stream_table(const PageStream& stream, const StreamRange& range, const Form& form, std::size_t table) {
    return StreamTableReader(stream, range, form, table).read();
}

}  // namespace nianbao
