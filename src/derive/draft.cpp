#include "derive/draft.h"

#include <algorithm>
#include <optional>

#include "forms/last_year.h"
#include "narrative/copied_text.h"
#include "narrative/sentences.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// A sentence that ends so only leads to what follows.
constexpr std::string_view lead_end = "：";

std::string all_text(const Report& report) {
    std::string text;
    for (const auto& field : report.narrative) {
        if (!field) continue;
        for (const std::string& paragraph : *field) text += paragraph + "\n";
    }
    for (const ExtraItem& item : report.others) {
        for (const std::string& paragraph : item.text) text += paragraph + "\n";
    }
    return text;
}

class Drafter {
public:
    Drafter(const Report& last, const Form& last_form, const Form& form, const Drafting& drafting,
            const DraftOptions& options)
        : last_(last), last_form_(last_form), form_(form), drafting_(drafting), options_(options) {
        const auto fields = drafting.fields.find(form.id);
        if (fields != drafting.fields.end()) fields_ = fields->second;
    }

    Draft draft() {
        draft_.report = empty_report(form_);
        keep_particulars();
        carry_cells();
        for (auto& text : draft_.report.narrative) text = Paragraphs{};
        if (!options_.skeleton) {
            roll_fields();
            roll_others();
        }
        list_measures();
        open_fields();
        if (!options_.skeleton)
            draft_.same_text_percent = copied_text(all_text(draft_.report), all_text(last_)).percent();
        return std::move(draft_);
    }

private:
    void keep_particulars() {
        draft_.report.agency = last_.agency;
        draft_.report.officers = last_.officers;
        draft_.report.year = last_.year + 1;
        if (!last_.title.empty()) draft_.report.title = rolled(last_.title);
    }

    /// Every equation between one cell of this year and one of last year.
    void carry_cells() {
        for (Cell& cell : draft_.report.cells) cell = Blank{};
        const LastYear last(form_, last_, last_form_);
        for (const Relation& relation : form_.relations) {
            if (relation.at_least_zero || relation.terms.size() != 2 || !is_zero(relation.constant)) continue;
            const Term& now = relation.terms[relation.terms[0].last_year ? 1 : 0];
            const Term& before = relation.terms[relation.terms[0].last_year ? 0 : 1];
            if (now.last_year || !before.last_year || now.sign + before.sign != 0) continue;
            if (!number_in(last.cells[before.cell])) continue;
            draft_.report.cells[now.cell] = last.cells[before.cell];
            draft_.carried.push_back(now.cell);
        }
    }

    std::string rolled(const std::string& paragraph) {
        RolledText roll = roll_text(paragraph, last_.year, drafting_.figures, options_.marks);
        draft_.figures += roll.figures;
        if (other_form_) mark_citation(roll.text);
        return std::move(roll.text);
    }

    /// The document that last year's form comes from is not this year's basis.
    void mark_citation(std::string& text) {
        constexpr std::string_view now = "{now}";
        std::string mark = options_.citation_mark;
        if (const auto hole = mark.find(now); hole != std::string::npos) mark.replace(hole, now.size(), form_.citation);
        const std::string& citation = last_form_.citation;
        if (citation.empty()) return;
        std::string marked;
        std::size_t begin = 0;
        for (auto at = text.find(citation); at != std::string::npos; at = text.find(citation, begin)) {
            marked += text.substr(begin, at + citation.size() - begin) + mark;
            begin = at + citation.size();
            ++draft_.figures;
        }
        text = marked + text.substr(begin);
    }

    [[nodiscard]] bool is_replaced(const std::string& path) const {
        return fields_.open.count(path) != 0 || path == fields_.measures_into;
    }

    static bool is_about_table(const Field& field) {
        return field.role == Field::Role::before_table || field.role == Field::Role::after_table;
    }

    void roll_fields() {
        for (std::size_t i = 0; i < last_form_.fields.size(); ++i) {
            const auto& text = last_.narrative[i];
            if (!text || text->empty()) continue;
            const std::string& path = last_form_.fields[i].path;
            const auto field = form_.find_field(path);
            if (!field || (other_form_ && is_about_table(last_form_.fields[i]))) {
                draft_.dropped.push_back(static_cast<FieldId>(i));
            } else if (!is_replaced(path)) {
                for (const std::string& paragraph : *text)
                    draft_.report.narrative[*field]->push_back(rolled(paragraph));
                draft_.rolled.push_back(*field);
            }
        }
    }

    void roll_others() {
        for (ExtraItem item : last_.others) {
            for (std::string& paragraph : item.text) paragraph = rolled(paragraph);
            draft_.report.others.push_back(std::move(item));
        }
    }

    /// Last year's measures, a paragraph each, with a place for what became of them.
    void list_measures() {
        const auto into = form_.find_field(fields_.measures_into);
        if (!into || options_.skeleton) return;
        Paragraphs listed;
        for (const std::string& path : fields_.measures_from) {
            const auto from = last_form_.find_field(path);
            if (!from) continue;
            for (const std::string& paragraph : text_of(last_, *from)) {
                for (const Sentence& sentence : split_sentences(paragraph)) {
                    const std::string measure = trimmed(sentence.text);
                    if (!measure.empty() && !measure.ends_with(lead_end))
                        listed.push_back(measure + fields_.measure_mark);
                }
            }
        }
        if (listed.empty()) return;
        listed.insert(listed.begin(), fields_.measures_lead);
        draft_.report.narrative[*into] = std::move(listed);
        draft_.to_write.push_back(*into);
    }

    void open_fields() {
        for (const auto& [path, paragraphs] : fields_.open) {
            const auto field = form_.find_field(path);
            if (!field) continue;
            draft_.report.narrative[*field] = paragraphs;
            draft_.to_write.push_back(*field);
        }
        std::sort(draft_.to_write.begin(), draft_.to_write.end());
    }

    const Report& last_;
    const Form& last_form_;
    const Form& form_;
    const Drafting& drafting_;
    const DraftOptions& options_;
    bool other_form_{last_form_.id != form_.id};
    DraftFields fields_;
    Draft draft_;
};

}  // namespace

Draft draft_next_year(const Report& last, const Form& last_form, const Form& form, const Drafting& drafting,
                      const DraftOptions& options) {
    return Drafter(last, last_form, form, drafting, options).draft();
}

}  // namespace nianbao
