#include "derive/convert.h"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

class Converter {
public:
    Converter(const Report& report, const Form& from, const Form& to, const Conversion& conversion)
        : report_(report), from_(from), to_(to), conversion_(conversion), has_home_(to.cells.size()) {}

    ConvertedReport convert() {
        carry_particulars();
        carry_texts();
        carry_items();
        carry_cells();
        for (const DividedLine& line : conversion_.divided) divide(line);
        for (const DividedLine& line : conversion_.joined) join(line);
        std::sort(done_.fates.begin(), done_.fates.end(),
                  [](const CellFate& a, const CellFate& b) { return a.from < b.from; });
        done_.totals = fill_report(done_.report, to_, false);
        list_open();
        return std::move(done_);
    }

private:
    void carry_particulars() {
        done_.report = report_;
        done_.report.form = to_.id;
        done_.report.narrative.assign(to_.fields.size(), std::nullopt);
        done_.report.others.clear();
        done_.report.cells.assign(to_.cells.size(), Blank{});
        done_.report.notes.clear();
    }

    void carry_texts() {
        for (std::size_t i = 0; i < report_.narrative.size(); ++i) {
            const auto& text = report_.narrative[i];
            if (const auto field = to_.find_field(from_.fields[i].path)) {
                done_.report.narrative[*field] = text;
            } else if (text && !text->empty()) {
                done_.lost_texts.push_back(static_cast<FieldId>(i));
            }
        }
    }

    /// Items stand in the sections that take some; one whose field is gone stands at the end.
    void carry_items() {
        const auto takes_items = [&](const Section& section) { return section.extra_items; };
        if (std::none_of(to_.sections.begin(), to_.sections.end(), takes_items)) {
            done_.lost_items = report_.others;
            return;
        }
        done_.report.others = report_.others;
        for (ExtraItem& item : done_.report.others) {
            const bool known = std::any_of(to_.fields.begin(), to_.fields.end(), [&](const Field& field) {
                return field.section >= 0 && to_.sections[static_cast<std::size_t>(field.section)].extra_items &&
                       field.path.ends_with("/" + item.after);
            });
            if (!known) item.after.clear();
        }
    }

    [[nodiscard]] bool has_note(CellId cell) const { return report_.notes.count(cell) > 0; }
    [[nodiscard]] bool says_something(CellId cell) const { return !is_open(report_.cells[cell]) || has_note(cell); }

    void tell(CellId cell, CellFate::Kind kind, std::vector<CellId> to = {}) {
        if (says_something(cell)) done_.fates.push_back({cell, kind, std::move(to)});
    }

    void carry_cells() {
        std::vector<bool> shared(from_.cells.size());  // in a line that is divided or joined
        for (const DividedLine& line : conversion_.divided) {
            for (const CellId cell : line.whole) shared[cell] = true;
        }
        for (const DividedLine& line : conversion_.joined) {
            for (const auto& parts : line.parts) {
                for (const CellId cell : parts) shared[cell] = true;
            }
        }
        for (std::size_t i = 0; i < from_.cells.size(); ++i) {
            const auto cell = static_cast<CellId>(i);
            if (conversion_.home[i]) {
                carry(cell, *conversion_.home[i]);
            } else if (!shared[i]) {
                tell(cell, CellFate::Kind::homeless);
            }
        }
    }

    void carry(CellId cell, CellId home) {
        has_home_[home] = true;
        done_.report.cells[home] = report_.cells[cell];
        if (const auto note = report_.notes.find(cell); note != report_.notes.end())
            done_.report.notes[home] = note->second;
        const bool same = from_.cells[cell].path == to_.cells[home].path;
        tell(cell, same ? CellFate::Kind::kept : CellFate::Kind::moved, {home});
    }

    /// Only 0 can be divided: none of the parts is negative. A total among the cells may be left out.
    [[nodiscard]] bool is_nought(CellId cell) const {
        const Amount* amount = number_in(report_.cells[cell]);
        const bool left_out = from_.cells[cell].derived && is_open(report_.cells[cell]);
        return !has_note(cell) && from_.cells[cell].unit != Unit::change && (left_out || (amount && is_zero(*amount)));
    }

    void divide(const DividedLine& line) {
        const bool nought =
            std::all_of(line.whole.begin(), line.whole.end(), [&](CellId cell) { return is_nought(cell); });
        for (std::size_t i = 0; i < line.whole.size(); ++i) {
            const CellId whole = line.whole[i];
            tell(whole, nought ? CellFate::Kind::divided : CellFate::Kind::undivided,
                 nought ? line.parts[i] : std::vector<CellId>{});
            if (!nought || !number_in(report_.cells[whole])) continue;
            for (const CellId part : line.parts[i]) done_.report.cells[part] = Amount{};
        }
    }

    /// What the parts come to, where all of them are numbers without a remark and the sum is one that a report may
    /// hold.
    [[nodiscard]] std::optional<Amount> sum_of(const std::vector<CellId>& parts) const {
        Amount sum;
        for (const CellId part : parts) {
            const Amount* amount = number_in(report_.cells[part]);
            if (!amount || has_note(part)) return std::nullopt;
            sum = sum + *amount;
        }
        return parse_amount(to_string(sum));
    }

    void join(const DividedLine& line) {
        for (std::size_t i = 0; i < line.whole.size(); ++i) {
            const auto sum = sum_of(line.parts[i]);
            if (sum) done_.report.cells[line.whole[i]] = *sum;
            for (const CellId part : line.parts[i]) {
                tell(part, sum ? CellFate::Kind::joined : CellFate::Kind::unjoined,
                     sum ? std::vector<CellId>{line.whole[i]} : std::vector<CellId>{});
            }
        }
    }

    void list_open() {
        for (std::size_t i = 0; i < to_.cells.size(); ++i) {
            if (!has_home_[i] && !to_.cells[i].derived && is_open(done_.report.cells[i]))
                done_.open.push_back(static_cast<CellId>(i));
        }
    }

    const Report& report_;
    const Form& from_;
    const Form& to_;
    const Conversion& conversion_;
    std::vector<bool> has_home_;  // cells of the new form that one of the old one goes to
    ConvertedReport done_;
};

std::size_t count_parts(CellId whole, const Conversion& conversion) {
    for (const DividedLine& line : conversion.divided) {
        for (std::size_t i = 0; i < line.whole.size(); ++i) {
            if (line.whole[i] == whole) return line.parts[i].size();
        }
    }
    return 0;
}

}  // namespace

std::vector<HomelessFigure> homeless_figures(const ConvertedReport& converted, const Conversion& conversion) {
    std::vector<HomelessFigure> figures;
    for (const CellFate& fate : converted.fates) {
        if (!fate.to.empty()) continue;
        HomelessFigure figure{fate.from};
        if (fate.kind == CellFate::Kind::unjoined) {
            figure.why = HomelessFigure::Why::joined;
        } else if (fate.kind == CellFate::Kind::undivided) {
            figure.why = HomelessFigure::Why::divided;
            figure.parts = count_parts(fate.from, conversion);
        } else {
            figure.reason = conversion.reason[fate.from];
        }
        figures.push_back(std::move(figure));
    }
    return figures;
}

ConvertedReport convert_report(const Report& report, const Form& from, const Form& to, const Conversion& conversion) {
    return Converter(report, from, to, conversion).convert();
}

}  // namespace nianbao
