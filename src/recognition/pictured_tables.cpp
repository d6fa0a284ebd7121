#include "recognition/pictured_tables.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace nianbao {
namespace {

/// Places of the same file in their order; nothing for places in tables, which have none among paragraphs.
std::optional<std::uint64_t> order_of(const Place& place) {
    if (const auto* text = std::get_if<TextPlace>(&place))
        return (static_cast<std::uint64_t>(text->line) << 32U) | text->column;
    if (const auto* paragraph = std::get_if<ParagraphPlace>(&place)) return paragraph->paragraph;
    return std::nullopt;
}

const Place* picture_between(const Page& page, std::uint64_t begin, std::uint64_t end) {
    for (const Place& picture : page.pictures) {
        const auto at = order_of(picture);
        if (at && *at >= begin && *at < end) return &picture;
    }
    return nullptr;
}

}  // namespace

void tell_pictured_tables(const Page& page, const PageStream& stream, const std::vector<StreamRange>& sections,
                          const Form& form, Reading& reading) {
    constexpr auto last = std::numeric_limits<std::uint64_t>::max();
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        const int table = form.sections[i].table;
        const StreamRange& range = sections[i];
        if (table < 0 || range.begin == 0 || range.begin > range.end) continue;
        const auto t = static_cast<std::size_t>(table);
        if (reading.provenance.tables[t].place != Place{}) continue;
        const auto begin = order_of(stream.place_of(range.begin - 1));
        const auto end = range.end < stream.size() ? order_of(stream.place_of(range.end)) : last;
        const Place* picture = begin && end ? picture_between(page, *begin, *end) : nullptr;
        if (!picture) continue;
        Diagnostic& note = reading.notes.emplace_back();
        note.code = "t.missing";
        note.variant = "picture";
        note.at = at_table(t);
        note.place = *picture;
    }
}

}  // namespace nianbao
