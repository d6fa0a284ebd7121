/// Report and template in, Document out: the content of a report is `FORM/report.md` of `templates/` (blank forms
/// `FORM/blank.md` and `FORM/blank_paper.md`, a table by itself `FORM/attachment.md`), Markdown with Mustache tags and
/// partials; tables are laid out by the form. Writers print what comes out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "forms/schema_files.h"
#include "model/document.h"
#include "model/form.h"
#include "model/report.h"
#include "templating/template_error.h"
#include "templating/template_value.h"

namespace nianbao {

struct ComposeOptions {
    std::string content{"report"};  ///< the template: "report", "blank", or "blank_paper" for pages that are written on
    bool draft{};                   ///< 草稿 on top; what is still open is shown as such
    bool with_guidance{true};       ///< advice where the template has any
    bool empty_cells{};             ///< open cells have nothing in them: whoever fills them in types there
    std::optional<std::size_t> table{};  ///< the one that `attachment` names; its heading is the title
};

/// `templates` holds the files of `templates/`, their paths relative to it (`2021/report.md`); a user's own are put in
/// front by replacing entries. What is open is shown as open in drafts and blank forms, and as nothing in a finished
/// report. Throws TemplateError.
[[nodiscard]] Document compose_document(const Report& report, const Form& form, const SourceFiles& templates,
                                        const ComposeOptions& options = {});

/// Everything that a template of this form can use: `overview.items[].heading`.
[[nodiscard]] std::vector<NamedValue> list_template_values(const Form& form);

}  // namespace nianbao
