#include "recognition/form_sheets.h"

#include <algorithm>
#include <set>
#include <utility>

#include "messages/labels.h"
#include "recognition/label_match.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::size_t excerpt_length = 40;

/// 2025-01-02 as 2025年1月2日.
std::string written_date(const std::string& date) {
    return date.substr(0, 4) + "年" + std::to_string(std::stoi(date.substr(5, 2))) + "月" +
           std::to_string(std::stoi(date.substr(8, 2))) + "日";
}

std::string shown(const Spreadsheet& book, const SheetCell& cell) {
    if (cell.value.kind != SheetValue::Kind::number || !cell.is_date) return cell.value.text;
    const auto date = date_of_serial(book, cell.value.text);
    return date ? written_date(*date) : cell.value.text;
}

using Pair = std::pair<char32_t, char32_t>;

std::set<Pair> pairs_of(const std::u32string& key) {
    std::set<Pair> pairs;
    for (std::size_t i = 0; i + 1 < key.size(); ++i) pairs.insert({key[i], key[i + 1]});
    return pairs;
}

std::vector<std::uint16_t> sheets_that(const Spreadsheet& book, bool hidden, const SheetTest& test) {
    std::vector<std::uint16_t> found;
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        if (book.sheets[i].hidden == hidden && test(LabelGrid(book.sheets[i])))
            found.push_back(static_cast<std::uint16_t>(i));
    }
    return found;
}

}  // namespace

std::optional<FormSheet> find_form_sheet(const Spreadsheet& book, std::string_view name, const SheetTest& test) {
    for (const bool hidden : {false, true}) {
        std::vector<std::uint16_t> found = sheets_that(book, hidden, test);
        if (found.empty()) continue;
        const auto named =
            std::find_if(found.begin(), found.end(), [&](std::uint16_t i) { return book.sheets[i].name == name; });
        FormSheet sheet{named == found.end() ? found.front() : *named, {}};
        std::erase(found, sheet.used);
        if (!hidden) sheet.copies = std::move(found);
        return sheet;
    }
    return std::nullopt;
}

void tell_copy(const Spreadsheet& book, std::uint16_t used, std::uint16_t copy, Reading& reading) {
    Diagnostic& added = reading.notes.emplace_back();
    added.code = "i.unplaced";
    added.variant = "copy";
    added.arguments["sheet"] = book.sheets[copy].name;
    added.arguments["used"] = book.sheets[used].name;
    added.place = SheetPlace{copy, 1, 1};
}

CellText text_of_cell(const Spreadsheet& book, const SheetCell* cell) {
    if (!cell) return {};
    if (cell->value.kind == SheetValue::Kind::error) return {{}, CellText::Fault::error, cell->value.text};
    CellText text{shown(book, *cell), CellText::Fault::none, {}};
    if (cell->formula.empty()) return text;
    if (!cell->recomputed) return {{}, CellText::Fault::not_counted, text.text};
    if (!cell->stored || cell->stored->text.empty() || cell->stored->text == cell->value.text) return text;
    text.fault = CellText::Fault::stale;
    text.held = cell->stored->text;
    return text;
}

std::string text_at(const IndexedSheet& sheet, std::uint32_t row, std::uint32_t column) {
    return text_of_cell(sheet.book, sheet.find(row, column)).text;
}

Diagnostic fault_of(const CellText& text, const IndexedSheet& sheet, std::uint32_t row, std::uint32_t column) {
    Diagnostic fault;
    fault.code = "i.type";
    fault.variant = text.fault == CellText::Fault::error   ? "formula-error"
                    : text.fault == CellText::Fault::stale ? "formula-stale"
                    : text.held.empty()                    ? "formula-open"
                                                           : "formula-unknown";
    fault.excerpt = shortened(trimmed(text.held), excerpt_length);
    if (text.fault == CellText::Fault::stale) fault.actual = shortened(trimmed(text.text), excerpt_length);
    set_place(fault, sheet, row, column);
    return fault;
}

void set_place(Diagnostic& diagnostic, const IndexedSheet& sheet, std::uint32_t row, std::uint32_t column) {
    const SheetPlace place = sheet.place(row, column);
    diagnostic.place = place;
    diagnostic.arguments["sheet"] = sheet.sheet().name;
    diagnostic.arguments["cell"] = sheet_cell_name(place);
}

bool is_hint(std::string_view text, std::string_view hint) {
    const std::u32string key = label_key(text);
    if (key == label_key(hint)) return true;
    const std::set<Pair> said = pairs_of(key), known = pairs_of(label_key(hint));
    const auto same = std::count_if(said.begin(), said.end(), [&](const Pair& pair) { return known.count(pair) > 0; });
    return 2 * static_cast<std::size_t>(same) > said.size();
}

void tell_unplaced(const std::vector<UnplacedText>& texts, const IndexedSheet& sheet, Reading& reading) {
    constexpr std::size_t few = 3, most_named = 6;
    if (texts.empty()) return;
    for (std::size_t i = 0; i < texts.size() && texts.size() <= few; ++i) {
        Diagnostic& added = reading.notes.emplace_back();
        added.code = "i.unplaced";
        added.excerpt = shortened(trimmed(texts[i].text), excerpt_length);
        set_place(added, sheet, texts[i].row, texts[i].column);
    }
    if (texts.size() <= few) return;
    Diagnostic& added = reading.notes.emplace_back();
    added.code = "i.unplaced";
    added.variant = "several";
    set_place(added, sheet, texts.front().row, texts.front().column);
    added.arguments["count"] = std::to_string(texts.size());
    std::string& items = added.arguments["items"];
    for (std::size_t i = 0; i < texts.size() && i < most_named; ++i) {
        items += (items.empty() ? "" : "、") + sheet_cell_name(sheet.place(texts[i].row, texts[i].column)) + "（" +
                 shortened(trimmed(texts[i].text), 20) + "）";
    }
    if (texts.size() > most_named) items += "等";
}

}  // namespace nianbao
