/// The paragraphs of a part of a page: what is cut by blocks and line breaks, joined over spans.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "readers/html/page_tree.h"
#include "readers/html/paragraph_maker.h"
#include "readers/html/source_places.h"

namespace nianbao::html_reading {

struct PageSource {
    std::string_view bytes;
    SourcePlaces places;
    PageTree tree;
};

class PageText {
public:
    /// Takes over an element with all that is in it; false: it is read as any other. What came before it is a paragraph
    /// by then if it is a block.
    using TakeOver = std::function<bool(std::size_t node)>;
    using Add = std::function<void(Paragraph)>;

    PageText(const PageSource& page, TakeOver take_over, Add add);

    /// Reads the nodes in [first, end).
    void read(std::size_t first, std::size_t end);

private:
    void enter(std::size_t node);
    void leave_until(std::size_t node);
    void read_text(std::size_t node);
    void read_lines(const PageNode& text);
    void finish_paragraph();

    const PageSource& page_;
    TakeOver take_over_;
    Add add_;
    ParagraphMaker maker_;
    std::vector<std::size_t> blocks_;  ///< open ones, outermost first
    std::size_t preformatted_until_{};
};

/// The paragraphs of what is inside an element.
[[nodiscard]] std::vector<Paragraph> paragraphs_inside(const PageSource& page, std::size_t node);

/// They are one, without a blank between them: a title that is broken for its looks.
[[nodiscard]] Paragraph joined_inside(const PageSource& page, std::size_t node);

}  // namespace nianbao::html_reading
