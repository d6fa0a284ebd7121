/// What a template can name: the tree of values made from a report and its form. All text is a token
/// (`composing/tokens.h`).
///
/// At the top stand `title`, `agency.name`, `year`, `next_year`, `last_year`, `citation`, `published`,
/// `document_number`, `contact.…`, the flags `draft` and `with_guidance`, `place` (somewhere to write), `open_cell` and
/// `derived_cell` (how open cells look), `preface`, the
/// list `sections`, `attachment` (`mark`, `name` and `table` of the one that is composed), and each section by its id.
/// A section has `heading`, `fields` and `items` (those with text), `every_item`, `before` and `after`, `table`,
/// `sources`, `empty`; by its id also each of its fields by the last part of its path; a field that is its whole
/// section lends it its own names. A field has `heading`, `title`, `guidance`, `text`, and an item `number` (一, 二, …)
/// too. `docs/templates.md` lists all of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "composing/table_layout.h"
#include "composing/tokens.h"
#include "model/form.h"
#include "model/report.h"
#include "templating/template_value.h"

namespace nianbao {

struct ValueOptions {
    bool draft{};
    bool with_guidance{};
    CellDisplay open_cells;
    bool empty_cells{};                     ///< tables do not show them
    std::string place;                      ///< how a place still to be written looks
    std::optional<std::size_t> attachment;  ///< the table that goes by itself
    std::string attachment_mark;            ///< printed above it: 附件2
};

struct ReportValues {
    TemplateValue root;
    Tokens tokens;
};

[[nodiscard]] ReportValues report_values(const Report& report, const Form& form, const ValueOptions& options);

}  // namespace nianbao
