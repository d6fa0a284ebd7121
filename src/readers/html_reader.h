/// The bytes of a web page into paragraphs, headings and grids in the order of reading.
///
/// Scripts, controls, comments and what is not shown stay out, so do menus, heads and feet where the page marks them up
/// as such; other things around a report are left to the recognition. Blanks are as a browser shows them; no-break
/// spaces are blanks, full-width ones stay inside a paragraph. Words that are cut over spans are joined. Tables that
/// only lay out the page become the paragraphs in their cells. A paragraph's place is where its text begins in the
/// source.
///
/// A page of our own, or an article of our own on a site's page (`Page::Kind::printed`), gives back its paragraphs
/// exactly, with the title, the properties and the roles of lines that it was written with. Where people have taken
/// headings away it is a page as others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/diagnostic.h"
#include "model/page.h"

namespace nianbao {

constexpr std::size_t max_page_bytes = 8U << 20U;

/// Whether bytes are meant for `read_html`, told by how they begin, in any encoding that holds ASCII. Markdown may
/// begin with a tag too; where such text has its headings or tables it is none.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

/// The charset that a page declares in its first 1,024 bytes, in lower case: `gb2312`, `gbk`, `utf-8`. Empty where it
/// declares none. What is declared as GB2312 or GBK is to be read as GB18030, as browsers do.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

/// `page` is UTF-8, with or without byte order mark. Throws InputError with one finding: i.encoding, i.limit or
/// i.not-a-report (an empty file).
[[nodiscard]] Page read_html(std::string_view page);

}  // namespace nianbao
