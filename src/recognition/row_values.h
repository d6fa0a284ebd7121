/// The values of one row of a table, from what stands between its label and the next one. What can be meant in one way
/// alone is read; everything else stays open.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/origin.h"
#include "model/report.h"
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
    Gap gap{};  ///< before it
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

/// Whether numbers satisfy the sums within their row; nothing where there are none.
using RowTest = std::function<std::optional<bool>(const std::vector<Amount>&)>;

/// The values of one row of so many cells, or of several rows below each other of which only the first has its label
/// (`rows`); nothing where it cannot be told which is which. `pieces` begin behind the label.
[[nodiscard]] std::optional<RowValues> read_row(const std::vector<ValuePiece>& pieces, std::size_t cells,
                                                std::size_t rows, Unit unit, const RowTest& test);

/// All ways of cutting digits that have lost what parted them into so many numbers that pass the test, at most two.
/// Each piece is cut for itself; a number but 0 does not begin with 0.
[[nodiscard]] std::vector<std::vector<std::string>> cut_digits(const std::vector<std::string>& pieces,
                                                               std::size_t cells, const RowTest& test);

}  // namespace nianbao
