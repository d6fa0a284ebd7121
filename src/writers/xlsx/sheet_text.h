/// Text as a workbook may hold it: nothing that XML forbids, nothing that a spreadsheet would decode, nothing over a
/// limit.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace nianbao::xlsx {

/// Limits count in UTF-16 units, as Excel does.
constexpr std::size_t max_cell_units = 32767;
constexpr std::size_t max_sheet_name_units = 31;
constexpr std::size_t max_property_units = 255;

[[nodiscard]] std::size_t utf16_length(std::string_view text);

/// Without control characters (tabs and line feeds stay), U+FFFE and U+FFFF; wrong bytes become U+FFFD.
[[nodiscard]] std::string without_forbidden(std::string_view text);

/// For a cell: without what is forbidden, and `_x0041_` written so that it is not decoded. May be too long.
[[nodiscard]] std::string cell_text(std::string_view text);

/// At most `units` long, "…" where something was cut off.
[[nodiscard]] std::string limited(std::string_view text, std::size_t units);

/// For a page header: one line, without the codes that begin with an ampersand.
[[nodiscard]] std::string header_text(std::string_view text);

/// A name that Excel accepts, made from `wanted` (or `otherwise`, where nothing of it is left); adds it to `taken`.
[[nodiscard]] std::string sheet_name(std::string_view wanted, std::string_view otherwise, std::set<std::string>& taken);

}  // namespace nianbao::xlsx
