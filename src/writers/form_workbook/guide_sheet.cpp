#include <algorithm>

#include "messages/form_workbook_words.h"
#include "messages/phrases.h"
#include "writers/form_workbook/figure_sources.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/sheets.h"
#include "writers/xlsx/sheet_metrics.h"

namespace nianbao {
namespace {

namespace looks = form_looks;
namespace words = form_workbook_words;

enum Column : std::uint32_t { label, sample, text, count_ };
constexpr std::array<double, count_> widths{80, 60, 640};
constexpr double line_height = 20;

/// The rules of deadlines that concern the agency; all of them where it is not known what it is.
std::vector<const Rule*> deadlines_of(const FormContext& context) {
    std::vector<const Rule*> all, own;
    for (const Rule& rule : context.statute.catalogue.rules) {
        if (rule.check != "deadline" || !rule.built || rule.severity == Severity::off) continue;
        all.push_back(&rule);
        if (concerns(rule.applies, context.issuer, context.form.id, context.report.year)) own.push_back(&rule);
    }
    return own.empty() ? all : own;
}

/// `01-31` as the day in the year after the report's; empty where no day is set or the year is open.
std::string day_of(const Rule& rule, int year) {
    const std::string limit = parameter_word(rule, "limit");
    if (limit.size() != 5 || year == 0) return {};
    const auto number = [](const std::string& digits) { return digits.front() == '0' ? digits.substr(1) : digits; };
    return fill_in(std::string(words::deadline_day), {{"year", std::to_string(year)},
                                                      {"next", std::to_string(year + 1)},
                                                      {"month", number(limit.substr(0, 2))},
                                                      {"day", number(limit.substr(3))}});
}

class GuideWriter {
public:
    GuideWriter(DraftSheet& sheet, const FormContext& context) : sheet_(sheet), context_(context) {}

    void write() {
        for (std::uint32_t column = 0; column < count_; ++column)
            sheet_.sheet().set_column_width(column, widths[column]);
        write_top();
        write_colours();
        write_steps();
        write_deadlines();
        write_suppliers();
        write_paragraph(words::protection, {std::string(words::protection_text)});
        sheet_.sheet().hide_gridlines();
        sheet_.sheet().set_page(looks::page());
        sheet_.sheet().set_tab_colour(looks::guide_tab);
        sheet_.sheet().protect();
        sheet_.sheet().activate();
    }

private:
    void write_top() {
        sheet_.put({row_, label}, std::string(words::guide_title), looks::title());
        sheet_.sheet().set_row_height(row_++, 34);
        xlsx::CellStyle edition = looks::text(10, looks::grey);
        edition.wrap = false;
        sheet_.put({row_, label},
                   fill_in(std::string(words::guide_edition),
                           {{"name", context_.form.name.zh}, {"citation", context_.form.citation}}),
                   edition);
        sheet_.sheet().set_row_height(row_++, line_height);
        write_label(words::now);
        sheet_.put({row_, sample, 1, 2}, xlsx::Formula{context_.places.result, {}}, looks::boxed(looks::verdict(14)));
        const std::string ready = fixed_range({row_, sample, 1, 1}) + "=\"" + std::string(words::ready) + '"';
        sheet_.sheet().highlight_where({row_, sample, 1, 2}, ready, looks::good);
        sheet_.sheet().highlight_where({row_, sample, 1, 2}, "NOT(" + ready + ')', looks::ask);
        sheet_.sheet().set_row_height(row_++, 30);
    }

    void write_label(std::string_view words_of_label, std::uint32_t rows = 1) {
        sheet_.put({row_, label, rows, 1}, std::string(words_of_label), looks::head());
    }

    void write_colours() {
        const std::pair<std::uint32_t, std::string_view> colours[]{{looks::input_fill, words::colour_input},
                                                                   {looks::computed_fill, words::colour_computed},
                                                                   {looks::wrong.ground, words::colour_wrong},
                                                                   {looks::ask.ground, words::colour_ask}};
        write_label(words::colours, std::size(colours));
        for (const auto& [colour, meaning] : colours) {
            sheet_.put({row_, sample}, std::monostate{}, looks::boxed(looks::text(), colour));
            sheet_.put({row_, text}, std::string(meaning), looks::label());
            sheet_.sheet().set_row_height(row_++, line_height);
        }
    }

    void write_paragraph(std::string_view of_label, const std::vector<std::string>& lines) {
        write_label(of_label, static_cast<std::uint32_t>(lines.size()));
        for (const std::string& line : lines) {
            sheet_.put({row_, sample, 1, 2}, line, looks::label());
            const int count = count_lines(line, looks::size, widths[sample] + widths[text] - looks::padding);
            sheet_.sheet().set_row_height(row_++, std::max(line_height, lines_height(count, looks::size)));
        }
    }

    void write_steps() {
        std::vector<std::string> lines;
        for (const words::Step& step : words::step_texts) {
            if (step.of_ledger && !context_.form.ledger) continue;
            lines.push_back(std::to_string(lines.size() + 1) + ". " + std::string(step.text));
        }
        write_paragraph(words::steps, lines);
    }

    void write_deadlines() {
        std::vector<std::string> lines;
        for (const Rule* rule : deadlines_of(context_))
            lines.push_back(rule->statement.zh + day_of(*rule, context_.report.year));
        if (!lines.empty()) write_paragraph(words::deadline, lines);
    }

    void write_suppliers() {
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < context_.form.tables.size(); ++i) {
            for (const auto& [source, labels] : sources_of_table(context_.form, i)) {
                std::string line = context_.form.tables[i].name.zh;
                for (const std::string& each : labels) line += (&each == &labels.front() ? "·" : "、") + each;
                lines.push_back(fill_in(std::string(words::supplied), {{"table", line}, {"rows", source}}));
            }
        }
        if (!lines.empty()) write_paragraph(words::suppliers, lines);
    }

    DraftSheet& sheet_;
    const FormContext& context_;
    std::uint32_t row_{};
};

}  // namespace

void write_guide_sheet(DraftSheet& sheet, FormContext& context) { GuideWriter(sheet, context).write(); }

}  // namespace nianbao
