#include "readers/html/printed_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/printed_marks.h"
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

/// Whether the text inside an element stands as we write it: in one piece, without line breaks. What an editor has cut
/// and wrapped is read as on any page.
bool is_as_written(const PageSource& page, std::size_t element) {
    const std::vector<PageNode>& nodes = page.tree.nodes;
    const auto begin = nodes.begin() + static_cast<std::ptrdiff_t>(element) + 1;
    const auto end = nodes.begin() + static_cast<std::ptrdiff_t>(nodes[element].end);
    return std::all_of(begin, end, [](const PageNode& node) {
        const bool cuts = is_block(node.kind) || node.kind == ElementKind::empty || node.hidden;
        return !cuts && node.text.find_first_of("\n\r") == std::string::npos;
    });
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
    const auto is_own = [&](std::size_t child) {
        return page.tree.nodes[child].kind == ElementKind::paragraph && is_as_written(page, child);
    };
    std::vector<Paragraph> paragraphs;
    if (is_as_written(page, cell)) {
        Paragraph bare = exact_paragraph(page, cell);
        bare.role = Role::body;
        if (!bare.runs.empty()) paragraphs.push_back(std::move(bare));
        return paragraphs;
    }
    const std::vector<std::size_t> children = page.tree.children_of(cell);
    if (!std::all_of(children.begin(), children.end(), is_own)) return paragraphs_inside(page, cell);
    for (const std::size_t child : children) paragraphs.push_back(exact_paragraph(page, child));
    return paragraphs;
}

class PrintedPage {
public:
    explicit PrintedPage(const PageSource& page)
        : page_(page), grids_(page.tree, [&page](std::size_t cell) { return exact_cell(page, cell); }) {}

    std::vector<DocumentBlock> read(std::size_t root) {
        PageText text(
            page_, [this](std::size_t node) { return take(node); },
            [this](Paragraph paragraph) { blocks_.emplace_back(std::move(paragraph)); });
        text.read(root + 1, page_.tree.nodes[root].end);
        return std::move(blocks_);
    }

private:
    /// Whether all of an element was taken; charts have their numbers in a table beside them.
    bool take(std::size_t at) {
        const PageNode& node = page_.tree.nodes[at];
        if (node.kind == ElementKind::heading) {
            const bool own = is_as_written(page_, at);
            blocks_.emplace_back(
                Heading{node.name[1] - '0', own ? exact_paragraph(page_, at) : joined_inside(page_, at)});
        } else if (node.kind == ElementKind::table) {
            blocks_.emplace_back(grids_.read(at));
        } else if (node.kind == ElementKind::paragraph && is_as_written(page_, at)) {
            blocks_.emplace_back(exact_paragraph(page_, at));
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

std::optional<OwnPage> own_page(const PageTree& tree) {
    if (tree.own_articles.size() == 1) {
        const auto& [node, properties] = tree.own_articles.front();
        const auto title = properties.find(std::string(title_property));
        return OwnPage{node, title == properties.end() ? std::string() : title->second, properties};
    }
    if (tree.generator != "nianbao") return std::nullopt;
    const auto report = std::find_if(tree.nodes.begin(), tree.nodes.end(), [](const PageNode& node) {
        return node.name == "main" || node.name == "article";
    });
    if (report == tree.nodes.end()) return std::nullopt;
    return OwnPage{static_cast<std::size_t>(report - tree.nodes.begin()), tree.title, tree.own};
}

std::vector<DocumentBlock> read_printed_page(const PageSource& page, std::size_t root) {
    return PrintedPage(page).read(root);
}

}  // namespace nianbao::html_reading
