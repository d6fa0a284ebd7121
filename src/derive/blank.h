/// A report with nothing filled in: every field there and empty, every cell blank, never 0.
#pragma once

#include <string>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

[[nodiscard]] Report blank_report(const Form& form, const std::string& agency, int year);

}  // namespace nianbao
