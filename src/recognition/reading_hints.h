/// What whoever hands a file in knows better than the file: given on the command line, or by the other half of a
/// report.
#pragma once

#include <string>

namespace nianbao {

struct ReadingHints {
    std::string agency;    ///< empty: as the file says
    int year{};            ///< 0: as the file says
    bool where_missing{};  ///< agency and year count only where the file does not say them
    std::string form;      ///< the edition where no table tells it; empty: the first whose headings stand there
    int year_of_tables{};  ///< of one of two that stand side by side; words of another year are left out. 0: the file's
};

}  // namespace nianbao
