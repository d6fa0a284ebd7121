#include "readers/html/layout_tables.h"

#include <algorithm>

#include "unicode/utf8.h"

namespace nianbao::html_reading {
namespace {

constexpr std::size_t long_prose = 500;  ///< code points; the longest label of a form has some forty
constexpr std::size_t several_numbers = 4;

class TableScan {
public:
    explicit TableScan(const PageTree& tree) : tree_(tree), is_layout_(tree.nodes.size()) {
        for (std::size_t at = 0; at < tree.nodes.size();) {
            leave_until(at);
            at = take(at);
        }
        leave_until(tree.nodes.size());
    }

    std::vector<bool> finish() { return std::move(is_layout_); }

private:
    struct Table {
        std::size_t node;
        bool holds_table{};
        std::size_t numbers{}, row_cells{}, most_cells{}, longest_cell{};
        std::size_t letters{};  ///< code points of the cell that is open
        bool is_number{true};   ///< so far
    };

    /// Gives where to go on.
    std::size_t take(std::size_t at) {
        const PageNode& node = tree_.nodes[at];
        if (node.hidden) return node.end;
        if (node.name.empty()) {
            add_text(node.text);
        } else if (node.kind == ElementKind::table) {
            if (!open_.empty()) open_.back().holds_table = true;
            open_.push_back({at});
        } else if (!open_.empty() && node.kind == ElementKind::row) {
            open_.back().row_cells = 0;
        } else if (!open_.empty() && node.kind == ElementKind::cell) {
            finish_cell();
            Table& table = open_.back();
            table.most_cells = std::max(table.most_cells, ++table.row_cells);
        }
        return at + 1;
    }

    void add_text(const std::string& text) {
        if (open_.empty()) return;
        Table& table = open_.back();
        for (std::size_t at = 0; at < text.size();) {
            const char32_t code = next_code_point(text, at);
            if (is_blank(code)) continue;
            ++table.letters;
            table.is_number = table.is_number && ((code >= '0' && code <= '9') || code == '.' || code == '-');
        }
    }

    void finish_cell() {
        Table& table = open_.back();
        if (table.letters > 0 && table.is_number) ++table.numbers;
        table.longest_cell = std::max(table.longest_cell, table.letters);
        table.letters = 0;
        table.is_number = true;
    }

    void leave_until(std::size_t at) {
        while (!open_.empty() && tree_.nodes[open_.back().node].end <= at) {
            finish_cell();
            const Table& table = open_.back();
            const bool is_frame = table.most_cells <= 1 || table.holds_table || table.longest_cell > long_prose;
            is_layout_[table.node] = is_frame && table.numbers < several_numbers;
            open_.pop_back();
        }
    }

    const PageTree& tree_;
    std::vector<bool> is_layout_;
    std::vector<Table> open_;
};

}  // namespace

std::vector<bool> find_layout_tables(const PageTree& tree) { return TableScan(tree).finish(); }

}  // namespace nianbao::html_reading
