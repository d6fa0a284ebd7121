/// The numbers of lists, counted from item to item.
#pragma once

#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "readers/docx/draft.h"
#include "readers/docx/numbering_part.h"

namespace nianbao::docx_reading {

/// Takes the items in the order in which they stand. `numbering` has to outlive it.
class ListNumbers {
public:
    explicit ListNumbers(const Numbering& numbering) : numbering_(numbering), counters_(numbering.kinds.size()) {}

    /// What stands in front of the item: `一、`, `（2）`, `1.1 `. Empty for a bullet, and for what is in no list.
    [[nodiscard]] std::string next(const ListItem& item);

private:
    struct Counters {
        std::array<int, list_levels> value{};
        std::array<bool, list_levels> running{};
    };

    [[nodiscard]] int first(const ListItem& item) const;
    void count(const ListItem& item, Counters& counters);
    [[nodiscard]] std::string text(const ListItem& item, const Counters& counters) const;

    const Numbering& numbering_;
    std::vector<Counters> counters_;            ///< by kind of list: lists of one kind go on counting
    std::set<std::pair<int, int>> overridden_;  ///< list and level whose own start was used
};

}  // namespace nianbao::docx_reading
