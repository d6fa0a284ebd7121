#include "readers/docx/story_builder.h"

#include <utility>

#include "readers/docx_reader.h"
#include "readers/office/refusal.h"

namespace nianbao::docx_reading {

void StoryBuilder::begin_paragraph(const ParagraphForm& form, std::uint32_t element) {
    if (table_here()) return;
    end_paragraph();
    budget_.take_block();
    Flow& flow = flows_.back();
    flow.paragraph.emplace();
    flow.paragraph->form = form;
    flow.paragraph->element = element;
    if (!std::exchange(flow.carries, false)) return;
    flow.paragraph->runs = std::exchange(flow.carried, {});
    flow.paragraph->pieces = std::exchange(flow.carried_pieces, {});
    flow.paragraph->revised = true;
}

void StoryBuilder::end_paragraph() {
    Flow& flow = flows_.back();
    if (!flow.paragraph) return;
    // An instruction ends in its paragraph; one without an end would hide all that follows.
    if (std::exchange(flow.instructions, 0) > 0) std::erase(flow.fields, '\0');
    ParagraphDraft& done = *flow.paragraph;
    if (std::exchange(flow.joins, false)) {
        flow.carries = true;
        flow.carried = std::exchange(done.runs, {});
        flow.carried_pieces = std::exchange(done.pieces, {});
        flow.carried_element = done.element;
        done.form = {};
    } else {
        flow.bytes = 0;
    }
    if (!done.runs.empty() || done.form.item.list != 0 || done.picture || !done.boxes.empty()) {
        flow.story.push_back({std::move(done), nullptr});
    }
    flow.paragraph.reset();
}

void StoryBuilder::set_form(const ParagraphForm& form) {
    if (flows_.back().paragraph) flows_.back().paragraph->form = form;
}

void StoryBuilder::join_with_next() { flows_.back().joins = flows_.back().paragraph.has_value(); }

void StoryBuilder::add_text(std::string_view text, std::uint32_t element) {
    Flow& flow = flows_.back();
    if (!flow.paragraph || table_here() || flow.look.hidden || flow.instructions > 0 || text.empty()) return;
    append(flow, text, element);
}

void StoryBuilder::add_break(std::uint32_t element) {
    Flow& flow = flows_.back();
    if (!flow.paragraph || table_here() || flow.look.hidden || flow.instructions > 0) return;
    budget_.take_block();
    append(flow, "\n", element);
}

void StoryBuilder::append(Flow& flow, std::string_view text, std::uint32_t element) {
    ++amount_;
    flow.bytes += text.size();
    if (flow.bytes > max_document_paragraph) {
        throw refusal("i.limit", "paragraph", {{"limit", std::to_string(max_document_paragraph >> 20U)}});
    }
    std::vector<Run>& runs = flow.paragraph->runs;
    const bool goes_on = !runs.empty() && runs.back().strong == flow.look.strong;
    budget_.take_text(text.size() + (goes_on ? 0 : sizeof(Run)));
    if (!goes_on) runs.push_back({.text = {}, .strong = flow.look.strong});
    runs.back().text += text;
    if (keeps_sources_) flow.paragraph->pieces.push_back({element, static_cast<std::uint32_t>(text.size())});
}

void StoryBuilder::add_picture() {
    if (table_here()) return;
    ++amount_;
    const bool alone = !flows_.back().paragraph;
    if (alone) begin_paragraph({}, 0);
    flows_.back().paragraph->picture = true;
    if (alone) end_paragraph();
}

void StoryBuilder::mark_revised() {
    if (flows_.back().paragraph) flows_.back().paragraph->revised = true;
}

void StoryBuilder::begin_field() {
    constexpr std::size_t deepest = 64;
    Flow& flow = flows_.back();
    if (flow.fields.size() >= deepest) return;
    flow.fields.push_back(0);
    ++flow.instructions;
}

void StoryBuilder::begin_result() {
    Flow& flow = flows_.back();
    if (flow.fields.empty() || flow.fields.back() != 0) return;
    flow.fields.back() = 1;
    --flow.instructions;
}

void StoryBuilder::end_field() {
    begin_result();
    if (!flows_.back().fields.empty()) flows_.back().fields.pop_back();
}

StoryBuilder::OpenTable* StoryBuilder::table_here() {
    return !tables_.empty() && tables_.back().flow == flows_.size() ? &tables_.back() : nullptr;
}

bool StoryBuilder::begin_table() {
    if (table_here()) return false;
    end_paragraph();
    close_carried(flows_.back());
    budget_.take_block();
    tables_.push_back({{}, flows_.size(), false});
    return true;
}

bool StoryBuilder::begin_row() {
    OpenTable* open = table_here();
    if (!open || open->in_row) return false;
    budget_.take_block();
    open->table.rows.emplace_back();
    open->in_row = true;
    return true;
}

bool StoryBuilder::begin_cell(std::uint32_t element) {
    OpenTable* open = table_here();
    if (!open || !open->in_row) return false;
    budget_.take_block();
    open->table.rows.back().cells.emplace_back();
    open->table.rows.back().cells.back().element = element;
    flows_.emplace_back();
    return true;
}

bool StoryBuilder::begin_box() {
    if (!flows_.back().paragraph || table_here()) return false;
    flows_.emplace_back();
    return true;
}

void StoryBuilder::close_carried(Flow& flow) {
    if (!std::exchange(flow.carries, false)) return;
    flow.bytes = 0;
    ParagraphDraft last;
    last.revised = true;
    last.runs = std::exchange(flow.carried, {});
    last.pieces = std::exchange(flow.carried_pieces, {});
    last.element = flow.carried_element;
    if (!last.runs.empty()) flow.story.push_back({std::move(last), nullptr});
}

Story StoryBuilder::end_flow() {
    end_paragraph();
    close_carried(flows_.back());
    Story story = std::move(flows_.back().story);
    flows_.pop_back();
    return story;
}

void StoryBuilder::end_table() {
    TableDraft done = std::move(tables_.back().table);
    tables_.pop_back();
    flows_.back().story.push_back({{}, std::make_unique<TableDraft>(std::move(done))});
}

void StoryBuilder::end_row() { tables_.back().in_row = false; }

void StoryBuilder::end_cell() {
    Story story = end_flow();
    tables_.back().table.rows.back().cells.back().story = std::move(story);
}

void StoryBuilder::end_box() {
    Story story = end_flow();
    Story& boxes = flows_.back().paragraph->boxes;
    for (Block& block : story) boxes.push_back(std::move(block));
}

RowDraft* StoryBuilder::row() {
    OpenTable* open = table_here();
    return open && open->in_row ? &open->table.rows.back() : nullptr;
}

CellDraft* StoryBuilder::cell() {
    if (tables_.empty() || tables_.back().flow + 1 != flows_.size() || !tables_.back().in_row) return nullptr;
    return &tables_.back().table.rows.back().cells.back();
}

Story StoryBuilder::take() { return end_flow(); }

}  // namespace nianbao::docx_reading
