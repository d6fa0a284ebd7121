#include "writers/xlsx_annotator/sheet_marks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "writers/package_edits/part_edits.h"
#include "writers/xlsx_annotator/comment_boxes.h"
#include "writers/xlsx_annotator/marks.h"
#include "writers/xlsx_annotator/sheet_comments.h"
#include "writers/xlsx_annotator/worksheet_scan.h"

namespace nianbao::annotation {
namespace {

constexpr auto comments_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr auto drawing_type = "application/vnd.openxmlformats-officedocument.vmlDrawing";

struct MarkedCell {
    std::string text;
    Severity severity{Severity::info};
};
using MarkedCells = std::map<CellPlace, MarkedCell>;

/// Only the first cell of merged ones shows anything.
CellPlace shown_place(CellPlace place, const std::vector<SheetRange>& merges) {
    for (const SheetRange& merge : merges) {
        const bool inside = place.row >= merge.first_row && place.row <= merge.last_row &&
                            place.column >= merge.first_column && place.column <= merge.last_column;
        if (inside) return {merge.first_row, merge.first_column};
    }
    return place;
}

MarkedCells cells_of(const std::vector<SheetMark>& marks, const std::vector<SheetRange>& merges) {
    MarkedCells cells;
    for (const SheetMark& mark : marks) {
        MarkedCell& cell = cells[shown_place({mark.row, mark.column}, merges)];
        if (!cell.text.empty()) cell.text += '\n';
        cell.text += mark.text;
        cell.severity = std::max(cell.severity, mark.severity);
    }
    return cells;
}

std::set<std::uint32_t> rows_of(const std::vector<SheetMark>& marks) {
    std::set<std::uint32_t> rows;
    for (const SheetMark& mark : marks) rows.insert(mark.row);
    return rows;
}

class SheetMarker {
public:
    SheetMarker(PackageDraft& draft, std::string part, std::size_t number, const MarkStyles& styles)
        : draft_(draft), part_(std::move(part)), number_(number), styles_(styles) {}

    void mark(const std::vector<SheetMark>& marks) {
        const std::set<std::uint32_t> rows = rows_of(marks);
        WorksheetScanner scanner(rows);
        ooxml::parse_part(draft_.package().archive(), part_, scanner);
        if (scanner.scan.root.is_empty_tag()) return;  // no cell that a mark could be at
        const MarkedCells cells = cells_of(marks, scanner.scan.merges);
        const CommentChanges comments = change_comments(cells, vocabulary_of(scanner.scan.root.space));
        const bool needs_drawing = !comments.added.empty() && drawing_of(scanner.scan).empty();
        if (!cells.empty() || !scanner.scan.our_formats.empty()) {
            const std::string before = draft_.text(part_);
            WorksheetScanner again(rows);  // the text may be in another encoding than the part
            ooxml::parse_xml(before, part_, again);
            change_sheet(before, again.scan, cells, needs_drawing);
        }
        change_drawing(scanner.scan, cells, comments);
    }

private:
    CommentChanges change_comments(const MarkedCells& cells, const Vocabulary& vocabulary) {
        std::string part = draft_.related(part_, "comments");
        if (part.empty() && cells.empty()) return {};
        std::string before;
        if (part.empty()) {
            part = draft_.free_name(folder_ + "comments", ".xml");
            before = empty_comments(vocabulary);
            draft_.set_content_type(part, comments_type);
            draft_.relate(part_, "comments", part, vocabulary);
        } else {
            before = draft_.text(part);
        }
        CommentTexts texts;
        for (const auto& [place, cell] : cells) texts.emplace(place, cell.text);
        CommentChanges changes = changed_comments(before, part, texts);
        if (changes.changed) draft_.put(part, changes.text);
        return changes;
    }

    /// The drawing that the sheet has for boxes; empty where it has none yet.
    [[nodiscard]] std::string drawing_of(const WorksheetScan& scan) const {
        if (!scan.has_drawing) return {};
        for (const ooxml::Relationship& each : draft_.relationships(part_)) {
            if (each.id == scan.drawing_id && !each.external && draft_.has(each.target)) return each.target;
        }
        return {};
    }

    void change_sheet(const std::string& before, const WorksheetScan& scan, const MarkedCells& cells,
                      bool needs_drawing) {
        const std::string space = namespace_for(scan.root);
        PartEdits edits;
        for (const WorksheetScan::Stretch& each : scan.our_formats) edits.remove(each.begin, each.end);
        edits.insert(scan.formats_at, formats_of(cells, scan.last_priority, space));
        if (needs_drawing && !scan.has_drawing) {
            const Vocabulary vocabulary = vocabulary_of(scan.root.space);
            drawing_id_ = relate_drawing(vocabulary, {});
            edits.insert(scan.drawing_at, "<legacyDrawing" + space + " xmlns:r=\"" + vocabulary.relationships +
                                              "\" r:id=\"" + escaped(drawing_id_) + "\"/>");
        } else if (needs_drawing) {
            relate_drawing(vocabulary_of(scan.root.space), scan.drawing_id);  // it leads nowhere
        }
        draft_.put(part_, edits.apply(before));
    }

    std::string relate_drawing(const Vocabulary& vocabulary, const std::string& id) {
        drawing_ = draft_.free_name(folder_ + "drawings/vmlDrawing", ".vml");
        draft_.put(drawing_, {});
        draft_.set_content_type(drawing_, drawing_type);
        return draft_.relate(part_, "vmlDrawing", drawing_, vocabulary, id);
    }

    [[nodiscard]] std::string formats_of(const MarkedCells& cells, int last_priority, const std::string& space) const {
        std::map<Severity, std::vector<CellPlace>> by_severity;
        for (const auto& [place, cell] : cells) by_severity[cell.severity].push_back(place);
        std::string text;
        for (auto each = by_severity.rbegin(); each != by_severity.rend(); ++each) {
            text += "<conditionalFormatting" + space + " sqref=\"" + list_of(each->second) +
                    "\"><cfRule type=\"expression\" dxfId=\"" + std::to_string(styles_.of(each->first)) +
                    "\" priority=\"" + std::to_string(++last_priority) + "\"><formula>" + escaped(formula_of_marks) +
                    "</formula></cfRule></conditionalFormatting>";
        }
        return text;
    }

    void change_drawing(const WorksheetScan& scan, const MarkedCells& cells, const CommentChanges& comments) {
        const bool is_new = !drawing_.empty();
        if (!is_new) drawing_ = drawing_of(scan);
        if (drawing_.empty() || (comments.added.empty() && comments.removed.empty())) return;
        const std::string before = is_new ? empty_drawing(number_, comments.added.size()) : draft_.text(drawing_);
        std::vector<CommentBox> boxes;
        for (const CellPlace place : comments.added)
            boxes.push_back({place, std::string(sign_of_comments) + cells.at(place).text});
        draft_.put(drawing_, changed_drawing(before, drawing_, comments.removed, boxes, scan.grid));
    }

    PackageDraft& draft_;
    std::string part_;
    std::size_t number_;
    const MarkStyles& styles_;
    std::string folder_{draft_.main_part().substr(0, draft_.main_part().find_last_of('/') + 1)};
    std::string drawing_, drawing_id_;
};

}  // namespace

void mark_sheet(PackageDraft& draft, const std::string& part, std::size_t number, const std::vector<SheetMark>& marks,
                const MarkStyles& styles) {
    SheetMarker(draft, part, number, styles).mark(marks);
}

}  // namespace nianbao::annotation
