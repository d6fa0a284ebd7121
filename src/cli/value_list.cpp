#include "cli/value_list.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/session.h"
#include "cli/suggestions.h"
#include "composing/compose.h"
#include "messages/phrases.h"
#include "messages/template_value_texts.h"
#include "unicode/width.h"

namespace nianbao {
namespace {

const Form& chosen_form(const Invocation& invocation, const Statute& statute, Language language) {
    const std::string wanted = invocation.value("--form");
    std::vector<std::string> known;
    for (const Form& form : statute.forms) {
        if (wanted.empty() ? form.offered : form.id == wanted) return form;
        known.push_back(form.id);
    }
    throw UsageError(fill_in(phrases::bad_value.in(language),
                             {{"word", "--form"}, {"value", wanted}, {"known", list_of(known, language)}}));
}

const Text& kind_of(const NamedValue& value) {
    using Content = TemplateValue::Content;
    switch (value.kind) {
        case TemplateValue::Kind::flag:
            return template_value_texts::kind_flag;
        case TemplateValue::Kind::object:
            return template_value_texts::kind_group;
        case TemplateValue::Kind::list:
            return template_value_texts::kind_list;
        case TemplateValue::Kind::text:
            break;
    }
    if (value.content == Content::table) return template_value_texts::kind_table;
    return value.content == Content::paragraphs ? template_value_texts::kind_paragraphs
                                                : template_value_texts::kind_line;
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, display_width(text)), ' ');
}

}  // namespace

int list_values_of_form(const Invocation& invocation, Shell& shell) {
    if (!invocation.inputs.empty())
        throw UsageError(fill_in(phrases::extra_input.in(shell.language), {{"word", invocation.inputs.front()}}));
    const Statute statute = load_session_statute(invocation, shell.language);
    const std::vector<NamedValue> values = list_template_values(chosen_form(invocation, statute, shell.language));
    std::size_t name_width = 0;
    for (const NamedValue& value : values) name_width = std::max(name_width, value.name.size() + 2);
    const std::size_t kind_width = shell.language == Language::zh ? 6 : 12;
    for (const NamedValue& value : values) {
        shell.out << padded(value.name, name_width) << padded(kind_of(value).in(shell.language), kind_width)
                  << value.about.in(shell.language) << "\n";
    }
    return exit_done;
}

}  // namespace nianbao
