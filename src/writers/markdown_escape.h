/// Text that comes back from CommonMark (and GitHub's Markdown) exactly as it is here.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// Where a text stands, and whether it is the first or last of its line.
struct MarkdownPlace {
    enum class Kind { paragraph, heading, cell } kind{Kind::paragraph};
    bool begins_line{true}, ends_line{true};
};

[[nodiscard]] std::string escape_markdown(std::string_view text, MarkdownPlace place);

}  // namespace nianbao
