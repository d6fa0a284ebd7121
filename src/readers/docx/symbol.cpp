#include "readers/docx/symbol.h"

#include <charconv>
#include <map>
#include <utility>

#include "unicode/utf8.h"

namespace nianbao::docx_reading {
namespace {

constexpr char32_t private_first = 0xE000, private_last = 0xF8FF;

/// Boxes, ticks and bullets, which forms are full of. By font and the low byte of the code.
const std::map<std::pair<std::string_view, char32_t>, char32_t>& known_symbols() {
    static const std::map<std::pair<std::string_view, char32_t>, char32_t> all{
        {{"Symbol", 0xB4}, U'×'},      {{"Symbol", 0xB7}, U'•'},      {{"Wingdings", 0x6C}, U'●'},
        {{"Wingdings", 0x6E}, U'■'},   {{"Wingdings", 0x6F}, U'□'},   {{"Wingdings", 0x71}, U'□'},
        {{"Wingdings", 0x76}, U'❖'},   {{"Wingdings", 0xA8}, U'□'},   {{"Wingdings", 0xD8}, U'➢'},
        {{"Wingdings", 0xFB}, U'✗'},   {{"Wingdings", 0xFC}, U'✓'},   {{"Wingdings", 0xFD}, U'☒'},
        {{"Wingdings", 0xFE}, U'☑'},   {{"Wingdings 2", 0x4F}, U'✗'}, {{"Wingdings 2", 0x50}, U'✓'},
        {{"Wingdings 2", 0x51}, U'☒'}, {{"Wingdings 2", 0x52}, U'☑'}, {{"Wingdings 2", 0xA3}, U'□'},
    };
    return all;
}

bool is_character(char32_t code) {
    constexpr char32_t first_surrogate = 0xD800, last_surrogate = 0xDFFF, first_printed = 0x20;
    return code >= first_printed && !is_control(code) && (code < first_surrogate || code > last_surrogate);
}

}  // namespace

std::string symbol_text(std::string_view font, std::string_view code) {
    constexpr int hexadecimal = 16;
    constexpr char32_t low_byte = 0xFF, largest = 0xFFFF;
    std::uint32_t number = 0;
    const char* const end = code.data() + code.size();
    const auto read = std::from_chars(code.data(), end, number, hexadecimal);
    if (read.ec != std::errc{} || read.ptr != end || number > largest) return {};
    const auto found = known_symbols().find({font, static_cast<char32_t>(number) & low_byte});
    const bool own_code = number <= low_byte || (number >= private_first && number <= private_last);
    std::string text;
    if (own_code && found != known_symbols().end()) {
        append_code_point(text, found->second);
    } else if (!(number >= private_first && number <= private_last) && is_character(number)) {
        append_code_point(text, number);
    }
    return text;
}

}  // namespace nianbao::docx_reading
