/// Template and values in, text out: the Mustache library (kainjow) behind one function.
#pragma once

#include <cstddef>
#include <string>

#include "templating/template_set.h"
#include "templating/template_value.h"

namespace nianbao {

/// What a template may come to when its sections are repeated and its partials put in.
constexpr std::size_t max_rendered_bytes = std::size_t{8} << 20U;

/// Values are put in as they are, unescaped. Throws TemplateError for a name that nothing has, in parts that are not
/// printed too, and where the result would be too large.
[[nodiscard]] std::string render(const TemplateSet& templates, const TemplateValue& values);

}  // namespace nianbao
