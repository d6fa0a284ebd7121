/// The row labels of a table in a stream of text, found in the order of the form.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recognition/page_stream.h"

namespace nianbao {

/// A label without its ordinal, which writers set as 1. 1、 or （一）, and with it.
struct StreamPattern {
    struct Spelling {
        std::u32string core;
        bool is_part{};   ///< only the beginning of the label: the rest may follow in any wording
        bool is_other{};  ///< not the form's own
    };
    std::vector<Spelling> spellings;  ///< the longest first
    std::u32string ordinal;           ///< `1`, `一`; empty: the label has none
    bool needs_ordinal{};             ///< the label is too short to be known without it
    std::string written;              ///< as the form has it
};
[[nodiscard]] StreamPattern stream_pattern(const std::string& label, const std::vector<std::string>& also_written);

/// Characters of a stream; the end is behind the last.
struct StreamRange {
    std::size_t begin{}, end{};
};

/// Where a pattern stands, ordinal included, and how surely it is meant there.
struct StreamLabel {
    std::size_t pattern{};
    StreamRange at;
    int weight{};
    bool is_other{};  ///< in another spelling than the form's
};
/// Everywhere in a range; a label begins and ends where something else can: at a gap, beside a figure or a bracket,
/// beside another label. `others` are such labels, not looked for themselves.
[[nodiscard]] std::vector<StreamLabel> find_labels(const PageStream& stream, const StreamRange& range,
                                                   const std::vector<StreamPattern>& patterns,
                                                   const std::vector<StreamPattern>& others = {});

/// Of all that were found, those that stand in the order of the patterns and weigh most together; by pattern.
[[nodiscard]] std::vector<std::optional<StreamLabel>> labels_in_order(const std::vector<StreamLabel>& found,
                                                                      std::size_t patterns);

}  // namespace nianbao
