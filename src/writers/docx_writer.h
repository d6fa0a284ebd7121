/// Document to DOCX: the 公文 page of GB/T 9704—2012, real headings, the statutory tables with their merges.
///
/// The package is the files of `templates/docx/`, its path inside the package each, with values put in: page, styles,
/// footers and properties are theirs. Properties that the document has come back when the file is read.
///
/// The same document gives the same bytes, in every time zone and locale.
#pragma once

#include <string>

#include "forms/schema_files.h"
#include "model/document.h"
#include "writers/write_error.h"

namespace nianbao {

/// `templates` holds the files of `templates/`, their paths relative to it. Throws TemplateError, also where a part
/// that a template has come to is no sound XML, and WriteError.
[[nodiscard]] std::string write_docx(const Document& document, const SourceFiles& templates);

}  // namespace nianbao
