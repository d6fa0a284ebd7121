#include "readers/html/strong_text.h"

#include <algorithm>

namespace nianbao::html_reading {
namespace {

bool is_part_of_table(ElementKind kind) {
    return kind == ElementKind::row_group || kind == ElementKind::row || kind == ElementKind::cell ||
           kind == ElementKind::caption;
}

}  // namespace

void StrongText::start(ElementKind kind, std::size_t at) {
    if (kind == ElementKind::emphasis) return set(open_ + 1, at);
    if (kind == ElementKind::table) outside_.push_back(open_);
    if (is_part_of_table(kind) && !outside_.empty()) set(outside(), at);
}

void StrongText::end(ElementKind kind, std::size_t at) {
    if (kind == ElementKind::emphasis && open_ > outside()) return set(open_ - 1, at);
    if (outside_.empty()) return;
    if (is_part_of_table(kind) || kind == ElementKind::table) set(outside(), at);
    if (kind == ElementKind::table) outside_.pop_back();
}

void StrongText::set(std::size_t open, std::size_t at) {
    if ((open > 0) != (open_ > 0)) changes_.push_back(at);
    open_ = open;
}

bool StrongText::holds(std::size_t byte) const {
    return (std::upper_bound(changes_.begin(), changes_.end(), byte) - changes_.begin()) % 2 == 1;
}

}  // namespace nianbao::html_reading
