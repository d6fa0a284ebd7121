#include "readers/html/page_text.h"

#include <algorithm>
#include <utility>

namespace nianbao::html_reading {

PageText::PageText(const PageSource& page, TakeOver take_over, Add add)
    : page_(page), take_over_(std::move(take_over)), add_(std::move(add)), maker_(page.bytes, page.places) {}

void PageText::read(std::size_t first, std::size_t end) {
    const std::vector<PageNode>& nodes = page_.tree.nodes;
    for (std::size_t at = first; at < end;) {
        leave_until(at);
        const PageNode& node = nodes[at];
        if (node.name.empty()) {
            read_text(at++);
            continue;
        }
        const bool ends_paragraph = is_block(node.kind) || node.kind == ElementKind::empty;
        if (ends_paragraph && !node.hidden) finish_paragraph();
        if (node.hidden || take_over_(at)) {
            at = node.end;
        } else {
            enter(at++);
        }
    }
    leave_until(end);
    finish_paragraph();
}

void PageText::enter(std::size_t at) {
    const PageNode& node = page_.tree.nodes[at];
    if (is_block(node.kind)) blocks_.push_back(at);
    if (node.name == "pre") preformatted_until_ = std::max(preformatted_until_, node.end);
}

void PageText::leave_until(std::size_t at) {
    while (!blocks_.empty() && page_.tree.nodes[blocks_.back()].end <= at) {
        finish_paragraph();
        blocks_.pop_back();
    }
}

void PageText::read_text(std::size_t at) {
    const PageNode& text = page_.tree.nodes[at];
    if (at < preformatted_until_) {
        read_lines(text);
    } else {
        maker_.add(text.text, text.offset, text.strong, ParagraphMaker::Blanks::collapsed);
    }
}

void PageText::read_lines(const PageNode& text) {
    std::string_view rest = text.text;
    std::size_t offset = text.offset;
    for (auto line = rest.find('\n'); line != std::string_view::npos; line = rest.find('\n')) {
        maker_.add(rest.substr(0, line), offset, text.strong, ParagraphMaker::Blanks::kept);
        finish_paragraph();
        rest.remove_prefix(line + 1);
        offset = std::min(page_.bytes.find('\n', offset), page_.bytes.size() - 1) + 1;
    }
    maker_.add(rest, offset, text.strong, ParagraphMaker::Blanks::kept);
}

void PageText::finish_paragraph() {
    Paragraph paragraph = maker_.take();
    if (!paragraph.runs.empty()) add_(std::move(paragraph));
}

std::vector<Paragraph> paragraphs_inside(const PageSource& page, std::size_t node) {
    std::vector<Paragraph> paragraphs;
    PageText text(
        page, [](std::size_t) { return false; },
        [&](Paragraph paragraph) { paragraphs.push_back(std::move(paragraph)); });
    text.read(node + 1, page.tree.nodes[node].end);
    return paragraphs;
}

Paragraph joined_inside(const PageSource& page, std::size_t node) {
    Paragraph joined;
    for (Paragraph& paragraph : paragraphs_inside(page, node)) {
        if (joined.runs.empty()) joined.place = paragraph.place;
        for (Run& run : paragraph.runs) {
            if (!joined.runs.empty() && joined.runs.back().strong == run.strong) {
                joined.runs.back().text += run.text;
            } else {
                joined.runs.push_back(std::move(run));
            }
        }
    }
    return joined;
}

}  // namespace nianbao::html_reading
