#include "writers/html_writer.h"

#include <algorithm>
#include <vector>

#include "messages/phrases.h"
#include "model/printed_marks.h"
#include "templating/render.h"
#include "unicode/utf8.h"
#include "writers/html/html_chart.h"
#include "writers/html/html_look.h"
#include "writers/html/html_table.h"
#include "writers/html/html_text.h"
#include "writers/markup_text.h"
#include "writers/own_marks.h"

namespace nianbao {
namespace {

struct ContentsLine {
    std::string id, text;
};

Language language_of(const HtmlOptions& options) {
    return options.language.starts_with("zh") ? Language::zh : Language::en;
}

/// Headings of sections that begin a page on paper: a table below does.
std::vector<bool> begins_page(const std::vector<DocumentBlock>& blocks) {
    std::vector<bool> begins(blocks.size());
    std::size_t section = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* heading = std::get_if<Heading>(&blocks[i]);
        if (heading && heading->level == 2) section = i;
        const auto* grid = std::get_if<Grid>(&blocks[i]);
        if (grid && grid->own_page && section < blocks.size()) begins[section] = true;
    }
    return begins;
}

/// The blocks of a document one after another, and what has to be known of those before.
class PageBody {
public:
    PageBody(const Document& document, const HtmlLook& look, Language language)
        : look_(look), language_(language), heading_(document.title) {
        const std::vector<bool> begins = begins_page(document.blocks);
        for (std::size_t i = 0; i < document.blocks.size(); ++i) {
            begins_page_ = begins[i];
            place_among_charts(std::holds_alternative<Chart>(document.blocks[i]));
            std::visit([this](const auto& each) { add(each); }, document.blocks[i]);
        }
        place_among_charts(false);
    }

    [[nodiscard]] const std::string& html() const { return html_; }
    [[nodiscard]] const std::vector<ContentsLine>& contents() const { return contents_; }
    /// The lines that are the program's own, advice and places left open.
    [[nodiscard]] const std::vector<std::string>& own_lines() const { return own_lines_; }

private:
    /// Charts that follow each other stand beside each other.
    void place_among_charts(bool is_chart) {
        if (is_chart != among_charts_) html_ += is_chart ? "<div class=\"charts\">\n" : "</div>\n";
        among_charts_ = is_chart;
    }

    void add(const Heading& heading) {
        const std::string name = "h" + std::to_string(std::clamp(heading.level, 1, 6));
        heading_ = plain_text(heading.text);
        html_ += "<" + name;
        if (heading.level == 2) {
            contents_.push_back({look_.id("section-" + std::to_string(contents_.size() + 1)), heading_});
            html_ += attribute("id", contents_.back().id);
        }
        html_ += look_.attributes_around(heading_, name, begins_page_ ? "own-page" : "") + ">" +
                 html_of_runs(heading.text) + "</" + name + ">\n";
    }

    void add(const Paragraph& paragraph) {
        const std::string text = plain_text(paragraph);
        if (paragraph.role != Paragraph::Role::body) own_lines_.push_back(trimmed(markup_line(text)));
        html_ += "<p" + look_.attributes_around(text, "p", class_of_role(paragraph.role)) + ">" +
                 html_of_runs(paragraph) + "</p>\n";
    }

    void add(const Grid& grid) { html_ += html_of_table(grid, ++tables_, heading_, look_); }

    void add(const Chart& chart) { html_ += html_of_chart(chart, ++charts_, language_); }

    const HtmlLook& look_;
    Language language_;
    std::string heading_;  ///< the nearest above
    std::string html_;
    std::vector<ContentsLine> contents_;
    std::vector<std::string> own_lines_;
    std::size_t tables_{}, charts_{};
    bool among_charts_{}, begins_page_{};
};

TemplateValue contents_item(const ContentsLine& line) {
    return object_value({{"id", text_value(line.id)}, {"text", text_value(escape_html(line.text))}});
}

/// A page has to have a title.
std::string title_of(const Document& document) {
    if (!document.title.empty()) return document.title;
    for (const DocumentBlock& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) return plain_text(heading->text);
    }
    return {};
}

TemplateValue property_item(const std::string& name, const std::string& value) {
    return object_value({{"name", text_value(escape_html(name))}, {"value", text_value(escape_html(value))}});
}

TemplateValue properties_of(const Document& document, const PageBody& body, const HtmlOptions& options) {
    auto properties = own_marks(document, body.contents().size(), body.own_lines());
    if (options.fragment && !properties.empty()) properties.emplace(title_property, document.title);
    std::vector<TemplateValue> values;
    for (const auto& [name, value] : properties) values.push_back(property_item(name, value));
    return list_value(std::move(values), property_item({}, {}));
}

TemplateValue shell_values(const Document& document, const PageBody& body, const HtmlOptions& options) {
    const Language language = language_of(options);
    const bool has_contents = body.contents().size() > 1;
    std::vector<TemplateValue> contents;
    for (const ContentsLine& line : body.contents()) {
        if (has_contents) contents.push_back(contents_item(line));
    }
    return object_value({
        {"title", text_value(escape_html(title_of(document)))},
        {"language", text_value(escape_html(options.language))},
        {"draft", text_value(document.draft ? phrases::draft_mark.in(language) : "")},
        {"contents_title", text_value(has_contents ? phrases::html_contents.in(language) : "")},
        {"contents", list_value(std::move(contents), contents_item({}))},
        {"properties", properties_of(document, body, options)},
        {"body", text_value(body.html())},
    });
}

HtmlLook look_of(const Document& document, const SourceFiles& templates, const HtmlOptions& options) {
    if (!options.fragment) return {};
    const std::string file = "html/fragment.css";
    const auto sheet = templates.find(file);
    if (sheet == templates.end())
        throw TemplateError({file, 1, 1}, {"没有这个模板文件", "there is no such template file"});
    return {file, sheet->second, "nb" + line_mark(document.title) + "-"};
}

}  // namespace

std::string write_html(const Document& document, const SourceFiles& templates, const HtmlOptions& options) {
    const HtmlLook look = look_of(document, templates, options);
    const PageBody body(document, look, language_of(options));
    const std::string shell = options.fragment ? "html/fragment.html" : "html/page.html";
    return render(read_templates(templates, shell), shell_values(document, body, options));
}

}  // namespace nianbao
