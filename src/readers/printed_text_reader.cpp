#include "readers/printed_text_reader.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "readers/text_reader.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// The line at which each page begins, from 1; a form feed ends a line.
std::vector<std::uint32_t> first_lines(std::string_view text) {
    std::vector<std::uint32_t> firsts{1};
    std::uint32_t line = 1;
    for (const char c : text) {
        if (c == '\n' || c == '\f') ++line;
        if (c == '\f') firsts.push_back(line);
    }
    return firsts;
}

PagePlace on_page(const TextPlace& place, const std::vector<std::uint32_t>& firsts) {
    const auto behind = std::upper_bound(firsts.begin(), firsts.end(), place.line);
    return {static_cast<std::uint32_t>(behind - firsts.begin()), place.line - *(behind - 1) + 1};
}

const PagePlace* page_place(const DocumentBlock& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph ? std::get_if<PagePlace>(&paragraph->place) : nullptr;
}

/// A line without its blanks, every run of figures as one; nothing for a line with many figures, which is of a table.
std::string likeness(const std::string& text) {
    constexpr int many = 7;
    std::string bare;
    int figures = 0;
    bool in_figure = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !in_figure) {
            bare += '0';
            ++figures;
        }
        if (!digit && c != ' ') bare += c;
        in_figure = digit;
    }
    return figures < many ? bare : std::string{};
}

/// Lines that stand first or last on all pages but one, whatever the figures in them: heads, feet, page numbers. The
/// very first stays: it may be the title, which the pages behind repeat.
void drop_running_lines(std::vector<DocumentBlock>& blocks) {
    std::set<std::size_t> ends;  // first and last of each page
    std::uint32_t pages = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const PagePlace* place = page_place(blocks[i]);
        const PagePlace* before = i > 0 ? page_place(blocks[i - 1]) : nullptr;
        if (!place || (before && before->page == place->page)) continue;
        if (i > 0) ends.insert(i - 1);
        ends.insert(i);
        ++pages;
    }
    if (pages < 2) return;
    ends.insert(blocks.size() - 1);
    std::map<std::string, std::uint32_t> seen;
    const auto key_of = [&](std::size_t i) { return likeness(plain_text(std::get<Paragraph>(blocks[i]))); };
    for (const std::size_t i : ends) ++seen[key_of(i)];
    std::vector<std::size_t> running;
    for (const std::size_t i : ends) {
        const std::string key = key_of(i);
        const bool may_be_title = i == 0;
        if (!key.empty() && !may_be_title && seen[key] >= 2 && seen[key] + 1 >= pages) running.push_back(i);
    }
    for (auto i = running.rbegin(); i != running.rend(); ++i)
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(*i));
}

}  // namespace

Page read_printed_text(std::string_view text) {
    const std::vector<std::uint32_t> firsts = first_lines(text);
    Page page = read_text_page(text);
    if (page.kind != Page::Kind::lines) return page;
    for (DocumentBlock& block : page.document.blocks) {
        Paragraph& line = std::get<Paragraph>(block);
        line.place = on_page(std::get<TextPlace>(line.place), firsts);
    }
    drop_running_lines(page.document.blocks);
    return page;
}

}  // namespace nianbao
