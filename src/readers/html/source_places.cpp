#include "readers/html/source_places.h"

#include <algorithm>

namespace nianbao::html_reading {
namespace {

/// A page may be one line of megabytes, so counting from the line's begin is too slow.
constexpr std::size_t step = 256;

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

SourcePlaces::SourcePlaces(std::string_view source) : source_(source), lines_{0} {
    std::uint32_t code_points = 0;
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (at % step == 0) steps_.push_back(code_points);
        if (begins_code_point(source[at])) ++code_points;
        if (source[at] == '\n') lines_.push_back(at + 1);
    }
    if (source.size() % step == 0) steps_.push_back(code_points);
}

std::size_t SourcePlaces::code_points_before(std::size_t byte) const {
    const std::size_t counted = byte / step * step;
    const std::string_view rest = source_.substr(counted, byte - counted);
    return steps_[byte / step] + static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), begins_code_point));
}

TextPlace SourcePlaces::of(std::size_t byte) const {
    byte = std::min(byte, source_.size());
    const auto line = std::upper_bound(lines_.begin(), lines_.end(), byte) - 1;
    return {static_cast<std::uint32_t>(line - lines_.begin() + 1),
            static_cast<std::uint32_t>(code_points_before(byte) - code_points_before(*line) + 1)};
}

}  // namespace nianbao::html_reading
