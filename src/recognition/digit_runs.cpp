#include "recognition/digit_runs.h"

#include <algorithm>
#include <set>

namespace nianbao {
namespace {

constexpr std::size_t most_steps_of_row = 200'000;
constexpr std::size_t most_ways = 2'000;
constexpr std::size_t most_partial_sums = 20'000;
constexpr std::size_t most_steps_of_table = 3'000'000;

class RunCutter {
public:
    RunCutter(const std::vector<std::string>& runs, std::size_t cells, const CellSums& sums)
        : runs_(runs), cells_(cells), sums_(sums) {
        for (const std::string& run : runs) digits_ += run.size();
    }

    std::optional<std::vector<Numbers>> cut() {
        go(0, 0, digits_);
        if (steps_ > most_steps_of_row || ways_.size() > most_ways) return std::nullopt;
        return std::move(ways_);
    }

private:
    void go(std::size_t run, std::size_t at, std::size_t left) {
        if (steps_ > most_steps_of_row || ways_.size() > most_ways) return;
        ++steps_;
        if (run < runs_.size() && at == runs_[run].size()) return go(run + 1, 0, left);
        if (run == runs_.size()) {
            if (numbers_.size() == cells_) ways_.push_back(numbers_);
            return;
        }
        if (numbers_.size() == cells_ || left < cells_ - numbers_.size()) return;
        const std::string& digits = runs_[run];
        const std::size_t longest = digits[at] == '0' ? 1 : digits.size() - at;
        for (std::size_t length = 1; length <= longest; ++length) {
            const auto number = parse_amount(std::string_view(digits).substr(at, length));
            if (!number) return;
            numbers_.push_back(*number);
            if (sums_.hold_so_far(numbers_)) go(run, at + length, left - length);
            numbers_.pop_back();
        }
    }

    const std::vector<std::string>& runs_;
    std::size_t cells_;
    const CellSums& sums_;
    std::size_t digits_{}, steps_{};
    Numbers numbers_;
    std::vector<Numbers> ways_;
};

/// What a sum is over: rows that may be read in several ways, and all the rest of it.
struct OpenSum {
    struct Part {
        std::size_t row{};
        std::vector<std::pair<int, std::size_t>> terms;  ///< sign, column

        [[nodiscard]] Amount of(const Numbers& way) const {
            Amount total;
            for (const auto& [sign, column] : terms) total = sign > 0 ? total + way[column] : total - way[column];
            return total;
        }
    };
    Amount rest;
    std::vector<Part> parts;
};

class WayNarrower {
public:
    WayNarrower(std::vector<OpenRow>& rows, const std::vector<std::optional<Amount>>& known, const CellSums& sums)
        : rows_(rows) {
        for (const CellSums::Sum& sum : sums.sums()) add(sum, known);
    }

    bool narrow() {
        if (!settle(rows_)) return false;
        while (try_each_way()) {
        }
        return std::none_of(rows_.begin(), rows_.end(), [](const OpenRow& row) { return row.ways.empty(); });
    }

private:
    void add(const CellSums::Sum& sum, const std::vector<std::optional<Amount>>& known) {
        OpenSum open{sum.constant, {}};
        for (const CellSums::Sum::Term& term : sum.terms) {
            if (place(term, open)) continue;
            if (!known[term.at]) return;
            open.rest = term.sign > 0 ? open.rest + *known[term.at] : open.rest - *known[term.at];
        }
        if (!open.parts.empty()) sums_.push_back(std::move(open));
    }

    bool place(const CellSums::Sum::Term& term, OpenSum& sum) const {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto at = std::find(rows_[r].cells.begin(), rows_[r].cells.end(), term.at);
            if (at == rows_[r].cells.end()) continue;
            auto part = std::find_if(sum.parts.begin(), sum.parts.end(),
                                     [&](const OpenSum::Part& each) { return each.row == r; });
            if (part == sum.parts.end()) part = sum.parts.insert(part, OpenSum::Part{r, {}});
            part->terms.emplace_back(term.sign, static_cast<std::size_t>(at - rows_[r].cells.begin()));
            return true;
        }
        return false;
    }

    /// A way that wipes out another row when it is taken is none.
    bool try_each_way() {
        bool narrowed = false;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            for (std::size_t w = 0; rows_[r].ways.size() > 1 && w < rows_[r].ways.size();) {
                std::vector<OpenRow> supposed = rows_;
                supposed[r].ways = {rows_[r].ways[w]};
                if (settle(supposed)) {
                    ++w;
                    continue;
                }
                rows_[r].ways.erase(rows_[r].ways.begin() + static_cast<std::ptrdiff_t>(w));
                narrowed = true;
                if (!settle(rows_)) return false;
            }
        }
        return narrowed;
    }

    /// Applies every sum until none takes away any more. Where the work is too much, what was found so far stands.
    bool settle(std::vector<OpenRow>& rows) {
        for (bool changed = true; changed;) {
            changed = false;
            for (const OpenSum& sum : sums_) {
                if (steps_ > most_steps_of_table) return true;
                const std::optional<bool> narrowed = apply(sum, rows);
                if (!narrowed) return false;
                changed = changed || *narrowed;
            }
        }
        return true;
    }

    /// Whether ways were taken away; nothing where none is left.
    std::optional<bool> apply(const OpenSum& sum, std::vector<OpenRow>& rows) {
        // before[i], behind[i]: what the parts before i, or from i on, can come to.
        const std::size_t count = sum.parts.size();
        std::vector<std::set<Amount>> before(count + 1), behind(count + 1);
        before[0] = {sum.rest};
        behind[count] = {Amount{}};
        for (std::size_t i = 0; i < count; ++i) {
            if (!add_part(sum.parts[i], rows, before[i], before[i + 1])) return false;
        }
        for (std::size_t i = count; i-- > 0;) {
            if (!add_part(sum.parts[i], rows, behind[i + 1], behind[i])) return false;
        }
        bool narrowed = false;
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<Numbers>& ways = rows[sum.parts[i].row].ways;
            const std::size_t erased = std::erase_if(ways, [&](const Numbers& way) {
                const Amount own = sum.parts[i].of(way);
                steps_ += before[i].size();
                return std::none_of(before[i].begin(), before[i].end(), [&](const Amount& others) {
                    return behind[i + 1].contains(Amount{} - (others + own));
                });
            });
            if (ways.empty()) return std::nullopt;
            narrowed = narrowed || erased > 0;
        }
        return narrowed;
    }

    bool add_part(const OpenSum::Part& part, const std::vector<OpenRow>& rows, const std::set<Amount>& from,
                  std::set<Amount>& to) {
        std::set<Amount> values;
        for (const Numbers& way : rows[part.row].ways) values.insert(part.of(way));
        for (const Amount& value : values) {
            steps_ += from.size();
            if (steps_ > most_steps_of_table) return false;
            for (const Amount& sum : from) to.insert(sum + value);
            if (to.size() > most_partial_sums) return false;
        }
        return true;
    }

    std::vector<OpenRow>& rows_;
    std::vector<OpenSum> sums_;
    std::size_t steps_{};
};

}  // namespace

std::optional<std::vector<Numbers>> ways_to_cut(const std::vector<std::string>& runs, std::size_t cells,
                                                const CellSums& sums) {
    return RunCutter(runs, cells, sums).cut();
}

bool narrow_ways(std::vector<OpenRow>& rows, const std::vector<std::optional<Amount>>& known, const CellSums& sums) {
    return WayNarrower(rows, known, sums).narrow();
}

bool is_proved(const OpenRow& row, const std::vector<OpenRow>& rows, const std::vector<std::optional<Amount>>& known,
               const CellSums& sums) {
    const auto is_of = [](const OpenRow& open, std::size_t cell) {
        return std::find(open.cells.begin(), open.cells.end(), cell) != open.cells.end();
    };
    const auto is_open = [&](std::size_t cell) {
        return std::any_of(rows.begin(), rows.end(), [&](const OpenRow& open) { return is_of(open, cell); });
    };
    std::set<std::size_t> covered;
    for (const CellSums::Sum& sum : sums.sums()) {
        std::vector<std::size_t> own;
        bool all_known = true;
        for (const CellSums::Sum::Term& term : sum.terms) {
            if (is_of(row, term.at)) own.push_back(term.at);
            all_known = all_known && (known[term.at] || is_open(term.at));
        }
        if (all_known && own.size() == 1 && sum.terms.size() > 1) covered.insert(own.front());
    }
    return covered.size() + 1 >= row.cells.size();
}

std::vector<std::optional<Amount>> common_numbers(const std::vector<Numbers>& ways) {
    if (ways.empty()) return {};
    std::vector<std::optional<Amount>> common(ways.front().begin(), ways.front().end());
    for (const Numbers& way : ways) {
        for (std::size_t i = 0; i < common.size(); ++i) {
            if (common[i] && *common[i] != way[i]) common[i].reset();
        }
    }
    return common;
}

}  // namespace nianbao
