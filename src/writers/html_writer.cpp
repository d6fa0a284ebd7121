#include "writers/html_writer.h"

#include <algorithm>
#include <vector>

#include "messages/phrases.h"
#include "templating/render.h"
#include "writers/html/html_chart.h"
#include "writers/html/html_table.h"
#include "writers/html/html_text.h"

namespace nianbao {
namespace {

struct ContentsLine {
    std::string id, text;
};

Language language_of(const HtmlOptions& options) {
    return options.language.starts_with("zh") ? Language::zh : Language::en;
}

/// The blocks of a document one after another, and what has to be known of those before.
class PageBody {
public:
    PageBody(const Document& document, Language language) : language_(language), heading_(document.title) {
        for (const DocumentBlock& block : document.blocks) {
            place_among_charts(std::holds_alternative<Chart>(block));
            std::visit([this](const auto& each) { add(each); }, block);
        }
        place_among_charts(false);
    }

    [[nodiscard]] const std::string& html() const { return html_; }
    [[nodiscard]] const std::vector<ContentsLine>& contents() const { return contents_; }

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
            contents_.push_back({"section-" + std::to_string(contents_.size() + 1), heading_});
            html_ += attribute("id", contents_.back().id);
        }
        html_ += ">" + html_of_runs(heading.text) + "</" + name + ">\n";
    }

    void add(const Paragraph& paragraph) {
        html_ += "<p" + role_attribute(paragraph) + ">" + html_of_runs(paragraph) + "</p>\n";
    }

    void add(const Grid& grid) { html_ += html_of_table(grid, ++tables_, heading_); }

    void add(const Chart& chart) { html_ += html_of_chart(chart, ++charts_, language_); }

    Language language_;
    std::string heading_;  ///< the nearest above
    std::string html_;
    std::vector<ContentsLine> contents_;
    std::size_t tables_{}, charts_{};
    bool among_charts_{};
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
        {"draft", text_value(document.draft ? phrases::html_draft.in(language) : "")},
        {"contents_title", text_value(has_contents ? phrases::html_contents.in(language) : "")},
        {"contents", list_value(std::move(contents), contents_item({}))},
        {"body", text_value(body.html())},
    });
}

}  // namespace

std::string write_html(const Document& document, const SourceFiles& templates, const HtmlOptions& options) {
    const PageBody body(document, language_of(options));
    return render(read_templates(templates, "html/page.html"), shell_values(document, body, options));
}

}  // namespace nianbao
