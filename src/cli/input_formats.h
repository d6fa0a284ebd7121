/// The list of input formats: a new one is a reader and a line here. Which one a file has is told by its content, never
/// by its name.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/form.h"
#include "model/origin.h"
#include "recognition/page_halves.h"
#include "recognition/reading_hints.h"

namespace nianbao {

/// What the user says of a file beside its name.
struct ReadingChoices {
    ReadingHints hints;
    std::optional<Half> half;  ///< of two years that stand side by side
};

struct InputFormat {
    std::string_view name;
    std::vector<std::string_view> extensions;  ///< of its files, without the point
    bool (*is)(std::string_view bytes);
    Reading (*read)(std::string_view bytes, const Statute&, const ReadingChoices&);  ///< throws InputError
};

/// What is of no other format is read as JSON.
[[nodiscard]] const InputFormat& input_format_of(std::string_view bytes);

/// Whether a file of this name may be a report: what `--recursive` takes.
[[nodiscard]] bool may_be_report(std::string_view path);

/// The largest file of any format.
[[nodiscard]] std::size_t max_input_bytes();

}  // namespace nianbao
