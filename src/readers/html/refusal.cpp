#include "readers/html/refusal.h"

namespace nianbao::html_reading {

InputError beyond_limit(const std::string& variant, std::size_t limit, Place place) {
    Diagnostic found;
    found.code = "i.limit";
    found.variant = variant;
    found.arguments["limit"] = std::to_string(limit);
    found.place = place;
    return InputError({std::move(found)});
}

}  // namespace nianbao::html_reading
