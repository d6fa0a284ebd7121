#include "readers/docx/list_numbers.h"

#include "readers/docx/number_format.h"

namespace nianbao::docx_reading {
namespace {

/// Whether `level` begins anew behind an item of a higher one.
bool begins_anew(const ListLevel& level, int higher) { return level.restart < 0 || higher < level.restart; }

bool ends_in_ascii(const std::string& text) { return !text.empty() && static_cast<unsigned char>(text.back()) < 0x80; }

const std::optional<int>* own_start(const Numbering& numbering, const ListItem& item) {
    const auto& overrides = numbering.lists.at(item.list).overrides;
    const auto found = overrides.find(item.level);
    return found != overrides.end() && found->second.start ? &found->second.start : nullptr;
}

}  // namespace

std::string ListNumbers::next(const ListItem& item) {
    const ListLevel* level = numbering_.level(item.list, item.level);
    if (!level) return {};
    Counters& counters = counters_[numbering_.lists.at(item.list).kind];
    count(item, counters);
    if (level->format == "bullet") return {};
    std::string number = text(item, counters);
    if (level->gap && ends_in_ascii(number) && number.back() != ' ') number += ' ';
    return number;
}

int ListNumbers::first(const ListItem& item) const {
    const auto* own = own_start(numbering_, item);
    return own ? **own : numbering_.level(item.list, item.level)->start;
}

void ListNumbers::count(const ListItem& item, Counters& counters) {
    const auto at = static_cast<std::size_t>(item.level);
    const bool own_begins = own_start(numbering_, item) != nullptr && overridden_.emplace(item.list, item.level).second;
    counters.value[at] = counters.running[at] && !own_begins ? counters.value[at] + 1 : first(item);
    counters.running[at] = true;
    for (int lower = item.level + 1; lower < list_levels; ++lower) {
        const ListLevel* level = numbering_.level(item.list, lower);
        if (level && begins_anew(*level, item.level)) counters.running[static_cast<std::size_t>(lower)] = false;
    }
}

std::string ListNumbers::text(const ListItem& item, const Counters& counters) const {
    const ListLevel& level = *numbering_.level(item.list, item.level);
    std::string text;
    for (std::size_t i = 0; i < level.text.size(); ++i) {
        const int place = level.text[i] == '%' && i + 1 < level.text.size() ? level.text[i + 1] - '1' : -1;
        if (place < 0 || place > item.level) {
            text += level.text[i];
            continue;
        }
        const auto at = static_cast<std::size_t>(place);
        const int value = counters.running[at] ? counters.value[at] : first({item.list, place});
        const std::string& format = numbering_.level(item.list, place)->format;
        text += formatted_number(value, level.decimal ? "decimal" : format);
        ++i;
    }
    return text;
}

}  // namespace nianbao::docx_reading
