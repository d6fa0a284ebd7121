// Phrases that no finished report holds: instruction text, marks of what is still to be written.
#include <algorithm>

#include "checks/check_context.h"
#include "narrative/passages.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool inside_exception(std::string_view text, std::size_t at, std::size_t length, const std::vector<std::string>& exceptions) {
    return std::any_of(exceptions.begin(), exceptions.end(), [&](const std::string& phrase) {
        for (auto found = text.find(phrase); found != std::string_view::npos; found = text.find(phrase, found + 1)) {
            if (found <= at && at + length <= found + phrase.size()) return true;
        }
        return false;
    });
}

/// The earliest phrase at or behind `from`, the longest where several begin there.
std::pair<std::size_t, std::size_t> find_phrase(std::string_view text, std::size_t from, const std::vector<std::string>& phrases) {
    std::pair<std::size_t, std::size_t> best{std::string_view::npos, 0};
    for (const std::string& phrase : phrases) {
        const auto at = text.find(phrase, from);
        if (at < best.first || (at == best.first && phrase.size() > best.second)) best = {at, phrase.size()};
    }
    return best;
}

/// A phrase that repeats itself (××××, ＿＿＿) is one.
std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t length) {
    std::size_t end = at + length;
    std::size_t next = at;
    static_cast<void>(next_code_point(text, next));
    const std::string_view first = text.substr(at, next - at);
    while (text.substr(end).starts_with(first)) end += first.size();
    return end;
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
        if (code == U'。' || code == U'；' || code == U'，') break;
        to = next;
    }
    return shortened(text.substr(from, to - from), 40);
}

}  // namespace

void check_contains(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto phrases = parameter_words(rule, "phrases");
    const auto exceptions = parameter_words(rule, "except");
    for (const Passage& passage : all_passages(context.report, context.form)) {
        for (std::size_t from = 0;;) {
            const auto [at, length] = find_phrase(passage.text, from, phrases);
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
