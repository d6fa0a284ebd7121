/// Prints findings for people, and as JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "messages/finding_text.h"
#include "writers/json_text.h"

namespace nianbao {

/// What a run of `check` counted.
struct Tally {
    std::size_t reports{}, unreadable{}, errors{}, warnings{}, infos{}, accepted{};
    std::size_t compared{};  ///< of the reports, with last year's

    void add(const Input& input, const std::vector<Diagnostic>& findings);
};

/// Where a finding is, with the cells beside the first where it speaks of several.
[[nodiscard]] std::string finding_place(const Diagnostic& finding, const Input& input, Language language);

/// Several lines: 【须修改】…, what to do, and the place, code and basis.
[[nodiscard]] std::string finding_lines(const Diagnostic& finding, const Input& input, const Catalogue& catalogue,
                                        const Shell& shell);

[[nodiscard]] JsonNode finding_json(const Diagnostic& finding, const Input& input, const Catalogue& catalogue,
                                    Language language);

[[nodiscard]] JsonNode tally_json(const Tally& tally);
/// 共3处须修改、2处请核实，修改后可报送。
[[nodiscard]] std::string tally_line(const Tally& tally, Language language);

}  // namespace nianbao
