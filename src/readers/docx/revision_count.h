/// How many changes were tracked. What one author did at one time, with nothing unchanged between, is one change.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace nianbao::docx_reading {

class RevisionCount {
public:
    /// `mark` is kind, author and time. Says whether it is another change.
    bool take(std::string mark) {
        if (mark == last_) return false;
        last_ = std::move(mark);
        ++count_;
        return true;
    }
    /// Text that nobody changed.
    void interrupt() { last_.clear(); }

    [[nodiscard]] std::size_t count() const { return count_; }

private:
    std::string last_;
    std::size_t count_{};
};

}  // namespace nianbao::docx_reading
