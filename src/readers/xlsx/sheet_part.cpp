#include "readers/xlsx/sheet_part.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "ooxml/xml_events.h"
#include "readers/office/refusal.h"
#include "readers/xlsx/cell_reference.h"
#include "readers/xlsx/cell_text.h"
#include "readers/xlsx/shared_formula.h"
#include "readers/xlsx_reader.h"
#include "unicode/utf8.h"

namespace nianbao::xlsx_reading {
namespace {

using ooxml::XmlAttributes;
using ooxml::XmlTag;

/// A `<c>` while it is read.
struct RawCell {
    CellPosition at;
    std::string type, style;
    std::string value, formula;
    bool has_value{};
    std::string formula_type, shared;  ///< of `<f>`: `t` and `si`
    RichText rich;
};

class SheetHandler : public ooxml::XmlHandler {
public:
    SheetHandler(const SheetEntry& entry, const SheetContext& context) : entry_(entry), context_(context) {
        sheet.name = entry.name;
        sheet.hidden = entry.hidden;
    }

    // What is told apart by its depth alone: worksheet / sheetData / row / c / f, v, is; worksheet / mergeCells /
    // mergeCell.
    void start(const XmlTag& tag, const XmlAttributes& attributes) override {
        const std::string_view name = tag.name.local;
        if (tag.depth == 1 && name != "worksheet") {
            throw ooxml::PackageError(ooxml::Fault::wrong_root, entry_.part, std::string(name));
        }
        if (tag.depth == 2) section_ = name == "sheetData" ? Section::cells : Section::other;
        if (tag.depth == 2 && name == "mergeCells") section_ = Section::merges;
        if (tag.depth == 3 && section_ == Section::merges && name == "mergeCell") add_merge(attributes.get("ref"));
        if (section_ != Section::cells) return;
        if (tag.depth == 3 && name == "row") start_row(attributes);
        if (tag.depth == 4 && name == "c") start_cell(attributes);
        if (!in_cell_) return;
        if (tag.depth == 5) start_content(name, attributes);
        if (taking_ == Taking::rich) raw_.rich.start(name);
    }

    void end(const XmlTag& tag) override {
        if (!in_cell_) return;
        if (taking_ == Taking::rich) raw_.rich.end(tag.name.local);
        if (tag.depth == 5) taking_ = Taking::nothing;
        if (tag.depth != 4) return;
        in_cell_ = false;
        finish_cell();
    }

    void text(std::string_view piece) override {
        std::size_t size = 0;
        if (taking_ == Taking::value) size = raw_.value.append(piece).size();
        if (taking_ == Taking::formula) size = raw_.formula.append(piece).size();
        if (taking_ == Taking::rich) size = raw_.rich.text(piece);
        if (size > max_cell_text) throw refused("i.limit", "cell", {{"limit", std::to_string(max_cell_text >> 20U)}});
    }

    /// Puts the cells into their order.
    void finish() {
        const auto place = [](const SheetCell& cell) { return std::tuple{cell.row, cell.column}; };
        if (in_order_) return;
        std::sort(sheet.cells.begin(), sheet.cells.end(),
                  [&](const SheetCell& a, const SheetCell& b) { return place(a) < place(b); });
        const auto twice =
            std::adjacent_find(sheet.cells.begin(), sheet.cells.end(),
                               [&](const SheetCell& a, const SheetCell& b) { return place(a) == place(b); });
        if (twice == sheet.cells.end()) return;
        raw_.at = {twice->row, twice->column};
        throw refused("i.duplicate-key", "cell");
    }

    Sheet sheet;

private:
    enum class Section : std::uint8_t { other, cells, merges };
    enum class Taking : std::uint8_t { nothing, value, formula, rich };

    [[nodiscard]] InputError refused(const std::string& code, const std::string& variant,
                                     std::map<std::string, std::string> arguments = {}) const {
        arguments["sheet"] = entry_.name;
        arguments["cell"] = position_text(raw_.at);
        InputError error = refusal(code, variant, std::move(arguments));
        error.sheets = {entry_.name};
        error.diagnostics.front().place = SheetPlace{0, raw_.at.row, raw_.at.column};
        return error;
    }
    [[nodiscard]] InputError refused_place(std::string_view written) const {
        return refusal("i.syntax", "cell-reference",
                       {{"sheet", entry_.name}, {"actual", std::string(written.substr(0, 1'024))}});
    }

    void start_row(const XmlAttributes& attributes) {
        const auto written = attributes.find("r");
        const auto row = written ? read_row(*written) : std::optional(row_ + 1);
        if (!row || *row > max_sheet_rows) throw refused_place(written.value_or(std::to_string(row_ + 1)));
        row_ = *row;
        column_ = 0;
    }

    void start_cell(const XmlAttributes& attributes) {
        raw_ = {};
        const auto written = attributes.find("r");
        const auto at = written ? read_position(*written) : std::optional(CellPosition{row_, next_column()});
        if (!at) throw refused_place(*written);
        if (at->row == 0 || at->column > max_sheet_columns) throw refused_place(position_text(*at));
        raw_.at = *at;
        column_ = at->column;
        raw_.type = attributes.get("t").substr(0, 16);
        raw_.style = attributes.get("s").substr(0, 16);
        in_cell_ = true;
    }
    [[nodiscard]] std::uint16_t next_column() const { return static_cast<std::uint16_t>(column_ + 1); }

    void start_content(std::string_view name, const XmlAttributes& attributes) {
        if (name == "v") {
            taking_ = Taking::value;
            raw_.has_value = true;
        } else if (name == "is") {
            taking_ = Taking::rich;
        } else if (name == "f") {
            taking_ = Taking::formula;
            raw_.formula_type = attributes.get("t").substr(0, 16);
            raw_.shared = attributes.get("si").substr(0, 16);
        }
    }

    void add_merge(std::string_view written) {
        const auto range = read_range(written);
        if (!range) throw refused_place(written);
        context_.budget.take_merge();
        sheet.merges.push_back(*range);
    }

    void finish_cell() {
        SheetCell cell;
        cell.row = raw_.at.row;
        cell.column = raw_.at.column;
        cell.value = value();
        cell.formula = formula();
        if (!cell.formula.empty() &&
            (cell.value.kind != SheetValue::Kind::blank || (raw_.has_value && raw_.type == "str"))) {
            cell.stored = cell.value;
        }
        if (cell.formula.empty() && cell.value.kind == SheetValue::Kind::blank) return;
        cell.is_date =
            raw_.type == "d" || (cell.value.kind == SheetValue::Kind::number && context_.styles.is_date(raw_.style));
        cell.font = context_.styles.font(raw_.style);
        add(std::move(cell));
    }

    void add(SheetCell cell) {
        context_.budget.take_cell();
        const std::size_t stored = cell.stored ? cell.stored->text.size() : 0;
        context_.budget.take_text(cell.value.text.size() + cell.formula.size() + stored + cell.font.size());
        if (!sheet.cells.empty()) {
            const SheetCell& last = sheet.cells.back();
            in_order_ = in_order_ && std::tuple{last.row, last.column} < std::tuple{cell.row, cell.column};
        }
        sheet.cells.push_back(std::move(cell));
    }

    [[nodiscard]] SheetValue value() {
        using Kind = SheetValue::Kind;
        const std::string& type = raw_.type;
        const auto text = [](std::string shown) {
            return SheetValue{shown.empty() ? Kind::blank : Kind::text, std::move(shown)};
        };
        std::string rich = raw_.rich.take();
        if (type == "inlineStr" && (!rich.empty() || !raw_.has_value)) return text(std::move(rich));
        if (raw_.value.empty()) return {};
        if (type == "s") return text(shared_string());
        if (type == "str" || type == "inlineStr") return text(decoded_text(raw_.value));
        if (type == "b") return {Kind::boolean, raw_.value == "0" || raw_.value == "false" ? "FALSE" : "TRUE"};
        if (type == "e") return {Kind::error, raw_.value};
        if (type == "d") return text(date_text(raw_.value));
        if (trimmed(raw_.value).empty()) return {};
        const auto number = decimal_text(raw_.value);
        if (!number) throw refused("i.syntax", "cell-number", {{"actual", raw_.value}});
        return {Kind::number, *number};
    }

    [[nodiscard]] std::string shared_string() const {
        const auto found = context_.strings.at(raw_.value);
        if (!found) throw refused("i.syntax", "cell-string", {{"actual", raw_.value}});
        return std::string(*found);
    }

    [[nodiscard]] std::string formula() {
        if (raw_.formula_type != "shared") return std::move(raw_.formula);
        if (!raw_.formula.empty()) {
            context_.budget.take_text(raw_.formula.size());
            shared_[raw_.shared] = {raw_.formula, raw_.at};
            return std::move(raw_.formula);
        }
        const auto found = shared_.find(raw_.shared);
        if (found == shared_.end()) throw refused("i.syntax", "cell-formula");
        return moved_formula(found->second.formula, found->second.at, raw_.at);
    }

    struct SharedFormula {
        std::string formula;
        CellPosition at;
    };

    const SheetEntry& entry_;
    const SheetContext& context_;
    Section section_{Section::other};
    Taking taking_{Taking::nothing};
    bool in_cell_{}, in_order_{true};
    std::uint32_t row_{};
    std::uint16_t column_{};
    RawCell raw_;
    std::map<std::string, SharedFormula> shared_;
};

}  // namespace

Sheet read_sheet_part(const SheetEntry& entry, const SheetContext& context) {
    SheetHandler handler(entry, context);
    ooxml::parse_part(context.package.archive(), entry.part, handler);
    handler.finish();
    return std::move(handler.sheet);
}

}  // namespace nianbao::xlsx_reading
