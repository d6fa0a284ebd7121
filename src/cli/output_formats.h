/// The list of output formats: a new one is a writer and a line here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/form.h"

namespace nianbao {

struct WriteOptions {
    std::size_t width{100};  ///< of tables in text
};

struct OutputFormat {
    std::string_view name;  ///< also the extension
    bool is_text;           ///< may go to a terminal
    std::string (*write)(const Document&, const Form&, const WriteOptions&);
};

[[nodiscard]] const OutputFormat* find_output_format(std::string_view name);
[[nodiscard]] std::vector<std::string> output_format_names();

}  // namespace nianbao
