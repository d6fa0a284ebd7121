/// The blocks of a document as the sections of a Word document.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace nianbao::docx {

/// A run of blocks with one layout of the page. WordprocessingML keeps the layout of a section in its last paragraph,
/// so that one is given in two halves; the last section of all needs none.
struct BodySection {
    std::string blocks;
    bool starts_page{};
    std::string end_properties, end_runs;
};

struct Body {
    std::vector<BodySection> sections;   ///< one at least
    std::string draft;                   ///< what says that it is a draft: it stands at the head of every page instead
    std::size_t headings{};              ///< of level 2
    std::vector<std::string> own_lines;  ///< of the program: advice, places left open
};

/// A table that begins a page takes the heading above it, and what stands between, along. Charts are left out: a table
/// of the document has their numbers.
[[nodiscard]] Body word_body(const Document& document);

}  // namespace nianbao::docx
