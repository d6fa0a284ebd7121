#include "unicode/dense_text.h"

#include "unicode/utf8.h"

namespace nianbao {

char32_t folded(char32_t code) {
    const bool is_full_alphanumeric = (code >= U'０' && code <= U'９') || (code >= U'Ａ' && code <= U'Ｚ') ||
                                      (code >= U'ａ' && code <= U'ｚ') || code == U'％' || code == U'．' ||
                                      code == U'－';
    if (is_full_alphanumeric) return code - 0xFEE0;
    switch (code) {
        case U'(':
            return U'（';
        case U')':
            return U'）';
        case U',':
            return U'，';
        case U':':
            return U'：';
        case U';':
            return U'；';
        case U'!':
            return U'！';
        case U'?':
            return U'？';
        default:
            return code;
    }
}

DenseText read_dense(std::string_view text) {
    DenseText dense;
    const auto resize = [&](std::size_t size) {
        dense.codes.resize(size);
        dense.begins.resize(size);
        dense.ends.resize(size);
    };
    resize(text.size() / 2 + 8);  // a Chinese text has three bytes to a character, and some digits
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        char32_t code = next_code_point(text, at);
        if (!is_ideograph(code)) {
            if (is_blank(code)) continue;
            if (code < 0x80 || code >= 0xFF00) code = folded(code);
        }
        if (count == dense.codes.size()) resize(text.size());
        dense.codes[count] = code;
        dense.begins[count] = static_cast<std::uint32_t>(begin);
        dense.ends[count] = static_cast<std::uint32_t>(at);
        ++count;
    }
    resize(count);
    return dense;
}

WordFinder dense_words(const std::vector<std::string>& words) {
    WordFinder finder;
    for (const std::string& word : words) finder.add(read_dense(word).codes);
    return finder;
}

std::u32string code_points(std::string_view text) {
    std::u32string codes;
    codes.reserve(text.size() / 3 + 1);
    for (std::size_t at = 0; at < text.size();) codes += next_code_point(text, at);
    return codes;
}

std::string utf8(std::u32string_view codes) {
    std::string text;
    text.reserve(3 * codes.size());
    for (const char32_t code : codes) append_code_point(text, code);
    return text;
}

}  // namespace nianbao
