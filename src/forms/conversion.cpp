#include "forms/conversion.h"

#include <algorithm>

#include "forms/definition_json.h"

namespace nianbao {
namespace {

using definition::Json;

/// One of the two forms, with the cells that entries have named so far.
class Side {
public:
    explicit Side(const Form& form) : form_(form), named_(form.cells.size()) {}

    /// The cells at a path and below it. No other entry may name them.
    std::vector<CellId> take(const std::string& path) {
        std::vector<CellId> cells;
        for (std::size_t i = 0; i < form_.cells.size(); ++i) {
            const std::string& own = form_.cells[i].path;
            if (own != path && !own.starts_with(path + "/")) continue;
            if (named_[i]) throw DefinitionError("form " + form_.id + ": " + own + " is named twice");
            named_[i] = true;
            cells.push_back(static_cast<CellId>(i));
        }
        if (cells.empty()) throw DefinitionError("form " + form_.id + " has no " + path);
        return cells;
    }

    [[nodiscard]] const Form& form() const { return form_; }
    [[nodiscard]] bool named(CellId cell) const { return named_[cell]; }

private:
    const Form& form_;
    std::vector<bool> named_;
};

struct Place {
    Side& side;
    std::string path;
    std::vector<CellId> cells;
};

Place take(Side& side, const std::string& path) { return {side, path, side.take(path)}; }

/// Whether two cells stand alike below their paths and hold the same kind of number.
bool alike(const Place& a, const Place& b, std::size_t at) {
    const CellInfo& mine = a.side.form().cells[a.cells[at]];
    const CellInfo& other = b.side.form().cells[b.cells[at]];
    return mine.path.substr(a.path.size()) == other.path.substr(b.path.size()) && mine.unit == other.unit;
}

void expect_alike(const Place& a, const Place& b) {
    bool same = a.cells.size() == b.cells.size();
    for (std::size_t i = 0; same && i < a.cells.size(); ++i) same = alike(a, b, i);
    if (!same) throw DefinitionError(a.path + " and " + b.path + " differ in their cells or units");
}

DividedLine read_divided(Side& whole_side, const std::string& whole_path, Side& part_side, const Json& part_paths) {
    const Place whole = take(whole_side, whole_path);
    DividedLine line{whole.cells, std::vector<std::vector<CellId>>(whole.cells.size())};
    for (const Json& path : part_paths) {
        const Place part = take(part_side, path.get<std::string>());
        expect_alike(whole, part);
        for (std::size_t i = 0; i < part.cells.size(); ++i) line.parts[i].push_back(part.cells[i]);
    }
    return line;
}

void read_pair(const Json& pair, Side& from, Side& to, Conversion& conversion) {
    const Json& old_place = pair.at(from.form().id);
    const Json& new_place = pair.at(to.form().id);
    if (new_place.is_array()) {
        conversion.divided.push_back(read_divided(from, old_place.get<std::string>(), to, new_place));
    } else if (old_place.is_array()) {
        conversion.joined.push_back(read_divided(to, new_place.get<std::string>(), from, old_place));
    } else {
        const Place a = take(from, old_place.get<std::string>());
        const Place b = take(to, new_place.get<std::string>());
        expect_alike(a, b);
        for (std::size_t i = 0; i < a.cells.size(); ++i) conversion.home[a.cells[i]] = b.cells[i];
    }
}

/// The cells of `side` that have no place on the other form.
std::vector<std::pair<CellId, Text>> read_dropped(const Json& drop, Side& side) {
    std::vector<std::pair<CellId, Text>> dropped;
    const auto list = drop.find(side.form().id);
    if (list == drop.end()) return dropped;
    for (const Json& entry : *list) {
        const Text reason = definition::text(entry, "reason");
        for (const Json& path : entry.at("cells")) {
            for (const CellId cell : side.take(path.get<std::string>())) dropped.emplace_back(cell, reason);
        }
    }
    return dropped;
}

/// What no entry names keeps its path, where both forms have it in the same unit.
void keep_unnamed(const Side& from, const Side& to, Conversion& conversion) {
    for (std::size_t i = 0; i < from.form().cells.size(); ++i) {
        if (from.named(static_cast<CellId>(i))) continue;
        const CellInfo& cell = from.form().cells[i];
        const auto same = to.form().find_cell(cell.path);
        if (same && !to.named(*same) && to.form().cells[*same].unit == cell.unit) conversion.home[i] = same;
    }
}

Conversion read(const Json& node, const Form& from_form, const Form& to_form) {
    std::vector<std::string> forms = definition::words(node, "forms");
    std::vector<std::string> wanted{from_form.id, to_form.id};
    std::sort(forms.begin(), forms.end());
    std::sort(wanted.begin(), wanted.end());
    if (forms != wanted) throw DefinitionError("\"forms\" are not those of its name");
    Conversion conversion;
    conversion.home.resize(from_form.cells.size());
    conversion.reason.resize(from_form.cells.size());
    Side from(from_form);
    Side to(to_form);
    for (const Json& pair : node.at("pairs")) read_pair(pair, from, to, conversion);
    for (auto& [cell, reason] : read_dropped(node.at("drop"), from)) conversion.reason[cell] = std::move(reason);
    static_cast<void>(read_dropped(node.at("drop"), to));
    keep_unnamed(from, to, conversion);
    return conversion;
}

}  // namespace

std::optional<Conversion> read_conversion(const SourceFiles& schemas, const Form& from, const Form& to) {
    for (const std::string& name : {from.id + "-" + to.id, to.id + "-" + from.id}) {
        const auto file = schemas.find("conversions/" + name + ".json");
        if (file == schemas.end()) continue;
        return definition::with_json(file->second, file->first, [&](const Json& node) { return read(node, from, to); });
    }
    return std::nullopt;
}

}  // namespace nianbao
