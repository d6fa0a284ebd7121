// A text that begins with its own heading again: 六、… as the first words of section six.
#include "checks/check_context.h"

namespace nianbao {

void check_heading_repeat(const Rule&, const CheckContext&, Findings&) {}

}  // namespace nianbao
