/// The list of input formats: a new one is a reader and a line here. Which one a file has is told by its content, never
/// by its name.
#pragma once

#include <string_view>

#include "model/form.h"
#include "model/origin.h"

namespace nianbao {

struct InputFormat {
    std::string_view name;  ///< also the extension
    bool (*is)(std::string_view bytes);
    Reading (*read)(std::string_view bytes, const Statute&);  ///< throws InputError
};

/// What is of no other format is read as JSON.
[[nodiscard]] const InputFormat& input_format_of(std::string_view bytes);

/// Whether a file of this name may be a report: what `--recursive` takes.
[[nodiscard]] bool may_be_report(std::string_view path);

/// The largest file of any format.
[[nodiscard]] std::size_t max_input_bytes();

}  // namespace nianbao
