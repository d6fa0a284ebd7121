#include "narrative/rolled_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "narrative/date_ranges.h"
#include "narrative/none_claims.h"
#include "narrative/numerals.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::string_view year_word = "年", month_word = "月", day_word = "日", was_name = "{was}";

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_address_character(char c) {
    return is_latin(c) || (c >= '0' && c <= '9') || std::string_view("._:/@-?=&#+~%").find(c) != std::string_view::npos;
}

/// A clause ends where one of these stands.
bool ends_clause(char32_t code) {
    return std::u32string_view(U"，。；：、！？（）,;()“”\n").find(code) != std::u32string_view::npos;
}

class TextRoller {
public:
    TextRoller(std::string_view text, int year, const FigureWords& words, const RollMarks& marks)
        : text_(text),
          year_(year),
          words_(words),
          marks_(marks),
          kept_(text.size() + 1),
          claims_(find_none_claims(text, words.none)) {
        keep_titles();
        keep_latin();
        keep_ordinals();
        keep_contacts();
        find_periods();
    }

    RolledText roll() {
        for (std::size_t at = 0; at < text_.size();) {
            if (kept_[at] || !(take_claim(at) || take_date(at) || take_number(at) || take_number_in_words(at)))
                copy_character(at);
        }
        return std::move(rolled_);
    }

private:
    // --- what stays as it is

    void keep(std::size_t begin, std::size_t end) {
        std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(begin), kept_.begin() + static_cast<std::ptrdiff_t>(end),
                  true);
    }

    /// 《…》, and 〔2024〕6号.
    void keep_titles() {
        for (const auto& [open, close] : {std::pair{"《", "》"}, std::pair{"〔", "〕"}, std::pair{"【", "】"}}) {
            for (auto at = text_.find(open); at != std::string_view::npos; at = text_.find(open, at + 1)) {
                const auto end = text_.find(close, at);
                if (end == std::string_view::npos) break;
                std::size_t behind = end + std::string_view(close).size();
                while (behind < text_.size() && text_[behind] >= '0' && text_[behind] <= '9') ++behind;
                keep(at, behind);
            }
        }
    }

    /// Internet addresses, and names such as 5G.
    void keep_latin() {
        for (std::size_t at = 0; at < text_.size();) {
            if (!is_address_character(text_[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text_.size() && is_address_character(text_[end])) ++end;
            if (std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(at),
                            text_.begin() + static_cast<std::ptrdiff_t>(end), is_latin)) {
                keep(at, end);
            }
            at = end;
        }
    }

    /// 第四十九条, 第2号.
    void keep_ordinals() {
        constexpr std::string_view ordinal = "第";
        for (auto at = text_.find(ordinal); at != std::string_view::npos; at = text_.find(ordinal, at + 1)) {
            std::size_t end = at + ordinal.size();
            while (end < text_.size()) {
                std::size_t next = end;
                const char32_t code = next_code_point(text_, next);
                if (!digit_value(code) && !is_numeral(code)) break;
                end = next;
            }
            keep(at, end);
        }
    }

    /// Clauses that give a telephone number, postcode or address.
    void keep_contacts() {
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= text_.size();) {
            std::size_t next = at;
            const bool last = at == text_.size();
            if (last || ends_clause(next_code_point(text_, next))) {
                const std::string_view before = text_.substr(lead_, at - lead_);
                if (names_contact(before) && (has_long_number(text_.substr(begin, at - begin)) || names_place(before)))
                    keep(begin, at);
                const bool colon = !last && text_.substr(at, next - at) == "：";
                lead_ = colon ? begin : next;
                begin = next;
            }
            if (last) break;
            at = next;
        }
    }
    [[nodiscard]] bool names_contact(std::string_view text) const { return holds_any(text, words_.contact); }
    [[nodiscard]] static bool names_place(std::string_view text) { return text.find("：") != std::string_view::npos; }
    static bool holds_any(std::string_view text, const std::vector<std::string>& words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
    }
    static bool has_long_number(std::string_view text) {
        constexpr std::size_t long_enough = 5;
        std::size_t run = 0;
        for (const char c : text) {
            run = (c >= '0' && c <= '9') || c == '-' ? run + 1 : 0;
            if (run >= long_enough) return true;
        }
        return false;
    }

    /// Periods of a whole year: all but their years stays.
    void find_periods() {
        for (const DateRange& range : find_date_ranges(text_)) {
            const bool whole =
                range.from.month == 1 && range.from.day == 1 && range.to.month == 12 && range.to.day == 31;
            if (whole) periods_.push_back(range);
        }
    }
    [[nodiscard]] const DateRange* period_at(std::size_t at) const {
        for (const DateRange& range : periods_) {
            if (at >= range.begin && at < range.end) return &range;
        }
        return nullptr;
    }

    // --- reading

    static bool is_numeral(char32_t code) {
        return std::u32string_view(U"〇零一二三四五六七八九十百千万亿两").find(code) != std::u32string_view::npos;
    }

    /// The digits at a place, half or full width, and where they end.
    struct Digits {
        long long value{};
        std::size_t count{}, end{};
    };
    [[nodiscard]] Digits digits_at(std::size_t at) const {
        constexpr std::size_t most = 15;
        Digits digits{0, 0, at};
        while (digits.end < text_.size() && digits.count < most) {
            std::size_t next = digits.end;
            const auto digit = digit_value(next_code_point(text_, next));
            if (!digit) break;
            digits.value = digits.value * 10 + *digit;
            ++digits.count;
            digits.end = next;
        }
        return digits;
    }

    [[nodiscard]] bool stands_at(std::size_t at, std::string_view word) const {
        return text_.substr(std::min(at, text_.size()), word.size()) == word;
    }
    [[nodiscard]] std::size_t behind_blanks(std::size_t at) const {
        while (stands_at(at, " ")) ++at;
        return at;
    }
    [[nodiscard]] std::size_t longest_at(std::size_t at, const std::vector<std::string>& words) const {
        std::size_t length = 0;
        for (const std::string& word : words) {
            if (word.size() > length && stands_at(at, word)) length = word.size();
        }
        return length;
    }
    [[nodiscard]] bool follows_any(std::size_t at, const std::vector<std::string>& words) const {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return text_.substr(0, at).ends_with(word); });
    }
    [[nodiscard]] bool begins_clause(std::size_t at) const {
        std::size_t begin = at;
        while (begin > 0 && (static_cast<unsigned char>(text_[begin - 1]) & 0xC0U) == 0x80U) --begin;
        if (begin == 0) return true;
        std::size_t before = begin - 1;
        while (before > 0 && (static_cast<unsigned char>(text_[before]) & 0xC0U) == 0x80U) --before;
        std::size_t next = before;
        const char32_t code = next_code_point(text_, next);
        return ends_clause(code) || is_blank(code);
    }

    // --- what is marked

    /// 未收到, 无.
    bool take_claim(std::size_t& at) {
        while (next_claim_ < claims_.size() && claims_[next_claim_].begin < at) ++next_claim_;
        if (next_claim_ == claims_.size() || claims_[next_claim_].begin != at) return false;
        return mark(at, claims_[next_claim_].end, marks_.none);
    }

    /// 2024年, 2024年3月, 3月5日.
    bool take_date(std::size_t& at) {
        const Digits first = digits_at(at);
        if (first.count == 0) return false;
        const std::size_t behind = behind_blanks(first.end);
        if (first.count == 4 && stands_at(behind, year_word)) return take_year(at, first, behind + year_word.size());
        if (first.count > 2 || !stands_at(behind, month_word)) return false;
        if (period_at(at) || follows_any(at, words_.every))
            return copy_until(at, end_of_day(behind + month_word.size()));
        return mark(at, end_of_day(behind + month_word.size()), marks_.date);
    }

    bool take_year(std::size_t& at, const Digits& year, std::size_t behind) {
        if (period_at(at)) return year.value == year_ ? move_on(at, year.end) : copy_until(at, behind);
        const Digits month = digits_at(behind_blanks(behind));
        const std::size_t behind_month = behind_blanks(month.end);
        if (month.count > 0 && stands_at(behind_month, month_word)) {
            const std::size_t end = end_of_day(behind_month + month_word.size());
            return year.value == year_ || year.value == year_ + 1 ? mark(at, end, marks_.date) : copy_until(at, end);
        }
        const bool own = begins_clause(at) || longest_at(behind, words_.own_year_before) > 0;
        if (year.value == year_ && own) return move_on(at, year.end);
        if (year.value < year_ - 1 || year.value > year_ + 1) return copy_until(at, behind);
        return mark(at, behind, marks_.year);
    }

    [[nodiscard]] std::size_t end_of_day(std::size_t at) const {
        const Digits day = digits_at(behind_blanks(at));
        const std::size_t behind = behind_blanks(day.end);
        return day.count > 0 && day.count <= 2 && stands_at(behind, day_word) ? behind + day_word.size() : at;
    }

    /// 386条, 1,204 件, 78.43%, 3.2万元.
    bool take_number(std::size_t& at) {
        const Digits digits = digits_at(at);
        if (digits.count == 0) return false;
        if (is_list_number(at, digits)) return copy_until(at, digits.end);
        std::size_t end = digits.end;
        for (const std::string_view sign : {",", "，", "."}) {
            while (stands_at(end, sign) && is_continued(end + sign.size(), sign))
                end = digits_at(end + sign.size()).end;
        }
        for (const std::string_view sign : {"%", "％", "‰", "余", "多", "万", "亿"}) {
            if (stands_at(end, sign)) end += sign.size();
        }
        const std::size_t unit_at = behind_blanks(end);
        const std::size_t kept = longest_at(unit_at, words_.kept_units), unit = longest_at(unit_at, words_.units);
        if (kept > 0 && kept >= unit) return copy_until(at, unit_at + kept);
        return mark(at, unit > 0 ? unit_at + unit : end, marks_.figure);
    }
    /// 3.其他, 2、加强: the number of an item.
    [[nodiscard]] bool is_list_number(std::size_t at, const Digits& digits) const {
        if (digits.count > 2 || !begins_clause(at)) return false;
        const bool point = stands_at(digits.end, ".") || stands_at(digits.end, "．") || stands_at(digits.end, "、");
        return point && digits_at(digits.end + 1).count == 0;
    }
    /// A separator of thousands has three digits behind it; a point any.
    [[nodiscard]] bool is_continued(std::size_t at, std::string_view sign) const {
        const Digits digits = digits_at(at);
        return sign == "." ? digits.count > 0 : digits.count == 3;
    }

    /// 三千五百二十五件, 两次; a single 一 counts nothing.
    bool take_number_in_words(std::size_t& at) {
        std::size_t end = at, count = 0;
        while (end < text_.size()) {
            std::size_t next = end;
            if (!is_numeral(next_code_point(text_, next))) break;
            end = next;
            ++count;
        }
        if (count == 0) return false;
        const std::size_t kept = longest_at(end, words_.kept_units), unit = longest_at(end, words_.counted);
        const bool single_one = count == 1 && stands_at(at, "一");
        if (unit == 0 || kept >= unit || single_one) return copy_until(at, end);
        return mark(at, end + unit, marks_.figure);
    }

    // --- writing

    void copy_character(std::size_t& at) {
        std::size_t next = at;
        static_cast<void>(next_code_point(text_, next));
        rolled_.text += text_.substr(at, next - at);
        at = next;
    }
    bool copy_until(std::size_t& at, std::size_t end) {
        rolled_.text += text_.substr(at, end - at);
        at = end;
        return true;
    }
    bool mark(std::size_t& at, std::size_t end, std::string pattern) {
        const std::size_t hole = pattern.find(was_name);
        if (hole != std::string::npos) pattern.replace(hole, was_name.size(), text_.substr(at, end - at));
        rolled_.text += pattern;
        ++rolled_.figures;
        at = end;
        return true;
    }
    bool move_on(std::size_t& at, std::size_t end) {
        rolled_.text += std::to_string(year_ + 1);
        ++rolled_.years;
        at = end;
        return true;
    }

    std::string_view text_;
    int year_;
    const FigureWords& words_;
    const RollMarks& marks_;
    std::vector<bool> kept_;
    std::vector<NoneClaim> claims_;
    std::size_t next_claim_{};
    std::size_t lead_{};  ///< where the words begin that say what a clause gives: 电话： and its number
    std::vector<DateRange> periods_;
    RolledText rolled_;
};

}  // namespace

RolledText roll_text(std::string_view text, int year, const FigureWords& words, const RollMarks& marks) {
    return TextRoller(text, year, words, marks).roll();
}

}  // namespace nianbao
