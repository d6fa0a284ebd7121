/// A document as one HTML page that needs nothing else: no script, nothing fetched, readable on a phone, on paper and
/// by screen readers. The shell, with all of the style, is the template `html/page.html`.
#pragma once

#include <string>

#include "forms/schema_files.h"
#include "model/document.h"

namespace nianbao {

struct HtmlOptions {
    std::string language{"zh-CN"};  ///< of the page, as BCP 47 writes it
};

/// `templates` holds the files of `templates/`, their paths relative to it. Throws TemplateError.
[[nodiscard]] std::string write_html(const Document& document, const SourceFiles& templates,
                                     const HtmlOptions& options = {});

}  // namespace nianbao
