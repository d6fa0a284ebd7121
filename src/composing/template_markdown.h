/// The Markdown that a template has come to, read (md4c) into the blocks of a document, its tokens replaced by what
/// they stand for.
///
/// Headings, paragraphs, strong text and lists are what they say; `>` is guidance; a hard break begins a new paragraph.
/// A token alone in its paragraph may become many paragraphs or a table; with text around, its first and last paragraph
/// join that text. Anything else of Markdown (HTML, code, links, images, tables, emphasis, rules) is a TemplateError.
#pragma once

#include <string>
#include <vector>

#include "composing/tokens.h"
#include "model/document.h"
#include "templating/template_set.h"

namespace nianbao {

/// `templates` is where errors are looked up.
[[nodiscard]] std::vector<DocumentBlock> read_template_markdown(const std::string& rendered, const Tokens& tokens,
                                                                const TemplateSet& templates);

}  // namespace nianbao
