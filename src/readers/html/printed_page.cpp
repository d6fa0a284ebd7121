#include "readers/html/printed_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/html/page_grid.h"

namespace nianbao::html_reading {
namespace {

using Role = Paragraph::Role;

Role role_of(const std::string& class_name) {
    constexpr std::array<std::pair<std::string_view, Role>, 3> roles{
        {{"guidance", Role::guidance}, {"open", Role::open}, {"notice", Role::notice}}};
    for (const auto& [name, role] : roles) {
        if (name == class_name) return role;
    }
    return Role::body;
}

/// All text inside an element.
Paragraph exact_paragraph(const PageSource& page, std::size_t element) {
    ParagraphMaker maker(page.bytes, page.places);
    for (std::size_t at = element + 1; at < page.tree.nodes[element].end; ++at) {
        const PageNode& node = page.tree.nodes[at];
        maker.add(node.text, node.offset, node.strong, ParagraphMaker::Blanks::exact);
    }
    Paragraph paragraph = maker.take();
    paragraph.role = role_of(page.tree.nodes[element].class_name);
    return paragraph;
}

/// A cell holds its only paragraph without <p>.
std::vector<Paragraph> exact_cell(const PageSource& page, std::size_t cell) {
    std::vector<Paragraph> paragraphs;
    for (const std::size_t child : page.tree.children_of(cell)) {
        if (page.tree.nodes[child].kind == ElementKind::paragraph) paragraphs.push_back(exact_paragraph(page, child));
    }
    if (!paragraphs.empty()) return paragraphs;
    Paragraph bare = exact_paragraph(page, cell);
    bare.role = Role::body;
    if (!bare.runs.empty()) paragraphs.push_back(std::move(bare));
    return paragraphs;
}

class PrintedPage {
public:
    explicit PrintedPage(const PageSource& page)
        : page_(page), grids_(page.tree, [&page](std::size_t cell) { return exact_cell(page, cell); }) {}

    std::vector<DocumentBlock> read() {
        const std::vector<PageNode>& nodes = page_.tree.nodes;
        const auto report = std::find_if(nodes.begin(), nodes.end(), [](const PageNode& node) {
            return node.name == "main" || node.name == "article";
        });
        if (report == nodes.end()) return {};
        for (auto at = static_cast<std::size_t>(report - nodes.begin()) + 1; at < report->end;) {
            at = take(at) ? nodes[at].end : at + 1;
        }
        return std::move(blocks_);
    }

private:
    /// Whether all of an element was taken; charts have their numbers in a table beside them.
    bool take(std::size_t at) {
        const PageNode& node = page_.tree.nodes[at];
        if (node.kind == ElementKind::heading) {
            blocks_.emplace_back(Heading{node.name[1] - '0', exact_paragraph(page_, at)});
        } else if (node.kind == ElementKind::paragraph) {
            blocks_.emplace_back(exact_paragraph(page_, at));
        } else if (node.kind == ElementKind::table) {
            blocks_.emplace_back(grids_.read(at));
        } else {
            return node.name == "figure";
        }
        return true;
    }

    const PageSource& page_;
    GridReader grids_;
    std::vector<DocumentBlock> blocks_;
};

}  // namespace

bool is_printed(const PageTree& tree) { return tree.generator == "nianbao"; }

std::vector<DocumentBlock> read_printed_page(const PageSource& page) { return PrintedPage(page).read(); }

}  // namespace nianbao::html_reading
