/// Which of a page's text is strong, told from its tags in the order of the source: emphasis that is not closed goes on
/// in the paragraphs that follow, but not out of its cell.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/html/kept_elements.h"

namespace nianbao::html_reading {

class StrongText {
public:
    /// Each at the byte behind its tag, in rising order.
    void start(ElementKind kind, std::size_t at);
    void end(ElementKind kind, std::size_t at);

    [[nodiscard]] bool holds(std::size_t byte) const;

private:
    [[nodiscard]] std::size_t outside() const { return outside_.empty() ? 0 : outside_.back(); }
    void set(std::size_t open, std::size_t at);

    std::size_t open_{};                ///< elements that emphasise
    std::vector<std::size_t> outside_;  ///< of them, those around each open table
    std::vector<std::size_t> changes_;  ///< where strong text begins, ends, begins, …
};

}  // namespace nianbao::html_reading
