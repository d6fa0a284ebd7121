#include "narrative/dense_text.h"

#include "unicode/utf8.h"

namespace nianbao {

char32_t folded(char32_t code) {
    const bool is_alphanumeric = (code >= U'０' && code <= U'９') || (code >= U'Ａ' && code <= U'Ｚ') ||
                                 (code >= U'ａ' && code <= U'ｚ') || code == U'％' || code == U'．' || code == U'－';
    if (is_alphanumeric) return code - 0xFEE0;
    constexpr std::u32string_view half = U"(),:;!?", full = U"（），：；！？";
    const auto found = code < 0x80 ? half.find(code) : std::u32string_view::npos;
    return found == std::u32string_view::npos ? code : full[found];
}

DenseText read_dense(std::string_view text) {
    DenseText dense;
    dense.codes.reserve(text.size() / 3 + 8);
    dense.begins.reserve(text.size() / 3 + 8);
    dense.ends.reserve(text.size() / 3 + 8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        if (is_blank(code)) continue;
        dense.codes += folded(code);
        dense.begins.push_back(static_cast<std::uint32_t>(begin));
        dense.ends.push_back(static_cast<std::uint32_t>(at));
    }
    return dense;
}

std::u32string code_points(std::string_view text) {
    std::u32string codes;
    for (std::size_t at = 0; at < text.size();) codes += next_code_point(text, at);
    return codes;
}

}  // namespace nianbao
