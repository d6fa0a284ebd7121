#include "cli/text_encoding.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <optional>
#include <vector>

#include "model/diagnostic.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

InputError refused(std::string code, std::string variant, std::size_t byte) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.variant = std::move(variant);
    diagnostic.arguments["byte"] = std::to_string(byte + 1);
    return InputError({std::move(diagnostic)});
}

/// What a file plainly is when it begins with these bytes.
struct Signature {
    std::string_view bytes, variant;
};
constexpr std::array<Signature, 7> signatures{{
    {"PK\x03\x04", "zip"},
    {"%PDF-", "pdf"},
    {"\xD0\xCF\x11\xE0", "ole"},
    {"\x89PNG", "image"},
    {"\xFF\xD8\xFF", "image"},
    {"GIF8", "image"},
    {"<", "html"},
}};

void refuse_other_files(std::string_view bytes) {
    const auto begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return;
    for (const Signature& signature : signatures) {
        if (bytes.substr(begin).starts_with(signature.bytes))
            throw refused("i.not-a-report", std::string(signature.variant), 0);
    }
}

/// Converts with iconv; nothing when a byte does not belong to the encoding.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
    const iconv_t converter = ::iconv_open("UTF-8", encoding);
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string text;
    std::array<char, 4096> buffer{};
    auto* in = const_cast<char*>(bytes.data());  // iconv does not write to it
    std::size_t left = bytes.size();
    bool ok = true;
    while (ok && left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        ok = ::iconv(converter, &in, &left, &out, &room) != static_cast<std::size_t>(-1) || errno == E2BIG;
        text.append(buffer.data(), buffer.size() - room);
    }
    ::iconv_close(converter);
    return ok ? std::optional(std::move(text)) : std::nullopt;
}

/// Text that holds more right UTF-8 characters than wrong bytes is UTF-8 that was damaged; reading it as GB18030 would
/// make other characters of it.
bool is_damaged_utf8(std::string_view bytes) {
    std::size_t right = 0;
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(bytes, at);
        if (code == U'\uFFFD' && at - begin == 1) {
            ++wrong;
        } else if (code >= 0x800) {
            ++right;
        }
    }
    return right > wrong;
}

std::string decoded(std::string_view bytes, bool is_page, const char* other_encoding) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    for (const auto& [mark, encoding] :
         {std::pair<std::string_view, const char*>{"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}) {
        if (!bytes.starts_with(mark)) continue;
        auto text = converted(bytes.substr(2), encoding);
        if (!text) throw refused("i.encoding", "", 0);
        return std::move(*text);
    }
    if (!is_page) refuse_other_files(bytes);
    if (bytes.find('\0') != std::string_view::npos) throw refused("i.encoding", "nul", bytes.find('\0'));
    const auto invalid = first_invalid_byte(bytes);
    if (!invalid) return std::string(bytes);
    if (is_damaged_utf8(bytes)) throw refused("i.encoding", "damaged", *invalid);
    auto text = converted(bytes, other_encoding);
    if (!text) throw refused("i.encoding", "", *invalid);
    return std::move(*text);
}

}  // namespace

std::string to_utf8(std::string_view bytes) { return decoded(bytes, false, "GB18030"); }

std::string page_to_utf8(std::string_view bytes, std::string_view charset) {
    return decoded(bytes, true, charset == "big5" ? "BIG5" : "GB18030");
}

}  // namespace nianbao
