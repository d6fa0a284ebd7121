#include "cli/draft_tasks.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "forms/relations.h"
#include "messages/labels.h"

namespace nianbao {
namespace {

/// What an open cell is to be from last year's figures: 17＋本年制发件数－本年废止件数.
std::string expected_sum(const Relation& relation, const Form& form, const LastYear& last, int told_sign) {
    Amount known = told_sign < 0 ? relation.constant : -relation.constant;
    std::string open;
    for (const Term& term : relation.terms) {
        if (term.cell == relation.told_at && !term.last_year) continue;
        const bool minus = term.sign == told_sign;
        if (term.last_year) {
            const Amount& was = *number_in(last.cells[term.cell]);
            known = known + (minus ? -was : was);
        } else {
            open += (minus ? "－" : "＋") + column_label(form, term.cell);
        }
    }
    return to_string(known) + open;
}

class TaskList {
public:
    TaskList(const Draft& draft, const DraftSources& sources, Language language, std::ostream& out)
        : draft_(draft), sources_(sources), form_(sources.form), last_(sources.last), language_(language), out_(out) {}

    void print() {
        tell_form();
        tell_carried();
        out_ << phrases::draft_tasks.in(language_) << "\n";
        tell_open_tables();
        tell_expected_sums();
        if (draft_.figures > 0) task(phrases::draft_marks, {{"count", std::to_string(draft_.figures)}});
        if (!draft_.to_write.empty()) task(phrases::draft_to_write, {{"fields", titles(draft_.to_write, form_)}});
        if (!draft_.dropped.empty())
            task(phrases::draft_dropped, {{"fields", titles(draft_.dropped, sources_.last_form)}});
        if (sources_.homeless > 0) task(phrases::draft_homeless, {{"count", std::to_string(sources_.homeless)}});
        if (draft_.same_text_percent > 0)
            task(phrases::draft_same_text, {{"percent", std::to_string(draft_.same_text_percent)}});
    }

private:
    void task(const Text& text, const std::map<std::string, std::string>& arguments) {
        out_ << "  " << ++number_ << (language_ == Language::zh ? "．" : ". ") << fill_in(text.in(language_), arguments)
             << "\n";
    }

    void tell_form() {
        if (form_.id == sources_.last_form.id) return;
        out_ << fill_in(phrases::draft_other_form.in(language_),
                        {{"form", form_.name.in(language_)}, {"last_form", sources_.last_form.name.in(language_)}})
             << "\n";
    }

    void tell_carried() {
        std::map<std::string, std::string> rows;
        for (const CellId cell : draft_.carried) {
            const std::string label =
                fill_in(phrases::only_row.in(language_), {{"row", within_quotes(row_label(form_, cell))}});
            std::string& row =
                rows[fill_in(phrases::converted_place.in(language_),
                             {{"table", form_.tables[form_.cells[cell].table].name.in(language_)}, {"cell", label}})];
            row += (row.empty() ? "" : comma()) + column_label(form_, cell) + (language_ == Language::zh ? "" : " ") +
                   to_string(*number_in(draft_.report.cells[cell]));
        }
        for (const auto& each : rows)
            out_ << fill_in(phrases::draft_carried.in(language_), {{"row", each.first}, {"values", each.second}})
                 << "\n";
        if (rows.empty()) out_ << phrases::draft_nothing_carried.in(language_) << "\n";
    }

    void tell_open_tables() {
        for (std::size_t table = 0; table < form_.tables.size(); ++table) {
            const auto cells = form_.cells_of(static_cast<int>(table));
            const auto open = std::count_if(cells.begin(), cells.end(), [&](CellId cell) {
                return !form_.cells[cell].derived && is_open(draft_.report.cells[cell]);
            });
            task(phrases::draft_open_table,
                 {{"table", form_.tables[table].name.in(language_)}, {"count", std::to_string(open)}});
        }
    }

    void tell_expected_sums() {
        for (const Relation& relation : form_.relations) {
            if (relation.at_least_zero || !looks_back(relation) || relation.terms.size() < 3) continue;
            if (!is_open(draft_.report.cells[relation.told_at])) continue;
            int told_sign = 1;
            bool known = true;
            for (const Term& term : relation.terms) {
                if (term.last_year) known = known && number_in(last_.cells[term.cell]);
                if (!term.last_year && term.cell == relation.told_at) told_sign = term.sign;
            }
            if (!known) continue;
            task(phrases::draft_expected, {{"cell", cell_label(form_, relation.told_at, language_)},
                                           {"sum", expected_sum(relation, form_, last_, told_sign)}});
        }
    }

    [[nodiscard]] std::string comma() const { return language_ == Language::zh ? "、" : ", "; }

    [[nodiscard]] std::string titles(const std::vector<FieldId>& fields, const Form& form) const {
        std::string list;
        for (const FieldId field : fields)
            list += (list.empty() ? "" : comma()) + form.fields[field].title.in(language_);
        return list;
    }

    const Draft& draft_;
    const DraftSources& sources_;
    const Form& form_;
    const LastYear& last_;
    Language language_;
    std::ostream& out_;
    int number_{};
};

}  // namespace

void print_draft_tasks(const Draft& draft, const DraftSources& sources, Language language, std::ostream& out) {
    TaskList(draft, sources, language, out).print();
}

}  // namespace nianbao
