// Phrases that no finished report holds: instruction text, marks of what is still to be written.
#include <algorithm>

#include "checks/check_context.h"
#include "narrative/passages.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool inside_exception(std::string_view text, std::size_t at, std::size_t length,
                      const std::vector<std::string>& exceptions) {
    return std::any_of(exceptions.begin(), exceptions.end(), [&](const std::string& phrase) {
        for (auto found = text.find(phrase); found != std::string_view::npos; found = text.find(phrase, found + 1)) {
            if (found <= at && at + length <= found + phrase.size()) return true;
        }
        return false;
    });
}

/// Finds any of some phrases in one walk over a text: only where the first character of one stands are they compared.
class PhraseFinder {
public:
    explicit PhraseFinder(const std::vector<std::string>& phrases) : phrases_(phrases) {
        for (const std::string& phrase : phrases) {
            std::size_t at = 0;
            if (!phrase.empty()) first_.push_back(next_code_point(phrase, at));
        }
        std::sort(first_.begin(), first_.end());
    }

    /// The earliest phrase at or behind `from`, the longest where several begin there; npos and 0 for none.
    std::pair<std::size_t, std::size_t> find(std::string_view text, std::size_t from) const {
        for (std::size_t at = from; at < text.size();) {
            const std::size_t begin = at;
            if (!std::binary_search(first_.begin(), first_.end(), next_code_point(text, at))) continue;
            std::size_t length = 0;
            for (const std::string& phrase : phrases_) {
                if (phrase.size() > length && text.substr(begin).starts_with(phrase)) length = phrase.size();
            }
            if (length > 0) return {begin, length};
        }
        return {std::string_view::npos, 0};
    }

private:
    const std::vector<std::string>& phrases_;
    std::vector<char32_t> first_;
};

/// A phrase that repeats itself (××××, ＿＿＿) is one.
std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t length) {
    std::size_t end = at + length;
    std::size_t next = at;
    static_cast<void>(next_code_point(text, next));
    const std::string_view first = text.substr(at, next - at);
    while (text.substr(end).starts_with(first)) end += first.size();
    return end;
}

/// Whether a mark such as 〔上年16条，请填本年数〕 is still open at the end of `text`.
bool inside_brackets(std::string_view text) {
    const auto opened = text.rfind("〔");
    const auto closed = text.rfind("〕");
    return opened != std::string_view::npos && (closed == std::string_view::npos || closed < opened);
}

/// The clause around a place: up to the nearest punctuation on both sides, at most some forty characters.
std::string clause_around(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < begin;) {
        const char32_t code = next_code_point(text, at);
        if (code == U'。' || code == U'；' || code == U'，' || code == U'：') from = at;
    }
    std::size_t to = end;
    while (to < text.size()) {
        std::size_t next = to;
        const char32_t code = next_code_point(text, next);
        const bool ends = code == U'。' || code == U'；' || code == U'，';
        if (ends && !inside_brackets(text.substr(from, to - from))) break;
        to = next;
    }
    return shortened(text.substr(from, to - from), 40);
}

}  // namespace

void check_contains(const Rule& rule, const CheckContext& context, Findings& findings) {
    const PhraseFinder phrases(parameter_words(rule, "phrases"));
    const auto& exceptions = parameter_words(rule, "except");
    for (const Passage& passage : all_passages(context.report, context.form)) {
        for (std::size_t from = 0;;) {
            const auto [at, length] = phrases.find(passage.text, from);
            if (at == std::string_view::npos) break;
            const std::size_t end = end_of_run(passage.text, at, length);
            from = end;
            if (inside_exception(passage.text, at, length, exceptions)) continue;
            Address where = passage.at;
            where.begin = static_cast<std::uint32_t>(at);
            where.end = static_cast<std::uint32_t>(end);
            Diagnostic& finding = add_finding(findings, rule, where);
            finding.excerpt = finding.arguments["excerpt"] = clause_around(passage.text, at, end);
        }
    }
}

}  // namespace nianbao
