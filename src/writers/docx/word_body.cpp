#include "writers/docx/word_body.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "unicode/utf8.h"
#include "unicode/width.h"
#include "writers/docx/word_table.h"
#include "writers/docx/word_text.h"
#include "writers/markup_text.h"

namespace nianbao::docx {
namespace {

/// A block before it is known whether a section ends with it.
struct WrittenBlock {
    std::string style, runs;  ///< of a paragraph
    std::string table;        ///< or a table
    bool is_section_heading{};
};

/// A paragraph of no height: between tables, which Word would join otherwise, and where a section ends with one.
constexpr std::string_view no_height = "SectionEnd";

/// The part of a paragraph from byte `begin` to byte `end` of its text.
Paragraph part_of(const Paragraph& paragraph, std::size_t begin, std::size_t end) {
    Paragraph part;
    std::size_t at = 0;
    for (const Run& run : paragraph.runs) {
        const std::size_t first = std::clamp(begin, at, at + run.text.size());
        const std::size_t last = std::clamp(end, at, at + run.text.size());
        if (first < last) part.runs.push_back({run.text.substr(first - at, last - first), run.strong});
        at += run.text.size();
    }
    return part;
}

/// A title longer than a line is broken by sense (GB/T 9704—2012 7.3.1), behind the agency.
std::string title_runs(const Paragraph& title, const std::string& agency) {
    constexpr std::size_t line = 38;  // columns: 20 characters of 2号 in 156 mm, less the gaps beside the year
    const std::string text = plain_text(title);
    const bool breaks = display_width(text) > line && text.starts_with(agency) && text.size() > agency.size();
    if (!breaks || agency.empty()) return word_runs(title);
    return word_runs(part_of(title, 0, agency.size())) + "<w:r><w:br/></w:r>" +
           word_runs(part_of(title, agency.size(), text.size()));
}

class BodyWriter {
public:
    explicit BodyWriter(const Document& document) : agency_(document.agency), is_draft_(document.draft) {
        for (const DocumentBlock& block : document.blocks) {
            if (std::holds_alternative<Chart>(block)) continue;
            if (std::exchange(page_is_over_, false)) end_section(pending_.size(), false);
            std::visit([this](const auto& each) { add(each); }, block);
        }
    }

    Body take() {
        end_section(pending_.size(), true);
        return std::move(body_);
    }

private:
    void add(const Heading& heading) {
        const std::string runs = heading.level <= 1 ? title_runs(heading.text, agency_) : word_runs(heading.text);
        pending_.push_back({std::string(style_of_heading(heading.level)), runs, {}, heading.level <= 2});
        body_.headings += heading.level == 2 ? 1 : 0;
    }

    void add(const Paragraph& paragraph) {
        const std::string line = trimmed(markup_line(plain_text(paragraph)));
        if (is_draft_ && paragraph.role == Paragraph::Role::notice && body_.draft.empty()) {
            body_.draft = line;
            return;
        }
        if (paragraph.role != Paragraph::Role::body) body_.own_lines.push_back(line);
        pending_.push_back({std::string(style_of(paragraph.role)), word_runs(paragraph), {}, false});
    }

    void add(const Grid& grid) {
        std::string table = word_table(grid);
        if (table.empty()) return;
        if (grid.own_page) begin_page();
        pending_.push_back({{}, {}, std::move(table), false});
        page_is_over_ = grid.own_page;
    }

    void add(const Chart&) {}

    /// A new section with the heading that stands above.
    void begin_page() {
        const auto heading = std::find_if(pending_.rbegin(), pending_.rend(),
                                          [](const WrittenBlock& block) { return block.is_section_heading; });
        const std::size_t first =
            heading == pending_.rend() ? 0 : static_cast<std::size_t>(pending_.rend() - heading) - 1;
        if (first > 0) end_section(first, false);
        starts_page_ = true;
    }

    /// The first `count` of the pending blocks are a section.
    void end_section(std::size_t count, bool is_last) {
        if (count == 0 && !(is_last && body_.sections.empty())) return;
        BodySection section;
        section.starts_page = std::exchange(starts_page_, false) || body_.sections.empty();
        for (std::size_t i = 0; i < count; ++i) {
            const WrittenBlock& block = pending_[i];
            const bool ends = i + 1 == count && !is_last;
            if (!block.table.empty()) {
                section.blocks += block.table + "\n";
                const bool parted = i + 1 < count && pending_[i + 1].table.empty();
                if (!parted && !ends) section.blocks += word_paragraph(no_height, {}) + "\n";
                if (ends) section.end_properties = style_reference(no_height);
            } else if (ends) {
                section.end_properties = style_reference(block.style);
                section.end_runs = block.runs;
            } else {
                section.blocks += word_paragraph(block.style, block.runs) + "\n";
            }
        }
        pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
        body_.sections.push_back(std::move(section));
    }

    std::string agency_;
    bool is_draft_;
    bool starts_page_{}, page_is_over_{};
    std::vector<WrittenBlock> pending_;
    Body body_;
};

}  // namespace

Body word_body(const Document& document) { return BodyWriter(document).take(); }

}  // namespace nianbao::docx
