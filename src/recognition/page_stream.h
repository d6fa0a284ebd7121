/// The text of a page as one stream of characters without blanks, each knowing what parted it from the one before and
/// where it stood. Labels that are wrapped over lines, cut over cells or set without separators read alike in it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/page.h"

namespace nianbao {

/// What stands between a character and the one before it.
enum class Gap : std::uint8_t {
    none,
    blank,  ///< one
    cell,   ///< a tab, a bar, several blanks, the border of a cell
    line,   ///< the end of a line or of a row
};

/// A line of text, or a cell of a grid.
struct StreamItem {
    std::string text;
    Place place;
    std::size_t block{};  ///< of the page's document
    std::string read_as;  ///< the text with variants as the characters they are read as; of the same length
};

struct StreamCharacter {
    Gap gap{};
    std::uint32_t item{};
    std::uint32_t begin{}, end{};  ///< bytes of the item's text
    bool doubtful{};               ///< an empty cell that may be none
};

/// Stands for a cell with nothing in it.
constexpr char32_t empty_cell = 0xE000;

/// Characters that are read as others (數 as 数).
using CharacterVariants = std::map<char32_t, char32_t>;

class PageStream {
public:
    PageStream(const Page& page, const CharacterVariants& variants);

    [[nodiscard]] const std::vector<StreamItem>& items() const { return items_; }
    /// Folded as labels are, without quotation marks; `characters()` has one for each.
    [[nodiscard]] const std::u32string& codes() const { return codes_; }
    [[nodiscard]] const std::vector<StreamCharacter>& characters() const { return characters_; }
    [[nodiscard]] std::size_t size() const { return codes_.size(); }
    /// The first character of an item; where it has none, of the next that has one.
    [[nodiscard]] std::size_t begin_of(std::size_t item) const { return begins_[item]; }

    [[nodiscard]] std::size_t item_of(std::size_t character) const { return characters_[character].item; }

    /// Where a character stood: of a line also the column.
    [[nodiscard]] Place place_of(std::size_t character) const;
    /// What stood there from one character to another, blanks included; lines are parted by a blank.
    [[nodiscard]] std::string text_of(std::size_t begin, std::size_t end) const;

private:
    void add_line(const std::string& text, const Place& place, std::size_t block);
    void add_cell(const GridCell& cell, std::size_t block, bool begins_row);
    void add_text(Gap first, bool parted_by_blanks);
    void add_item(std::string text, const Place& place, std::size_t block);
    void add(char32_t code, Gap gap, std::size_t begin, std::size_t end);

    const CharacterVariants& variants_;
    std::vector<StreamItem> items_;
    std::u32string codes_;
    std::vector<StreamCharacter> characters_;
    std::vector<std::size_t> begins_;
    bool after_lone_bar_{}, after_bar_{};
};

/// The text with each variant as the character it is read as, where both take as many bytes: places stay what they are.
[[nodiscard]] std::string in_form_characters(std::string_view text, const CharacterVariants& variants);

/// A label as it stands in a stream.
[[nodiscard]] std::u32string stream_key(std::string_view text);

}  // namespace nianbao
