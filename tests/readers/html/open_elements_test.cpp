#include "readers/html/open_elements.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "readers/html/cleaned_markup.h"
#include "readers/html/markup.h"
#include "readers/html/page_tree.h"

using namespace nianbao::html_reading;

namespace {

/// Tags in no order at all, over and over.
class TagSoup {
public:
    explicit TagSoup(std::uint32_t seed) : random_(seed) {}

    std::string make() {
        std::string piece;
        for (std::size_t i = 1 + below(7); i > 0; --i) {
            piece += below(3) == 0 ? "</" : "<";
            piece += names()[below(names().size())] + ">";
            if (below(4) == 0) piece += "x";
        }
        std::string page = below(3) == 0 ? "<table><tr><td>" : "";
        for (int i = 0; i < 30; ++i) page += piece;
        return page;
    }

private:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

    static const std::vector<std::string>& names() {
        static const std::vector<std::string> all{
            "address", "article", "b",     "body",  "br",    "caption", "center", "dd",     "dir",  "div",  "dl",
            "dt",      "figure",  "font",  "form",  "h1",    "h2",      "header", "hgroup", "hr",   "html", "li",
            "main",    "menu",    "meta",  "ol",    "p",     "p",       "p",      "pre",    "span", "span", "span",
            "strong",  "svg",     "table", "table", "tbody", "td",      "td",     "tfoot",  "th",   "tr",   "ul"};
        return all;
    }

    std::mt19937 random_;
};

std::size_t foreseen_depth(const std::string& page) {
    OpenElements open;
    std::size_t deepest = 0;
    std::size_t at = 0;
    while (const auto markup = next_markup(page, at)) {
        at = markup->end;
        const ElementKind kind = kind_of_element(markup->name);
        if (markup->kind == Markup::Kind::start_tag && kind != ElementKind::root) open.start(kind, markup->name);
        if (markup->kind == Markup::Kind::end_tag && kind != ElementKind::empty) open.end(kind, markup->name);
        deepest = std::max(deepest, open.depth());
    }
    return deepest;
}

std::size_t depth_of(const PageTree& tree) {
    std::vector<std::size_t> open;
    std::size_t deepest = 0;
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        while (!open.empty() && tree.nodes[open.back()].end <= at) open.pop_back();
        if (tree.nodes[at].name.empty()) continue;
        open.push_back(at);
        deepest = std::max(deepest, open.size());
    }
    return deepest;
}

}  // namespace

TEST_CASE("a parser nests no deeper than was foreseen, whatever the order of the tags") {
    constexpr std::size_t html_body_and_an_empty_element = 3;
    TagSoup soup(1);
    for (int i = 0; i < 3'000; ++i) {
        const std::string page = soup.make();
        CAPTURE(page);
        const std::size_t foreseen = foreseen_depth(clean_markup(page).page);
        CHECK(depth_of(parse_page(page)) <= foreseen + html_body_and_an_empty_element);
    }
}
