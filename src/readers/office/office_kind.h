/// Which reader an Office file is for. It is read, or refused with the reason, by that one alone.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao {

enum class OfficeKind : std::uint8_t {
    none,      ///< no zip, no old Office file, nothing that is taken for one
    workbook,  ///< also every zip and old file that is no document
    document,
};

/// By content: the content type of a package, the names in one that is damaged, the streams of an old file.
[[nodiscard]] OfficeKind office_kind(std::string_view bytes);

}  // namespace nianbao
