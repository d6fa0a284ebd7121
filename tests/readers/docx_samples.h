/// Word documents put together from pieces of XML, and pages told in one line a block.
#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace nianbao {

/// What stands in the parts of a document inside their root elements; the usual prefixes (`w`, `mc`, `wps`, `v`, `pic`,
/// `m`) are declared. Numbering and styles are left out where they are empty.
struct DocxContent {
    std::string body, numbering{}, styles{};
};
[[nodiscard]] std::string docx_of(const DocxContent& content);
/// The same with a main part of one's own, root element and all, of any content type.
[[nodiscard]] std::string docx_with_part(const std::string& part, const std::string& content_type);
constexpr const char* document_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A line for each block, picture and note:
///
///     ¶2 words and **strong** ones          a paragraph and its place
///     #1 ¶1 title                           a heading of level 1
///     table 2x3: 1,1 (2x1) a / b | 1,2* c   rows by columns; each cell at its place, with how much it covers, its
///                                           paragraphs, and * where it is a head
///     picture ¶3
///     note s.revisions count=2 ¶1
[[nodiscard]] std::string told(const Page& page);

/// Documents of these bodies, and what is told of their pages.
struct DocxCase {
    const char* name;
    std::string body, told;
};
void check_docx(const std::vector<DocxCase>& cases, const std::string& numbering = {}, const std::string& styles = {});

/// Pieces of a body.
namespace docx_xml {

/// `<w:p>` with properties and one run of text.
[[nodiscard]] std::string paragraph(const std::string& text, const std::string& properties = {});
/// `<w:tc>` with properties and one paragraph.
[[nodiscard]] std::string cell(const std::string& text, const std::string& properties = {});
[[nodiscard]] std::string style(const std::string& id, const std::string& name, const std::string& more = {},
                                const std::string& type = "paragraph");
[[nodiscard]] inline std::string run(const std::string& content) { return "<w:r>" + content + "</w:r>"; }
[[nodiscard]] inline std::string text(const std::string& words) { return run("<w:t>" + words + "</w:t>"); }
[[nodiscard]] inline std::string p(const std::string& content) { return "<w:p>" + content + "</w:p>"; }
[[nodiscard]] inline std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }
[[nodiscard]] inline std::string tr(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
/// What is in a text box, in either way of writing one.
[[nodiscard]] inline std::string box(const std::string& content) {
    return "<w:txbxContent>" + content + "</w:txbxContent>";
}

}  // namespace docx_xml
}  // namespace nianbao
