#include "composing/block_builder.h"

#include <algorithm>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// What all tokens of a document may come to, in bytes: a template can print the same text over and over.
constexpr std::size_t max_expanded_bytes = std::size_t{64} << 20U;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::size_t size_of(const Paragraph& paragraph) {
    std::size_t size = sizeof paragraph;
    for (const Run& run : paragraph.runs) size += sizeof run + run.text.size();
    return size;
}

std::size_t size_of(const Expansion& expansion) {
    if (const Run* run = std::get_if<Run>(&expansion)) return sizeof *run + run->text.size();
    std::size_t size = 0;
    if (const auto* paragraphs = std::get_if<std::vector<Paragraph>>(&expansion)) {
        for (const Paragraph& paragraph : *paragraphs) size += size_of(paragraph);
        return size;
    }
    for (const GridCell& cell : std::get<Grid>(expansion).cells) {
        size += sizeof cell;
        for (const Paragraph& paragraph : cell.text) size += size_of(paragraph);
    }
    return size;
}

bool has_text(const Paragraph& paragraph) { return !trimmed(plain_text(paragraph)).empty(); }

void append(Paragraph& paragraph, const Paragraph& more) {
    if (paragraph.runs.empty() && paragraph.role == Paragraph::Role::body) paragraph.role = more.role;
    paragraph.runs.insert(paragraph.runs.end(), more.runs.begin(), more.runs.end());
}

}  // namespace

void BlockBuilder::begin_heading(int level) {
    open_ = true;
    heading_level_ = level;
    role_ = Paragraph::Role::body;
}

void BlockBuilder::begin_paragraph(Paragraph::Role role, const std::string& marker) {
    open_ = true;
    heading_level_ = 0;
    role_ = role;
    if (!marker.empty()) add_literal(marker, false);
}

void BlockBuilder::add_part(Part part, std::string_view text) {
    const bool narrow_begin = !text.empty() && is_ascii(text.front());
    if (soft_break_ && narrow_end_ && narrow_begin) parts_.push_back({Run{" ", false, std::nullopt}, nullptr});
    soft_break_ = false;
    narrow_end_ = !text.empty() && is_ascii(text.back());
    parts_.push_back(std::move(part));
}

void BlockBuilder::add_literal(std::string_view text, bool strong) {
    add_part({Run{std::string(text), strong, std::nullopt}, nullptr}, text);
}

void BlockBuilder::add_text(std::string_view text, bool strong) {
    for (const TokenPiece& piece : cut_at_tokens(text)) {
        if (!piece.text.empty()) {
            add_literal(piece.text, strong);
            continue;
        }
        const Expansion& expansion = tokens_[piece.token];
        spend(expansion);
        if (const Run* run = std::get_if<Run>(&expansion)) {
            add_part({Run{run->text, run->strong || strong, run->shows}, nullptr}, run->text);
        } else {
            add_part({Run{}, &expansion}, {});
        }
    }
}

void BlockBuilder::spend(const Expansion& expansion) {
    spent_ += size_of(expansion);
    if (spent_ > max_expanded_bytes) throw BlockError{{"文档超过64 MiB", "the document comes to more than 64 MiB"}};
}

void BlockBuilder::add_soft_break() { soft_break_ = true; }

const Grid* BlockBuilder::lone_grid() const {
    const Grid* grid = nullptr;
    for (const Part& part : parts_) {
        if (part.expansion != nullptr && std::holds_alternative<Grid>(*part.expansion)) {
            grid = &std::get<Grid>(*part.expansion);
        }
    }
    if (grid != nullptr && (parts_.size() > 1 || heading_level_ > 0)) {
        throw BlockError{{"表格须单独成段", "a table must stand in a paragraph of its own"}};
    }
    return grid;
}

std::vector<Paragraph> BlockBuilder::paragraphs() const {
    std::vector<Paragraph> made(1);
    made.back().role = role_;
    for (const Part& part : parts_) {
        if (part.expansion == nullptr) {
            made.back().runs.push_back(part.run);
            continue;
        }
        bool joins = true;
        for (const Paragraph& paragraph : std::get<std::vector<Paragraph>>(*part.expansion)) {
            if (!joins) made.emplace_back().role = role_;
            append(made.back(), paragraph);
            joins = false;
        }
    }
    made.erase(std::remove_if(made.begin(), made.end(), [](const Paragraph& each) { return !has_text(each); }),
               made.end());
    return made;
}

void BlockBuilder::finish() {
    if (!open_) return;
    open_ = false;
    soft_break_ = narrow_end_ = false;
    if (const Grid* grid = lone_grid()) {
        blocks_.emplace_back(*grid);
    } else {
        std::vector<Paragraph> made = paragraphs();
        if (heading_level_ > 0 && made.size() > 1) {
            throw BlockError{{"标题只能有一段", "a heading cannot be made of several paragraphs"}};
        }
        for (Paragraph& paragraph : made) {
            if (heading_level_ > 0)
                blocks_.emplace_back(Heading{heading_level_, std::move(paragraph)});
            else
                blocks_.emplace_back(std::move(paragraph));
        }
    }
    parts_.clear();
}

}  // namespace nianbao
