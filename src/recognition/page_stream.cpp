#include "recognition/page_stream.h"

#include <algorithm>
#include <array>

#include "recognition/label_match.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool is_quote(char32_t code) {
    return code == U'"' || code == U'\'' || code == U'“' || code == U'”' || code == U'‘' || code == U'’' ||
           code == U'＂' || code == U'「' || code == U'」';
}

char32_t half_width(char32_t code) { return code >= 0xFF01 && code <= 0xFF5E ? code - 0xFEE0 : code; }

constexpr std::array<std::string_view, 3> bars{"|", "｜", "│"};

bool is_bar(char32_t code) { return code == U'|' || code == U'｜' || code == U'│'; }

bool is_ignored(char32_t code) { return code == 0x200B || code == 0xFEFF || code == U'*' || code == U'#'; }

/// How much of `text` from `at` on is the sound of a character in brackets: (guī).
std::size_t sound_length(std::string_view text, std::size_t at) {
    std::size_t next = at, letters = 0;
    const char32_t open = next_code_point(text, next);
    if (open != U'(' && open != U'（') return 0;
    while (next < text.size()) {
        const char32_t code = next_code_point(text, next);
        if (code == U')' || code == U'）') return letters > 0 ? next - at : 0;
        const bool is_letter = (code >= U'a' && code <= U'z') || (code >= 0xC0 && code <= 0x24F);
        if (!is_letter || ++letters > 6) return 0;
    }
    return 0;
}

std::string text_of_grid_cell(const GridCell& cell) {
    std::string text;
    for (const Paragraph& paragraph : cell.text) text += (text.empty() ? "" : "\n") + plain_text(paragraph);
    return text;
}

bool is_lone_bar(const std::string& text) {
    const std::string bare = trimmed(text);
    std::size_t at = 0;
    return !bare.empty() && is_bar(next_code_point(bare, at)) && at == bare.size();
}

bool begins_with_bar(const std::string& text) {
    const std::string bare = trimmed(text);
    std::size_t at = 0;
    return !bare.empty() && is_bar(next_code_point(bare, at));
}

bool ends_with_bar(const std::string& text) {
    const std::string bare = trimmed(text);
    return std::any_of(bars.begin(), bars.end(), [&](std::string_view bar) { return bare.ends_with(bar); });
}

/// -4-, — 4 —, 第4页, P. 9
bool is_page_number(std::u32string_view key) {
    const auto digits = [](std::u32string_view text) {
        return !text.empty() &&
               std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
    };
    for (const auto& [left, right] : {std::pair<std::u32string_view, std::u32string_view>{U"-", U"-"},
                                      {U"—", U"—"},
                                      {U"第", U"页"},
                                      {U"P.", U""}}) {
        if (key.starts_with(left) && key.ends_with(right) && key.size() > left.size() + right.size() &&
            digits(key.substr(left.size(), key.size() - left.size() - right.size())))
            return true;
    }
    return false;
}

/// | --- | ---: |
bool is_rule(const std::string& text) {
    return text.find("---") != std::string::npos && text.find_first_not_of("|-: \t\r") == std::string::npos;
}

}  // namespace

std::string in_form_characters(std::string_view text, const CharacterVariants& variants) {
    std::string read_as;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto variant = variants.find(next_code_point(text, at));
        std::string other;
        if (variant != variants.end()) append_code_point(other, variant->second);
        read_as += other.size() == at - begin ? other : std::string(text.substr(begin, at - begin));
    }
    return read_as;
}

std::u32string stream_key(std::string_view text) {
    std::u32string key = label_key(text);
    std::erase_if(key, is_quote);
    return key;
}

PageStream::PageStream(const Page& page, const CharacterVariants& variants) : variants_(variants) {
    const std::vector<DocumentBlock>& blocks = page.document.blocks;
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        if (const auto* heading = std::get_if<Heading>(&blocks[block])) {
            add_line(plain_text(heading->text), heading->text.place, block);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&blocks[block])) {
            add_line(plain_text(*paragraph), paragraph->place, block);
        } else if (const auto* grid = std::get_if<Grid>(&blocks[block])) {
            std::uint16_t row = 0;
            for (const GridCell& cell : grid->cells) {
                add_cell(cell, block, &cell == &grid->cells.front() || cell.row != row);
                row = cell.row;
            }
        }
    }
    begins_.push_back(codes_.size());
}

void PageStream::add(char32_t code, Gap gap, std::size_t begin, std::size_t end) {
    codes_ += code;
    characters_.push_back({gap, static_cast<std::uint32_t>(items_.size() - 1), static_cast<std::uint32_t>(begin),
                           static_cast<std::uint32_t>(end)});
}

void PageStream::add_item(std::string text, const Place& place, std::size_t block) {
    std::string read_as = in_form_characters(text, variants_);
    items_.push_back({std::move(text), place, block, std::move(read_as)});
    begins_.push_back(codes_.size());
}

void PageStream::add_line(const std::string& text, const Place& place, std::size_t block) {
    add_item(text, place, block);
    // Cells in lines of their own are parted by a lone bar; two of them hold an empty one. A bar at the end of a line
    // and one at the beginning of the next may hold one too.
    const bool lone = is_lone_bar(text), sure = lone && after_lone_bar_;
    if (sure || (after_bar_ && begins_with_bar(text))) {
        add(empty_cell, sure ? Gap::cell : Gap::line, 0, 0);
        characters_.back().doubtful = !sure;
    }
    after_lone_bar_ = lone;
    after_bar_ = ends_with_bar(text) && !is_rule(text);
    if (lone) return;
    if (!is_rule(text) && !is_page_number(stream_key(text))) add_text(Gap::line, true);
}

void PageStream::add_cell(const GridCell& cell, std::size_t block, bool begins_row) {
    add_item(text_of_grid_cell(cell), cell.place, block);
    const std::size_t before = codes_.size();
    add_text(begins_row ? Gap::line : Gap::cell, false);
    if (codes_.size() == before) add(empty_cell, begins_row ? Gap::line : Gap::cell, 0, 0);
}

/// Adds the text of the last item. In a line tabs, bars and several blanks part cells; nothing between two tabs or bars
/// is an empty cell, nothing beside a bar at either end of the line is none.
void PageStream::add_text(Gap first, bool parted_by_blanks) {
    const std::string& text = items_.back().text;
    Gap gap = first;
    std::size_t blanks = 0;
    bool after_separator = false, after_bar = false, any = false;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t sound = sound_length(text, at); sound > 0) {
            at += sound;
            continue;
        }
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        const bool tab = code == U'\t' && parted_by_blanks, bar = is_bar(code) && parted_by_blanks;
        if (tab || bar) {
            const bool open = tab ? after_separator || !any : after_bar;
            if (open && (any || tab)) add(empty_cell, std::max(gap, Gap::cell), begin, begin);
            gap = std::max(open && (any || tab) ? Gap::cell : gap, Gap::cell);
            any = any || tab;
            after_separator = true;
            after_bar = bar || (after_bar && tab);
            if (bar) any = true;
            blanks = 0;
            continue;
        }
        if (is_blank(code) || code == U'\n') {
            ++blanks;
            const Gap wanted = code == U'\n' && !parted_by_blanks ? Gap::none : blanks > 1 ? Gap::cell : Gap::blank;
            gap = std::max(gap, parted_by_blanks ? wanted : Gap::none);
            continue;
        }
        blanks = 0;
        if (is_quote(code) || is_ignored(code)) continue;
        const auto variant = variants_.find(code);
        add(variant == variants_.end() ? half_width(code) : variant->second, gap, begin, at);
        gap = Gap::none;
        after_separator = after_bar = false;
        any = true;
    }
}

Place PageStream::place_of(std::size_t character) const {
    const StreamCharacter& at = characters_[character];
    const StreamItem& item = items_[at.item];
    const auto* line = std::get_if<TextPlace>(&item.place);
    if (!line) return item.place;
    const auto before = count_code_points(std::string_view(item.text).substr(0, at.begin));
    return TextPlace{line->line, line->column + static_cast<std::uint32_t>(before)};
}

std::string PageStream::text_of(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end;) {
        const std::uint32_t item = characters_[i].item;
        std::size_t last = i;
        while (last + 1 < end && characters_[last + 1].item == item) ++last;
        text += (text.empty() ? "" : " ") +
                items_[item].text.substr(characters_[i].begin, characters_[last].end - characters_[i].begin);
        i = last + 1;
    }
    return text;
}

}  // namespace nianbao
