/// Bytes of a text file to UTF-8: by byte order mark, else strictly as UTF-8, else strictly as GB18030.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// UTF-8 without byte order mark. Throws InputError (i.encoding) for anything else, and i.not-a-report for what is
/// plainly another kind of file (an archive, a PDF, a web page).
[[nodiscard]] std::string to_utf8(std::string_view bytes);

/// The same for a web page; `charset` is the one it declares, and decides where its bytes could be several.
[[nodiscard]] std::string page_to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace nianbao
