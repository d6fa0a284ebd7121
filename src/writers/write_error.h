/// Thrown by writers when no file can be made of a document: a library refused, a limit of the format was passed,
/// memory or disk ran out. The reason is in English, for `o.*` messages and bug reports.
#pragma once

#include <stdexcept>

namespace nianbao {

class WriteError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace nianbao
