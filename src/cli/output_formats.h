/// The list of output formats: a new one is a writer, or another program asked to be one, and a line here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/schema_files.h"
#include "model/document.h"
#include "model/form.h"

namespace nianbao {

/// Made by another program: it may be missing, and the bytes are others every time.
inline constexpr std::string_view pdf_format = "pdf";

struct WriteOptions {
    std::size_t width{100};  ///< of tables in text
    bool fragment{};         ///< of a page the article alone
};

struct OutputFormat {
    std::string_view name;  ///< also the extension
    bool is_text;           ///< may go to a terminal
    /// `SourceFiles` are the templates, for formats that have a shell.
    std::string (*write)(const Document&, const Form&, const SourceFiles&, const WriteOptions&);
    /// Where another program has to be there: throws OutputError where it is not.
    void (*require)(){};
};

[[nodiscard]] const OutputFormat* find_output_format(std::string_view name);
/// Of the format that a file is named for, in any case, `.htm` for html; what it ends in where that is none, and
/// nothing where it has no ending.
[[nodiscard]] std::string format_name_of(const std::string& path);
[[nodiscard]] std::vector<std::string> output_format_names();

}  // namespace nianbao
