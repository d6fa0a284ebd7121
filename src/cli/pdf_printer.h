/// PDF by LibreOffice from our Word document, held against the text that it should have.
#pragma once

#include <string>

#include "forms/schema_files.h"
#include "model/document.h"

namespace nianbao {

/// Throws OutputError where LibreOffice or a font with Chinese characters is missing.
void require_pdf_printer();

/// `docx` is the document as it is printed. `templates` say in `pdf/fonts.conf` which fonts stand in for others, and
/// the user's own fonts are used as well. Where `pdftotext` is installed, every ideograph, letter and digit of the
/// document has to be in the text of the result. Throws OutputError.
[[nodiscard]] std::string print_pdf(const Document& document, const std::string& docx, const SourceFiles& templates);

}  // namespace nianbao
