/// Texts and numbers of cells, from the way a file writes them to the way they are shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::xlsx_reading {

/// `_x000D_` and the like as the characters they stand for, `_x005F_` as a plain `_`; CRLF and CR as `\n`.
[[nodiscard]] std::string decoded_text(std::string_view written);

/// A number as a plain decimal of at most 15 significant digits. Nothing where it is none, or not finite.
[[nodiscard]] std::optional<std::string> decimal_text(std::string_view written);

/// A date in ISO 8601 without a time of midnight.
[[nodiscard]] std::string date_text(std::string_view written);

/// Takes the text of `<si>` and `<is>` from their events: `t` and `r/t`, not the phonetics in `rPh`.
class RichText {
public:
    void start(std::string_view element);
    void end(std::string_view element);
    /// Returns the bytes collected so far.
    std::size_t text(std::string_view piece);
    /// The decoded text; the next one begins.
    [[nodiscard]] std::string take();

private:
    std::string written_;
    bool in_text_{}, in_phonetics_{};
};

}  // namespace nianbao::xlsx_reading
