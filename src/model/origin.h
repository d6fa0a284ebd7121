/// Where a report's values stood in the file they were read from, and how they were read. It stands beside the report,
/// never in it: checks see the report alone, and `locate()` adds the places to their findings afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/diagnostic.h"
#include "model/report.h"

namespace nianbao {

struct Origin {
    Place place;
    enum class How : std::uint8_t { exact, repaired, inferred, open } how{How::exact};
    std::string raw;  ///< the text as it stood, where it differs from the value
};

/// By index of what they describe; an entry without a place was not in the file.
struct Provenance {
    std::vector<std::string> sheets;
    std::vector<Origin> identity;                 ///< by `Identity`
    std::vector<Origin> sections, tables, cells;  ///< an absent cell has the place of what should hold it
    std::vector<Origin> fields;
    std::vector<std::vector<Origin>> paragraphs;  ///< by field, then paragraph
    std::vector<Origin> others;
};

/// Every reader's result. `notes` tell what the reader repaired or found at odds; none of them is fatal.
struct Reading {
    Report report;
    Provenance provenance;
    std::vector<Diagnostic> notes;
};

/// Sets the place of a finding from where its subject stood.
void locate(Diagnostic& diagnostic, const Provenance& provenance);

}  // namespace nianbao
