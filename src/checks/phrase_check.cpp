// Phrases that no finished report holds: instruction text, marks of what is still to be written.
#include <algorithm>

#include "checks/check_context.h"
#include "narrative/passages.h"
#include "unicode/dense_text.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// How much of a paragraph is looked at around a phrase, in bytes on either side.
constexpr std::size_t context_bytes = 160;
/// So many findings of one rule in one paragraph tell enough.
constexpr int most_in_paragraph = 20;

bool inside_exception(std::string_view text, std::size_t at, std::size_t length,
                      const std::vector<std::string>& exceptions) {
    return std::any_of(exceptions.begin(), exceptions.end(), [&](const std::string& phrase) {
        const std::size_t reach = phrase.size() < length ? 0 : phrase.size() - length;
        for (std::size_t begin = at < reach ? 0 : at - reach; begin <= at; ++begin) {
            if (text.substr(begin).starts_with(phrase) && at + length <= begin + phrase.size()) return true;
        }
        return false;
    });
}

/// Whether a phrase stands in a web address or a mailbox: a run of ASCII with a slash, a point or an @ in it.
bool inside_address(std::string_view text, std::size_t at, std::size_t end) {
    const auto is_part = [&](std::size_t i) { return text[i] > ' ' && text[i] < 0x7F; };
    std::size_t begin = at;
    while (begin > 0 && at - begin < context_bytes && is_part(begin - 1)) --begin;
    std::size_t stop = end;
    while (stop < text.size() && stop - end < context_bytes && is_part(stop)) ++stop;
    const std::string_view run = text.substr(begin, stop - begin);
    return run.size() > end - at && run.find_first_of("/.@?") != std::string_view::npos;
}

/// Finds any of some phrases in one walk over a text as it is written, blanks and all: only where the first character
/// of one stands are they compared.
class PhraseFinder {
public:
    explicit PhraseFinder(const Rule& rule)
        : phrases_(parameter_words(rule, "phrases")), dense_(parameter_finder(rule, "phrases")) {
        for (const std::string& phrase : phrases_) {
            std::size_t at = 0;
            if (!phrase.empty()) first_.add(next_code_point(phrase, at));
        }
    }

    /// Whether any may stand in a text, seen without its blanks.
    [[nodiscard]] bool may_stand_in(const WordPassage& text) const {
        return dense_.holds_empty() || text.mentions(dense_);
    }

    /// The earliest phrase at or behind `from`, the longest where several begin there; npos and 0 for none.
    std::pair<std::size_t, std::size_t> find(std::string_view text, std::size_t from) const {
        for (std::size_t at = from; at < text.size();) {
            const std::size_t begin = at;
            if (!first_.may_hold(next_code_point(text, at))) continue;
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
    const WordFinder& dense_;
    CodeSieve first_;
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
std::string clause_around(std::string_view whole, std::size_t begin, std::size_t end) {
    std::size_t first = begin < context_bytes ? 0 : begin - context_bytes;
    while (first < begin && (static_cast<unsigned char>(whole[first]) & 0xC0U) == 0x80U) ++first;
    const std::string_view text = whole.substr(first, end - first + context_bytes);
    std::size_t from = 0;
    bool in_mark = false;  // 〔上年16条，请填本年数〕
    for (std::size_t at = 0; at < begin - first;) {
        const char32_t code = next_code_point(text, at);
        if (code == U'〔' || code == U'〕') in_mark = code == U'〔';
        if (!in_mark && (code == U'。' || code == U'；' || code == U'，' || code == U'：')) from = at;
    }
    std::size_t to = std::min(end - first, text.size());
    while (to < text.size()) {
        std::size_t next = to;
        const char32_t code = next_code_point(text, next);
        const bool ends = code == U'。' || code == U'；' || code == U'，';
        if (ends && !inside_brackets(text.substr(from, to - from))) break;
        if (code == U'\uFFFD') break;  // the window cut a character
        to = next;
    }
    return shortened(text.substr(from, to - from), 40);
}

/// The places of a report that are printed beside its paragraphs: particulars, remarks in cells, headings of further
/// items.
std::vector<Passage> small_texts(const Report& report) {
    std::vector<Passage> texts;
    const auto add = [&](Address at, const std::string& text) {
        if (!text.empty()) texts.push_back({at, before_sections, text});
    };
    const Contact& contact = report.agency.contact;
    add(at_identity(Identity::name), report.agency.name);
    add(at_identity(Identity::title), report.title);
    add(at_identity(Identity::document_number), report.document_number);
    for (const std::string* each : {&contact.address, &contact.postcode, &contact.telephone, &contact.website}) {
        add(at_identity(Identity::contact), *each);
    }
    for (const auto& [cell, note] : report.notes) add(at_cell(cell), note);
    for (std::size_t i = 0; i < report.others.size(); ++i) {
        add({Address::Kind::other, static_cast<std::uint16_t>(i), 0, 0, 0}, report.others[i].heading);
    }
    return texts;
}

}  // namespace

void check_contains(const Rule& rule, const CheckContext& context, Findings& findings) {
    const PhraseFinder phrases(rule);
    const auto& exceptions = parameter_words(rule, "except");
    std::vector<Passage> passages = small_texts(context.report);
    for (const WordPassage& each : context.text.all()) {
        if (phrases.may_stand_in(each)) passages.push_back(each.passage);
    }
    for (const Passage& passage : passages) {
        int found = 0;
        std::string last_clause;
        for (std::size_t from = 0; found < most_in_paragraph;) {
            const auto [at, length] = phrases.find(passage.text, from);
            if (at == std::string_view::npos) break;
            const std::size_t end = end_of_run(passage.text, at, length);
            from = end;
            if (inside_exception(passage.text, at, length, exceptions) || inside_address(passage.text, at, end))
                continue;
            ++found;
            Address where = passage.at;
            if (where.kind == Address::Kind::field || where.kind == Address::Kind::other) {
                where.begin = static_cast<std::uint32_t>(at);
                where.end = static_cast<std::uint32_t>(end);
            }
            std::string clause = clause_around(passage.text, at, end);
            if (clause == last_clause) continue;  // a clause is told once, however many marks it has
            last_clause = clause;
            add_finding(findings, rule, where).excerpt = std::move(clause);
        }
    }
}

}  // namespace nianbao
