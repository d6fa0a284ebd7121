/// Puts together the body of a document: paragraphs, tables in one another, text boxes. It knows no XML and takes
/// things in any order; what does not fit is left out.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "readers/docx/budget.h"
#include "readers/docx/draft.h"

namespace nianbao::docx_reading {

class StoryBuilder {
public:
    explicit StoryBuilder(Budget& budget) : budget_(budget), flows_(1) {}

    void begin_paragraph(const ParagraphForm& form);
    void end_paragraph();
    void set_form(const ParagraphForm& form);
    /// The end of the open paragraph was deleted: the next one goes on where it ends, and has its own form.
    void join_with_next();

    void begin_run();
    void set_strong(bool strong) { flows_.back().strong = strong; }
    void hide_run() { flows_.back().hidden = true; }
    void add_text(std::string_view text);
    void add_break();
    void add_picture();
    void mark_revised();

    void begin_field();
    void begin_result();
    void end_field();

    /// These say whether there is a place for one.
    [[nodiscard]] bool begin_table();
    [[nodiscard]] bool begin_row();
    [[nodiscard]] bool begin_cell();
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
        bool carries{}, joins{};
        bool strong{}, hidden{};
        std::vector<char> fields;  ///< the open ones; whether each has come to its result
        std::size_t instructions{};
    };
    struct OpenTable {
        TableDraft table;
        std::size_t flow{};  ///< how many flows there were
        bool in_row{};
    };

    [[nodiscard]] OpenTable* table_here();
    void append(Flow& flow, std::string_view text);
    static void close_carried(Flow& flow);
    [[nodiscard]] Story end_flow();

    Budget& budget_;
    std::vector<Flow> flows_;
    std::vector<OpenTable> tables_;
    std::size_t amount_{};
};

}  // namespace nianbao::docx_reading
