/// SHA-256 of bytes in memory.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// 64 hexadecimal digits in lower case. Throws std::runtime_error where the library refuses.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace nianbao
