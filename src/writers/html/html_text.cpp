#include "writers/html/html_text.h"

#include "unicode/utf8.h"
#include "writers/plain_line.h"

namespace nianbao {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_noncharacter(char32_t code) { return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFEU) == 0xFFFE; }

/// Embeddings, overrides and isolates; the marks that turn nothing (U+200E) stay.
bool turns_direction(char32_t code) { return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069); }

void append_escaped(std::string& html, char32_t code) {
    switch (code) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        default:
            append_code_point(html, is_noncharacter(code) || turns_direction(code) ? replacement : code);
    }
}

/// Opens and closes elements as the runs ask for it.
class RunWriter {
public:
    void add(const Run& run) {
        if (run.text.empty()) return;
        if (run.change != change_) set_change(run.change);
        if (run.strong != strong_) set_strong(run.strong);
        html_ += escape_html(run.text);
    }

    std::string finish() {
        set_change(Run::Change::none);
        return std::move(html_);
    }

private:
    void set_strong(bool strong) {
        if (strong != strong_) html_ += strong ? "<strong>" : "</strong>";
        strong_ = strong;
    }

    void set_change(Run::Change change) {
        set_strong(false);
        if (change_ != Run::Change::none) html_ += "</" + element_of(change_) + ">";
        if (change != Run::Change::none) html_ += "<" + element_of(change) + ">";
        change_ = change;
    }

    static std::string element_of(Run::Change change) { return change == Run::Change::removed ? "del" : "ins"; }

    std::string html_;
    bool strong_{};
    Run::Change change_{};
};

}  // namespace

std::string escape_html(std::string_view text) {
    const std::string line = plain_line(text, false);
    std::string html;
    html.reserve(line.size());
    for (std::size_t at = 0; at < line.size();) append_escaped(html, next_code_point(line, at));
    return html;
}

std::string html_of_runs(const Paragraph& paragraph) {
    RunWriter writer;
    for (const Run& run : paragraph.runs) writer.add(run);
    return writer.finish();
}

std::string role_attribute(const Paragraph& paragraph) {
    switch (paragraph.role) {
        case Paragraph::Role::guidance:
            return attribute("class", "guidance");
        case Paragraph::Role::open:
            return attribute("class", "open");
        case Paragraph::Role::notice:
            return attribute("class", "notice");
        case Paragraph::Role::body:
            break;
    }
    return {};
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(value).append("\"");
}

}  // namespace nianbao
