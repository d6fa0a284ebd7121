#include "recognition/row_labels.h"

#include <algorithm>

#include "recognition/label_match.h"

namespace nianbao {
namespace {

class RowLabels {
public:
    explicit RowLabels(TableFrame& frame) : frame_(frame) {}

    std::vector<std::optional<StreamLabel>> find() {
        std::vector<StreamPattern> patterns;
        for (const TableRow& row : frame_.named)
            patterns.push_back(stream_pattern(row.line->leaf().label.zh, row.line->leaf().also_written));
        const std::vector<StreamLabel> found = find_labels(frame_.stream, frame_.range, patterns, frame_.stop_labels);
        labels_ = labels_in_order(found, patterns.size());
        count_doubled(found);
        look_for_slips(patterns);
        return std::move(labels_);
    }

private:
    /// Two of the same label in one line: two years beside each other.
    void count_doubled(const std::vector<StreamLabel>& found) {
        for (const StreamLabel& one : found) {
            const bool doubled = std::any_of(found.begin(), found.end(), [&](const StreamLabel& other) {
                return other.pattern == one.pattern && other.at.begin > one.at.begin &&
                       block_of(one) == block_of(other) && is_one_line(one.at.end, other.at.begin);
            });
            frame_.result.doubled_rows += doubled ? 1 : 0;
        }
    }

    [[nodiscard]] std::size_t block_of(const StreamLabel& label) const {
        return frame_.stream.items()[frame_.stream.characters()[label.at.begin].item].block;
    }

    [[nodiscard]] bool is_one_line(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i <= end; ++i) {
            if (frame_.stream.characters()[i].gap == Gap::line) return false;
        }
        return true;
    }

    /// A row between two that were found, named by something near its label.
    void look_for_slips(const std::vector<StreamPattern>& patterns) {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (labels_[i]) continue;
            std::size_t before = i;
            while (before > 0 && !labels_[before - 1]) --before;
            const std::size_t begin = before > 0 ? labels_[before - 1]->at.end : frame_.range.begin;
            const auto next = std::find_if(labels_.begin() + static_cast<std::ptrdiff_t>(i), labels_.end(),
                                           [](const auto& label) { return label.has_value(); });
            if (before == 0 && next == labels_.end()) continue;
            find_slip(i, patterns[i], {begin, next != labels_.end() ? (*next)->at.begin : frame_.range.end});
        }
    }

    void find_slip(std::size_t row, const StreamPattern& pattern, const StreamRange& range) {
        const LabelPattern label(pattern.written, {});
        for (std::size_t begin = range.begin; begin < range.end;) {
            std::size_t end = begin + 1;
            while (end < range.end && frame_.stream.characters()[end].gap < Gap::cell && !is_figure_behind_blank(end))
                ++end;
            const std::string text = frame_.stream.text_of(begin, end);
            const std::u32string key = frame_.key_of({begin, end});
            constexpr std::size_t shortest_beginning = 8;
            if (key.size() >= shortest_beginning && stream_key(pattern.written).starts_with(key)) {
                labels_[row] = StreamLabel{row, {begin, end}, 0};
                return;
            }
            if (frame_.stream.codes()[begin] != empty_cell && label.is_near(label_key(text)) && !is_known(begin)) {
                labels_[row] = StreamLabel{row, {begin, end}, 0};
                frame_.result.slips.push_back({begin, text, pattern.written});
                return;
            }
            begin = end;
        }
    }

    [[nodiscard]] bool is_figure_behind_blank(std::size_t at) const {
        const char32_t code = frame_.stream.codes()[at];
        return frame_.stream.characters()[at].gap == Gap::blank && code >= U'0' && code <= U'9';
    }

    [[nodiscard]] bool is_known(std::size_t begin) const {
        return std::any_of(frame_.stops.begin(), frame_.stops.end(),
                           [&](const StreamLabel& stop) { return stop.at.begin == begin; });
    }

    TableFrame& frame_;
    std::vector<std::optional<StreamLabel>> labels_;
};

}  // namespace

std::vector<std::optional<StreamLabel>> find_row_labels(TableFrame& frame) { return RowLabels(frame).find(); }

}  // namespace nianbao
