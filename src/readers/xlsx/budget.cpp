#include "readers/xlsx/budget.h"

#include "readers/office/refusal.h"
#include "readers/xlsx_reader.h"

namespace nianbao::xlsx_reading {

void Budget::take_cell() {
    if (++cells_ > max_workbook_cells) {
        throw refusal("i.limit", "cells", {{"limit", std::to_string(max_workbook_cells)}});
    }
}

void Budget::take_text(std::size_t bytes) {
    text_ += bytes;
    if (text_ > max_workbook_text) {
        throw refusal("i.limit", "cell-text", {{"limit", std::to_string(max_workbook_text >> 20U)}});
    }
}

void Budget::take_merge() {
    if (++merges_ > max_workbook_merges) {
        throw refusal("i.limit", "merges", {{"limit", std::to_string(max_workbook_merges)}});
    }
}

}  // namespace nianbao::xlsx_reading
