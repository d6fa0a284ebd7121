#include "readers/html/open_elements.h"

namespace nianbao::html_reading {
namespace {

using Kind = ElementKind;

/// Text, lists and paragraphs inside close nothing that is outside of it.
bool is_border(Kind kind) { return kind == Kind::table || kind == Kind::cell || kind == Kind::caption; }

bool is_special(Kind kind) { return kind != Kind::phrase; }

constexpr auto same_name = [](const auto& open, const auto& wanted) { return open.name == wanted.name; };
constexpr auto same_kind = [](const auto& open, const auto& wanted) { return open.kind == wanted.kind; };
constexpr auto at_border = [](const auto& open, const auto&) { return is_border(open.kind); };
constexpr auto at_table = [](const auto& open, const auto&) { return open.kind == Kind::table; };
constexpr auto at_special = [](const auto& open, const auto&) { return is_special(open.kind); };
constexpr auto at_list = [](const auto& open, const auto&) {
    return is_border(open.kind) || open.name == "ul" || open.name == "ol";
};
constexpr auto outside_item = [](const auto& open, const auto&) {
    return is_special(open.kind) && open.kind != Kind::paragraph && open.name != "div" && open.name != "address";
};

}  // namespace

void OpenElements::start(ElementKind kind, const std::string& name) {
    const Element element{kind, name};
    switch (kind) {
        case Kind::row_group:
        case Kind::row:
        case Kind::cell:
        case Kind::caption:
            return start_in_table(element);
        case Kind::table:
            return start_table();
        case Kind::phrase:
            return open_.push_back(element);
        case Kind::item:
        case Kind::term:
            close(element, same_kind, outside_item);
            break;
        default:
            break;
    }
    if (kind == Kind::root || name == "br" || name == "meta") return;
    close({Kind::paragraph, "p"}, same_kind, at_border);
    if (kind == Kind::heading && !open_.empty() && open_.back().kind == Kind::heading) open_.pop_back();
    if (kind != Kind::empty) open_.push_back(element);
}

void OpenElements::end(ElementKind kind, const std::string& name) {
    const Element element{kind, name};
    switch (kind) {
        case Kind::table:
        case Kind::row_group:
        case Kind::row:
        case Kind::cell:
        case Kind::caption:
            return close(element, same_name, at_table);
        case Kind::heading:
            return close(element, same_kind, at_border);
        case Kind::item:
            return close(element, same_name, at_list);
        case Kind::phrase:
            return close(element, same_name, at_special);
        default:
            return close(element, same_name, at_border);
    }
}

/// A table outside of the cells of another ends that one.
void OpenElements::start_table() {
    const Element table{Kind::table, "table"};
    close(table, same_kind, at_border);
    open_.push_back(table);
}

void OpenElements::start_in_table(const Element& part) {
    std::size_t keep = open_.size();
    while (keep > 0 && open_[keep - 1].kind != Kind::table) --keep;
    if (keep == 0) return;  // is passed over outside of a table
    const auto keep_or_add = [&](Kind kind, const char* name) {
        if (keep == open_.size() || open_[keep].kind != kind) {
            open_.resize(keep);
            open_.push_back({kind, name});
        }
        ++keep;
    };
    if (part.kind == Kind::row || part.kind == Kind::cell) keep_or_add(Kind::row_group, "tbody");
    if (part.kind == Kind::cell) keep_or_add(Kind::row, "tr");
    open_.resize(keep);
    open_.push_back(part);
}

void OpenElements::close(const Element& wanted, Test is_wanted, Test stops) {
    for (std::size_t at = open_.size(); at-- > 0;) {
        if (is_wanted(open_[at], wanted)) return open_.resize(at);
        if (stops(open_[at], wanted)) return;
    }
}

}  // namespace nianbao::html_reading
