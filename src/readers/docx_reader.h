/// The bytes of a Word document (.docx, .docm, .dotx, .dotm) into a page.
///
/// What is read is what a reader of the printed body sees once all tracked changes are accepted: fields by their
/// results, the numbers of lists as text in front of their paragraphs, text boxes behind the paragraphs that hold them.
/// Headers, footers, notes, comments, hidden text and the prompts of empty controls are left out, and so are paragraphs
/// with nothing in them. A line break ends a paragraph, but for the title: the first heading of level 1. A list's
/// number is followed by a blank only where it ends in ASCII: `一、总体情况`, `1. 总体情况`; bullets give nothing.
///
/// A paragraph is a heading by its outline level, its own or its style's, or by the name of its style. A table of one
/// cell, or of one row or column with tables in it, is a frame: what it holds stands on the page. Any other table in a
/// cell is that cell's text. Columns are those of the table's grid; rows that repeat on every page are heads.
///
/// A document of our own (`Page::Kind::printed`, by its properties) has its title, its properties and the roles of the
/// program's own lines; one whose headings people have taken away is a document like any other.
///
/// `notes` has s.revisions, once, where changes were tracked.
#pragma once

#include <string_view>

#include "model/diagnostic.h"
#include "model/page.h"
#include "model/word_sources.h"

namespace nianbao {

/// Limits of a document beside those of `ooxml/archive.h`, chosen so that the worst file stays within 64 MiB.
constexpr std::size_t max_document_bytes = 16U << 20U;     ///< the file, packed
constexpr std::size_t max_document_blocks = 50'000;        ///< paragraphs, line breaks, tables, rows and cells
constexpr std::size_t max_document_places = 60'000;        ///< rows times columns of all tables
constexpr std::size_t max_document_text = 8U << 20U;       ///< bytes, with some for each change of type
constexpr std::size_t max_document_paragraph = 1U << 20U;  ///< bytes of one
constexpr std::size_t max_document_definitions = 3'000;    ///< styles, lists, and kinds of lists, each

/// Whether bytes are meant for `read_docx`: a package of that kind, even a damaged one, or an old Word file, which is
/// refused there. Never true where `looks_like_workbook` is.
[[nodiscard]] bool looks_like_docx(std::string_view bytes);

/// Throws InputError with one finding: i.not-a-report, i.syntax, i.duplicate-key or i.limit.
[[nodiscard]] Page read_docx(std::string_view bytes);

/// Where what `read_docx` gives stands in the file; reads it once more. Throws the same.
[[nodiscard]] WordSources word_sources(std::string_view bytes);

}  // namespace nianbao
