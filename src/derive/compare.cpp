#include "derive/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "derive/convert.h"
#include "forms/cell_ranges.h"
#include "forms/issuer.h"
#include "narrative/copied_text.h"
#include "narrative/passages.h"
#include "narrative/text_difference.h"

namespace nianbao {
namespace {

std::string note_at(const Report& report, CellId cell) {
    const auto note = report.notes.find(cell);
    return note == report.notes.end() ? std::string() : note->second;
}

/// Open cells are alike; so are equal numbers and equal marks.
bool alike(const Cell& a, const Cell& b) { return a == b || (is_open(a) && is_open(b)); }

template <typename Values>
bool all_alike(const Values& values) {
    return std::all_of(values.begin(), values.end(), [&](const auto& each) { return alike(each, values.front()); });
}

bool all_equal(const std::vector<std::string>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

/// What those say that say something.
bool all_agree(const std::vector<Text>& values) {
    std::set<std::string> said;
    for (const Text& value : values) said.insert(value.zh);
    said.erase("");
    return said.size() < 2;
}

Text name_in(const std::vector<AgencyVocabulary::Entry>& entries, const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const AgencyVocabulary::Entry& each) { return each.id == id; });
    return found == entries.end() ? Text() : found->name;
}

Text in_any_language(const std::string& text) { return {text, text}; }

/// The text of a report that is compared with another's: of a field, or of an item of the agency's own.
struct OwnText {
    std::optional<FieldId> field;
    std::string heading, after;
    const Paragraphs* paragraphs{};
};

class ReportComparer {
public:
    ReportComparer(const std::vector<ReportToCompare>& reports, const Form& common, const AgencyVocabulary& vocabulary)
        : given_(reports), form_(common), vocabulary_(vocabulary) {
        if (reports.size() < 2) throw std::invalid_argument("fewer than two reports to compare");
        for (std::size_t i = 0; i < reports.size(); ++i) {
            asked_.emplace_back(common.cells.size(), true);
            if (!reports[i].conversion) {
                reports_.push_back(reports[i].report);
                continue;
            }
            const ConvertedReport converted =
                convert_report(reports[i].report, reports[i].form, common, *reports[i].conversion);
            list_uncompared(i, converted);
            reports_.push_back(converted.report);
            note_asked(i);
        }
    }

    Comparison compare() {
        name_reports();
        compare_particulars();
        compare_cells();
        compare_key_figures();
        for (int section = -1; section < static_cast<int>(form_.sections.size()); ++section) compare_section(section);
        note_moved_paragraphs();
        const auto same = [](const auto& each) { return each.same; };
        found_.same = found_.particulars.empty() && found_.uncompared.empty() &&
                      std::all_of(found_.cells.begin(), found_.cells.end(), same) &&
                      std::all_of(found_.sections.begin(), found_.sections.end(), same);
        return std::move(found_);
    }

private:
    void list_uncompared(std::size_t index, const ConvertedReport& converted) {
        const Report& report = given_[index].report;
        for (const HomelessFigure& figure : homeless_figures(converted, *given_[index].conversion))
            found_.uncompared.push_back({index, figure, report.cells[figure.cell], note_at(report, figure.cell)});
    }

    /// A cell that nothing of the old form leads to was not asked, unless conversion knows its number all the same.
    void note_asked(std::size_t index) {
        std::vector<bool> has_home(form_.cells.size());
        for (const auto& home : given_[index].conversion->home) {
            if (home) has_home[*home] = true;
        }
        for (std::size_t i = 0; i < form_.cells.size(); ++i)
            asked_[index][i] = has_home[i] || !is_open(reports_[index].cells[i]);
    }

    void name_reports() {
        std::set<std::string> agencies, both;
        std::set<int> years;
        for (const Report& report : reports_) {
            agencies.insert(report.agency.name);
            years.insert(report.year);
            both.insert(report.agency.name + std::to_string(report.year));
        }
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            const Report& report = reports_[i];
            ComparedReport named{given_[i].name, report.agency.name, report.year, &given_[i].form, {}};
            if (both.size() < reports_.size()) {
                named.told_by = ComparedReport::ToldBy::name;
            } else if (agencies.size() > 1) {
                named.told_by =
                    years.size() > 1 ? ComparedReport::ToldBy::agency_and_year : ComparedReport::ToldBy::agency;
            }
            found_.reports.push_back(std::move(named));
        }
    }

    template <typename Say>
    void compare_particular(Identity what, Say say) {
        ComparedParticular particular{what, {}};
        for (std::size_t i = 0; i < reports_.size(); ++i) particular.values.push_back(say(reports_[i], given_[i].form));
        if (!all_agree(particular.values)) found_.particulars.push_back(std::move(particular));
    }

    void compare_particulars() {
        compare_particular(Identity::name,
                           [](const Report& report, const Form&) { return in_any_language(report.agency.name); });
        compare_particular(Identity::year, [](const Report& report, const Form&) {
            return in_any_language(std::to_string(report.year));
        });
        compare_particular(Identity::form, [](const Report&, const Form& form) { return form.name; });
        const bool own_titles =
            std::any_of(reports_.begin(), reports_.end(), [](const Report& report) { return !report.title.empty(); });
        if (own_titles) {
            compare_particular(Identity::title, [](const Report& report, const Form& form) {
                return in_any_language(title_of(report, form));
            });
        }
        compare_particular(Identity::kind, [&](const Report& report, const Form&) {
            return name_in(vocabulary_.kinds, issuer_of(report.agency, vocabulary_).kind);
        });
        compare_particular(Identity::level, [&](const Report& report, const Form&) {
            return name_in(vocabulary_.levels, issuer_of(report.agency, vocabulary_).level);
        });
        compare_particular(Identity::scope, [&](const Report& report, const Form&) {
            return name_in(vocabulary_.scopes, report.agency.scope);
        });
        compare_particular(Identity::published,
                           [](const Report& report, const Form&) { return in_any_language(report.published); });
        compare_particular(Identity::document_number,
                           [](const Report& report, const Form&) { return in_any_language(report.document_number); });
    }

    void compare_cells() {
        std::vector<CellRanges> ranges;
        for (const Report& report : reports_) ranges.emplace_back(form_, report);
        for (std::size_t i = 0; i < form_.cells.size(); ++i) {
            const auto id = static_cast<CellId>(i);
            ComparedCell cell;
            for (std::size_t at = 0; at < reports_.size(); ++at) {
                const Range& range = ranges[at].of(id);
                const bool computed = form_.cells[i].derived && is_open(reports_[at].cells[i]) && range.is_point();
                cell.values.push_back(computed ? Cell(*range.low) : reports_[at].cells[i]);
                cell.notes.push_back(note_at(reports_[at], id));
                cell.asked.push_back(asked_[at][i]);
            }
            cell.same = all_alike_where_asked(cell) && all_equal(cell.notes);
            const Amount* first = number_in(cell.values.front());
            const Amount* last = number_in(cell.values.back());
            if (first && last) cell.difference = *last - *first;
            found_.cells.push_back(std::move(cell));
        }
    }

    static bool all_alike_where_asked(const ComparedCell& cell) {
        std::vector<Cell> values;
        for (std::size_t i = 0; i < cell.values.size(); ++i) {
            if (cell.asked[i]) values.push_back(cell.values[i]);
        }
        return values.empty() || all_alike(values);
    }

    void compare_key_figures() {
        for (const KeyFigure& figure : form_.key_figures) {
            ComparedFigure compared{figure.name, {}, {}};
            for (std::size_t at = 0; at < reports_.size(); ++at) add_figure(figure, at, compared);
            found_.key_figures.push_back(std::move(compared));
        }
    }

    void add_figure(const KeyFigure& figure, std::size_t at, ComparedFigure& compared) const {
        const std::vector<KeyFigure>& own = given_[at].form.key_figures;
        const auto same_name =
            std::find_if(own.begin(), own.end(), [&](const KeyFigure& each) { return each.name.zh == figure.name.zh; });
        if (same_name != own.end()) {
            compared.values.push_back(sum_of(*same_name, given_[at].form, given_[at].report));
            compared.asked.push_back(true);
            return;
        }
        compared.values.push_back(sum_of(figure, form_, reports_[at]));
        compared.asked.push_back(
            std::all_of(figure.cells.begin(), figure.cells.end(), [&](CellId cell) { return bool(asked_[at][cell]); }));
    }

    static std::optional<Amount> sum_of(const KeyFigure& figure, const Form& form, const Report& report) {
        const CellRanges ranges(form, report);
        Amount sum;
        for (const CellId cell : figure.cells) {
            const Range& range = ranges.of(cell);
            const Amount* number = number_in(report.cells[cell]);
            if (!number && !(form.cells[cell].derived && range.is_point())) return std::nullopt;
            sum = sum + (number ? *number : *range.low);
        }
        return sum;
    }

    /// A paragraph of one report alone and one of the other alone that read the same are one that moved.
    void note_moved_paragraphs() {
        std::map<std::string, std::vector<ComparedParagraph*>> removed;
        const auto for_each_alone = [&](TextPiece::Kind kind, auto&& take) {
            for (ComparedSection& section : found_.sections) {
                for (ComparedText& text : section.texts) {
                    for (ComparedParagraph& paragraph : text.paragraphs) {
                        if (paragraph.pieces.size() == 1 && paragraph.pieces.front().kind == kind) take(paragraph);
                    }
                }
            }
        };
        for_each_alone(TextPiece::Kind::removed, [&](ComparedParagraph& paragraph) {
            if (!paragraph.second) removed[paragraph.pieces.front().text].push_back(&paragraph);
        });
        for_each_alone(TextPiece::Kind::added, [&](ComparedParagraph& paragraph) {
            const auto same = removed.find(paragraph.pieces.front().text);
            if (paragraph.first || same == removed.end() || same->second.empty()) return;
            paragraph.moved = same->second.back()->moved = true;
            same->second.pop_back();
        });
    }

    void compare_section(int section) {
        std::vector<std::vector<OwnText>> texts;
        for (const Report& report : reports_) texts.push_back(texts_of(report, section));
        if (std::all_of(texts.begin(), texts.end(), [](const auto& each) { return each.empty(); })) return;
        ComparedSection compared;
        compared.section = section;
        for (std::size_t i = 1; i < reports_.size(); ++i) {
            compared.copied.push_back(copied_percent(reports_[i], reports_[i - 1], section));
            compared.same = compared.same && same_texts(texts[i], texts[i - 1]);
        }
        if (reports_.size() == 2) compared.texts = compare_texts(texts.front(), texts.back());
        found_.sections.push_back(std::move(compared));
    }

    [[nodiscard]] std::optional<std::size_t> copied_percent(const Report& report, const Report& before,
                                                            int section) const {
        const std::string text = joined(passages_of(report, form_, section));
        const std::string source = joined(passages_of(before, form_, section));
        if (text.empty() || source.empty()) return std::nullopt;
        return copied_text(text, source).percent();
    }

    /// Those with something in them, as they are printed in order.
    [[nodiscard]] std::vector<OwnText> texts_of(const Report& report, int section) const {
        std::vector<OwnText> texts;
        for (const FieldId field : form_.fields_of(section)) {
            if (!text_of(report, field).empty()) texts.push_back({field, "", "", &text_of(report, field)});
        }
        const auto takes_items = [](const Section& each) { return each.extra_items; };
        const auto first = std::find_if(form_.sections.begin(), form_.sections.end(), takes_items);
        if (first - form_.sections.begin() != section) return texts;
        for (const ExtraItem& item : report.others) texts.push_back({{}, item.heading, item.after, &item.text});
        return texts;
    }

    static bool same_texts(const std::vector<OwnText>& a, const std::vector<OwnText>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const OwnText& left, const OwnText& right) {
            return left.field == right.field && left.heading == right.heading && left.after == right.after &&
                   *left.paragraphs == *right.paragraphs;
        });
    }

    /// Texts of one field, or items of one heading, stand beside each other; those of the second report alone come
    /// where it has them.
    static std::vector<ComparedText> compare_texts(const std::vector<OwnText>& first,
                                                   const std::vector<OwnText>& second) {
        const std::vector<std::size_t> partners = partners_of(first, second);
        std::vector<bool> told(second.size());
        for (const std::size_t partner : partners) {
            if (partner < second.size()) told[partner] = true;
        }
        std::vector<ComparedText> compared;
        std::size_t next = 0, farthest = 0;
        const auto add_second_until = [&](std::size_t end) {
            for (; next < end; ++next) {
                if (!told[next]) compared.push_back(beside(nullptr, &second[next]));
            }
        };
        for (std::size_t i = 0; i < first.size(); ++i) {
            const bool paired = partners[i] < second.size();
            if (paired) add_second_until(partners[i]);
            compared.push_back(beside(&first[i], paired ? &second[partners[i]] : nullptr));
            if (!paired) continue;
            compared.back().moved = compared.back().moved || partners[i] < farthest;
            farthest = std::max(farthest, partners[i]);
        }
        add_second_until(second.size());
        return compared;
    }

    /// What two texts beside each other have alike: field or heading, and all they say.
    static std::string name_of(const OwnText& text, bool with_text) {
        std::string name = text.field ? std::to_string(*text.field) : "\n" + text.heading;
        for (std::size_t i = 0; with_text && i < text.paragraphs->size(); ++i) name += "\n" + (*text.paragraphs)[i];
        return name;
    }

    /// By index of the first; `second.size()` where it has none. Items that say the same go before others of their
    /// heading.
    static std::vector<std::size_t> partners_of(const std::vector<OwnText>& first, const std::vector<OwnText>& second) {
        std::vector<std::size_t> partners(first.size(), second.size());
        std::vector<bool> taken(second.size());
        for (const bool with_text : {true, false}) {
            std::map<std::string, std::vector<std::size_t>> waiting;  // from the last
            for (std::size_t j = second.size(); j-- > 0;) {
                if (!taken[j]) waiting[name_of(second[j], with_text)].push_back(j);
            }
            for (std::size_t i = 0; i < first.size(); ++i) {
                const auto found = waiting.find(name_of(first[i], with_text));
                if (partners[i] < second.size() || found == waiting.end() || found->second.empty()) continue;
                partners[i] = found->second.back();
                taken[partners[i]] = true;
                found->second.pop_back();
            }
        }
        return partners;
    }

    static ComparedText beside(const OwnText* first, const OwnText* second) {
        static const Paragraphs none;
        const OwnText& known = first ? *first : *second;
        ComparedText text{known.field, known.heading, first != nullptr, second != nullptr};
        text.moved = first && second && first->after != second->after;
        text.paragraphs = paragraph_differences(first ? *first->paragraphs : none, second ? *second->paragraphs : none);
        return text;
    }

    const std::vector<ReportToCompare>& given_;
    const Form& form_;
    const AgencyVocabulary& vocabulary_;
    std::vector<Report> reports_;           // on the common form
    std::vector<std::vector<bool>> asked_;  // by report and cell
    Comparison found_;
};

}  // namespace

Comparison compare_reports(const std::vector<ReportToCompare>& reports, const Form& common,
                           const AgencyVocabulary& vocabulary) {
    return ReportComparer(reports, common, vocabulary).compare();
}

}  // namespace nianbao
