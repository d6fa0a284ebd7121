#include "writers/accepted_writer.h"

#include "writers/json_text.h"

namespace nianbao {

std::string write_accepted_file(const AcceptedFile& file) {
    JsonNode list = JsonNode::array();
    for (const auto& [key, reason] : file.reasons) {
        JsonNode entry = JsonNode::object();
        entry.put("agency", key.agency).put("year", JsonNode::raw(std::to_string(key.year)));
        entry.put("code", key.code).put("cell", key.cell).put("value", key.value);
        if (!key.expected.empty()) entry.put("expected", key.expected);
        list.add(std::move(entry.put("reason", reason)));
    }
    JsonNode root = JsonNode::object();
    if (!file.schema.empty()) root.put("$schema", file.schema);
    // Narrow, so that each member has its line: reasons are filled in by hand, and differences are read.
    constexpr std::size_t width = 40;
    return root.put("accepted", std::move(list)).page(width);
}

}  // namespace nianbao
