#include "recognition/table_frame.h"

#include <algorithm>
#include <set>

namespace nianbao {
namespace {

void add_labels(const std::vector<Axis>& axes, std::vector<StreamPattern>& patterns, std::set<std::u32string>& known) {
    for (const Axis& axis : axes) {
        if (!axis.label.zh.empty() && known.insert(stream_key(axis.label.zh)).second)
            patterns.push_back(stream_pattern(axis.label.zh, axis.also_written));
        add_labels(axis.children, patterns, known);
    }
}

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

}  // namespace

TableFrame::TableFrame(const PageStream& of, const StreamRange& within, const Form& by, std::size_t number)
    : stream(of), range(within), form(by), table(number), ids(by.cells_of(static_cast<int>(number))) {
    result.cells.resize(ids.size());
    result.used.resize(stream.size());
    list_rows();
    list_stops();
    stops = find_labels(stream, range, stop_labels);
}

void TableFrame::list_rows() {
    std::size_t next = 0;
    for (std::size_t b = 0; b < form.tables[table].blocks.size(); ++b) {
        for (const Line& line : form.rows[table][b]) {
            TableRow row{b, {}, &line};
            for (std::size_t c = 0; c < form.columns[table][b].size(); ++c) row.cells.push_back(next++);
            (line.leaf().label.zh.empty() ? unnamed : named).push_back(std::move(row));
        }
    }
}

void TableFrame::list_stops() {
    std::set<std::u32string> known;
    for (const Block& block : form.tables[table].blocks) {
        add_labels(block.columns, stop_labels, known);
        add_labels(block.rows, stop_labels, known);
        for (const std::string* label : {&block.heading, &block.corner}) {
            if (!label->empty() && known.insert(stream_key(*label)).second)
                stop_labels.push_back(stream_pattern(*label, {}));
        }
    }
    for (const Section& section : form.sections)
        stop_labels.push_back(stream_pattern(section.heading, section.also_written));
}

CellSums TableFrame::sums_of(const TableRow& row) const {
    std::vector<CellId> cells;
    for (const std::size_t cell : row.cells) cells.push_back(ids[cell]);
    return CellSums(form, cells);
}

std::size_t TableFrame::end_of_values(std::size_t from, std::size_t limit) const {
    for (const StreamLabel& stop : stops) {
        if (stop.at.begin >= from && stop.at.begin < limit) return stop.at.begin;
    }
    return std::max(from, limit);
}

bool TableFrame::is_section_heading(const StreamLabel& stop) const {
    const std::u32string key = key_of(stop.at);
    return std::any_of(form.sections.begin(), form.sections.end(), [&](const Section& section) {
        return stream_key(section.heading) == key ||
               std::any_of(section.also_written.begin(), section.also_written.end(),
                           [&](const std::string& other) { return stream_key(other) == key; });
    });
}

bool TableFrame::writes_noughts() const {
    const std::u32string& codes = stream.codes();
    for (auto at = codes.find(U"00"); at != std::u32string::npos; at = codes.find(U"00", at + 1)) {
        const bool glued = stream.characters()[at + 1].gap == Gap::none;  // else they may be the ends of broken numbers
        const bool begins =
            at == 0 || stream.characters()[at].gap != Gap::none || (!is_digit(codes[at - 1]) && codes[at - 1] != U'.');
        if (glued && begins) return true;
    }
    return false;
}

void TableFrame::mark_used(const StreamRange& at) {
    StreamRange& extent = result.extent;
    if (extent.begin == extent.end) extent = at;
    extent = {std::min(extent.begin, at.begin), std::max(extent.end, at.end)};
    for (std::size_t i = at.begin; i < at.end; ++i) result.used[i] = true;
}

void TableFrame::tell_unread(const TableRow& row, const StreamRange& at, UnreadRow::Why why) {
    result.unread.push_back({ids[row.cells.front()], at.begin, stream.text_of(at.begin, at.end), why});
}

}  // namespace nianbao
