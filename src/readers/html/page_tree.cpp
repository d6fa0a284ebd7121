#include "readers/html/page_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "model/printed_marks.h"
#include "readers/html/cleaned_markup.h"
#include "readers/html/markup.h"
#include "unicode/letters.h"
#include "unicode/utf8.h"

namespace nianbao::html_reading {
namespace {

const GumboOptions& options() {
    static const GumboOptions quiet = [] {
        GumboOptions made = kGumboDefaultOptions;
        made.max_errors = 0;
        return made;
    }();
    return quiet;
}

struct Destroy {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&options(), output); }
};

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view{} : found->value;
}

/// A character reference beyond all characters comes out of the parser as bytes that are no UTF-8.
std::string as_utf8(std::string_view bytes) {
    if (!first_invalid_byte(bytes)) return std::string(bytes);
    std::string right;
    for (std::size_t at = 0; at < bytes.size();) append_code_point(right, next_code_point(bytes, at));
    return right;
}

/// Browsers take `2;` and `2px` for 2, and 1 for what is no number.
std::uint16_t span(std::string_view written) {
    while (!written.empty() && is_html_space(written.front())) written.remove_prefix(1);
    unsigned long long number = 1;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error == std::errc::result_out_of_range) number = max_page_span;
    return static_cast<std::uint16_t>(std::min<unsigned long long>(number, max_page_span));
}

bool is_hidden(const GumboElement& element) {
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
    std::string style = in_lower_case(attribute(element, "style"));
    style.erase(std::remove_if(style.begin(), style.end(), is_html_space), style.end());
    return style.find("display:none") != std::string::npos;
}

class TreeMaker {
public:
    TreeMaker(const GumboNode* root, const StrongText& strong) : strong_(strong) {
        enter(root);
        while (!open_.empty()) {
            Level& level = open_.back();
            const GumboVector& children = level.element->children;
            if (level.next < children.length) {
                enter(static_cast<const GumboNode*>(children.data[level.next++]));
            } else {
                tree_.nodes[level.node].end = tree_.nodes.size();
                open_.pop_back();
            }
        }
    }

    PageTree finish() { return std::move(tree_); }

private:
    struct Level {
        const GumboElement* element;
        std::size_t node;
        unsigned next{};
    };

    void enter(const GumboNode* node) {
        switch (node->type) {
            case GUMBO_NODE_ELEMENT:
                return enter(node->v.element);
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA:
                return add_text(node->v.text);
            default:
                return;
        }
    }

    void enter(const GumboElement& element) {
        if (element.tag == GUMBO_TAG_META) return take_meta(element);
        if (element.tag == GUMBO_TAG_TITLE) return take_title(element);
        PageNode node;
        node.name = gumbo_normalized_tagname(element.tag);
        if (node.name == main_in_cleaned_markup) node.name = "main";
        node.kind = kind_of_element(node.name);
        node.hidden = is_hidden(element);
        node.class_name = attribute(element, "class");
        if (node.kind == ElementKind::cell) {
            node.columns = std::max<std::uint16_t>(1, span(attribute(element, "colspan")));
            node.rows = span(attribute(element, "rowspan"));
        }
        take_own_attributes(element);
        open_.push_back({&element, tree_.nodes.size()});
        tree_.nodes.push_back(std::move(node));
    }

    void add_text(const GumboText& text) {
        PageNode node;
        node.text = as_utf8(text.text);
        node.offset = text.start_pos.offset;
        node.strong = strong_.holds(node.offset);
        node.end = tree_.nodes.size() + 1;
        tree_.nodes.push_back(std::move(node));
    }

    void take_meta(const GumboElement& element) {
        const std::string name = in_lower_case(attribute(element, "name"));
        if (name == "generator") tree_.generator = attribute(element, "content");
        if (name.starts_with(own_property_prefix))
            tree_.own.emplace(name.substr(own_property_prefix.size()), as_utf8(attribute(element, "content")));
    }

    void take_own_attributes(const GumboElement& element) {
        PageTree::OwnArticle article{tree_.nodes.size(), {}};
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto* each = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            const std::string_view name = each->name;
            if (name.starts_with(own_attribute_prefix))
                article.own.emplace(name.substr(own_attribute_prefix.size()), as_utf8(each->value));
        }
        if (!article.own.empty()) tree_.own_articles.push_back(std::move(article));
    }

    void take_title(const GumboElement& element) {
        if (!tree_.title.empty() || element.children.length == 0) return;
        tree_.title = as_utf8(static_cast<const GumboNode*>(element.children.data[0])->v.text.text);
    }

    const StrongText& strong_;
    PageTree tree_;
    std::vector<Level> open_;
};

}  // namespace

std::vector<std::size_t> PageTree::children_of(std::size_t node) const {
    std::vector<std::size_t> children;
    for (std::size_t at = node + 1; at < nodes[node].end; at = nodes[at].end) children.push_back(at);
    return children;
}

PageTree parse_page(std::string_view page) {
    CleanedMarkup cleaned = clean_markup(page);
    const std::unique_ptr<GumboOutput, Destroy> output(
        gumbo_parse_with_options(&options(), cleaned.page.data(), cleaned.page.size()));
    PageTree tree = TreeMaker(output->root, cleaned.strong).finish();
    tree.pictures = std::move(cleaned.pictures);
    return tree;
}

}  // namespace nianbao::html_reading
