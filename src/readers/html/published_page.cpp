#include "readers/html/published_page.h"

#include <algorithm>
#include <utility>

#include "readers/html/layout_tables.h"
#include "readers/html/page_grid.h"

namespace nianbao::html_reading {
namespace {

class PublishedPage {
public:
    explicit PublishedPage(const PageSource& page)
        : page_(page),
          is_layout_(find_layout_tables(page.tree)),
          grids_(page.tree, [&page](std::size_t cell) { return paragraphs_inside(page, cell); }) {}

    std::vector<DocumentBlock> read() {
        PageText text(
            page_, [this](std::size_t node) { return take_over(node); },
            [this](Paragraph paragraph) { blocks_.emplace_back(std::move(paragraph)); });
        text.read(0, page_.tree.nodes.size());
        return std::move(blocks_);
    }

private:
    bool take_over(std::size_t at) {
        const PageNode& node = page_.tree.nodes[at];
        if (is_chrome(at)) return true;
        if (node.name == "article" || node.name == "main" || node.name == "section")
            content_until_ = std::max(content_until_, node.end);
        if (node.kind == ElementKind::heading) return add_heading(at);
        return node.kind == ElementKind::table && !is_layout_[at] && add_grid(at);
    }

    /// The head of an article is its title, that of a page the site's.
    [[nodiscard]] bool is_chrome(std::size_t at) const {
        const PageTree& tree = page_.tree;
        if (tree.is(at, "nav") || tree.is(at, "aside")) return true;
        return at >= content_until_ && (tree.is(at, "header") || tree.is(at, "footer"));
    }

    bool add_heading(std::size_t at) {
        Heading heading{page_.tree.nodes[at].name[1] - '0', joined_inside(page_, at)};
        if (heading.text.runs.empty()) return true;
        heading_ = plain_text(heading.text);
        blocks_.emplace_back(std::move(heading));
        return true;
    }

    bool add_grid(std::size_t at) {
        for (const std::size_t child : page_.tree.children_of(at)) {
            if (page_.tree.nodes[child].kind != ElementKind::caption || page_.tree.nodes[child].hidden) continue;
            for (Paragraph& paragraph : paragraphs_inside(page_, child)) {
                // A table that is named after the heading above it: nothing that the page does not say already.
                if (plain_text(paragraph) != heading_) blocks_.emplace_back(std::move(paragraph));
            }
        }
        Grid grid = grids_.read(at);
        if (grid.columns > 0) blocks_.emplace_back(std::move(grid));
        return true;
    }

    const PageSource& page_;
    std::vector<bool> is_layout_;
    GridReader grids_;
    std::vector<DocumentBlock> blocks_;
    std::string heading_;  ///< the nearest above
    std::size_t content_until_{};
};

}  // namespace

std::vector<DocumentBlock> read_published_page(const PageSource& page) { return PublishedPage(page).read(); }

}  // namespace nianbao::html_reading
