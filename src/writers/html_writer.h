/// A document as one HTML page that needs nothing else: no script, nothing fetched, readable on a phone, on paper and
/// by screen readers. The shell, with all of the style, is the template `html/page.html`.
///
/// Or as a fragment, the article alone, for the page of a site: each element has its style, from the template
/// `html/fragment.css`, and ids are none that the site or another report may have. Its shell is `html/fragment.html`.
///
/// What the document is stands in the page's `<meta>`, or in attributes of the article, and comes back when it is read.
#pragma once

#include <string>

#include "forms/schema_files.h"
#include "model/document.h"

namespace nianbao {

struct HtmlOptions {
    std::string language{"zh-CN"};  ///< of the page, as BCP 47 writes it
    bool fragment{};
};

/// `templates` holds the files of `templates/`, their paths relative to it. Throws TemplateError.
[[nodiscard]] std::string write_html(const Document& document, const SourceFiles& templates,
                                     const HtmlOptions& options = {});

}  // namespace nianbao
