#include "unicode/width.h"

#include <utf8proc.h>

#include <algorithm>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// What the reader sees as one character.
struct Cluster {
    char32_t first{}, last{};
    std::size_t end{}, width{};
    bool single{true};

    /// A blank that carries a combining sign is none.
    [[nodiscard]] bool is_blank() const { return single && nianbao::is_blank(first); }
};

bool is_han(char32_t code) { return code >= 0x4E00 && code <= 0x9FFF; }
bool is_plain_ascii(char32_t code) { return code >= 0x20 && code < 0x7F; }

std::size_t width_of(char32_t code) {
    constexpr char32_t soft_hyphen = 0xAD;
    if (is_han(code)) return 2;
    if (is_plain_ascii(code)) return 1;
    if (code == soft_hyphen) return 0;
    return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(code)));
}

bool joined(char32_t a, char32_t b, utf8proc_int32_t& state) {
    return !utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(a), static_cast<utf8proc_int32_t>(b),
                                             &state);
}

/// Two letters of a flag, or a sign shown as an emoji, are wide though each of their characters is not.
std::size_t joined_width(std::size_t width, char32_t code) {
    constexpr char32_t emoji_style = 0xFE0F;
    const bool flag_letter = code >= 0x1F1E6 && code <= 0x1F1FF;
    return code == emoji_style || flag_letter ? 2 : std::max(width, width_of(code));
}

Cluster cluster_at(std::string_view text, std::size_t at) {
    Cluster cluster;
    cluster.first = cluster.last = next_code_point(text, at);
    cluster.end = at;
    cluster.width = width_of(cluster.first);
    utf8proc_int32_t state = 0;
    while (at < text.size()) {
        const char32_t code = next_code_point(text, at);
        const bool ordinary =
            (is_han(code) || is_plain_ascii(code)) && (is_han(cluster.last) || is_plain_ascii(cluster.last));
        if (ordinary || !joined(cluster.last, code, state)) break;
        cluster.width = joined_width(cluster.width, code);
        cluster.last = code;
        cluster.end = at;
        cluster.single = false;
    }
    return cluster;
}

bool is_one_of(char32_t code, std::u32string_view codes) { return codes.find(code) != std::u32string_view::npos; }

bool never_begins_line(char32_t code) { return is_one_of(code, U"，。、；：？！）》」』〕】〉”’…—％·,.;:?!)]}%"); }

bool never_ends_line(char32_t code) { return is_one_of(code, U"（《「『〔【〈“‘([{"); }

/// Digits, Latin, Greek and Cyrillic letters, half and full width, and the signs that hold them together.
bool is_of_word(char32_t code) {
    return (code > 0x20 && code < 0x7F) || (code >= 0xC0 && code < 0x530) || (code >= 0xFF10 && code <= 0xFF19) ||
           (code >= 0xFF21 && code <= 0xFF3A) || (code >= 0xFF41 && code <= 0xFF5A);
}

bool may_break(char32_t before, char32_t after) {
    return !(is_of_word(before) && is_of_word(after)) && !never_begins_line(after) && !never_ends_line(before);
}

/// An unbreakable piece and the blanks before it.
struct Piece {
    std::string_view blanks, text;
    std::size_t blank_width{}, width{};
};

std::size_t take_blanks(std::string_view text, std::size_t at, Piece& piece) {
    const std::size_t begin = at;
    while (at < text.size()) {
        const Cluster cluster = cluster_at(text, at);
        if (!cluster.is_blank()) break;
        piece.blank_width += cluster.width;
        at = cluster.end;
    }
    piece.blanks = text.substr(begin, at - begin);
    return at;
}

Piece piece_at(std::string_view text, std::size_t at) {
    Piece piece;
    const std::size_t begin = take_blanks(text, at, piece);
    std::size_t end = begin;
    char32_t before = 0;
    while (end < text.size()) {
        const Cluster cluster = cluster_at(text, end);
        if (cluster.is_blank() || (end > begin && may_break(before, cluster.first))) break;
        piece.width += cluster.width;
        before = cluster.last;
        end = cluster.end;
    }
    piece.text = text.substr(begin, end - begin);
    return piece;
}

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        pieces.push_back(piece_at(text, at));
        at += pieces.back().blanks.size() + pieces.back().text.size();
    }
    return pieces;
}

std::vector<std::string> lines_of(const std::vector<Piece>& pieces, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    for (const Piece& piece : pieces) {
        const std::size_t needed = piece.blank_width + piece.width;
        if (piece.text.empty()) continue;
        if (used > 0 && used + needed > width) {
            lines.emplace_back(piece.text);
            used = piece.width;
        } else {
            lines.back().append(piece.blanks).append(piece.text);
            used += needed;
        }
    }
    return lines;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Cluster cluster = cluster_at(text, at);
        width += cluster.width;
        at = cluster.end;
    }
    return width;
}

std::size_t widest_piece(std::string_view text) {
    const auto of_word = [](char c) { return c > 0x20 && c < 0x7F; };
    if (std::all_of(text.begin(), text.end(), of_word)) return text.size();
    std::size_t widest = 0;
    for (const Piece& piece : pieces_of(text)) widest = std::max(widest, piece.width);
    return widest;
}

std::vector<std::string> wrap_text(std::string_view text, std::size_t width) {
    return lines_of(pieces_of(text), width);
}

std::vector<std::string> wrap_evenly(std::string_view text, std::size_t width) {
    const std::vector<Piece> pieces = pieces_of(text);
    std::vector<std::string> lines = lines_of(pieces, width);
    const std::size_t count = lines.size();
    for (std::size_t narrower = std::min(width, display_width(text)); count > 1 && narrower > 1; --narrower) {
        std::vector<std::string> tried = lines_of(pieces, narrower - 1);
        if (tried.size() > count) break;
        lines = std::move(tried);
    }
    return lines;
}

}  // namespace nianbao
