/// What is known of published pages beside the form itself, as `schemas/recognition.json` has it.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace nianbao {

struct RecognitionWords {
    std::map<std::string, std::string> variants;  ///< characters that are read as others: traditional ones
    std::string subject;                          ///< what a title of a report speaks of
    std::vector<std::string> titles;              ///< one of which it holds besides
    std::vector<std::string> chrome;              ///< with which lines of a site's own begin
    std::vector<std::string> chrome_within;       ///< which they hold
    std::vector<std::string> open_cells;          ///< what a cell of a blank template says before it is filled in
    std::vector<std::string> open_places;         ///< what it says where words are to be written
    std::vector<std::string> garbled;             ///< what text becomes that was read in a wrong encoding
};

}  // namespace nianbao
