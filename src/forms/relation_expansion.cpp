#include "forms/relation_expansion.h"

#include <algorithm>

#include "forms/form_reader.h"

namespace nianbao {
namespace {

std::string id_path(const Line& line) {
    std::string path;
    for (const Axis* axis : line.path) {
        if (axis->id.empty()) continue;
        if (!path.empty()) path += '/';
        path += axis->id;
    }
    return path;
}

bool names_several(const std::string& entry) { return entry == "**" || entry.ends_with("/**"); }

bool below(const std::string& path, const std::string& entry) {
    return entry == "**" || path.starts_with(entry.substr(0, entry.size() - 2));
}

struct Entry {
    std::string path;
    bool last_year{};
};

Entry read_entry(const std::string& text) {
    constexpr std::string_view last = "last:";
    if (text.starts_with(last)) return {text.substr(last.size()), true};
    return {text, false};
}

/// Expands one pattern over one block of its table.
class Expander {
public:
    Expander(Form& form, const RelationPattern& pattern, std::size_t rule, std::size_t table, std::size_t block)
        : form_(form),
          pattern_(pattern),
          rule_(rule),
          over_columns_(pattern.over == "column"),
          repeated_(over_columns_ ? form.columns[table][block] : form.rows[table][block]),
          named_(over_columns_ ? form.rows[table][block] : form.columns[table][block]) {
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            if (form.cells[i].table == table && form.cells[i].block == block) {
                first_ = i;
                break;
            }
        }
        columns_ = form.columns[table][block].size();
        for (const Line& line : named_) paths_.push_back(id_path(line));
    }

    /// False where the block has not all that the pattern names.
    bool expand() {
        if (!has_all_entries()) return false;
        for (std::size_t i = 0; i < repeated_.size(); ++i) {
            const std::string path = id_path(repeated_[i]);
            if (!pattern_.only.empty() &&
                std::find(pattern_.only.begin(), pattern_.only.end(), path) == pattern_.only.end()) {
                continue;
            }
            add_relation(i, path);
        }
        return true;
    }

private:
    bool has_all_entries() const {
        for (const auto* side : {&pattern_.add, &pattern_.subtract}) {
            for (const std::string& text : *side) {
                const Entry entry = read_entry(text);
                const bool found = std::any_of(paths_.begin(), paths_.end(), [&](const std::string& path) {
                    return names_several(entry.path) ? below(path, entry.path) : path == entry.path;
                });
                if (!found) return false;
            }
        }
        return true;
    }

    bool named_alone(const std::string& path) const {
        for (const auto* side : {&pattern_.add, &pattern_.subtract}) {
            if (std::find(side->begin(), side->end(), path) != side->end()) return true;
        }
        return false;
    }

    CellId cell(std::size_t repeated, std::size_t named) const {
        const auto row = over_columns_ ? named : repeated;
        const auto column = over_columns_ ? repeated : named;
        return static_cast<CellId>(first_ + row * columns_ + column);
    }

    void add_terms(Relation& relation, const std::vector<std::string>& side, int sign, std::size_t repeated) const {
        for (const std::string& text : side) {
            const Entry entry = read_entry(text);
            for (std::size_t n = 0; n < paths_.size(); ++n) {
                const bool meant = names_several(entry.path) ? below(paths_[n], entry.path) && !named_alone(paths_[n])
                                                             : paths_[n] == entry.path;
                if (meant) relation.terms.push_back({sign, cell(repeated, n), entry.last_year});
            }
        }
    }

    void add_relation(std::size_t repeated, const std::string& path) {
        Relation relation;
        relation.constant = pattern_.constant;
        relation.at_least_zero = pattern_.at_least_zero;
        relation.defines = pattern_.defines;
        relation.rule = rule_;
        add_terms(relation, pattern_.add, 1, repeated);
        relation.adding = relation.terms.size();
        add_terms(relation, pattern_.subtract, -1, repeated);
        const auto told = std::find(paths_.begin(), paths_.end(), pattern_.told_at);
        if (told == paths_.end()) throw DefinitionError("told_at names nothing: " + pattern_.told_at);
        relation.told_at = cell(repeated, static_cast<std::size_t>(told - paths_.begin()));
        for (const std::string& key : {std::string("*"), path}) {
            const auto found = pattern_.follows_from.find(key);
            if (found != pattern_.follows_from.end()) relation.follows_from = found->second;
        }
        form_.relations.push_back(std::move(relation));
    }

    Form& form_;
    const RelationPattern& pattern_;
    std::size_t rule_;
    bool over_columns_;
    const std::vector<Line>& repeated_;
    const std::vector<Line>& named_;
    std::size_t first_{}, columns_{};
    std::vector<std::string> paths_;
};

/// A pattern over single cells: its entries are paths below the table.
void expand_over_cells(Form& form, const RelationPattern& pattern, std::size_t rule) {
    Relation relation;
    relation.constant = pattern.constant;
    relation.at_least_zero = pattern.at_least_zero;
    relation.defines = pattern.defines;
    relation.rule = rule;
    const auto cell = [&](const std::string& path) {
        const auto found = form.find_cell("/" + pattern.table + "/" + path);
        if (!found) throw DefinitionError("no cell " + pattern.table + "/" + path);
        return *found;
    };
    for (const std::string& text : pattern.add) {
        const Entry entry = read_entry(text);
        relation.terms.push_back({1, cell(entry.path), entry.last_year});
    }
    relation.adding = relation.terms.size();
    for (const std::string& text : pattern.subtract) {
        const Entry entry = read_entry(text);
        relation.terms.push_back({-1, cell(entry.path), entry.last_year});
    }
    relation.told_at = cell(pattern.told_at);
    form.relations.push_back(std::move(relation));
}

bool concerns(const std::vector<std::string>& forms, const Form& form) {
    return forms.empty() || std::find(forms.begin(), forms.end(), form.id) != forms.end();
}

void expand_pattern(Form& form, const RelationPattern& pattern, const Rule& rule, std::size_t index) {
    if (pattern.over == "cell") return expand_over_cells(form, pattern, index);
    bool expanded = false;
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
        if (form.tables[t].id != pattern.table) continue;
        for (std::size_t b = 0; b < form.tables[t].blocks.size(); ++b) {
            expanded |= Expander(form, pattern, index, t, b).expand();
        }
    }
    if (!expanded)
        throw DefinitionError("rule " + rule.code + " names rows or columns that form " + form.id + " lacks");
}

}  // namespace

void expand_relations(Form& form, const Catalogue& catalogue) {
    for (std::size_t i = 0; i < catalogue.rules.size(); ++i) {
        const Rule& rule = catalogue.rules[i];
        if (!concerns(rule.applies.forms, form)) continue;
        for (const RelationPattern& pattern : rule.relations) {
            if (concerns(pattern.forms, form)) expand_pattern(form, pattern, rule, i);
        }
    }
    for (const Relation& relation : form.relations) {
        if (relation.defines) form.cells[relation.told_at].derived = true;
    }
}

}  // namespace nianbao
