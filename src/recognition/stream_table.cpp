#include "recognition/stream_table.h"

#include <algorithm>
#include <set>

#include "recognition/named_rows.h"
#include "recognition/table_frame.h"
#include "recognition/unnamed_rows.h"

namespace nianbao {
namespace {

/// How many different labels of the table there are, headings of sections and other spellings aside: these tell the
/// edition.
std::size_t count_labels(const TableFrame& frame) {
    std::set<std::size_t> different;
    for (const StreamLabel& stop : frame.stops) {
        if (!stop.is_other && !frame.is_section_heading(stop)) different.insert(stop.pattern);
    }
    return different.size();
}

/// Heads above the first row belong to the table.
void extend_over_heads(TableFrame& frame) {
    const StreamRange& extent = frame.result.extent;
    if (extent.begin == extent.end) return;
    for (auto stop = frame.stops.rbegin(); stop != frame.stops.rend(); ++stop) {
        constexpr std::size_t farthest = 40;
        if (stop->at.end <= extent.begin && extent.begin - stop->at.end < farthest && !frame.is_section_heading(*stop))
            frame.mark_used(stop->at);
    }
}

/// What is read all the same, but is not the wording of the form.
void tell_other_spellings(TableFrame& frame) {
    std::set<std::size_t> told;
    for (const StreamLabel& stop : frame.stops) {
        if (!stop.is_other || frame.is_section_heading(stop) || frame.result.rows_found == 0 ||
            !told.insert(stop.pattern).second)
            continue;
        frame.result.slips.push_back(
            {stop.at.begin, frame.stream.text_of(stop.at.begin, stop.at.end), frame.stop_labels[stop.pattern].written});
    }
}

}  // namespace

StreamTable read_stream_table(const PageStream& stream, const StreamRange& range, const Form& form, std::size_t table) {
    TableFrame frame(stream, range, form, table);
    frame.result.labels_found = count_labels(frame);
    read_named_rows(frame);
    read_unnamed_rows(frame);
    extend_over_heads(frame);
    tell_other_spellings(frame);
    return std::move(frame.result);
}

}  // namespace nianbao
