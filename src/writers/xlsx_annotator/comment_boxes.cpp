#include "writers/xlsx_annotator/comment_boxes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>

#include "ooxml/package_error.h"
#include "unicode/width.h"
#include "writers/package_edits/part_edits.h"

namespace nianbao::annotation {
namespace {

/// Ids of shapes come in blocks; a drawing says which are its own.
constexpr std::size_t ids_in_block = 1'024;
/// Far from the blocks that offices begin with.
constexpr std::size_t first_block = 200, blocks_of_drawing = 16;

constexpr auto namespaces =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
constexpr auto shape_type_id = "_x0000_t202";

std::string shape_type(const std::string& space) {
    return "<v:shapetype" + space + " id=\"" + shape_type_id +
           "\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke "
           "joinstyle=\"miter\"/>"
           "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
}

/// In pixels.
struct Size {
    int width{}, height{};
};

/// Narrow for a sentence, wider for much text: a box that is larger than the window cannot be read at all.
Size size_of(std::string_view text) {
    constexpr std::size_t narrow = 40, wide = 66;
    constexpr int many_lines = 12, width_of_column = 7, height_of_line = 17, margin = 14;
    std::size_t columns = narrow;
    int lines = 0;
    for (const std::size_t tried : {narrow, wide}) {
        columns = tried;
        lines = 0;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            lines += static_cast<int>(wrap_text(text.substr(at, end - at), columns).size());
            at = end + 1;
        }
        if (lines <= many_lines) break;
    }
    constexpr int tallest = 1'200;
    return {static_cast<int>(columns) * width_of_column + margin, std::min(lines * height_of_line + margin, tallest)};
}

/// Where an edge of a box stands: so many pixels into a row or column, counted from 0.
struct Edge {
    std::uint32_t cell{};
    int pixels{};
};

template <typename SizeOf>
Edge edge_behind(Edge start, int distance, std::uint32_t last, const SizeOf& size_of_cell) {
    int left = start.pixels + distance;
    std::uint32_t cell = start.cell;
    for (; cell < last && left >= size_of_cell(cell); ++cell) left -= size_of_cell(cell);
    return {cell, left};
}

/// Right of the cell, a little above it, as offices put it.
std::string anchor_of(CellPlace place, const Size& size, const SheetGrid& grid) {
    constexpr std::uint32_t last_row = 1'048'575, last_column = 16'383;
    const Edge left{std::min<std::uint32_t>(place.column, last_column), 15};
    const Edge top{place.row >= 2 ? place.row - 2 : 0, place.row >= 2 ? 10 : 2};
    const Edge right =
        edge_behind(left, size.width, last_column, [&](std::uint32_t at) { return grid.width_of(at + 1); });
    const Edge bottom =
        edge_behind(top, size.height, last_row, [&](std::uint32_t at) { return grid.height_of(at + 1); });
    std::string anchor;
    for (const Edge& edge : {left, top, right, bottom}) {
        anchor += (anchor.empty() ? "" : ", ") + std::to_string(edge.cell) + ", " + std::to_string(edge.pixels);
    }
    return anchor;
}

std::string points(int pixels) { return std::to_string(pixels * 3 / 4) + "pt"; }

std::string shape_of(const CommentBox& box, std::size_t id, const SheetGrid& grid, const std::string& space) {
    const Size size = size_of(box.text);
    return "<v:shape" + space + " id=\"_x0000_s" + std::to_string(id) + "\" type=\"#" + shape_type_id +
           "\" style='position:absolute;margin-left:60pt;margin-top:2pt;width:" + points(size.width) +
           ";height:" + points(size.height) + ";z-index:" + std::to_string(id % ids_in_block) +
           ";visibility:hidden' fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
           "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
           "<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>"
           "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
           anchor_of(box.place, size, grid) + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" +
           std::to_string(box.place.row - 1) + "</x:Row><x:Column>" + std::to_string(box.place.column - 1) +
           "</x:Column></x:ClientData></v:shape>";
}

/// Elements of a drawing; none where it is not XML, as happens to drawings of controls.
std::vector<Element> elements_of_drawing(const std::string& text, std::string_view part) {
    try {
        return elements_of(text, part, 4);
    } catch (const ooxml::PackageError&) {
        return {};
    }
}

/// Where the box of a comment stands in the drawing.
struct NoteShape {
    std::size_t begin{}, end{};
    CellPlace place;
};

std::uint32_t number_at(const std::string& text, std::size_t begin, std::size_t end) {
    std::uint32_t number = 0;
    const std::string_view blanks = " \t\r\n";
    while (begin < end && blanks.find(text[begin]) != std::string_view::npos) ++begin;
    std::from_chars(text.data() + begin, text.data() + end, number);
    return number;
}

std::vector<NoteShape> notes_of(const std::string& text, const std::vector<Element>& elements) {
    std::vector<NoteShape> notes;
    NoteShape shape;
    for (const Element& element : elements) {
        if (element.depth == 2) shape = {element.begin, element.end, {}};
        if (element.name == "Row") shape.place.row = number_at(text, element.inner, element.inner_end) + 1;
        if (element.name != "Column") continue;  // the last of a comment's, and of no other shape
        shape.place.column = static_cast<std::uint16_t>(number_at(text, element.inner, element.inner_end) + 1);
        notes.push_back(shape);
    }
    return notes;
}

/// The same in a drawing that is no XML, as its own offices write it.
std::vector<NoteShape> notes_in_text(const std::string& text) {
    constexpr std::string_view begin = "<v:shape ", end = "</v:shape>", row = "<x:Row>", column = "<x:Column>";
    std::vector<NoteShape> notes;
    std::size_t from = 0;
    for (std::size_t at = text.find(end); at != std::string::npos; from = at, at = text.find(end, at)) {
        const std::size_t first = text.rfind(begin, at);
        const std::size_t row_at = text.find(row, std::max(from, first)), column_at = text.find(column, from);
        at += end.size();
        if (first == std::string::npos || first < from || row_at >= at || column_at >= at) continue;
        const CellPlace place{number_at(text, row_at + row.size(), at) + 1,
                              static_cast<std::uint16_t>(number_at(text, column_at + column.size(), at) + 1)};
        notes.push_back({first, at, place});
    }
    return notes;
}

/// The first id that is free behind all that the drawing has.
std::size_t free_id(const std::string& text) {
    constexpr std::string_view begin = "_x0000_s";
    std::size_t most = 0;
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
        std::size_t id = 0;
        std::from_chars(text.data() + at + begin.size(), text.data() + text.size(), id);
        constexpr std::size_t largest = 1'000'000'000;
        if (id < largest) most = std::max(most, id);
    }
    if (most > 0) return most + 1;
    constexpr std::string_view blocks = "data=\"";
    if (const std::size_t at = text.find(blocks); at != std::string::npos) {
        std::from_chars(text.data() + at + blocks.size(), text.data() + text.size(), most);
    }
    return std::max<std::size_t>(most, 1) * ids_in_block + 1;
}

bool knows_namespaces(const std::string& text) {
    const std::string_view root = std::string_view(text).substr(0, text.find('>', text.find("<xml")));
    static constexpr std::array<std::string_view, 3> needed{"xmlns:v=\"urn:schemas-microsoft-com:vml\"",
                                                            "xmlns:o=\"urn:schemas-microsoft-com:office:office\"",
                                                            "xmlns:x=\"urn:schemas-microsoft-com:office:excel\""};
    return std::all_of(needed.begin(), needed.end(),
                       [&](std::string_view each) { return root.find(each) != std::string_view::npos; });
}

}  // namespace

std::string empty_drawing(std::size_t number, std::size_t boxes) {
    const std::size_t first = first_block + number * blocks_of_drawing;
    std::string blocks = std::to_string(first);
    for (std::size_t i = 1; i < blocks_of_drawing && i * (ids_in_block - 1) < boxes; ++i)
        blocks += "," + std::to_string(first + i);
    return "<xml" + std::string(namespaces) + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"" +
           blocks + "\"/></o:shapelayout>" + shape_type("") + "</xml>";
}

std::string changed_drawing(const std::string& before, std::string_view part, const std::vector<CellPlace>& removed,
                            const std::vector<CommentBox>& added, const SheetGrid& grid) {
    const std::vector<Element> elements = elements_of_drawing(before, part);
    const std::set<CellPlace> gone(removed.begin(), removed.end());
    PartEdits edits;
    for (const NoteShape& note : elements.empty() ? notes_in_text(before) : notes_of(before, elements)) {
        if (gone.contains(note.place)) edits.remove(note.begin, note.end);
    }
    const std::string space = knows_namespaces(before) ? "" : namespaces;
    std::string shapes;
    const bool has_type = before.find("id=\"" + std::string(shape_type_id)) != std::string::npos;
    if (!added.empty() && !has_type) shapes += shape_type(space);
    std::size_t id = free_id(edits.apply(before));
    for (const CommentBox& box : added) shapes += shape_of(box, id++, grid, space);
    if (!elements.empty()) {
        append_inside(edits, elements.front(), shapes);
    } else if (const std::size_t end = before.rfind("</xml>"); end != std::string::npos) {
        edits.insert(end, shapes);
    }
    return edits.apply(before);
}

}  // namespace nianbao::annotation
