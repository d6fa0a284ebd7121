#include "recognition/sheet_lines.h"

#include <string_view>
#include <utility>

#include "messages/workbook_texts.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace texts = workbook_texts;

bool begins_and_ends(const std::string& text, std::string_view pattern) {
    const std::size_t hole = pattern.find('{');
    return text.starts_with(pattern.substr(0, hole)) && text.ends_with(pattern.substr(pattern.find('}') + 1));
}

NarrativeLine::Declared declared_by(const SheetCell& cell) {
    using Declared = NarrativeLine::Declared;
    if (cell.font == texts::title_font) return Declared::title;
    if (cell.font == texts::section_font) return Declared::section;
    if (cell.font == texts::item_font) return Declared::item;
    const bool refers = begins_and_ends(trimmed(cell.value.text), texts::see_sheet);
    if (refers && cell.font == texts::reference_font) return Declared::table;
    return Declared::nothing;
}

bool is_open_place(const NarrativeLine& line) {
    constexpr std::string_view underscore = "＿";
    std::string rest = trimmed(line.text);
    while (rest.starts_with(underscore)) rest.erase(0, underscore.size());
    return rest.empty();
}

}  // namespace

std::vector<NarrativeLine> lines_of_sheet(const Sheet& sheet, std::uint16_t index) {
    std::vector<NarrativeLine> lines;
    bool goes_on = false;
    std::uint32_t row = 0;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.value.kind == SheetValue::Kind::blank || cell.row == row) continue;
        row = cell.row;
        std::string text = cell.value.text;
        const bool next_goes_on = text.ends_with(texts::continues_below);
        if (next_goes_on) text.resize(text.size() - texts::continues_below.size());
        if (goes_on) {
            lines.back().text += text;
        } else {
            lines.push_back({std::move(text), SheetPlace{index, cell.row, cell.column}, declared_by(cell)});
        }
        goes_on = next_goes_on;
    }
    return lines;
}

void drop_draft_marks(std::vector<NarrativeLine>& lines) {
    if (lines.empty() || !trimmed(lines.front().text).starts_with(texts::draft)) return;
    lines.erase(lines.begin());
    std::erase_if(lines, is_open_place);
}

}  // namespace nianbao
