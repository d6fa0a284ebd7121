#include "forms/rule_examples.h"

#include "forms/definition_json.h"
#include "forms/form_reader.h"

namespace nianbao {

std::string changed_sample(std::string_view sample, const SampleChanges& changes) {
    using OrderedJson = nlohmann::ordered_json;
    try {
        OrderedJson report = OrderedJson::parse(sample);
        for (const auto& [pointer, value] : changes) {
            const OrderedJson::json_pointer at(pointer);
            if (value) {
                report[at] = OrderedJson::parse(*value);
            } else {
                report.at(at.parent_pointer()).erase(at.back());
            }
        }
        return report.dump(2);
    } catch (const OrderedJson::exception& error) {
        throw DefinitionError(std::string("an example does not fit the sample: ") + error.what());
    }
}

Catalogue for_example(Catalogue catalogue, const Rule& rule, const RuleExample& example) {
    for (Rule& each : catalogue.rules) {
        if (each.code != rule.code) continue;
        if (each.severity == Severity::off) each.severity = Severity::info;
        for (const auto& [name, value] : example.parameters) each.parameters[name] = value;
    }
    return catalogue;
}

}  // namespace nianbao
