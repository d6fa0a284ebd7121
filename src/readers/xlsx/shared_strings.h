/// The texts that cells name by a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/package.h"

namespace nianbao::xlsx_reading {

/// All texts lie in one string: a million short ones take little more than their letters.
class SharedStrings {
public:
    /// Nothing where there is no such number.
    [[nodiscard]] std::optional<std::string_view> at(std::string_view number) const;
    void add(std::string_view text);

private:
    std::string text_;
    std::vector<std::uint32_t> ends_;  ///< of each text in `text_`
};

/// Empty where the workbook has none. Throws PackageError, and InputError (i.limit).
[[nodiscard]] SharedStrings read_shared_strings(const ooxml::Package& package);

}  // namespace nianbao::xlsx_reading
