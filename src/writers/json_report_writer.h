/// The report file in its canonical form: keys in the order of the form, a row a line, what is absent left out, what is
/// blank `null`. Reading it back gives the same report.
#pragma once

#include <string>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

[[nodiscard]] std::string write_json_report(const Report& report, const Form& form);

}  // namespace nianbao
