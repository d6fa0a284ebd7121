/// The tags and comments of HTML source, cut as a browser cuts them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::html_reading {

struct Markup {
    enum class Kind : std::uint8_t {
        start_tag,
        end_tag,
        comment,  ///< `<!-- … -->`, `<![if …]>`, `<?xml … ?>`; also a tag that does not end
        doctype,
    } kind{};
    std::size_t begin{}, end{};  ///< bytes of the source; `end` is behind the last
    std::size_t name_end{};      ///< of a tag
    std::string name;            ///< of a tag, in lower case
    std::size_t attributes{};    ///< how many a tag has
};

/// The next of them from `at` on; nothing where only text follows.
[[nodiscard]] std::optional<Markup> next_markup(std::string_view source, std::size_t at);

/// What an attribute of a tag is written as, without its quotes; nothing where the tag has none of this name (in lower
/// case).
[[nodiscard]] std::optional<std::string_view> attribute_of(std::string_view source, const Markup& tag,
                                                           std::string_view name);

/// The end tag of an element that may hold anything but that; nothing where there is none.
[[nodiscard]] std::optional<Markup> end_of_raw_element(std::string_view source, std::string_view name, std::size_t at);

/// The white space of HTML.
[[nodiscard]] inline bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

}  // namespace nianbao::html_reading
