#include "writers/xlsx_annotator/mark_styles.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "writers/package_edits/part_edits.h"
#include "writers/xlsx_annotator/marks.h"

namespace nianbao::annotation {
namespace {

constexpr auto styles_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
constexpr std::string_view wrapped_format =
    " numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">"
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf>";

std::string coloured(std::string_view font, std::string_view fill) {
    return "><font>" + std::string(font) + "</font><fill><patternFill><bgColor rgb=\"" + std::string(fill) +
           "\"/></patternFill></fill></dxf>";
}

std::string bordered() {
    std::string sides;
    for (const char* side : {"left", "right", "top", "bottom"}) {
        sides += "<" + std::string(side) + " style=\"thin\"><color rgb=\"" + std::string(border_colour) + "\"/></" +
                 side + ">";
    }
    return "><border>" + sides + "</border></dxf>";
}

std::string new_styles(const Vocabulary& vocabulary) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"" + vocabulary.main +
           "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts><fills count=\"2\"><fill>"
           "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
           "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
           "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
           "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
           "</styleSheet>";
}

class StylesPart {
public:
    StylesPart(const std::string& before, std::string_view part)
        : before_(before), elements_(elements_of(before, part, 3)), space_(namespace_for(elements_.front())) {}

    MarkStyles add() {
        MarkStyles styles;
        List formats{"dxf", "dxfs", {}, {}};
        styles.error = number_of(formats, error_fill, coloured("<color rgb=\"FF9C0006\"/>", error_fill));
        styles.warning = number_of(formats, warning_fill, coloured("<color rgb=\"FF7F6000\"/>", warning_fill));
        styles.info = number_of(formats, info_fill, coloured("<color rgb=\"FF1F4E78\"/>", info_fill));
        styles.head = number_of(formats, head_fill, coloured("<b/>", head_fill));
        styles.bordered = number_of(formats, border_colour, bordered());
        append(formats);
        List cells{"xf", "cellXfs", {}, {}};
        styles.wrapped = number_of(cells, wrapped_format, std::string(wrapped_format));
        append(cells);
        return styles;
    }

    [[nodiscard]] bool is_changed() const { return !edits_.is_empty(); }
    [[nodiscard]] std::string text() const { return edits_.apply(before_); }

private:
    /// What one list of the part gets.
    struct List {
        std::string_view entry, name;
        std::string added;
        std::size_t added_count;
    };

    /// Of the entry that holds `sign`, or of a new one, of which `rest` is all but the name.
    std::size_t number_of(List& list, std::string_view sign, const std::string& rest) {
        std::size_t number = 0;
        bool inside = false;
        for (const Element& element : elements_) {
            if (element.depth == 2) inside = element.name == list.name;
            if (!inside || element.depth != 3) continue;
            if (before_.substr(element.begin, element.end - element.begin).find(sign) != std::string::npos)
                return number;
            ++number;
        }
        list.added += "<" + std::string(list.entry) + space_ + rest;
        return number + list.added_count++;
    }

    void append(const List& list) {
        if (list.added_count == 0) return;
        const Element* const found = find_element(elements_, list.name, 2);
        if (found == nullptr) return insert_list(list);
        std::size_t count = list.added_count;
        const auto first = static_cast<std::size_t>(found - elements_.data()) + 1;
        for (std::size_t i = first; i < elements_.size() && elements_[i].depth == 3; ++i) ++count;
        change_attribute(edits_, before_, *found, "count", std::to_string(count));
        append_inside(edits_, *found, list.added);
    }

    /// Only the list of conditional formats may be missing in a sound workbook.
    void insert_list(const List& list) {
        static constexpr std::array<std::string_view, 3> behind{"tableStyles", "colors", "extLst"};
        std::size_t at = elements_.front().inner_end;
        for (const Element& element : elements_) {
            if (element.depth == 2 && std::find(behind.begin(), behind.end(), element.name) != behind.end()) {
                at = std::min(at, element.begin);
            }
        }
        const std::string name(list.name);
        edits_.insert(at, "<" + name + space_ + " count=\"" + std::to_string(list.added_count) + "\">" + list.added +
                              "</" + name + ">");
    }

    const std::string& before_;
    std::vector<Element> elements_;
    std::string space_;
    PartEdits edits_;
};

}  // namespace

std::size_t MarkStyles::of(Severity severity) const {
    if (severity == Severity::error) return error;
    return severity == Severity::warning ? warning : info;
}

MarkStyles add_mark_styles(PackageDraft& draft, const Vocabulary& vocabulary) {
    const std::string main = draft.main_part();
    std::string part = draft.related(main, "styles");
    if (part.empty()) {
        part = draft.free_name(main.substr(0, main.find_last_of('/') + 1) + "styles", ".xml");
        draft.put(part, new_styles(vocabulary));
        draft.set_content_type(part, styles_type);
        draft.relate(main, "styles", part, vocabulary);
    }
    const std::string before = draft.text(part);
    StylesPart styles(before, part);
    const MarkStyles found = styles.add();
    if (styles.is_changed()) draft.put(part, styles.text());
    return found;
}

}  // namespace nianbao::annotation
