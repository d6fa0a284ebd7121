#include "writers/xlsx_annotator/worksheet_scan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "writers/xlsx_annotator/cell_place.h"
#include "writers/xlsx_annotator/marks.h"

namespace nianbao::annotation {
namespace {

/// What may follow a conditional format in a sheet; the drawing of comments is one of them.
constexpr std::array<std::string_view, 23> behind_formats{
    "dataValidations", "hyperlinks",      "printOptions",     "pageMargins", "pageSetup",       "headerFooter",
    "rowBreaks",       "colBreaks",       "customProperties", "cellWatches", "ignoredErrors",   "smartTags",
    "drawing",         "legacyDrawing",   "legacyDrawingHF",  "drawingHF",   "picture",         "oleObjects",
    "controls",        "webPublishItems", "tableParts",       "extLst",      "AlternateContent"};
constexpr std::array<std::string_view, 9> behind_drawing{"legacyDrawingHF", "drawingHF", "picture",
                                                         "oleObjects",      "controls",  "webPublishItems",
                                                         "tableParts",      "extLst",    "AlternateContent"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

double number_of(std::string_view text, double otherwise) {
    double number = otherwise;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && std::isfinite(number) ? number : otherwise;
}

int whole_number_of(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Widths are in digits of the standard font, heights in points.
int pixels_of_width(double width) { return static_cast<int>(std::lround(std::clamp(width, 0.0, 255.0) * 7)); }
int pixels_of_height(double height) { return static_cast<int>(std::lround(std::clamp(height, 0.0, 409.5) * 4 / 3)); }

/// No box of a comment reaches further than so many rows.
constexpr std::uint32_t rows_of_interest = 100;

}  // namespace

int SheetGrid::width_of(std::uint32_t column) const {
    for (const Columns& each : columns) {
        if (column >= each.first && column <= each.last) return each.width;
    }
    return column_width;
}

int SheetGrid::height_of(std::uint32_t row) const {
    const auto found = rows.find(row);
    return found == rows.end() ? row_height : found->second;
}

void WorksheetScanner::start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) {
    if (tag.depth == 1) {
        scan.root.name = tag.name.local;
        scan.root.prefix = tag.name.prefix;
        scan.root.space = tag.name.space;
        scan.root.begin = tag.begin;
        scan.root.inner = tag.end;
    } else if (tag.depth == 2) {
        start_section(tag, attributes);
    } else if (tag.depth == 3) {
        start_entry(tag, attributes);
    } else if (tag.depth == 4 && section_ == "conditionalFormatting" && tag.name.local == "formula") {
        in_formula_ = true;
        formula_.clear();
    }
}

void WorksheetScanner::start_section(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) {
    section_ = tag.name.local;
    section_begin_ = tag.begin;
    our_rules_.clear();
    rule_count_ = 0;
    if (scan.formats_at == 0 && is_one_of(behind_formats, section_)) scan.formats_at = tag.begin;
    if (scan.drawing_at == 0 && is_one_of(behind_drawing, section_)) scan.drawing_at = tag.begin;
    if (section_ == "legacyDrawing") {
        scan.has_drawing = true;
        scan.drawing_id = attributes.get("id");
    } else if (section_ == "sheetFormatPr") {
        if (const auto width = attributes.find("defaultColWidth"))
            scan.grid.column_width = pixels_of_width(number_of(*width, 9));
        if (const auto height = attributes.find("defaultRowHeight"))
            scan.grid.row_height = pixels_of_height(number_of(*height, 15));
    }
}

void WorksheetScanner::start_entry(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) {
    const std::string_view name = tag.name.local;
    if (section_ == "sheetData" && name == "row") {
        add_row(attributes);
    } else if (section_ == "cols" && name == "col") {
        const int width = attributes.is_on("hidden") ? 0 : pixels_of_width(number_of(attributes.get("width"), 9));
        scan.grid.columns.push_back({static_cast<std::uint32_t>(whole_number_of(attributes.get("min"))),
                                     static_cast<std::uint32_t>(whole_number_of(attributes.get("max"))), width});
    } else if (section_ == "mergeCells" && name == "mergeCell") {
        if (const auto range = parse_range(attributes.get("ref"))) scan.merges.push_back(*range);
    } else if (section_ == "conditionalFormatting" && name == "cfRule") {
        ++rule_count_;
        rule_begin_ = tag.begin;
        is_ours_ = false;
        priority_ = whole_number_of(attributes.get("priority"));
    }
}

void WorksheetScanner::add_row(const ooxml::XmlAttributes& attributes) {
    const auto number = attributes.find("r");
    row_ = number ? static_cast<std::uint32_t>(whole_number_of(*number)) : row_ + 1;
    const auto height = attributes.find("ht");
    const bool hidden = attributes.is_on("hidden");
    if (!height && !hidden) return;
    const std::uint32_t first = row_ > rows_of_interest ? row_ - rows_of_interest : 0;
    const auto near = rows_.lower_bound(first);
    if (near == rows_.end() || *near > row_ + 1) return;
    scan.grid.rows[row_] = hidden ? 0 : pixels_of_height(number_of(*height, 15));
}

void WorksheetScanner::text(std::string_view piece) {
    constexpr std::size_t longest = 64;
    if (in_formula_ && formula_.size() < longest) formula_ += piece;
}

void WorksheetScanner::end(const ooxml::XmlTag& tag) {
    if (tag.depth == 1) {
        scan.root.inner_end = tag.begin;
        scan.root.end = tag.end;
        if (scan.formats_at == 0) scan.formats_at = tag.begin;
        if (scan.drawing_at == 0) scan.drawing_at = tag.begin;
    } else if (section_ == "conditionalFormatting") {
        end_formats(tag);
    }
}

void WorksheetScanner::end_formats(const ooxml::XmlTag& tag) {
    if (in_formula_ && tag.depth == 4) {
        in_formula_ = false;
        formula_.erase(std::remove(formula_.begin(), formula_.end(), ' '), formula_.end());
        is_ours_ = is_ours_ || formula_.starts_with(begin_of_formulas);
        scan.holds_findings = scan.holds_findings || formula_ == formula_of_findings;
    } else if (tag.depth == 3 && is_ours_) {
        our_rules_.push_back({rule_begin_, tag.end});
    } else if (tag.depth == 3) {
        scan.last_priority = std::max(scan.last_priority, priority_);
    } else if (tag.depth == 2) {
        const bool all = !our_rules_.empty() && our_rules_.size() == rule_count_;
        if (all) our_rules_ = {{section_begin_, tag.end}};
        scan.our_formats.insert(scan.our_formats.end(), our_rules_.begin(), our_rules_.end());
    }
}

}  // namespace nianbao::annotation
