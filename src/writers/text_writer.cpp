#include "writers/text_writer.h"

#include "unicode/utf8.h"
#include "writers/box_table.h"
#include "writers/plain_line.h"

namespace nianbao {
namespace {

constexpr const char* indentation = "　　";
constexpr const char* own_words = "※ ";

/// ［－旧－］［＋新＋］
std::string with_changes(const Paragraph& paragraph) {
    std::string text;
    for (const Run& run : paragraph.runs) {
        if (run.change == Run::Change::none) {
            text += run.text;
        } else {
            const std::string sign = run.change == Run::Change::removed ? "－" : "＋";
            text += "［" + sign + run.text + sign + "］";
        }
    }
    return text;
}

std::string line_of(const Paragraph& paragraph) { return trimmed(plain_line(with_changes(paragraph), false)); }

std::string text_of(const Heading& heading, const TextOptions&) { return line_of(heading.text) + "\n"; }

std::string text_of(const Paragraph& paragraph, const TextOptions&) {
    const bool own = paragraph.role == Paragraph::Role::guidance || paragraph.role == Paragraph::Role::notice;
    return (own ? own_words : indentation) + line_of(paragraph) + "\n";
}

std::string text_of(const Grid& grid, const TextOptions& options) { return draw_table(grid, options.width); }

std::string text_of(const Chart&, const TextOptions&) { return {}; }

}  // namespace

std::string write_text(const Document& document, const TextOptions& options) {
    std::string text;
    for (const DocumentBlock& block : document.blocks) {
        const std::string shown = std::visit([&](const auto& each) { return text_of(each, options); }, block);
        if (!text.empty() && !shown.empty()) text += '\n';
        text += shown;
    }
    return text;
}

}  // namespace nianbao
