#include "readers/xlsx/workbook_part.h"

#include <algorithm>
#include <set>
#include <utility>

#include "ooxml/xml_events.h"
#include "readers/office/refusal.h"
#include "readers/xlsx_reader.h"
#include "unicode/utf8.h"

namespace nianbao::xlsx_reading {
namespace {

struct SheetLink {
    SheetEntry sheet;
    std::string relationship;
};

class WorkbookHandler : public ooxml::XmlHandler {
public:
    explicit WorkbookHandler(std::string part) : part_(std::move(part)) {}

    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        const std::string_view name = tag.name.local;
        if (tag.depth == 1 && name != "workbook") {
            throw ooxml::PackageError(ooxml::Fault::wrong_root, part_, std::string(name));
        }
        if (tag.depth == 2) in_sheets_ = name == "sheets";
        if (tag.depth == 2 && name == "workbookPr") dates_from_1904 = attributes.is_on("date1904");
        if (tag.depth == 3 && in_sheets_ && name == "sheet") add(attributes);
    }

    std::vector<SheetLink> links;
    bool dates_from_1904{};

private:
    void add(const ooxml::XmlAttributes& attributes) {
        constexpr std::size_t longest = 255;
        if (links.size() >= max_workbook_sheets) {
            throw refusal("i.limit", "sheets", {{"limit", std::to_string(max_workbook_sheets)}});
        }
        const std::string_view state = attributes.get("state");
        links.push_back({{shortened(attributes.get("name"), longest), state == "hidden" || state == "veryHidden", {}},
                         std::string(attributes.get("id").substr(0, longest))});
    }

    std::string part_;
    bool in_sheets_{};
};

const ooxml::Relationship* find_link(const std::vector<ooxml::Relationship>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&id](const auto& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

WorkbookPart read_workbook_part(const ooxml::Package& package) {
    WorkbookHandler handler(package.main_part());
    ooxml::parse_part(package.archive(), package.main_part(), handler);
    const std::vector<ooxml::Relationship> links = package.relationships(package.main_part());
    WorkbookPart workbook{{}, handler.dates_from_1904};
    std::set<std::string> parts;
    for (SheetLink& each : handler.links) {
        const ooxml::Relationship* link = find_link(links, each.relationship);
        if (link && link->type != "worksheet") continue;  // a chart, a dialog, old macros
        if (!link || link->external || !package.archive().has(link->target)) {
            throw refusal("i.syntax", "missing-sheet",
                          {{"sheet", each.sheet.name}, {"part", link ? link->target : each.relationship}});
        }
        if (!parts.insert(ooxml::folded_part_name(link->target)).second) {
            throw refusal("i.duplicate-key", "sheet-part", {{"part", link->target}, {"sheet", each.sheet.name}});
        }
        each.sheet.part = link->target;
        workbook.sheets.push_back(std::move(each.sheet));
    }
    if (workbook.sheets.empty()) throw refusal("i.not-a-report", "no-sheets");
    return workbook;
}

}  // namespace nianbao::xlsx_reading
