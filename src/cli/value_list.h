/// What templates can use, as `render --list-values` prints it: a value a line, with its kind and what it is.
#pragma once

#include "cli/command.h"

namespace nianbao {

/// Of the form that `--form` names, else of the one in force. Throws UsageError where there is no such form.
int list_values_of_form(const Invocation& invocation, Shell& shell);

}  // namespace nianbao
