/// The file of accepted findings: JSON, sorted, the same bytes for the same findings.
#pragma once

#include <string>

#include "model/accepted.h"

namespace nianbao {

[[nodiscard]] std::string write_accepted_file(const AcceptedFile& file);

}  // namespace nianbao
