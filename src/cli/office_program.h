/// LibreOffice, run once for one file: without a window, with a profile of its own.
#pragma once

#include <optional>
#include <string>

#include "cli/child_process.h"

namespace nianbao {

/// Where it lies: on the PATH, or where its own installer puts it.
[[nodiscard]] std::optional<std::string> find_office();

struct OfficeResult {
    std::string bytes;  ///< the file in the other format; empty where it made none
    bool took_too_long{};
};

/// `file` lies in `folder`; `extension` names the format wanted.
[[nodiscard]] OfficeResult convert_by_office(const std::string& file, const std::string& extension,
                                             const PrivateFolder& folder);

}  // namespace nianbao
