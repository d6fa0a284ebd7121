#include "cli/output_formats.h"

#include <algorithm>
#include <array>

#include "writers/docx_writer.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"
#include "writers/xlsx_writer.h"

namespace nianbao {
namespace {

constexpr std::array formats{
    OutputFormat{"txt", true,
                 [](const Document& document, const Form&, const SourceFiles&, const WriteOptions& options) {
                     return write_text(document, {.width = options.width});
                 }},
    OutputFormat{"md", true,
                 [](const Document& document, const Form&, const SourceFiles&, const WriteOptions&) {
                     return write_markdown(document);
                 }},
    OutputFormat{"xlsx", false,
                 [](const Document& document, const Form& form, const SourceFiles&, const WriteOptions&) {
                     return write_xlsx(document, form);
                 }},
    OutputFormat{"docx", false,
                 [](const Document& document, const Form&, const SourceFiles& templates, const WriteOptions&) {
                     return write_docx(document, templates);
                 }},
};

}  // namespace

const OutputFormat* find_output_format(std::string_view name) {
    const auto* found =
        std::find_if(formats.begin(), formats.end(), [&](const OutputFormat& f) { return f.name == name; });
    return found == formats.end() ? nullptr : found;
}

std::vector<std::string> output_format_names() {
    std::vector<std::string> names;
    for (const OutputFormat& format : formats) names.emplace_back(format.name);
    return names;
}

}  // namespace nianbao
