#include "recognition/broken_numbers.h"

namespace nianbao {
namespace {

constexpr std::size_t most_steps = 200'000;

class Mender {
public:
    Mender(const std::vector<std::string>& first, const std::vector<std::string>& below, const CellSums& sums)
        : first_(first), below_(below), sums_(sums) {}

    std::optional<Numbers> mend() {
        go(0);
        return ways_ == 1 && steps_ <= most_steps ? std::optional(found_) : std::nullopt;
    }

private:
    void go(std::size_t used) {
        if (ways_ > 1 || ++steps_ > most_steps) return;
        if (numbers_.size() == first_.size()) {
            if (used < below_.size()) return;
            ++ways_;
            found_ = numbers_;
            return;
        }
        const std::string& top = first_[numbers_.size()];
        take(top, used);
        if (used < below_.size() && top != "0") take(top + below_[used], used + 1);  // no number begins with 0
    }

    void take(const std::string& text, std::size_t used) {
        const auto number = parse_amount(text);
        if (!number || is_negative(*number)) return;
        numbers_.push_back(*number);
        if (sums_.hold_so_far(numbers_)) go(used);
        numbers_.pop_back();
    }

    const std::vector<std::string>& first_;
    const std::vector<std::string>& below_;
    const CellSums& sums_;
    Numbers numbers_, found_;
    std::size_t ways_{}, steps_{};
};

}  // namespace

std::optional<Numbers> mended_numbers(const std::vector<std::string>& first, const std::vector<std::string>& below,
                                      const CellSums& sums) {
    if (below.empty() || below.size() > first.size() || sums.sums().empty()) return std::nullopt;
    Numbers bare;
    for (const std::string& number : first) {
        const auto amount = parse_amount(number);
        if (!amount) return std::nullopt;
        bare.push_back(*amount);
    }
    if (sums.hold(bare).value_or(true)) return std::nullopt;  // what stands below is something else
    return Mender(first, below, sums).mend();
}

}  // namespace nianbao
