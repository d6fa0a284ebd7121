/// One paragraph from the pieces of text that a page cuts it into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "model/document.h"
#include "readers/html/page_tree.h"
#include "readers/html/source_places.h"

namespace nianbao::html_reading {

constexpr std::size_t max_page_paragraph = 1U << 20U;  ///< bytes

class ParagraphMaker {
public:
    /// What becomes of blanks. Those outside of the text are left out, but where all are kept.
    enum class Blanks : std::uint8_t {
        collapsed,  ///< a run of them is one, no-break spaces included; full-width ones stay
        kept,       ///< as in <pre>
        exact,      ///< outer ones too
    };

    ParagraphMaker(std::string_view source, const SourcePlaces& places) : source_(source), places_(places) {}

    /// `text` is what is left of a text that begins at byte `offset`. Throws InputError, i.limit.
    void add(std::string_view text, std::size_t offset, bool strong, Blanks blanks);
    [[nodiscard]] Paragraph take();

private:
    void add_blank(char32_t code, bool strong, Blanks blanks);
    void append(std::string_view text, bool strong);
    [[nodiscard]] std::size_t first_visible(std::size_t offset) const;

    std::string_view source_;
    const SourcePlaces& places_;
    Paragraph paragraph_;
    std::string blanks_;  ///< that are the paragraph's only if more text follows
    bool strong_blanks_{};
    std::size_t length_{};
};

}  // namespace nianbao::html_reading
