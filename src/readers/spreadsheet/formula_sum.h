/// A sum of decimals as a person would have it, though each is kept as a binary fraction.
#pragma once

#include <cmath>
#include <limits>

namespace nianbao::formulas {

/// Neumaier's sum: as good as exact for what people fill in. What is left where nothing should be is nothing.
class ExactSum {
public:
    void add(double number) {
        const double next = sum_ + number;
        rest_ += std::abs(sum_) >= std::abs(number) ? (sum_ - next) + number : (number - next) + sum_;
        sum_ = next;
        sizes_ += std::abs(number);
    }

    [[nodiscard]] double value() const {
        const double value = sum_ + rest_;
        return std::abs(value) <= sizes_ * std::numeric_limits<double>::epsilon() ? 0 : value;
    }

private:
    double sum_{}, rest_{};
    double sizes_{};  ///< of all that was added, without signs
};

}  // namespace nianbao::formulas
