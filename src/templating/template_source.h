/// One template file, read and found sound before Mustache sees it: valid UTF-8, of a sane size, its tags well formed,
/// its sections closed and not too deep. Everything here is told by file, line and column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "templating/template_error.h"

namespace nianbao {

constexpr std::size_t max_template_bytes = std::size_t{1} << 20U;
constexpr std::size_t max_nested_sections = 64;

struct TemplateTag {
    enum class Kind { value, section, inverted, close, partial, comment } kind{};
    std::string name;
    std::size_t begin{}, end{};  ///< bytes of the file, braces included
    std::size_t body{};          ///< bytes between a section's two tags
    std::size_t opened_by{};     ///< of a closing tag: index of the tag it closes
};

struct TemplateSource {
    std::string path, text;
    std::vector<TemplateTag> tags;

    [[nodiscard]] TemplatePlace place_of(std::size_t byte) const;
};

/// Throws TemplateError. `{{=…=}}` is refused; names are of `[a-z0-9_.]`, those of partials of `[a-z0-9_/-]`.
[[nodiscard]] TemplateSource read_template(std::string path, std::string_view text);

}  // namespace nianbao
