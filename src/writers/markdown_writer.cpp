#include "writers/markdown_writer.h"

#include <algorithm>

#include "writers/flat_table.h"
#include "writers/markdown_escape.h"
#include "writers/plain_line.h"

namespace nianbao {
namespace {

/// Runs of like emphasis in one: an escape may depend on both sides of a border between runs.
std::vector<Run> merged_runs(const Paragraph& paragraph) {
    std::vector<Run> merged;
    for (const Run& run : paragraph.runs) {
        if (run.text.empty()) continue;
        const std::string line = plain_line(run.text, false);
        if (!merged.empty() && merged.back().strong == run.strong && merged.back().change == run.change)
            merged.back().text += line;
        else
            merged.push_back({line, run.strong, std::nullopt, run.change});
    }
    return merged;
}

/// The elements that a run stands in, from the outermost.
std::vector<std::string> elements_of(const Run& run) {
    std::vector<std::string> elements;
    if (run.strong) elements.emplace_back("strong");
    if (run.change != Run::Change::none) elements.emplace_back(run.change == Run::Change::removed ? "del" : "ins");
    return elements;
}

std::string line_of(const Paragraph& paragraph, MarkdownPlace::Kind kind) {
    const std::vector<Run> runs = merged_runs(paragraph);
    std::string line;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::vector<std::string> elements = elements_of(runs[i]);
        const bool bare = elements.empty();
        for (const std::string& element : elements) line += "<" + element + ">";
        line += escape_markdown(runs[i].text, {kind, i == 0 && bare, i + 1 == runs.size() && bare});
        for (auto element = elements.rbegin(); element != elements.rend(); ++element) line += "</" + *element + ">";
    }
    return line;
}

std::string markdown_of(const Heading& heading) {
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
    return std::string(level, '#') + " " + line_of(heading.text, MarkdownPlace::Kind::heading) + "\n";
}

std::string markdown_of(const Paragraph& paragraph) {
    const bool own = paragraph.role == Paragraph::Role::guidance || paragraph.role == Paragraph::Role::notice;
    return (own ? "> " : "") + line_of(paragraph, MarkdownPlace::Kind::paragraph) + "\n";
}

std::string markdown_of(const Chart&) { return {}; }

std::string row_of(const std::vector<std::string>& cells) {
    std::string row = "|";
    for (const std::string& cell : cells) row += " " + escape_markdown(cell, {MarkdownPlace::Kind::cell}) + " |";
    return row + "\n";
}

std::string markdown_of(const FlatTable& table) {
    std::string text = row_of(table.head) + "|";
    for (std::size_t i = 0; i < table.head.size(); ++i) text += i < table.label_columns ? " --- |" : " ---: |";
    text += "\n";
    for (const auto& row : table.rows) text += row_of(row);
    return text;
}

std::string markdown_of(const Grid& grid) {
    std::string text;
    for (const FlatTable& table : flatten_table(grid)) {
        if (!text.empty()) text += '\n';
        text += markdown_of(table);
    }
    return text;
}

}  // namespace

std::string write_markdown(const Document& document) {
    std::string text;
    for (const DocumentBlock& block : document.blocks) {
        const std::string shown = std::visit([](const auto& each) { return markdown_of(each); }, block);
        if (!text.empty() && !shown.empty()) text += '\n';
        text += shown;
    }
    return text;
}

}  // namespace nianbao
