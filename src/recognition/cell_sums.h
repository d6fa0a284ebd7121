/// The sums that hold among some cells of the form alone: those of a row, of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/form.h"

namespace nianbao {

using Numbers = std::vector<Amount>;

class CellSums {
public:
    /// Σ ±number + constant = 0.
    struct Sum {
        struct Term {
            int sign{1};
            std::size_t at{};  ///< which of the cells
        };
        std::vector<Term> terms;
        Amount constant{};
    };

    explicit CellSums(std::vector<Sum> sums) : sums_(std::move(sums)) {}
    CellSums(const Form& form, const std::vector<CellId>& cells);

    [[nodiscard]] const std::vector<Sum>& sums() const { return sums_; }
    /// Whether all hold; nothing where there are none.
    [[nodiscard]] std::optional<bool> hold(const Numbers& numbers) const;
    /// Whether those hold that the last of the first few numbers completes.
    [[nodiscard]] bool hold_so_far(const Numbers& first) const;

private:
    std::vector<Sum> sums_;
};

}  // namespace nianbao
