/// A table of the form read from a stream of text: rows by their labels in the order of the form, numbers behind them.
/// For tables whose grid is lost, and for grids that have no order of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/form.h"
#include "recognition/page_stream.h"
#include "recognition/row_values.h"
#include "recognition/stream_labels.h"

namespace nianbao {

/// A label that is not quite the form's.
struct StreamSlip {
    std::size_t at{};  ///< character of the stream
    std::string actual, expected;
};

/// A row whose label was found and whose values could not be told apart.
struct UnreadRow {
    CellId first{};       ///< its first cell
    std::size_t at{};     ///< character of the stream
    std::string written;  ///< what stands there
    enum class Why : std::uint8_t {
        unclear,
        in_part,  ///< some of its cells are certain all the same
        old_row,  ///< the row of the old form that is several on this one
    } why{};
};

struct StreamTable {
    std::vector<std::optional<RowValue>> cells;  ///< in the order of the table's cells
    std::vector<StreamSlip> slips;
    std::vector<UnreadRow> unread;
    std::size_t rows_found{};
    std::size_t labels_found{};  ///< different ones, of rows, columns and lines over the table
    StreamRange extent;          ///< from its first label to its last value; empty: not found
    std::vector<bool> used;      ///< by character of the stream, within the extent: labels and values
    std::size_t doubled_rows{};  ///< rows whose label stands twice in one line
};

/// Within a range of the stream.
[[nodiscard]] StreamTable read_stream_table(const PageStream& stream, const StreamRange& range, const Form& form,
                                            std::size_t table);

}  // namespace nianbao
