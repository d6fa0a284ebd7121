/// A table of the form over a range of a stream: its rows, the labels that stand there, and what was read so far. The
/// readers of rows with names and of rows without share it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/form.h"
#include "recognition/cell_sums.h"
#include "recognition/page_stream.h"
#include "recognition/row_values.h"
#include "recognition/stream_labels.h"
#include "recognition/stream_table.h"

namespace nianbao {

/// A leaf row, or some columns of one, with the indices of its cells among those of the table.
struct TableRow {
    std::size_t block{};
    std::vector<std::size_t> cells;
    const Line* line{};
};

class TableFrame {
public:
    TableFrame(const PageStream& stream, const StreamRange& range, const Form& form, std::size_t table);

    const PageStream& stream;
    const StreamRange range;
    const Form& form;
    const std::size_t table;
    const std::vector<CellId> ids;           ///< of the table's cells
    std::vector<TableRow> named, unnamed;    ///< rows, by whether they have a label
    std::vector<StreamPattern> stop_labels;  ///< heads of columns, rows and their groups, headings of sections
    std::vector<StreamLabel> stops;          ///< where they stand: each ends the values of a row
    StreamTable result;

    [[nodiscard]] Unit unit_of(const TableRow& row) const { return form.cells[ids[row.cells.front()]].unit; }
    [[nodiscard]] CellSums sums_of(const TableRow& row) const;
    /// Where what follows a place ends: at the next label of any kind, at `limit` at the latest.
    [[nodiscard]] std::size_t end_of_values(std::size_t from, std::size_t limit) const;
    [[nodiscard]] bool is_section_heading(const StreamLabel& stop) const;
    [[nodiscard]] std::u32string key_of(const StreamRange& at) const {
        return stream.codes().substr(at.begin, at.end - at.begin);
    }
    /// Digits may be cut only where a 0 is written as one: where it is a blank, numbers are missing in the run.
    [[nodiscard]] bool writes_noughts() const;

    void mark_used(const StreamRange& at);
    void tell_unread(const TableRow& row, const StreamRange& at, UnreadRow::Why why);

private:
    void list_rows();
    void list_stops();
};

}  // namespace nianbao
