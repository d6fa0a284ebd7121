#include "writers/own_marks.h"

#include <algorithm>

#include "model/printed_marks.h"

namespace nianbao {
namespace {

std::string marks_of(const std::vector<std::string>& lines) {
    std::vector<std::string> marks;
    for (const std::string& line : lines) {
        const std::string mark = line_mark(line);
        if (std::find(marks.begin(), marks.end(), mark) == marks.end()) marks.push_back(mark);
    }
    std::string text;
    for (const std::string& mark : marks) text += (text.empty() ? "" : " ") + mark;
    return text;
}

}  // namespace

std::map<std::string, std::string> own_marks(const Document& document, std::size_t headings,
                                             const std::vector<std::string>& own_lines) {
    auto properties = document.properties;
    if (properties.empty()) return properties;
    properties.emplace(sections_property, std::to_string(headings));
    if (!own_lines.empty()) properties.emplace(own_lines_property, marks_of(own_lines));
    return properties;
}

}  // namespace nianbao
