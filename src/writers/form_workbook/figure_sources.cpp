#include "writers/form_workbook/figure_sources.h"

#include <algorithm>

namespace nianbao {
namespace {

using Sources = std::vector<std::pair<std::string, std::vector<std::string>>>;

std::string innermost_source(const Line& line) {
    for (auto axis = line.path.rbegin(); axis != line.path.rend(); ++axis) {
        if (!(*axis)->source.zh.empty()) return (*axis)->source.zh;
    }
    return {};
}

void add(Sources& sources, const std::string& source, const std::string& label) {
    if (source.empty()) return;
    auto known = std::find_if(sources.begin(), sources.end(), [&](const auto& entry) { return entry.first == source; });
    if (known == sources.end()) known = sources.insert(sources.end(), {source, {}});
    auto& labels = known->second;
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
}

Sources sources_of(const std::vector<Line>& lines) {
    Sources sources;
    for (const Line& line : lines) add(sources, innermost_source(line), line.path.front()->label.zh);
    return sources;
}

std::string all_of(const Sources& sources) {
    std::string text;
    for (const auto& [source, labels] : sources) text += (text.empty() ? "" : "、") + source;
    return text;
}

}  // namespace

std::string source_of_row(const Form& form, CellId cell) {
    const CellInfo& info = form.cells[cell];
    const std::vector<Line>& rows = form.rows[info.table][info.block];
    const bool none =
        std::all_of(rows.begin(), rows.end(), [](const Line& line) { return innermost_source(line).empty(); });
    return none ? all_of(sources_of(form.columns[info.table][info.block])) : innermost_source(rows[info.row]);
}

Sources sources_of_table(const Form& form, std::size_t table) {
    Sources all;
    for (std::size_t block = 0; block < form.rows[table].size(); ++block) {
        Sources sources = sources_of(form.rows[table][block]);
        if (sources.empty()) sources = sources_of(form.columns[table][block]);
        for (const auto& [source, labels] : sources) {
            for (const std::string& label : labels) add(all, source, label);
        }
    }
    if (all.size() == 1) all.front().second.clear();
    return all;
}

}  // namespace nianbao
