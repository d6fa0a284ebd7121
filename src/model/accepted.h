/// Findings that a reviewer has accepted, each with a reason. One is known by what was found and by what stood there,
/// so that another number is another finding.
#pragma once

#include <compare>
#include <map>
#include <string>

namespace nianbao {

struct AcceptedKey {
    std::string agency;
    int year{};
    std::string code;
    std::string cell;      ///< JSON pointer of the subject; empty: the whole report
    std::string value;     ///< what stands there: the phrase, the number, the cells with their values
    std::string expected;  ///< what should; empty where the rule has nothing of the kind

    auto operator<=>(const AcceptedKey&) const = default;
};

/// Why each was accepted; an empty reason is one that is still to be given, and accepts nothing.
using AcceptedReasons = std::map<AcceptedKey, std::string>;

struct AcceptedFile {
    std::string schema;  ///< `"$schema"`, for editors
    AcceptedReasons reasons;
};

}  // namespace nianbao
