#include "unicode/letters.h"

#include <utf8proc.h>

namespace nianbao {

bool is_letter(char32_t code) {
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

}  // namespace nianbao
