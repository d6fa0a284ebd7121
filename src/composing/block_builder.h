/// Puts the blocks of a document together from pieces: text of the template, and what its tokens stand for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "composing/tokens.h"
#include "model/document.h"
#include "model/text.h"

namespace nianbao {

/// What is wrong with a block, for a TemplateError: who builds it knows the place.
struct BlockError {
    Text message;
};

class BlockBuilder {
public:
    explicit BlockBuilder(const Tokens& tokens) : tokens_(tokens) {}

    void begin_heading(int level);
    /// Paragraphs that follow begin with `marker`, once.
    void begin_paragraph(Paragraph::Role role, const std::string& marker);
    /// Text whose tokens are replaced.
    void add_text(std::string_view text, bool strong);
    /// Text that holds no tokens, whatever it looks like.
    void add_literal(std::string_view text, bool strong);
    /// A line break in the template: a blank between Latin letters, nothing between Chinese ones.
    void add_soft_break();
    /// Throws BlockError where a heading is made of paragraphs, or a table does not stand alone.
    void finish();

    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] std::vector<DocumentBlock>& blocks() { return blocks_; }

private:
    struct Part {
        Run run;
        const Expansion* expansion{};
    };

    void add_part(Part part, std::string_view text);
    void spend(const Expansion& expansion);
    [[nodiscard]] const Grid* lone_grid() const;
    [[nodiscard]] std::vector<Paragraph> paragraphs() const;

    const Tokens& tokens_;
    std::vector<DocumentBlock> blocks_;
    std::vector<Part> parts_;
    bool open_{};
    int heading_level_{};
    Paragraph::Role role_{};
    bool soft_break_{};
    bool narrow_end_{};  ///< the last text ended in a narrow character
    std::size_t spent_{};
};

}  // namespace nianbao
