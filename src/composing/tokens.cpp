#include "composing/tokens.h"

#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr char32_t first_of_high = 0xF0000;
constexpr char32_t first_of_low = 0x100000;
constexpr std::size_t per_plane = 0xFFFE;

bool is_high(char32_t code) { return code >= first_of_high && code < first_of_high + per_plane; }

}  // namespace

std::string Tokens::add(Expansion expansion) {
    std::string token;
    append_code_point(token, static_cast<char32_t>(first_of_high + expansions_.size() / per_plane));
    append_code_point(token, static_cast<char32_t>(first_of_low + expansions_.size() % per_plane));
    expansions_.push_back(std::move(expansion));
    return token;
}

std::vector<TokenPiece> cut_at_tokens(std::string_view text) {
    std::vector<TokenPiece> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t high = next_code_point(text, at);
        if (!is_high(high)) continue;
        if (here > begin) pieces.push_back({text.substr(begin, here - begin), 0});
        const char32_t low = next_code_point(text, at);
        pieces.push_back({{}, (high - first_of_high) * per_plane + (low - first_of_low)});
        begin = at;
    }
    if (begin < text.size()) pieces.push_back({text.substr(begin), 0});
    return pieces;
}

}  // namespace nianbao
