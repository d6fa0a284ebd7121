/// A template with all the partials it puts in, read and checked. A partial `{{> partials/item}}` is the file
/// `partials/item.md`: names are paths inside the template folder, never outside.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "forms/schema_files.h"
#include "templating/template_source.h"

namespace nianbao {

constexpr std::size_t max_partial_depth = 16;

struct TemplateSet {
    std::vector<TemplateSource> sources;  ///< the main one first
    std::map<std::string, std::size_t> by_partial_name;
};

/// Throws TemplateError: also where a file is missing, or partials put themselves in or go deeper than 16.
[[nodiscard]] TemplateSet read_templates(const SourceFiles& files, const std::string& main);

}  // namespace nianbao
