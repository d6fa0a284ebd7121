/// How deep a parser will nest the elements of a page, told from its tags alone before it parses: what closes what in
/// a page without DOCTYPE, among the elements of `kept_elements.h`. It has to be exact, since an element that is
/// thought open when it is not will seem to close others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readers/html/kept_elements.h"

namespace nianbao::html_reading {

class OpenElements {
public:
    void start(ElementKind kind, const std::string& name);
    void end(ElementKind kind, const std::string& name);

    [[nodiscard]] std::size_t depth() const { return open_.size(); }

private:
    struct Element {
        ElementKind kind;
        std::string name;
    };
    using Test = bool (*)(const Element& open, const Element& wanted);

    void start_table();
    void start_in_table(const Element& part);
    /// Closes the innermost element that is wanted, and all in it, unless one that stops the search is in between.
    void close(const Element& wanted, Test is_wanted, Test stops);

    std::vector<Element> open_;
};

}  // namespace nianbao::html_reading
