#include "readers/docx/budget.h"

#include "readers/docx_reader.h"
#include "readers/office/refusal.h"

namespace nianbao::docx_reading {

void Budget::take_block() {
    if (++blocks_ > max_document_blocks) {
        throw refusal("i.limit", "blocks", {{"limit", std::to_string(max_document_blocks)}});
    }
}

void Budget::take_text(std::size_t bytes) {
    text_ += bytes;
    if (text_ > max_document_text) {
        throw refusal("i.limit", "document-text", {{"limit", std::to_string(max_document_text >> 20U)}});
    }
}

void Budget::take_grid(std::size_t rows, std::size_t columns) {
    places_ += rows * columns;
    if (places_ > max_document_places) {
        throw refusal("i.limit", "grid", {{"limit", std::to_string(max_document_places)}});
    }
}

}  // namespace nianbao::docx_reading
