#include "cli/report_differences.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "derive/compare.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::size_t words_around = 12;  // characters beside a change

std::string was_and_now(const std::string& where, const std::string& was, const std::string& now, Language language) {
    return fill_in(phrases::copy_was_and_now.in(language), {{"where", where}, {"was", was}, {"now", now}});
}

std::string note_of(const Report& report, CellId cell) {
    const auto found = report.notes.find(cell);
    return found == report.notes.end() ? std::string() : found->second;
}

std::string cell_difference(const Form& form, CellId cell, const std::string& was, const std::string& now,
                            Language language) {
    const std::string where =
        fill_in(phrases::converted_place.in(language),
                {{"table", form.tables[static_cast<std::size_t>(form.cells[cell].table)].name.in(language)},
                 {"cell", cell_label(form, cell, language)}});
    return was_and_now(where, was, now, language);
}

/// Places of characters in a text, its end included.
std::vector<std::size_t> character_places(const std::string& text) {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < text.size();) {
        places.push_back(at);
        static_cast<void>(next_code_point(text, at));
    }
    places.push_back(text.size());
    return places;
}

std::string last_characters(const std::string& text) {
    const std::vector<std::size_t> places = character_places(text);
    if (places.size() <= words_around + 1) return text;
    return "…" + text.substr(places[places.size() - 1 - words_around]);
}

std::string first_characters(const std::string& text) {
    const std::vector<std::size_t> places = character_places(text);
    return places.size() <= words_around + 1 ? text : text.substr(0, places[words_around]) + "…";
}

/// A paragraph as it was (`other` is what only the other text has) from shortly before the first change to shortly
/// behind the last.
std::string excerpt(const ComparedParagraph& paragraph, TextPiece::Kind other) {
    std::string text;
    for (std::size_t i = 0; i < paragraph.pieces.size(); ++i) {
        const TextPiece& piece = paragraph.pieces[i];
        if (piece.kind == other) continue;
        const bool same = piece.kind == TextPiece::Kind::same;
        if (same && i == 0) {
            text += last_characters(piece.text);
        } else if (same && i + 1 == paragraph.pieces.size()) {
            text += first_characters(piece.text);
        } else {
            text += piece.text;
        }
    }
    return text;
}

class DifferenceTeller {
public:
    DifferenceTeller(const Comparison& comparison, const Form& form, Language language)
        : comparison_(comparison), form_(form), language_(language) {}

    std::vector<std::string> tell() {
        for (const ComparedParticular& particular : comparison_.particulars)
            lines_.push_back(particular_difference(particular.what, particular.values.front().in(language_),
                                                   particular.values.back().in(language_), language_));
        for (std::size_t i = 0; i < comparison_.cells.size(); ++i) {
            const ComparedCell& cell = comparison_.cells[i];
            if (cell.same) continue;
            lines_.push_back(cell_difference(form_, static_cast<CellId>(i),
                                             figure_text(cell.values.front(), cell.notes.front(), language_),
                                             figure_text(cell.values.back(), cell.notes.back(), language_), language_));
        }
        for (const ComparedSection& section : comparison_.sections) {
            for (const ComparedText& text : section.texts) tell_text(section, text);
        }
        return std::move(lines_);
    }

private:
    [[nodiscard]] std::string place_of(const ComparedSection& section, const ComparedText& text) const {
        if (section.section >= 0) {
            const std::string& heading = form_.sections[static_cast<std::size_t>(section.section)].heading;
            return fill_in(phrases::only_row.in(language_), {{"row", within_quotes(heading)}});
        }
        return text.field ? form_.fields[*text.field].title.in(language_) : text.heading;
    }

    void tell_text(const ComparedSection& section, const ComparedText& text) {
        if (text.is_same()) return;
        const std::string where = place_of(section, text);
        const std::size_t before = lines_.size();
        for (const ComparedParagraph& paragraph : text.paragraphs) {
            if (!paragraph.is_same()) lines_.push_back(tell_paragraph(where, paragraph));
        }
        if (lines_.size() > before) return;
        const Text& phrase = text.moved       ? phrases::copy_moved
                             : text.in_second ? phrases::copy_added
                                              : phrases::copy_removed;
        lines_.push_back(fill_in(phrase.in(language_), {{"where", where}, {"text", text.heading}}));
    }

    [[nodiscard]] std::string tell_paragraph(const std::string& where, const ComparedParagraph& paragraph) const {
        const std::string was = made_visible(excerpt(paragraph, TextPiece::Kind::added));
        const std::string now = made_visible(excerpt(paragraph, TextPiece::Kind::removed));
        if (paragraph.first && paragraph.second)
            return fill_in(phrases::copy_reworded.in(language_), {{"where", where}, {"was", was}, {"now", now}});
        const Text& phrase = paragraph.first ? phrases::copy_removed : phrases::copy_added;
        return fill_in(phrase.in(language_), {{"where", where}, {"text", paragraph.first ? was : now}});
    }

    const Comparison& comparison_;
    const Form& form_;
    Language language_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> report_differences(const FormedReport& was, const FormedReport& now,
                                            const AgencyVocabulary& vocabulary, Language language) {
    if (&was.form != &now.form)
        return {
            particular_difference(Identity::form, was.form.name.in(language), now.form.name.in(language), language)};
    const Comparison comparison = compare_reports(
        {{was.report, was.form, std::nullopt, {}}, {now.report, now.form, std::nullopt, {}}}, was.form, vocabulary);
    return DifferenceTeller(comparison, was.form, language).tell();
}

std::vector<std::string> table_differences(const FormedReport& was, const FormedReport& now, const std::string& table,
                                           Language language) {
    std::vector<std::string> lines;
    const bool one_table = std::any_of(was.form.tables.begin(), was.form.tables.end(),
                                       [&](const Table& each) { return each.id == table; });
    for (std::size_t i = 0; i < was.form.cells.size(); ++i) {
        const CellInfo& info = was.form.cells[i];
        if (one_table && was.form.tables[static_cast<std::size_t>(info.table)].id != table) continue;
        const auto cell = static_cast<CellId>(i);
        const auto other = std::find_if(now.form.cells.begin(), now.form.cells.end(),
                                        [&](const CellInfo& each) { return each.path == info.path; });
        const auto at = static_cast<std::size_t>(other - now.form.cells.begin());
        const Cell found = other == now.form.cells.end() ? Cell() : now.report.cells[at];
        const std::string note =
            other == now.form.cells.end() ? std::string() : note_of(now.report, static_cast<CellId>(at));
        const bool both_open = is_open(found) && is_open(was.report.cells[i]);
        if ((both_open || found == was.report.cells[i]) && note == note_of(was.report, cell)) continue;
        lines.push_back(cell_difference(was.form, cell,
                                        figure_text(was.report.cells[i], note_of(was.report, cell), language),
                                        figure_text(found, note, language), language));
    }
    return lines;
}

std::string particular_difference(Identity what, const std::string& was, const std::string& now, Language language) {
    const auto shown = [&](const std::string& text) {
        return text.empty() ? phrases::compare_not_said.in(language) : made_visible(text);
    };
    return was_and_now(identity_label(what, language), shown(was), shown(now), language);
}

}  // namespace nianbao
