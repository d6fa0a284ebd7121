/// The shape of the report file that a form asks for: which keys stand below which, and where cells and fields hang.
/// The JSON reader, the JSON writer and the generated JSON Schema walk the same tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"

namespace nianbao {

struct ShapeNode {
    std::string key;
    std::vector<ShapeNode> children;  ///< in the order of the form
    int index{-1};                    ///< the cell or field that stands here
    int plain{-1};                    ///< the field that takes the text of a group given as plain text
    bool extras{};                    ///< an array of further sub-items stands here

    [[nodiscard]] const ShapeNode* find(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> keys() const;
};

/// The tables' cells, by their paths.
[[nodiscard]] ShapeNode shape_of_cells(const Form& form);
/// The narrative fields, by their paths; one child, `narrative`.
[[nodiscard]] ShapeNode shape_of_narrative(const Form& form);

}  // namespace nianbao
