/// Puts together the body of a document: paragraphs, tables in one another, text boxes. It knows no XML and takes
/// things in any order; what does not fit is left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/docx/budget.h"
#include "readers/docx/draft.h"

namespace nianbao::docx_reading {

/// What the properties of a run make of its text.
struct RunLook {
    bool strong{}, hidden{};
};

class StoryBuilder {
public:
    /// `keeps_sources`: whether paragraphs get their pieces.
    StoryBuilder(Budget& budget, bool keeps_sources) : budget_(budget), keeps_sources_(keeps_sources), flows_(1) {}

    /// `element` is the number of the one that says it.
    void begin_paragraph(const ParagraphForm& form, std::uint32_t element);
    void end_paragraph();
    void set_form(const ParagraphForm& form);
    /// The end of the open paragraph was deleted: the next one goes on where it ends, and has its own form.
    void join_with_next();

    /// Gives what held before; runs stand in one another where characters have their reading above.
    [[nodiscard]] RunLook begin_run() { return std::exchange(flows_.back().look, {}); }
    void end_run(RunLook before) { flows_.back().look = before; }
    void set_strong(bool strong) { flows_.back().look.strong = strong; }
    void hide_run() { flows_.back().look.hidden = true; }
    void add_text(std::string_view text, std::uint32_t element);
    void add_break(std::uint32_t element);
    void add_picture();
    void mark_revised();

    void begin_field();
    void begin_result();
    void end_field();

    /// These say whether there is a place for one.
    [[nodiscard]] bool begin_table();
    [[nodiscard]] bool begin_row();
    [[nodiscard]] bool begin_cell(std::uint32_t element);
    [[nodiscard]] bool begin_box();
    void end_table();
    void end_row();
    void end_cell();
    void end_box();

    /// Nothing where none is open.
    [[nodiscard]] RowDraft* row();
    [[nodiscard]] CellDraft* cell();

    /// Grows with all that was taken in.
    [[nodiscard]] std::size_t amount() const { return amount_; }

    [[nodiscard]] Story take();

private:
    /// The body, a cell or a text box.
    struct Flow {
        Story story;
        std::optional<ParagraphDraft> paragraph;
        std::size_t bytes{};  ///< of the paragraph
        std::vector<Run> carried;
        std::vector<WordSources::Piece> carried_pieces;
        std::uint32_t carried_element{};
        bool carries{}, joins{};
        RunLook look;
        std::vector<char> fields;  ///< the open ones; whether each has come to its result
        std::size_t instructions{};
    };
    struct OpenTable {
        TableDraft table;
        std::size_t flow{};  ///< how many flows there were
        bool in_row{};
    };

    [[nodiscard]] OpenTable* table_here();
    void append(Flow& flow, std::string_view text, std::uint32_t element);
    static void close_carried(Flow& flow);
    [[nodiscard]] Story end_flow();

    Budget& budget_;
    bool keeps_sources_;
    std::vector<Flow> flows_;
    std::vector<OpenTable> tables_;
    std::size_t amount_{};
};

}  // namespace nianbao::docx_reading
