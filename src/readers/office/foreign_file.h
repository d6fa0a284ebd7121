/// What bytes are that are no package: told by their beginning, so that the answer can say what to do with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// The variant of i.not-a-report: `empty`, `password`, `xls`, `doc`, `old-office`, `xml-workbook`, `web-page`,
/// `pdf-file`. Nothing where the bytes are none of these.
[[nodiscard]] std::optional<std::string> foreign_file(std::string_view bytes);

}  // namespace nianbao
