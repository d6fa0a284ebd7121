#include "writers/docx_annotator/phrase_match.h"

#include <algorithm>
#include <string>
#include <vector>

#include "unicode/utf8.h"

namespace nianbao::word_annotation {
namespace {

/// A text without blanks and line breaks.
struct DenseText {
    explicit DenseText(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const char32_t code = next_code_point(text, at);
            if (is_blank(code) || code == '\n' || code == '\r') continue;
            codes += code;
            places.push_back({begin, at});
        }
    }
    [[nodiscard]] Stretch stretch(std::size_t first, std::size_t count) const {
        return {places[first].begin, places[first + count - 1].end};
    }
    /// Of the code points that begin in a stretch.
    [[nodiscard]] Stretch indices(Stretch bytes) const {
        const auto index = [&](std::size_t byte) {
            const auto found = std::lower_bound(places.begin(), places.end(), byte,
                                                [](const Stretch& each, std::size_t at) { return each.begin < at; });
            return static_cast<std::size_t>(found - places.begin());
        };
        return {index(bytes.begin), index(bytes.end)};
    }

    std::u32string codes;
    std::vector<Stretch> places;
};

std::vector<std::size_t> places_of(std::u32string_view phrase, std::u32string_view text) {
    std::vector<std::size_t> places;
    for (std::size_t at = text.find(phrase); at != std::u32string_view::npos;
         at = text.find(phrase, at + phrase.size()))
        places.push_back(at);
    return places;
}

}  // namespace

std::optional<Stretch> find_phrase(std::string_view line, std::string_view words, Stretch within) {
    const DenseText shown(line), read(words);
    const Stretch wanted = read.indices(within);
    if (wanted.begin >= wanted.end) return std::nullopt;
    const std::size_t count = wanted.end - wanted.begin;
    if (const std::size_t at = shown.codes.find(read.codes); at != std::u32string::npos) {
        return shown.stretch(at + wanted.begin, count);
    }
    const std::u32string_view phrase = std::u32string_view(read.codes).substr(wanted.begin, count);
    const std::vector<std::size_t> all = places_of(phrase, shown.codes);
    const std::size_t behind = places_of(phrase, std::u32string_view(read.codes).substr(wanted.end)).size();
    if (all.size() <= behind) return std::nullopt;
    return shown.stretch(all[all.size() - 1 - behind], count);
}

}  // namespace nianbao::word_annotation
