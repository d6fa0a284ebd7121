/// What a draft leaves to be done, as `nianbao draft` lists it.
#pragma once

#include <ostream>

#include "derive/draft.h"
#include "forms/last_year.h"
#include "messages/phrases.h"
#include "model/form.h"

namespace nianbao {

/// What a draft was made of: last year's report on its own form, and its figures on this year's.
struct DraftSources {
    const Form& form;
    const Form& last_form;
    const LastYear& last;
    std::size_t homeless{};  ///< figures of last year that this year's form has no cell for
};

void print_draft_tasks(const Draft& draft, const DraftSources& sources, Language language, std::ostream& out);

}  // namespace nianbao
