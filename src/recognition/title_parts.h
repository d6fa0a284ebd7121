/// Agency and year from the title of a report.
#pragma once

#include <string>

#include "model/form.h"

namespace nianbao {

struct TitleParts {
    std::string agency;  ///< empty: the title does not have the usual shape
    int year{};          ///< 0: none in it
};

/// 示例区水务局2024年政府信息公开工作年度报告 and 2024年示例区水务局政府信息公开工作年度报告; of other titles the year
/// alone.
[[nodiscard]] TitleParts read_title(const std::string& title, const Form& form);

}  // namespace nianbao
