// Names and numbers of documents, as the text cites them. Where the brackets of a number are gone altogether, as web
// pages and PDF lose them, nothing is said of them.
#include <optional>

#include "checks/check_context.h"
#include "narrative/passages.h"
#include "unicode/dense_text.h"
#include "unicode/letters.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Codes = std::u32string_view;

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

constexpr std::size_t longest_title = 120;

/// A document number with its year in some brackets: 国办函【2020】109号.
struct DocumentNumber {
    std::size_t begin{}, bracket{}, end{};  ///< code points: of the issuer, of the bracket, behind 号
    bool right_brackets{};
    std::u32string issuer, year, number;

    [[nodiscard]] std::u32string normal() const { return issuer + U"〔" + year + U"〕" + number + U"号"; }
};

std::optional<DocumentNumber> document_number_at(Codes text, std::size_t bracket) {
    constexpr Codes opening = U"〔【[（［｛{〈《", closing = U"〕】]）］｝}〉》";
    constexpr std::size_t longest_issuer = 12, longest_number = 5;
    if (bracket == 0 || opening.find(text[bracket]) == Codes::npos) return std::nullopt;
    std::size_t at = bracket + 1;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - bracket != 5 || at >= text.size() || closing.find(text[at]) == Codes::npos) return std::nullopt;
    const std::size_t number = ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == number || at - number > longest_number || at >= text.size() || text[at] != U'号') return std::nullopt;
    DocumentNumber found;
    found.bracket = bracket;
    found.begin = bracket;
    while (found.begin > 0 && bracket - found.begin < longest_issuer && is_letter(text[found.begin - 1]) &&
           !is_digit(text[found.begin - 1]))
        --found.begin;
    if (found.begin == bracket) return std::nullopt;
    found.end = at + 1;
    found.right_brackets = text[bracket] == U'〔' && text[number - 1] == U'〕';
    found.issuer = Codes(text).substr(found.begin, bracket - found.begin);
    found.year = text.substr(bracket + 1, 4);
    found.number = text.substr(number, at - number);
    return found;
}

class CitationReader {
public:
    CitationReader(const Rule& rule, const CheckContext& context, Findings& findings)
        : rule_(rule), context_(context), findings_(findings) {}

    void run() {
        const WordFinder own = dense_words({context_.form.citation});
        for (const WordPassage& passage : context_.text.all()) {
            if (!passage.characters.may_hold(U'号') && !passage.characters.may_hold(U'》')) continue;
            texts_.push_back(&passage);
            cites_own_ = cites_own_ || passage.mentions(own);
        }
        for (const WordPassage* text : texts_) {
            check_numbers(*text);
            check_titles(*text);
        }
    }

private:
    Diagnostic& add(const WordPassage& text, std::size_t begin, std::size_t end, const std::string& variant) {
        const Address where = text.address_of_codes(begin, end);
        Diagnostic& finding = add_finding(findings_, rule_, where, variant);
        finding.excerpt = std::string(text.passage.text.substr(where.begin, where.end - where.begin));
        return finding;
    }

    void check_numbers(const WordPassage& text) {
        const Codes codes = text.codes();
        for (std::size_t at = 0; at < codes.size(); ++at) {
            if (is_ideograph(codes[at])) continue;
            if (codes[at] != U'〔' && codes[at] != U'【' && codes[at] != U'[' && codes[at] != U'（' &&
                codes[at] != U'［')
                continue;
            auto number = document_number_at(codes, at);
            if (!number) continue;
            at = number->end - 1;
            trim_issuer(*number);
            if (check_spelling(text, *number) || check_edition(text, *number) || number->right_brackets) continue;
            add(text, number->begin, number->end, "brackets").expected = utf8(number->normal());
        }
    }

    /// 按照示政办: what stands before a number is no part of it.
    void trim_issuer(DocumentNumber& number) const {
        const WordFinder& words = parameter_finder(rule_, "before_numbers");
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::u32string& before = words.word(i);
            const auto found = number.issuer.rfind(before);
            if (found == std::u32string::npos || found + before.size() >= number.issuer.size()) continue;
            number.issuer.erase(0, found + before.size());
            number.begin = number.bracket - number.issuer.size();
        }
    }

    /// 国办公开办涵: an issuer that ends in a known misspelling.
    bool check_spelling(const WordPassage& text, const DocumentNumber& number) {
        for (const WordFinder& pair : parameter_finders(rule_, "spelling")) {
            const std::u32string& wrong = pair.word(0);
            if (!Codes(number.issuer).ends_with(wrong)) continue;
            DocumentNumber right = number;
            right.issuer = pair.word(1);
            add(text, number.bracket - wrong.size(), number.end, "").expected = utf8(right.normal());
            return true;
        }
        return false;
    }

    /// The notice of another edition cited for these tables; one cited beside their own is history.
    bool check_edition(const WordPassage& text, const DocumentNumber& number) {
        if (cites_own_) return false;
        const WordFinder& editions = parameter_finder(rule_, "editions");
        const std::u32string own = code_points(context_.form.citation), normal = number.normal();
        for (std::size_t i = 0; i < editions.size(); ++i) {
            const std::u32string& other = editions.word(i);
            if (other == own || !Codes(normal).ends_with(other)) continue;
            const std::size_t issuer = other.find(U'〔');
            add(text, number.bracket - issuer, number.end, "edition").expected = context_.form.citation;
            return true;
        }
        return false;
    }

    /// 《…》, and a title within a title: 《关于印发〈…〉的通知》, whose inner marks may be < and >.
    void check_titles(const WordPassage& text) {
        const Codes codes = text.codes();
        for (std::size_t begin = 0; begin < codes.size(); ++begin) {
            const char32_t open = codes[begin];
            if (is_ideograph(open)) continue;
            const char32_t close = open == U'《' ? U'》' : open == U'〈' ? U'〉' : open == U'<' ? U'>' : U'\0';
            if (close == U'\0') continue;
            const Codes rest = codes.substr(begin, longest_title + 1);
            const auto length = rest.find(close);
            if (length == Codes::npos) continue;
            const Codes title = rest.substr(1, length - 1);
            const std::size_t end = begin + length + 1;
            if (check_name(text, begin, end, title) || open != U'《') continue;
            check_number_before(text, begin, title);
            check_number_behind(text, begin, end, title);
        }
    }

    /// A title that is known by one word and is not what it should be.
    bool check_name(const WordPassage& text, std::size_t begin, std::size_t end, Codes title) {
        for (const WordFinder& group : parameter_finders(rule_, "names")) {
            const std::u32string &right = group.word(0), &known_by = group.word(1), &ending = group.word(2);
            if (!title.ends_with(ending) || title.find(known_by) == Codes::npos) continue;
            if (title.find(right) != Codes::npos || parameter_finder(rule_, "other_names").stands_in(title)) continue;
            add(text, begin, end, "").expected = "《" + utf8(right) + "》";
            return true;
        }
        return false;
    }

    /// 国务院令第711号公布的《条例》: the number before a title.
    void check_number_before(const WordPassage& text, std::size_t title_begin, Codes title) {
        constexpr std::size_t reach = 16;
        const Codes codes = text.codes();
        const std::size_t from = title_begin < reach ? 0 : title_begin - reach;
        for (const WordFinder& group : parameter_finders(rule_, "numbers")) {
            const std::u32string& right = group.word(1);
            const std::size_t digits = right.find_first_of(U"0123456789〔");
            const auto begin = title.ends_with(group.word(0))
                                   ? codes.substr(0, title_begin).find(right.substr(0, digits), from)
                                   : Codes::npos;
            const auto end = begin == Codes::npos ? begin : codes.substr(0, title_begin).find(U'号', begin);
            if (end != Codes::npos) check_order(text, begin, codes.substr(begin, end + 1 - begin), right);
        }
    }

    /// What stands in brackets behind a title: its number, or that of another document.
    void check_number_behind(const WordPassage& text, std::size_t title_begin, std::size_t at, Codes title) {
        const Codes codes = text.codes();
        if (at >= codes.size() || codes[at] != U'（') return;
        const auto close = codes.substr(at, longest_title).find(U'）') + at;
        if (close < at || close >= codes.size() || codes[close] != U'）') return;
        const Codes inside = codes.substr(at + 1, close - at - 1);
        for (const WordFinder& group : parameter_finders(rule_, "numbers")) {
            const bool titled = title.ends_with(group.word(0));
            const std::u32string& right = group.word(1);
            if (titled) {
                check_order(text, at + 1, inside, right);
                check_document(text, at + 1, inside, right);
            } else if (inside == right && title.find(group.word(0)) == Codes::npos) {
                add(text, title_begin, at, "").expected = "《" + utf8(group.word(0)) + "》";
                return;
            }
        }
    }

    /// 国务院令第711号 and 国务院第711号令 are one; another number is another order.
    void check_order(const WordPassage& text, std::size_t at, Codes inside, Codes right) {
        if (right.find(U'〔') != Codes::npos) return;
        const auto number = [](Codes order) -> std::optional<Codes> {
            const auto begin = order.find_first_of(U"0123456789");
            if (begin == Codes::npos || begin == 0 || order[begin - 1] != U'第') return std::nullopt;
            const auto end = order.find_first_not_of(U"0123456789", begin);
            if (end == Codes::npos || order[end] != U'号') return std::nullopt;
            return order.substr(begin, end - begin);
        };
        const auto written = number(inside);
        if (written && inside.starts_with(right.substr(0, 3)) && *written != *number(right))
            add(text, at, at + inside.size(), "").expected = utf8(right);
    }

    void check_document(const WordPassage& text, std::size_t at, Codes inside, Codes right) {
        const std::size_t bracket = inside.find_first_of(U"〔【[（［"), issuer = right.find(U'〔');
        if (bracket == Codes::npos || issuer == Codes::npos || inside.substr(0, bracket) != right.substr(0, issuer))
            return;
        const auto number = document_number_at(inside, bracket);
        if (number && number->normal() != right) add(text, at, at + number->end, "").expected = utf8(right);
    }

    const Rule& rule_;
    const CheckContext& context_;
    Findings& findings_;
    std::vector<const WordPassage*> texts_;  ///< those that may cite something
    bool cites_own_{};
};

}  // namespace

void check_citation(const Rule& rule, const CheckContext& context, Findings& findings) {
    CitationReader(rule, context, findings).run();
}

}  // namespace nianbao
