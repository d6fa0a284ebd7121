#include "composing/compose_comparison.h"

#include <algorithm>
#include <map>
#include <utility>

#include "composing/plain_grid.h"
#include "messages/labels.h"
#include "messages/phrases.h"

namespace nianbao {
namespace {

using Arguments = std::map<std::string, std::string>;

Run::Change change_of(TextPiece::Kind kind) {
    if (kind == TextPiece::Kind::removed) return Run::Change::removed;
    return kind == TextPiece::Kind::added ? Run::Change::added : Run::Change::none;
}

Run changed_run(const std::string& text, Run::Change change) { return {text, false, std::nullopt, change}; }

bool is_nothing(const Cell& cell) {
    const Amount* number = number_in(cell);
    return is_open(cell) || (number && is_zero(*number));
}

class ComparisonComposer {
public:
    ComparisonComposer(const Comparison& comparison, const Form& form, Language language)
        : comparison_(comparison), form_(form), language_(language) {
        for (const ComparedReport& report : comparison.reports) labels_.push_back(report_label(report, language));
    }

    Document compose() {
        document_.title = comparison_title(comparison_, language_);
        add_heading(1, document_.title);
        add_reports();
        add_summary();
        if (has_changed_words()) add_legend();
        add_particulars();
        add_key_figures();
        for (int section = -1; section < static_cast<int>(form_.sections.size()); ++section)
            add_section(section, words_of(section));
        add_uncompared();
        return std::move(document_);
    }

private:
    [[nodiscard]] std::string phrase(const Text& text, const Arguments& arguments = {}) const {
        return fill_in(text.in(language_), arguments);
    }

    [[nodiscard]] bool of_two() const { return labels_.size() == 2; }
    /// Whether the last less the first says something.
    [[nodiscard]] bool has_direction() const {
        return of_two() || comparison_.reports.front().told_by == ComparedReport::ToldBy::year;
    }

    void add_heading(int level, const std::string& text) {
        document_.blocks.push_back(Heading{level, Paragraph{{Run{text}}}});
    }
    void add_paragraph(const std::string& text) { document_.blocks.push_back(Paragraph{{Run{text}}}); }
    void add_remark(const std::string& text) {
        document_.blocks.push_back(Paragraph{{Run{text}}, Paragraph::Role::guidance});
    }

    /// What its label does not say.
    static const Text& report_phrase(ComparedReport::ToldBy told_by) {
        switch (told_by) {
            case ComparedReport::ToldBy::year:
                return phrases::compare_report_of_year;
            case ComparedReport::ToldBy::agency:
                return phrases::compare_report_of_agency;
            case ComparedReport::ToldBy::agency_and_year:
                return phrases::compare_report_of_both;
            case ComparedReport::ToldBy::name:
                break;
        }
        return phrases::compare_named_report;
    }

    void add_reports() {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            const ComparedReport& report = comparison_.reports[i];
            add_paragraph(phrase(report_phrase(report.told_by), {{"label", labels_[i]},
                                                                 {"agency", report.agency},
                                                                 {"year", std::to_string(report.year)},
                                                                 {"file", report.name}}));
        }
    }

    /// An item that only one report has counts, even where it has no text.
    static std::ptrdiff_t count_changed(const ComparedText& text) {
        const auto changed = std::count_if(text.paragraphs.begin(), text.paragraphs.end(),
                                           [](const ComparedParagraph& each) { return !each.is_same(); });
        return changed == 0 && !(text.in_first && text.in_second) ? 1 : changed;
    }

    [[nodiscard]] std::string count_of(const Text& none, const Text& some, std::ptrdiff_t count) const {
        return count == 0 ? phrase(none) : phrase(some, {{"count", std::to_string(count)}});
    }

    [[nodiscard]] std::string words_in_short() const {
        const auto sections = std::count_if(comparison_.sections.begin(), comparison_.sections.end(),
                                            [](const ComparedSection& section) { return !section.same; });
        if (!of_two() || sections == 0)
            return count_of(phrases::compare_same_words, phrases::compare_other_sections, sections);
        std::ptrdiff_t paragraphs = 0;
        for (const ComparedSection& section : comparison_.sections) {
            for (const ComparedText& text : section.texts) {
                paragraphs += count_changed(text);
            }
        }
        return count_of(phrases::compare_other_items, phrases::compare_other_paragraphs, paragraphs);
    }

    void add_summary() {
        if (comparison_.same) return add_paragraph(phrase(phrases::compare_same));
        const auto cells = std::count_if(comparison_.cells.begin(), comparison_.cells.end(),
                                         [](const ComparedCell& cell) { return !cell.same; });
        add_paragraph(
            phrase(phrases::compare_summary,
                   {{"particulars", count_of(phrases::compare_same_particulars, phrases::compare_other_particulars,
                                             static_cast<std::ptrdiff_t>(comparison_.particulars.size()))},
                    {"tables", count_of(phrases::compare_same_tables, phrases::compare_other_cells, cells)},
                    {"words", words_in_short()}}));
        if (!comparison_.uncompared.empty())
            add_paragraph(
                phrase(phrases::compare_uncompared_count, {{"count", std::to_string(comparison_.uncompared.size())}}));
        add_overview();
    }

    /// Section by section, how much differs, and how much of the words is the same.
    void add_overview() {
        std::vector<std::string> heads{phrase(phrases::compare_cells_head)};
        if (of_two()) heads.push_back(phrase(phrases::compare_paragraphs_head));
        for (std::size_t i = 1; i < labels_.size(); ++i)
            heads.push_back(phrase(of_two() ? phrases::compare_similarity_head : phrases::compare_similarity_of,
                                   {{"label", labels_[i]}, {"before", labels_[i - 1]}}));
        add_heading(2, phrase(phrases::compare_overview));
        PlainGrid grid(1, phrase(phrases::compare_section_head), heads);
        for (int section = -1; section < static_cast<int>(form_.sections.size()); ++section) {
            const ComparedSection* words = words_of(section);
            const int table = table_of(section);
            if (words || table >= 0) grid.add_row({heading_of(section)}, overview_of(words, table));
        }
        document_.blocks.push_back(grid.take());
        add_remark(phrase(phrases::compare_similarity_remark));
    }

    [[nodiscard]] std::vector<GridValue> overview_of(const ComparedSection* words, int table) const {
        std::vector<GridValue> values(1);
        if (table >= 0) {
            const std::vector<CellId> cells = form_.cells_of(table);
            values[0].text = std::to_string(
                std::count_if(cells.begin(), cells.end(), [&](CellId cell) { return !comparison_.cells[cell].same; }));
        }
        if (of_two()) {
            std::ptrdiff_t paragraphs = 0;
            for (std::size_t i = 0; words && i < words->texts.size(); ++i) paragraphs += count_changed(words->texts[i]);
            values.push_back({words ? std::to_string(paragraphs) : std::string()});
        }
        for (std::size_t i = 1; i < labels_.size(); ++i) {
            const auto percent = words ? words->copied[i - 1] : std::nullopt;
            values.push_back({percent ? std::to_string(*percent) + "%" : std::string()});
        }
        return values;
    }

    [[nodiscard]] int table_of(int section) const {
        return section < 0 ? -1 : form_.sections[static_cast<std::size_t>(section)].table;
    }

    [[nodiscard]] bool has_changed_words() const {
        return std::any_of(comparison_.sections.begin(), comparison_.sections.end(),
                           [](const ComparedSection& section) { return !section.same && !section.texts.empty(); });
    }

    void add_legend() {
        Paragraph legend;
        legend.runs.push_back({phrase(phrases::compare_legend)});
        legend.runs.push_back(
            changed_run(phrase(phrases::compare_only_in, {{"label", labels_.front()}}), Run::Change::removed));
        legend.runs.push_back(
            changed_run(phrase(phrases::compare_only_in, {{"label", labels_.back()}}), Run::Change::added));
        legend.role = Paragraph::Role::guidance;
        document_.blocks.push_back(std::move(legend));
    }

    void add_particulars() {
        if (comparison_.particulars.empty()) return;
        PlainGrid grid(1, phrase(phrases::compare_item), labels_);
        for (const ComparedParticular& particular : comparison_.particulars) {
            std::vector<GridValue> values;
            for (const Text& value : particular.values)
                values.push_back({value.zh.empty() ? phrase(phrases::compare_not_said) : value.in(language_)});
            grid.add_row({identity_label(particular.what, language_)}, values);
        }
        add_heading(2, phrase(phrases::compare_particulars));
        document_.blocks.push_back(grid.take());
    }

    [[nodiscard]] std::vector<std::string> heads() const {
        std::vector<std::string> heads = labels_;
        const bool of_years = comparison_.reports.front().told_by == ComparedReport::ToldBy::year;
        if (has_direction())
            heads.push_back(phrase(of_years ? phrases::compare_difference : phrases::compare_distance));
        return heads;
    }

    [[nodiscard]] GridValue difference_of(const std::optional<Amount>& difference) const {
        if (!difference) return {};
        const std::string sign = is_negative(*difference) ? "-" : is_zero(*difference) ? "" : "+";
        return {sign + to_string(magnitude(*difference)), *difference, true};
    }

    [[nodiscard]] GridValue value_of(const Cell& cell, const std::string& note) const {
        const Amount* number = note.empty() ? number_in(cell) : nullptr;
        return {figure_text(cell, note, language_), number ? std::optional(*number) : std::nullopt};
    }

    [[nodiscard]] std::vector<GridValue> values_of(const ComparedCell& cell) const {
        std::vector<GridValue> values;
        for (std::size_t i = 0; i < cell.values.size(); ++i) {
            values.push_back(cell.asked[i] ? value_of(cell.values[i], cell.notes[i])
                                           : GridValue{phrase(phrases::compare_not_asked)});
        }
        if (has_direction()) values.push_back(difference_of(cell.difference));
        return values;
    }

    [[nodiscard]] static bool differs(const ComparedFigure& figure) {
        return figure.asked.front() && figure.asked.back() && figure.values.front() != figure.values.back();
    }

    void add_key_figures() {
        PlainGrid grid(1, phrase(phrases::compare_item), heads());
        std::vector<Chart> charts;
        for (const ComparedFigure& figure : comparison_.key_figures) {
            if (of_two() && !differs(figure)) continue;
            grid.add_row({figure.name.in(language_)}, values_of(figure));
            const bool shows_something = std::any_of(figure.values.begin(), figure.values.end(),
                                                     [](const auto& sum) { return sum && !is_zero(*sum); });
            if (shows_something && !of_two()) charts.push_back(chart_of(figure));
        }
        if (grid.is_empty()) return;
        add_heading(2, phrase(phrases::compare_key_figures));
        document_.blocks.push_back(grid.take());
        for (Chart& chart : charts) document_.blocks.push_back(std::move(chart));
    }

    [[nodiscard]] std::string reading_of(const ComparedFigure& figure, std::size_t report) const {
        if (figure.values[report]) return to_string(*figure.values[report]);
        return phrase(figure.asked[report] ? phrases::not_filled_in : phrases::compare_not_asked);
    }

    [[nodiscard]] std::vector<GridValue> values_of(const ComparedFigure& figure) const {
        std::vector<GridValue> values;
        for (std::size_t i = 0; i < labels_.size(); ++i) values.push_back({reading_of(figure, i), figure.values[i]});
        if (!has_direction()) return values;
        const auto &first = figure.values.front(), &last = figure.values.back();
        values.push_back(difference_of(first && last ? std::optional(*last - *first) : std::nullopt));
        return values;
    }

    [[nodiscard]] Chart chart_of(const ComparedFigure& figure) const {
        Chart chart{figure.name.in(language_), {}};
        for (std::size_t i = 0; i < labels_.size(); ++i)
            chart.bars.push_back({labels_[i], reading_of(figure, i), figure.values[i]});
        return chart;
    }

    [[nodiscard]] const ComparedSection* words_of(int section) const {
        const auto found = std::find_if(comparison_.sections.begin(), comparison_.sections.end(),
                                        [&](const ComparedSection& each) { return each.section == section; });
        return found == comparison_.sections.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string heading_of(int section) const {
        if (section >= 0) return form_.sections[static_cast<std::size_t>(section)].heading;
        const std::vector<FieldId> fields = form_.fields_of(section);
        return fields.empty() ? std::string() : form_.fields[fields.front()].title.in(language_);
    }

    /// Whether there is something to show of a table. Of many reports their figures are shown whether they differ or
    /// not.
    [[nodiscard]] bool shows(const ComparedCell& cell) const {
        if (of_two()) return !cell.same;
        return !cell.same || !std::all_of(cell.values.begin(), cell.values.end(), is_nothing);
    }

    void add_section(int section, const ComparedSection* words) {
        const int table = table_of(section);
        const std::vector<CellId> cells = table < 0 ? std::vector<CellId>() : form_.cells_of(table);
        const auto shown = static_cast<std::size_t>(
            std::count_if(cells.begin(), cells.end(), [&](CellId cell) { return shows(comparison_.cells[cell]); }));
        if (shown == 0 && (!words || words->same || !of_two())) return;
        add_heading(2, heading_of(section));
        if (shown > 0) add_cells(cells);
        if (shown > 0 && shown < cells.size())
            add_remark(phrase(of_two() ? phrases::compare_other_cells_same : phrases::compare_other_cells_nothing,
                              {{"count", std::to_string(cells.size() - shown)}}));
        if (words && of_two()) add_words(*words);
    }

    void add_cells(const std::vector<CellId>& cells) {
        const bool has_rows =
            std::any_of(cells.begin(), cells.end(), [&](CellId cell) { return !row_label(form_, cell).empty(); });
        PlainGrid grid(has_rows ? 2 : 1, phrase(phrases::compare_item), heads());
        for (const CellId cell : cells) {
            if (!shows(comparison_.cells[cell])) continue;
            std::vector<std::string> sides{column_label(form_, cell)};
            if (has_rows) sides.insert(sides.begin(), row_label(form_, cell));
            grid.add_row(sides, values_of(comparison_.cells[cell]));
        }
        document_.blocks.push_back(grid.take());
    }

    void add_words(const ComparedSection& words) {
        std::string same;
        for (const ComparedText& text : words.texts) {
            if (!text.is_same()) {
                add_text(text, words.texts.size() > 1 || !text.field);
            } else {
                same += (same.empty() ? "" : phrase(phrases::compare_between_texts)) + heading_of(text);
            }
        }
        if (!same.empty() && words.texts.size() > 1) add_remark(phrase(phrases::compare_same_texts, {{"texts", same}}));
    }

    [[nodiscard]] std::string heading_of(const ComparedText& text) const {
        return text.field ? form_.fields[*text.field].title.in(language_) : text.heading;
    }

    void add_text(const ComparedText& text, bool with_heading) {
        const Run::Change whose = text.in_first && text.in_second ? Run::Change::none
                                  : text.in_first                 ? Run::Change::removed
                                                                  : Run::Change::added;
        if (with_heading) document_.blocks.push_back(Heading{3, Paragraph{{changed_run(heading_of(text), whose)}}});
        if (text.moved) add_remark(phrase(phrases::compare_moved));
        std::size_t same = 0;
        const auto tell_same = [&] {
            if (same > 0) add_remark(phrase(phrases::compare_same_paragraphs, {{"count", std::to_string(same)}}));
            same = 0;
        };
        for (const ComparedParagraph& paragraph : text.paragraphs) {
            if (paragraph.is_same()) {
                ++same;
                continue;
            }
            tell_same();
            if (paragraph.moved) add_remark(phrase(phrases::compare_moved_paragraph));
            Paragraph shown;
            for (const TextPiece& piece : paragraph.pieces)
                shown.runs.push_back(changed_run(piece.text, change_of(piece.kind)));
            document_.blocks.push_back(std::move(shown));
        }
        tell_same();
    }

    void add_uncompared() {
        for (std::size_t report = 0; report < labels_.size(); ++report) {
            PlainGrid grid(2, phrase(phrases::compare_item),
                           {phrase(phrases::compare_value), phrase(phrases::compare_why)});
            const Form& form = *comparison_.reports[report].form;
            for (const UncomparedFigure& each : comparison_.uncompared) {
                if (each.report != report) continue;
                grid.add_row({row_label(form, each.figure.cell), column_label(form, each.figure.cell)},
                             {value_of(each.value, each.note), {homeless_reason(each.figure, language_)}});
            }
            if (grid.is_empty()) continue;
            add_heading(2, phrase(phrases::compare_uncompared, {{"label", labels_[report]}}));
            document_.blocks.push_back(grid.take());
        }
    }

    const Comparison& comparison_;
    const Form& form_;
    Language language_;
    std::vector<std::string> labels_;
    Document document_;
};

}  // namespace

Document compose_comparison(const Comparison& comparison, const Form& form, Language language) {
    return ComparisonComposer(comparison, form, language).compose();
}

}  // namespace nianbao
