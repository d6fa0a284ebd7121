#include "forms/drafting_reader.h"

#include "forms/definition_json.h"

namespace nianbao {
namespace {

using definition::Json;

NoneWords read_none(const Json& node) {
    using definition::words;
    return {words(node, "verbs"),      words(node, "bare"),        words(node, "links"),
            words(node, "counted"),    words(node, "not_counted"), words(node, "no_claim_behind"),
            words(node, "conditions"), words(node, "attributive"), words(node, "cases")};
}

FigureWords read_figures(const Json& node) {
    using definition::words;
    return {words(node, "units"), words(node, "kept_units"),      words(node, "counted"),    words(node, "contact"),
            words(node, "every"), words(node, "own_year_before"), read_none(node.at("none"))};
}

DraftFields read_fields(const Json& node) {
    DraftFields fields;
    if (node.contains("measures")) {
        const Json& measures = node.at("measures");
        fields.measures_from = definition::words(measures, "from");
        fields.measures_into = definition::word(measures, "into");
        fields.measures_lead = definition::word(measures, "lead");
        fields.measure_mark = definition::word(measures, "mark");
    }
    for (const auto& [path, paragraphs] : node.at("open").items())
        fields.open[path] = paragraphs.get<std::vector<std::string>>();
    return fields;
}

}  // namespace

Drafting read_drafting(std::string_view text, const std::string& file) {
    return definition::with_json(text, file, [](const Json& root) {
        Drafting drafting;
        drafting.figures = read_figures(root.at("figures"));
        for (const auto& [form, fields] : root.at("forms").items()) drafting.fields[form] = read_fields(fields);
        return drafting;
    });
}

}  // namespace nianbao
