/// The values of one row of a table, from what stands between its label and the next one. What can be meant in one way
/// alone is read; everything else stays open.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/origin.h"
#include "model/report.h"
#include "recognition/cell_sums.h"
#include "recognition/page_stream.h"
#include "recognition/stream_labels.h"

namespace nianbao {

/// A stretch of text between gaps, where a value may stand.
struct ValuePiece {
    enum class Kind : std::uint8_t {
        number,
        empty,  ///< a cell with nothing in it
        mark,   ///< a dash, a slash, a figure with a unit of another kind
        other,  ///< words
    } kind{};
    std::string text;
    StreamRange at;
    Gap gap{};        ///< before it
    bool doubtful{};  ///< an empty cell that may be none
};
/// The pieces of a range. Numbers are read as those of `unit`.
[[nodiscard]] std::vector<ValuePiece> value_pieces(const PageStream& stream, const StreamRange& range, Unit unit);

struct RowValue {
    Cell cell;
    std::string note, raw;
    Origin::How how{Origin::How::exact};
    std::size_t at{};  ///< character of the stream
};
using RowValues = std::vector<RowValue>;

/// The values of one row of so many cells, or of several rows below each other of which only the first has its label
/// (`rows`); nothing where it cannot be told which is which. `pieces` begin behind the label. `sums` are those of the
/// row.
[[nodiscard]] std::optional<RowValues> read_row(const std::vector<ValuePiece>& pieces, std::size_t cells,
                                                std::size_t rows, Unit unit, const CellSums& sums);

/// Whether the sums hold with 0 in the empty cells.
[[nodiscard]] bool holds_with_noughts(const RowValues& values, const CellSums& sums);

/// The digits of a row in which numbers ran together: fewer pieces than cells, nothing but blanks between them.
[[nodiscard]] std::optional<std::vector<std::string>> runs_of_digits(const std::vector<ValuePiece>& pieces,
                                                                     std::size_t cells);

/// Such a row by itself, where its own sums leave one way to cut it.
[[nodiscard]] std::optional<RowValues> read_single_run(const std::vector<ValuePiece>& pieces, std::size_t cells,
                                                       const CellSums& sums);

}  // namespace nianbao
