#include "writers/package_manifest_writer.h"

#include "writers/json_text.h"

namespace nianbao {
namespace {

const char* name_of(PackagedFile::Role role) {
    switch (role) {
        case PackagedFile::Role::report:
            return "report";
        case PackagedFile::Role::table:
            return "table";
        case PackagedFile::Role::input:
            return "input";
        case PackagedFile::Role::check:
            break;
    }
    return "check";
}

JsonNode number(std::uint64_t value) { return JsonNode::raw(std::to_string(value)); }

}  // namespace

std::string write_package_manifest(const PackageManifest& manifest) {
    JsonNode form = JsonNode::object();
    form.put("id", manifest.form).put("citation", manifest.citation);
    JsonNode program = JsonNode::object();
    program.put("name", "nianbao").put("version", manifest.program);
    JsonNode files = JsonNode::array();
    for (const PackagedFile& file : manifest.files) {
        JsonNode node = JsonNode::object();
        node.put("path", file.path).put("role", name_of(file.role)).put("format", file.format);
        if (!file.table.empty()) node.put("table", file.table);
        files.add(std::move(node.put("size", number(file.size)).put("sha256", file.sha256)));
    }
    JsonNode root = JsonNode::object();
    root.put("format", package_format).put("version", number(package_format_version));
    root.put("program", std::move(program)).put("form", std::move(form));
    root.put("agency", manifest.agency).put("year", JsonNode::raw(std::to_string(manifest.year)));
    if (!manifest.published.empty()) root.put("published", manifest.published);
    if (manifest.draft) root.put("draft", JsonNode::raw("true"));
    return root.put("files", std::move(files)).page();
}

}  // namespace nianbao
