/// The paragraphs of a report with their addresses, section by section: what checks on words walk through.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

constexpr int before_sections = -1;

struct Passage {
    Address at;  ///< the paragraph as a whole
    int section{before_sections};
    std::string_view text;  ///< lives as long as the report
};

/// The paragraphs of one section (`before_sections`: the preface), further sub-items behind the form's own.
[[nodiscard]] std::vector<Passage> passages_of(const Report& report, const Form& form, int section);

/// Whether a section is there at all: one of its fields is, even if empty.
[[nodiscard]] bool has_section(const Report& report, const Form& form, std::size_t section);

/// All text of some passages in one piece, a line each.
[[nodiscard]] std::string joined(const std::vector<Passage>& passages);

/// Whether `text` contains one of `words`.
[[nodiscard]] bool mentions_any(std::string_view text, const std::vector<std::string>& words);

/// Index of a section by its id; nothing for an unknown one.
[[nodiscard]] std::optional<std::size_t> find_section(const Form& form, std::string_view id);

}  // namespace nianbao
