#include "writers/docx_annotator.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "writers/docx_annotator/anchors.h"
#include "writers/docx_annotator/document_scan.h"
#include "writers/docx_annotator/own_anchors.h"
#include "writers/docx_annotator/own_comments.h"
#include "writers/package_edits/package_draft.h"
#include "writers/write_error.h"

namespace nianbao {
namespace {

using namespace word_annotation;

class DocumentMarker {
public:
    DocumentMarker(std::string_view part, const DocumentScan& scan, const WordSources& sources)
        : scan_(scan), sources_(sources), anchors_(part, scan) {}

    /// At its place, or else at the first paragraph there is; says whether there is one.
    bool mark(const WordMark& mark, const std::string& id) {
        if (const auto* paragraph = std::get_if<ParagraphPlace>(&mark.place)) {
            const std::size_t index = paragraph->paragraph - std::size_t{1};
            if (index < sources_.paragraphs.size() && mark_lines({sources_.paragraphs[index]}, mark, id)) return true;
        } else if (const auto* place = std::get_if<GridPlace>(&mark.place)) {
            const WordSources::Cell* cell = cell_at(*place);
            if (cell && (mark_lines(cell->lines, mark, id) || mark_first_paragraph(cell->element, id))) return true;
        }
        for (const WordSources::Line& line : sources_.paragraphs) {
            if (mark_line(line, id)) return true;
        }
        return mark_first_paragraph(1, id);
    }

    [[nodiscard]] std::string apply() const { return anchors_.apply(); }

private:
    /// The cell that covers a place: the last one that does not begin behind it.
    [[nodiscard]] const WordSources::Cell* cell_at(const GridPlace& place) const {
        const WordSources::Cell* found = nullptr;
        for (const WordSources::Cell& each : sources_.cells) {
            if (each.place.table != place.table) continue;
            if (each.place == place) return &each;
            if (!found || (each.place.row <= place.row && each.place.column <= place.column)) found = &each;
        }
        return found;
    }

    [[nodiscard]] const WordSources::Source* source_of(const WordSources::Line& line) const {
        const bool sound = line.source < sources_.sources.size() && line.begin <= line.end &&
                           line.end <= sources_.sources[line.source].text.size();
        return sound ? &sources_.sources[line.source] : nullptr;
    }

    bool mark_lines(const std::vector<WordSources::Line>& lines, const WordMark& mark, const std::string& id) {
        for (const WordSources::Line& line : lines) {
            const WordSources::Source* source = source_of(line);
            if (!source || mark.begin >= mark.end) continue;
            const std::string_view text = std::string_view(source->text).substr(line.begin, line.end - line.begin);
            const auto found = find_phrase(text, mark.words, {mark.begin, mark.end});
            if (found) return anchors_.mark_text(*source, {line.begin + found->begin, line.begin + found->end}, id);
        }
        return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return mark_line(line, id); });
    }
    bool mark_line(const WordSources::Line& line, const std::string& id) {
        const WordSources::Source* source = source_of(line);
        return source && anchors_.mark_text(*source, {line.begin, line.end}, id);
    }
    bool mark_first_paragraph(std::uint32_t inside, const std::string& id) {
        if (inside == 0 || inside >= scan_.elements.size()) return false;
        for (std::uint32_t each = inside; each < scan_.elements.size(); ++each) {
            if (scan_.at(each).begin >= scan_.at(inside).end) return false;
            if (scan_.kind(each) == Kind::paragraph) return anchors_.mark_paragraph(each, id);
        }
        return false;
    }

    const DocumentScan& scan_;
    const WordSources& sources_;
    Anchors anchors_;
};

unsigned long last_id_of(const DocumentScan& scan) {
    unsigned long last = 0;
    for (const auto& anchor : scan.anchors) last = std::max(last, number_of_id(anchor.second));
    return last;
}

/// What goes wrong in a package, as writers say it.
template <typename Action>
std::string in_package(std::string_view bytes, const Action& action) {
    try {
        PackageDraft draft(bytes);
        if (draft.package().kind() != ooxml::PackageKind::document) throw WriteError("the file is no document");
        action(draft);
        return draft.is_changed() ? draft.finish() : std::string(bytes);
    } catch (const ooxml::PackageError& error) {
        const std::string part = error.part.empty() ? "archive" : error.part;
        throw WriteError(error.reason.empty() ? part : part + ": " + error.reason);
    }
}

}  // namespace

std::string without_own_comments(std::string_view bytes) {
    return in_package(bytes, [](PackageDraft& draft) {
        const std::set<std::string> ids = remove_own_comments(draft);
        if (ids.empty()) return;
        const std::string before = draft.text(draft.main_part());
        draft.put(draft.main_part(), without_anchors(before, scan_document(before, draft.main_part()), ids));
    });
}

std::string annotate_document(std::string_view bytes, const WordSources& sources, const std::vector<WordMark>& marks) {
    return in_package(bytes, [&](PackageDraft& draft) {
        if (marks.empty()) return;
        const std::string before = draft.text(draft.main_part());
        const DocumentScan scan = scan_document(before, draft.main_part());
        std::vector<std::string> texts;
        for (const WordMark& mark : marks) texts.push_back(mark.text);
        const std::vector<std::string> ids = add_comments(draft, scan.space, texts, last_id_of(scan));
        DocumentMarker marker(before, scan, sources);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (!marker.mark(marks[i], ids[i])) throw WriteError("the document has no paragraph");
        }
        draft.put(draft.main_part(), marker.apply());
    });
}

}  // namespace nianbao
