/// Paragraphs of a document as WordprocessingML.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace nianbao::docx {

/// The runs of a paragraph, `<w:r>…</w:r>`, neighbours of a kind in one. Tabs are tabs; what is marked as removed or
/// added has a character style.
///
/// Every run says that its signs are Chinese: “ ” … — are as wide as letters in one half of the world and as
/// ideographs in the other, and Word asks the run which it is.
[[nodiscard]] std::string word_runs(const Paragraph& paragraph);

/// `<w:p>` of a style of `templates/docx/word/styles.xml`; `properties` follow the style in `<w:pPr>`.
[[nodiscard]] std::string word_paragraph(std::string_view style, std::string_view runs,
                                         std::string_view properties = {});

/// `<w:pStyle w:val="BodyText"/>`
[[nodiscard]] std::string style_reference(std::string_view style);

/// The ids of styles.
[[nodiscard]] std::string_view style_of(Paragraph::Role role);
[[nodiscard]] std::string_view style_of_heading(int level);

}  // namespace nianbao::docx
