#include "cli/output_formats.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/pdf_printer.h"
#include "unicode/letters.h"
#include "writers/docx_writer.h"
#include "writers/html_writer.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"
#include "writers/tsv_writer.h"
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
    OutputFormat{"html", true,
                 [](const Document& document, const Form&, const SourceFiles& templates, const WriteOptions& options) {
                     return write_html(document, templates, {.fragment = options.fragment});
                 }},
    OutputFormat{"docx", false,
                 [](const Document& document, const Form&, const SourceFiles& templates, const WriteOptions&) {
                     return write_docx(document, templates);
                 }},
    OutputFormat{"tsv", true,
                 [](const Document& document, const Form&, const SourceFiles&, const WriteOptions&) {
                     return write_tsv(document);
                 }},
    OutputFormat{pdf_format, false,
                 [](const Document& document, const Form&, const SourceFiles& templates, const WriteOptions&) {
                     return print_pdf(document, write_docx(document, templates), templates);
                 },
                 require_pdf_printer},
};

}  // namespace

const OutputFormat* find_output_format(std::string_view name) {
    const auto* found =
        std::find_if(formats.begin(), formats.end(), [&](const OutputFormat& f) { return f.name == name; });
    return found == formats.end() ? nullptr : found;
}

std::string format_name_of(const std::string& path) {
    const std::string extension = in_lower_case(std::filesystem::path(path).extension().string());
    if (extension.size() < 2) return {};
    return extension == ".htm" ? "html" : extension.substr(1);
}

std::vector<std::string> output_format_names() {
    std::vector<std::string> names;
    for (const OutputFormat& format : formats) names.emplace_back(format.name);
    return names;
}

}  // namespace nianbao
