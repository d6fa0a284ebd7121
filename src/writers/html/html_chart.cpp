#include "writers/html/html_chart.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "messages/phrases.h"
#include "unicode/width.h"
#include "writers/html/html_text.h"
#include "writers/plain_line.h"

namespace nianbao {
namespace {

/// Everything is measured in tenths of a pixel, as integers: the same page everywhere.
using Tenths = long;

constexpr Tenths plot_height = 1400;
constexpr Tenths line_height = 150;
constexpr Tenths gap = 50;
constexpr Tenths column_width = 70;  ///< of a column of `display_width`, in letters of 12 pixels
constexpr Tenths comfortable_width = 3200;
constexpr Tenths narrowest_bar_room = 640, comfortable_bar_room = 900, widest_bar_room = 1400;
constexpr Tenths widest_bar = 480;
constexpr Tenths wide_from = 4800;  ///< a picture that a phone does not shrink but scrolls

std::string px(Tenths tenths) {
    const std::string sign = tenths < 0 ? "-" : "";
    const Tenths size = std::abs(tenths);
    return sign + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

/// For places in the picture alone. A division and a sum, which no compiler may contract.
double to_double(const Amount& amount) {
    return static_cast<double>(amount.units) + static_cast<double>(amount.attos) / 1e18;
}

struct BarText {
    std::vector<std::string> label, reads;
};

class ChartPicture {
public:
    explicit ChartPicture(const Chart& chart) : chart_(chart) {
        set_room();
        set_texts();
        set_scale();
    }

    [[nodiscard]] bool is_wide() const { return width() > wide_from; }

    /// The picture between `<svg>`'s attributes that the figure gives and its end.
    [[nodiscard]] std::string size_attributes() const {
        const std::string width_px = px(width());
        const std::string height_px = px(label_top() + lines_height(label_lines_));
        return attribute("width", width_px) + attribute("height", height_px) +
               attribute("viewBox", "0 0 " + width_px + " " + height_px);
    }

    [[nodiscard]] std::string contents() const {
        std::string svg;
        for (std::size_t i = 0; i < chart_.bars.size(); ++i) svg += bar(i);
        const std::string y = px(height_of(0));
        return svg + "<line" + attribute("x1", "0") + attribute("y1", y) + attribute("x2", px(width())) +
               attribute("y2", y) + " stroke=\"currentColor\"/>\n";
    }

private:
    void set_room() {
        const auto count = static_cast<Tenths>(std::max<std::size_t>(1, chart_.bars.size()));
        std::size_t widest = 0;
        for (const Chart::Bar& bar : chart_.bars)
            widest = std::max({widest, widest_piece(plain_line(bar.label)), widest_piece(plain_line(bar.reads))});
        const Tenths wanted = std::max(narrowest_bar_room, std::min(comfortable_bar_room, comfortable_width / count));
        const Tenths needed = static_cast<Tenths>(std::min<std::size_t>(widest, 100)) * column_width + gap;
        room_ = std::clamp(needed, wanted, widest_bar_room);
    }

    void set_texts() {
        const auto columns = static_cast<std::size_t>((room_ - gap) / column_width);
        for (const Chart::Bar& bar : chart_.bars) {
            texts_.push_back(
                {wrap_evenly(plain_line(bar.label), columns), wrap_evenly(plain_line(bar.reads), columns)});
            label_lines_ = std::max(label_lines_, texts_.back().label.size());
            value_lines_ = std::max(value_lines_, texts_.back().reads.size());
        }
    }

    void set_scale() {
        for (const Chart::Bar& bar : chart_.bars) {
            if (!bar.number) continue;
            highest_ = std::max(highest_, *bar.number);
            lowest_ = std::min(lowest_, *bar.number);
        }
        range_ = to_double(highest_) - to_double(lowest_);
    }

    [[nodiscard]] Tenths width() const { return room_ * static_cast<Tenths>(std::max<std::size_t>(1, texts_.size())); }

    static Tenths lines_height(std::size_t lines) { return static_cast<Tenths>(lines) * line_height + gap; }

    /// From the top of the picture down to a number.
    [[nodiscard]] Tenths height_of(double number) const {
        const Tenths top = lines_height(value_lines_);
        if (range_ == 0) return top + plot_height;
        return top + std::lround((to_double(highest_) - number) / range_ * static_cast<double>(plot_height));
    }

    /// Below the lowest bar, and below its number where that is negative.
    [[nodiscard]] Tenths label_top() const {
        const Tenths bottom = lines_height(value_lines_) + plot_height;
        return bottom + (is_negative(lowest_) ? lines_height(value_lines_) : 0);
    }

    [[nodiscard]] Tenths middle_of(std::size_t bar) const { return room_ * static_cast<Tenths>(bar) + room_ / 2; }

    [[nodiscard]] std::string bar(std::size_t index) const {
        const Chart::Bar& bar = chart_.bars[index];
        const Tenths axis = height_of(0);
        const Tenths end = bar.number ? height_of(to_double(*bar.number)) : axis;
        const bool below = bar.number && is_negative(*bar.number);
        const Tenths above_bar = end - static_cast<Tenths>(texts_[index].reads.size()) * line_height - gap;
        std::string svg = "<g>";
        if (bar.number) svg += rectangle(index, std::min(axis, end), std::abs(axis - end), below);
        svg += lines(index, below ? end : above_bar, texts_[index].reads, bar.number ? "value" : "value none");
        return svg + lines(index, label_top(), texts_[index].label, "label") + "</g>\n";
    }

    [[nodiscard]] std::string rectangle(std::size_t index, Tenths y, Tenths height, bool below) const {
        const Tenths bar_width = std::min(widest_bar, room_ * 3 / 5);
        return "<rect" + (below ? attribute("class", "below") : "") +
               attribute("x", px(middle_of(index) - bar_width / 2)) + attribute("y", px(y)) +
               attribute("width", px(bar_width)) + attribute("height", px(height)) + "/>";
    }

    [[nodiscard]] std::string lines(std::size_t index, Tenths top, const std::vector<std::string>& lines,
                                    const std::string& kind) const {
        std::string svg = "<text" + attribute("class", kind) + ">";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Tenths baseline = top + static_cast<Tenths>(i + 1) * line_height;
            svg += "<tspan" + attribute("x", px(middle_of(index))) + attribute("y", px(baseline)) + squeezed(lines[i]) +
                   ">" + escape_html(lines[i]) + "</tspan>";
        }
        return svg + "</text>";
    }

    /// A word without a break that is wider than the room of the widest bar is pressed together.
    [[nodiscard]] std::string squeezed(const std::string& line) const {
        const auto columns = static_cast<std::size_t>((room_ - gap) / column_width);
        if (display_width(line) <= columns) return {};
        return attribute("textLength", px(room_ - gap)) + attribute("lengthAdjust", "spacingAndGlyphs");
    }

    const Chart& chart_;
    Tenths room_{};  ///< of a bar and its texts, from left to right
    std::vector<BarText> texts_;
    std::size_t label_lines_{1}, value_lines_{1};
    Amount highest_, lowest_;
    double range_{};
};

std::string description_of(const Chart& chart, Language language) {
    std::string text;
    for (const Chart::Bar& bar : chart.bars) {
        if (!text.empty()) text += phrases::chart_between.in(language);
        text += fill_in(phrases::chart_bar.in(language), {{"label", bar.label}, {"reads", bar.reads}});
    }
    return text + phrases::chart_end.in(language);
}

}  // namespace

std::string html_of_chart(const Chart& chart, std::size_t number, Language language) {
    const std::string id = "chart-" + std::to_string(number);
    const std::string title = escape_html(chart.title);
    const ChartPicture picture(chart);
    const std::string svg =
        "<svg role=\"img\"" + attribute("aria-labelledby", id + "-title " + id + "-desc") + picture.size_attributes() +
        " fill=\"currentColor\" font-size=\"12\" text-anchor=\"middle\">\n<title" + attribute("id", id + "-title") +
        ">" + title + "</title>\n<desc" + attribute("id", id + "-desc") + ">" +
        escape_html(description_of(chart, language)) + "</desc>\n" + picture.contents() + "</svg>\n";
    const std::string caption = "<figcaption" + attribute("id", id) + ">" + title + "</figcaption>\n";
    if (!picture.is_wide()) return "<figure class=\"chart\">\n" + caption + svg + "</figure>\n";
    return "<figure class=\"chart wide\">\n" + caption + "<section class=\"scroll\" tabindex=\"0\"" +
           attribute("aria-labelledby", id) + ">\n" + svg + "</section>\n</figure>\n";
}

}  // namespace nianbao
