/// Next year's report begun from this year's: what is certain is carried, every figure stays open, and the words of
/// last year stand as a starting point in which nothing of last year can be left by mistake.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/drafting.h"
#include "model/form.h"
#include "model/report.h"
#include "narrative/rolled_text.h"

namespace nianbao {

struct DraftOptions {
    bool skeleton{};  ///< the frame alone: no word of last year
    RollMarks marks;
    std::string citation_mark;  ///< behind the basis of last year's form, where this year's is another: {now}
};

struct Draft {
    Report report;
    std::vector<CellId> carried;      ///< cells whose value follows from last year's report
    std::size_t figures{};            ///< places of the text that are marked
    std::vector<FieldId> rolled;      ///< fields that keep last year's words
    std::vector<FieldId> to_write;    ///< fields to be written anew, with marks that say so
    std::vector<FieldId> dropped;     ///< of last year's form: text that this form has no place for, or not that table
    std::size_t same_text_percent{};  ///< of the draft's narrative, that is last year's word for word
};

/// `form` is that of the new report. A cell is carried where a relation of the form says that it equals one of last
/// year's (t3.carry); where last year's is open, it stays open. Counts are blank, never 0 and never last year's.
[[nodiscard]] Draft draft_next_year(const Report& last, const Form& last_form, const Form& form,
                                    const Drafting& drafting, const DraftOptions& options);

}  // namespace nianbao
