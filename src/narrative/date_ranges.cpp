#include "narrative/date_ranges.h"

#include <optional>

#include "narrative/numerals.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

struct Code {
    char32_t value;
    std::size_t begin, end;
};

std::vector<Code> without_blanks(std::string_view text) {
    std::vector<Code> codes;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        if (!is_blank(code)) codes.push_back({code, begin, at});
    }
    return codes;
}

class DateScanner {
public:
    explicit DateScanner(const std::vector<Code>& codes) : codes_(codes) {}

    std::optional<DateRange> range_at(std::size_t begin) {
        at_ = begin;
        const auto from = date();
        if (!from) return std::nullopt;
        skip_hour();
        while (skip_one_of(U"起始开（）()含，,")) {
        }
        if (!skip_one_of(U"至到—–－-~～")) return std::nullopt;
        while (skip_one_of(U"—–－-~～同本当年")) {
        }
        auto to = date();
        if (!to) return std::nullopt;
        if (to->year == 0) to->year = from->year;
        return DateRange{*from, *to, codes_[begin].begin, codes_[at_ - 1].end};
    }

    std::size_t position() const { return at_; }

private:
    std::optional<int> number() {
        int value = 0;
        std::size_t digits = 0;
        while (at_ < codes_.size() && digits < 5) {
            const auto digit = digit_value(codes_[at_].value);
            if (!digit) break;
            value = value * 10 + *digit;
            ++digits;
            ++at_;
        }
        return digits == 0 ? std::nullopt : std::optional(value);
    }

    bool skip_one_of(std::u32string_view set) {
        if (at_ >= codes_.size() || set.find(codes_[at_].value) == std::u32string_view::npos) return false;
        ++at_;
        return true;
    }

    /// 0时, 24时, 零时 behind a day; nothing where no 时 follows.
    void skip_hour() {
        const std::size_t before = at_;
        if (!skip_one_of(U"零")) static_cast<void>(number());
        if (!skip_one_of(U"时点")) at_ = before;
    }

    std::optional<WrittenDate> date() {
        WrittenDate date;
        auto value = number();
        if (value && skip_one_of(U"年")) {
            date.year = *value;
            while (skip_one_of(U"度（(即")) {
            }
            value = number();
        }
        if (!value || !skip_one_of(U"月")) return std::nullopt;
        date.month = *value;
        if (const auto day = number()) {
            date.day = *day;
            date.whole = skip_one_of(U"日号");
        }
        return date;
    }

    const std::vector<Code>& codes_;
    std::size_t at_{};
};

}  // namespace

std::vector<DateRange> find_date_ranges(std::string_view text) {
    const std::vector<Code> codes = without_blanks(text);
    DateScanner scanner(codes);
    std::vector<DateRange> ranges;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const bool begins = digit_value(codes[i].value) && (i == 0 || !digit_value(codes[i - 1].value));
        if (!begins) continue;
        if (auto range = scanner.range_at(i)) {
            ranges.push_back(*range);
            i = scanner.position() - 1;
        }
    }
    return ranges;
}

}  // namespace nianbao
