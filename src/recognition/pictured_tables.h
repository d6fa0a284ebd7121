/// Tables that are not read because a picture or an embedded object stands in their place.
#pragma once

#include <vector>

#include "model/form.h"
#include "model/origin.h"
#include "model/page.h"
#include "recognition/page_stream.h"
#include "recognition/stream_labels.h"

namespace nianbao {

/// Notes a table of `reading` that was found nowhere as missing where a picture stands in its section, which is
/// `sections[i]` for `form.sections[i]`.
void tell_pictured_tables(const Page& page, const PageStream& stream, const std::vector<StreamRange>& sections,
                          const Form& form, Reading& reading);

}  // namespace nianbao
