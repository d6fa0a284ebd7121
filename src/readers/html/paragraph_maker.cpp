#include "readers/html/paragraph_maker.h"

#include <algorithm>
#include <array>

#include "readers/html/refusal.h"
#include "unicode/utf8.h"

namespace nianbao::html_reading {
namespace {

constexpr char32_t no_break_space = 0xA0;

bool breaks_line(char32_t code) { return code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029; }

bool is_page_space(char32_t code) {
    return code == ' ' || code == '\t' || code == '\f' || code == no_break_space || breaks_line(code);
}

}  // namespace

void ParagraphMaker::add(std::string_view text, std::size_t offset, bool strong, Blanks blanks) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        if (is_blank(code) && blanks != Blanks::exact) {
            add_blank(code, strong, blanks);
            continue;
        }
        if (paragraph_.runs.empty()) {
            paragraph_.place = places_.of(blanks == Blanks::exact ? offset : first_visible(offset));
        }
        append(blanks_, strong_blanks_);
        blanks_.clear();
        append(breaks_line(code) ? std::string_view(" ") : text.substr(begin, at - begin), strong);
    }
}

void ParagraphMaker::add_blank(char32_t code, bool strong, Blanks blanks) {
    if (paragraph_.runs.empty()) return;
    if (blanks_.empty()) strong_blanks_ = strong;
    const bool collapses = blanks == Blanks::collapsed && is_page_space(code);
    if (!collapses && !breaks_line(code)) {
        append_code_point(blanks_, code);
    } else if (!blanks_.ends_with(' ')) {
        blanks_ += ' ';
    }
}

void ParagraphMaker::append(std::string_view text, bool strong) {
    if (text.empty()) return;
    if (paragraph_.runs.empty() || paragraph_.runs.back().strong != strong)
        paragraph_.runs.push_back({{}, strong, std::nullopt});
    paragraph_.runs.back().text += text;
    length_ += text.size();
    if (length_ > max_page_paragraph) throw beyond_limit("paragraph", max_page_paragraph >> 20U, paragraph_.place);
}

/// The first byte from `offset` on that is no blank, and no character reference to one.
std::size_t ParagraphMaker::first_visible(std::size_t offset) const {
    constexpr std::array<std::string_view, 6> blanks{"&nbsp;", "&#160;", "&ensp;", "&emsp;", "&#12288;", "&nbsp"};
    while (offset < source_.size()) {
        const std::string_view rest = source_.substr(offset, 8);
        const auto reference = std::find_if(blanks.begin(), blanks.end(),
                                            [&](std::string_view written) { return rest.starts_with(written); });
        std::size_t next = offset;
        if (reference != blanks.end()) {
            next += reference->size();
        } else if (!is_blank(next_code_point(source_, next))) {
            break;
        }
        offset = next;
    }
    return offset;
}

Paragraph ParagraphMaker::take() {
    Paragraph taken = std::move(paragraph_);
    paragraph_ = {};
    blanks_.clear();
    length_ = 0;
    return taken;
}

}  // namespace nianbao::html_reading
