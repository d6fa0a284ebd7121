// The period of the statistics: 1 January to 31 December of the report year.
#include <algorithm>

#include "checks/check_context.h"
#include "narrative/date_ranges.h"
#include "narrative/numerals.h"
#include "narrative/passages.h"
#include "narrative/sentences.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool is_whole_year(const DateRange& range, int year) {
    const auto is = [&](const WrittenDate& date, int month, int day) {
        return date.year == year && date.month == month && date.day == day;
    };
    return is(range.from, 1, 1) && is(range.to, 12, 31);
}

/// A sentence that holds dates which cannot be read: two months, or a run of digits that lost its 年 and 月.
bool has_broken_dates(std::string_view sentence) {
    int months = 0;
    int run = 0;
    int longest = 0;
    for (std::size_t at = 0; at < sentence.size();) {
        const char32_t code = next_code_point(sentence, at);
        run = digit_value(code) ? run + 1 : 0;
        longest = std::max(longest, run);
        months += code == U'月' ? 1 : 0;
    }
    return months >= 2 || longest >= 6;
}

class PeriodCheck {
public:
    PeriodCheck(const Rule& rule, const CheckContext& context, Findings& findings)
        : rule_(rule), context_(context), findings_(findings), words_(parameter_words(rule, "words")) {}

    void run() {
        // Where there is no preface, section one opens with what belongs there.
        auto passages = context_.text.of(before_sections);
        if (passages.empty()) passages = context_.text.of(0);
        Findings wrong;
        for (const WordPassage& passage : passages) {
            if (passage.mentions(parameter_finder(rule_, "words"))) look_at(passage.passage, wrong);
        }
        if (right_) return;  // one right statement is enough; others are about something else
        findings_.insert(findings_.end(), wrong.begin(), wrong.end());
        if (!passages.empty() && !stated_) add_finding(findings_, rule_, Address{}, "absent").expected = expected();
    }

private:
    std::string expected() const {
        const std::string year = std::to_string(context_.report.year);
        return year + "-01-01/" + year + "-12-31";
    }

    void look_at(const Passage& passage, Findings& wrong) {
        for (const auto& [begin, sentence] : split_sentences(passage.text)) {
            if (!mentions_any(sentence, words_)) continue;
            const auto ranges = find_date_ranges(sentence);
            stated_ = true;
            for (const DateRange& range : ranges) judge(passage, begin, sentence, range, wrong);
            if (ranges.empty() && has_broken_dates(sentence))
                tell(passage, begin, begin + sentence.size(), sentence, "malformed", wrong);
        }
    }

    void judge(const Passage& passage, std::size_t offset, std::string_view sentence, const DateRange& range,
               Findings& wrong) {
        const std::string_view phrase = sentence.substr(range.begin, range.end - range.begin);
        const bool whole = range.from.whole && range.to.whole;
        if (is_whole_year(range, context_.report.year) && whole) {
            right_ = true;
            return;
        }
        const bool readable = range.from.day != 0 && range.to.day != 0 && range.from.year != 0;
        const bool right = is_whole_year(range, context_.report.year);
        tell(passage, offset + range.begin, offset + range.end, phrase, right || !readable ? "malformed" : "", wrong);
    }

    void tell(const Passage& passage, std::size_t begin, std::size_t end, std::string_view phrase,
              const std::string& variant, Findings& wrong) {
        Address where = passage.at;
        where.begin = static_cast<std::uint32_t>(begin);
        where.end = static_cast<std::uint32_t>(end);
        Diagnostic& finding = add_finding(wrong, rule_, where, variant);
        finding.excerpt = shortened(phrase, 60);
        finding.expected = expected();
    }

    const Rule& rule_;
    const CheckContext& context_;
    Findings& findings_;
    const std::vector<std::string>& words_;
    bool stated_{};
    bool right_{};
};

}  // namespace

void check_period(const Rule& rule, const CheckContext& context, Findings& findings) {
    PeriodCheck(rule, context, findings).run();
}

}  // namespace nianbao
