/// The lines of a page that are no table: headings and paragraphs as the narrative takes them.
#pragma once

#include <cstddef>
#include <vector>

#include "model/form.h"
#include "model/page.h"
#include "model/recognition_words.h"
#include "recognition/narrative_lines.h"
#include "recognition/page_stream.h"
#include "recognition/table_lines.h"

namespace nianbao {

/// `uses` by item of the stream. Paragraphs that were wrapped are put together, an item's heading is parted from the
/// text behind it, signs of Markdown and lines of the site's own are left out. The title comes first, what stood above
/// it is left out.
[[nodiscard]] std::vector<NarrativeLine> lines_of_page(const Page& page, const PageStream& stream,
                                                       const std::vector<LineUse>& uses, const Form& form,
                                                       const RecognitionWords& words);

/// Whether a line reads as the title of a report.
[[nodiscard]] bool is_report_title(const std::string& text, const RecognitionWords& words);

}  // namespace nianbao
