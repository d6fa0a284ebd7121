#include "recognition/table_lines.h"

#include <algorithm>

namespace nianbao {
namespace {

/// All labels of the tables, as they stand in a stream.
std::vector<std::u32string> table_words(const Form& form) {
    std::vector<std::u32string> words;
    const auto add_all = [&](auto&& self, const std::vector<Axis>& axes) -> void {
        for (const Axis& axis : axes) {
            words.push_back(stream_key(axis.label.zh));
            for (const std::string& other : axis.also_written) words.push_back(stream_key(other));
            self(self, axis.children);
        }
    };
    for (const Table& table : form.tables) {
        for (const Block& block : table.blocks) {
            words.push_back(stream_key(block.heading));
            words.push_back(stream_key(block.corner));
            add_all(add_all, block.rows);
            add_all(add_all, block.columns);
        }
    }
    std::erase_if(words, [](const std::u32string& word) { return word.empty(); });
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return words;
}

class TableLines {
public:
    TableLines(const Page& page, const PageStream& stream, const PageTables& found)
        : page_(page), stream_(stream), form_(*found.form), found_(found), words_(table_words(*found.form)) {}

    std::vector<LineUse> uses() const {
        std::vector<LineUse> uses(stream_.items().size());
        if (page_.kind != Page::Kind::printed) mark_lines_of_tables(uses);
        for (std::size_t i = 0; i < uses.size(); ++i) {
            uses[i].of_table = uses[i].of_table || is_in_grid(i);
            uses[i].after_table = uses[i].after_table || (i > 0 && is_in_grid(i - 1) && !is_in_grid(i));
        }
        return uses;
    }

private:
    /// Our own pages have their tables in grids; on others they may be lines.
    void mark_lines_of_tables(std::vector<LineUse>& uses) const {
        for (const StreamTable& table : found_.tables) {
            if (table.extent.begin == table.extent.end) continue;
            const std::size_t first = first_item_of(table), last = stream_.item_of(table.extent.end - 1);
            for (std::size_t i = first; i <= last; ++i) uses[i].of_table = uses[i].of_table || is_of_table(i, table);
            for (std::size_t i = last + 1; i < uses.size() && is_fragment(i); ++i) uses[i].of_table = true;
            if (last + 1 < uses.size()) uses[last + 1].after_table = true;
        }
        for (std::size_t i = 0; i < uses.size(); ++i) {
            uses[i].of_table = uses[i].of_table || is_row_of_table(i);
        }
    }

    /// In a section with a table, a line with tabs, bars or several figures, or of nothing but pieces of labels.
    [[nodiscard]] bool is_row_of_table(std::size_t item) const {
        if (page_.kind != Page::Kind::lines || !is_in_table_section(item)) return false;
        const std::string& text = stream_.items()[item].text;
        if (text.find('\t') != std::string::npos || text.find('|') != std::string::npos) return true;
        std::size_t figures = 0;
        const StreamRange range{stream_.begin_of(item), stream_.begin_of(item + 1)};
        const std::vector<ValuePiece> pieces = value_pieces(stream_, range, Unit::count);
        const bool all_known = std::all_of(pieces.begin(), pieces.end(), [&](const ValuePiece& piece) {
            figures += piece.kind == ValuePiece::Kind::number ? 1 : 0;
            const std::u32string key = stream_.codes().substr(piece.at.begin, piece.at.end - piece.at.begin);
            return piece.kind != ValuePiece::Kind::other ||
                   std::any_of(words_.begin(), words_.end(),
                               [&](const std::u32string& word) { return word.find(key) != std::u32string::npos; });
        });
        constexpr std::size_t many = 3;
        return figures >= many || (all_known && !pieces.empty());
    }

    [[nodiscard]] bool is_in_table_section(std::size_t item) const {
        const std::size_t at = stream_.begin_of(item);
        for (std::size_t i = 0; i < form_.sections.size(); ++i) {
            const StreamRange& range = found_.section_ranges[i];
            if (form_.sections[i].table >= 0 && range.begin > 0 && at >= range.begin && at < range.end) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_in_grid(std::size_t item) const {
        return std::holds_alternative<Grid>(page_.document.blocks[stream_.items()[item].block]);
    }

    /// Heads stand above the first label.
    [[nodiscard]] std::size_t first_item_of(const StreamTable& table) const {
        std::size_t first = stream_.item_of(table.extent.begin);
        while (first > 0 && is_fragment(first - 1)) --first;
        return first;
    }

    [[nodiscard]] std::u32string key_of(std::size_t item) const {
        std::u32string key =
            stream_.codes().substr(stream_.begin_of(item), stream_.begin_of(item + 1) - stream_.begin_of(item));
        std::erase(key, empty_cell);
        return key;
    }

    /// Made of labels alone, or a piece of one.
    [[nodiscard]] bool is_fragment(std::size_t item) const {
        std::u32string key = key_of(item);
        for (const std::u32string& word : words_) {
            if (word.find(key) != std::u32string::npos) return true;
            for (auto at = key.find(word); word.size() > 1 && at != std::u32string::npos; at = key.find(word))
                key.erase(at, word.size());
        }
        const auto is_word = [](char32_t code) { return code >= 0x3400; };
        return std::none_of(key.begin(), key.end(), is_word) || is_short_noise(key);
    }

    static bool is_short_noise(const std::u32string& key) { return key.size() <= 2; }

    [[nodiscard]] bool is_of_table(std::size_t item, const StreamTable& table) const {
        std::size_t unused = 0;
        for (std::size_t i = stream_.begin_of(item); i < stream_.begin_of(item + 1); ++i)
            unused += table.used[i] ? 0 : 1;
        return unused == 0 || unused < stream_.begin_of(item + 1) - stream_.begin_of(item) || is_fragment(item);
    }

    const Page& page_;
    const PageStream& stream_;
    const Form& form_;
    const PageTables& found_;
    std::vector<std::u32string> words_;
};

}  // namespace

std::vector<LineUse> uses_of_items(const Page& page, const PageStream& stream, const PageTables& found) {
    return TableLines(page, stream, found).uses();
}

}  // namespace nianbao
