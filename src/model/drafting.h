/// How next year's report is drafted from this year's: which words make a figure, and what a draft leaves open.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/none_words.h"

namespace nianbao {

/// Words by which the figures of a text are told from numbers that are none. All are compared as they are written.
struct FigureWords {
    std::vector<std::string> units;       ///< behind a number in digits, a part of the figure
    std::vector<std::string> kept_units;  ///< a number before one of these is no figure of the year: 20个工作日, 6号
    std::vector<std::string> counted;     ///< units behind a number in words that make it a figure
    std::vector<std::string> contact;     ///< the clause that holds one, with a number of five digits or more, is kept
    std::vector<std::string> every;       ///< a date behind one is a rule, not an event
    std::vector<std::string> own_year_before;  ///< 年 and one of these: the year of the report itself
    NoneWords none;
};

/// What a draft on one form puts in place of last year's text, by the path of the field.
struct DraftFields {
    std::vector<std::string> measures_from;  ///< last year's measures, listed one by one …
    std::string measures_into;               ///< … in this field; empty: nowhere
    std::string measures_lead, measure_mark;
    std::map<std::string, std::vector<std::string>> open;  ///< paragraphs that say what is to be written
};

struct Drafting {
    FigureWords figures;
    std::map<std::string, DraftFields> fields;  ///< by form
};

}  // namespace nianbao
