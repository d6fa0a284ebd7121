/// A page as its reader gives it, before anyone knows what of it is a report: a published web page, a Word file that
/// was handed in, a text.
///
/// Its document holds paragraphs, declared headings and grids in the order of the page, each with its place. In plain
/// text a paragraph is a line as it stands, tabs and inner blanks included, and a table is a run of such lines; nobody
/// but the recognition tells them apart.
#pragma once

#include <cstdint>
#include <vector>

#include "model/diagnostic.h"
#include "model/document.h"

namespace nianbao {

struct Page {
    Document document;
    enum class Kind : std::uint8_t {
        lines,     ///< plain text: what a table is does not show
        document,  ///< tables are grids
        printed,   ///< written by this program: headings are declared, nothing else is one
    } kind{Kind::document};
    /// What is told of the file, whatever it says: changes not yet accepted, pictures, a text layer that is missing.
    std::vector<Diagnostic> notes;
    /// Where pictures and embedded objects stand, which no block shows, so that a table missing there can be named as a
    /// picture. One alone in its paragraph takes a number among the paragraphs.
    std::vector<Place> pictures;
};

}  // namespace nianbao
