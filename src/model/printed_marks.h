/// What a file of our own says of itself beside its text, so that it comes back as what it is: written by the writers
/// of Word documents and web pages, read by their readers.
///
/// Properties outlive other programs, unlike names of programs and ids of styles. They outlive people too, who change
/// the text and leave the properties: so each can be held against the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

/// Before the names of all of them: `nianbao.kind`.
inline constexpr std::string_view own_property_prefix = "nianbao.";
/// The same as an attribute of an element: `data-nianbao-kind`.
inline constexpr std::string_view own_attribute_prefix = "data-nianbao-";
/// The title that the file was written with, where nothing else of the file holds it.
inline constexpr std::string_view title_property = "title";
/// How many headings of sections were written.
inline constexpr std::string_view sections_property = "sections";
/// The marks of all lines that are the program's own, advice and places left open, parted by blanks.
inline constexpr std::string_view own_lines_property = "own_lines";

/// Eight hexadecimal digits that stand for a line: FNV-1a, 32 bits. `line` has no blanks around it.
[[nodiscard]] inline std::string line_mark(std::string_view line) {
    constexpr std::uint32_t offset = 2'166'136'261U, prime = 16'777'619U;
    constexpr std::string_view digits = "0123456789abcdef";
    std::uint32_t hash = offset;
    for (const char byte : line) hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    std::string mark(8, '0');
    for (std::size_t i = mark.size(); i-- > 0; hash >>= 4U) mark[i] = digits[hash & 0xFU];
    return mark;
}

}  // namespace nianbao
