/// The file of accepted findings: JSON, in which comments are allowed.
#pragma once

#include <string_view>

#include "model/accepted.h"

namespace nianbao {

/// Reads UTF-8 text without byte order mark. Where one finding stands twice, the reason that is not empty counts.
/// Throws InputError with every unknown or missing key and wrong type found.
[[nodiscard]] AcceptedFile read_accepted_file(std::string_view text);

}  // namespace nianbao
