#include "writers/xlsx_annotator.h"

#include <algorithm>
#include <set>
#include <utility>

#include "messages/form_workbook_texts.h"
#include "writers/package_edits/package_draft.h"
#include "writers/package_edits/part_edits.h"
#include "writers/write_error.h"
#include "writers/xlsx/sheet_text.h"
#include "writers/xlsx_annotator/findings_sheet.h"
#include "writers/xlsx_annotator/mark_styles.h"
#include "writers/xlsx_annotator/sheet_marks.h"
#include "writers/xlsx_annotator/worksheet_scan.h"

namespace nianbao {
namespace {

using namespace annotation;

constexpr auto sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

class Annotator {
public:
    explicit Annotator(std::string_view bytes) : draft_(bytes) {
        if (draft_.package().kind() != ooxml::PackageKind::workbook) throw WriteError("the file is no workbook");
        text_ = draft_.text(draft_.main_part());
        elements_ = elements_of(text_, draft_.main_part(), 3);
        vocabulary_ = vocabulary_of(elements_.front().space);
        find_sheets();
    }

    std::string annotate(const Annotations& findings) {
        const MarkStyles styles = add_mark_styles(draft_, vocabulary_);
        std::vector<std::vector<SheetMark>> marks(parts_.size());
        for (const SheetMark& mark : findings.marks) {
            if (mark.sheet < marks.size() && mark.row > 0 && mark.column > 0) marks[mark.sheet].push_back(mark);
        }
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (i != findings_sheet_) mark_sheet(draft_, parts_[i], i, marks[i], styles);
        }
        if (findings_sheet_ == parts_.size()) add_findings_sheet();
        draft_.put(parts_[findings_sheet_], findings_sheet_text(findings, names_, styles, vocabulary_));
        return draft_.finish();
    }

private:
    /// Worksheets alone, in the order of their tabs, as the reader counts them.
    void find_sheets() {
        const std::vector<ooxml::Relationship> links = draft_.relationships(draft_.main_part());
        for (const Element& element : elements_) {
            if (element.depth != 3 || element.name != "sheet") continue;
            all_names_.insert(element.attribute("name"));
            const std::string id = element.attribute("id");
            const auto link = std::find_if(links.begin(), links.end(), [&](const auto& each) { return each.id == id; });
            if (link == links.end() || link->type != "worksheet" || link->external) continue;
            parts_.push_back(link->target);
            names_.push_back(element.attribute("name"));
        }
        findings_sheet_ = parts_.size();
        for (std::size_t i = parts_.size(); i-- > 0;) {
            const std::set<std::uint32_t> no_rows;
            WorksheetScanner scanner(no_rows);
            ooxml::parse_part(draft_.package().archive(), parts_[i], scanner);
            if (scanner.scan.holds_findings) findings_sheet_ = i;
        }
    }

    void add_findings_sheet() {
        const std::string main = draft_.main_part();
        const Element* const sheets = find_element(elements_, "sheets", 2);
        if (sheets == nullptr) throw WriteError("the workbook has no list of sheets");
        unsigned long last_id = 0;
        for (const Element& element : elements_) {
            if (element.depth != 3 || element.name != "sheet") continue;
            const std::string id = element.attribute("sheetId");
            constexpr std::size_t most_digits = 9;
            if (!id.empty() && id.size() <= most_digits && id.find_first_not_of("0123456789") == std::string::npos) {
                last_id = std::max(last_id, std::stoul(id));
            }
        }
        const std::string name = xlsx::sheet_name(form_workbook_texts::findings_sheet, {}, all_names_);
        const std::string part =
            draft_.free_name(main.substr(0, main.find_last_of('/') + 1) + "worksheets/sheet", ".xml");
        const std::string id = draft_.relate(main, "worksheet", part, vocabulary_);
        draft_.set_content_type(part, sheet_type);
        PartEdits edits;
        append_inside(edits, *sheets,
                      "<sheet" + namespace_for(elements_.front()) + " xmlns:r=\"" + vocabulary_.relationships +
                          "\" name=\"" + escaped(name) + "\" sheetId=\"" + std::to_string(last_id + 1) + "\" r:id=\"" +
                          id + "\"/>");
        draft_.put(main, edits.apply(text_));
        parts_.push_back(part);
        names_.push_back(name);
    }

    PackageDraft draft_;
    std::string text_;  ///< of the main part
    std::vector<Element> elements_;
    Vocabulary vocabulary_;
    std::vector<std::string> parts_, names_;  ///< of worksheets
    std::set<std::string> all_names_;
    std::size_t findings_sheet_{};  ///< `parts_.size()`: there is none yet
};

}  // namespace

std::string annotate_workbook(std::string_view bytes, const Annotations& findings) {
    try {
        return Annotator(bytes).annotate(findings);
    } catch (const ooxml::PackageError& error) {
        const std::string part = error.part.empty() ? "archive" : error.part;
        throw WriteError(error.reason.empty() ? part : part + ": " + error.reason);
    }
}

}  // namespace nianbao
