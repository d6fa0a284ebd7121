#include "composing/compose.h"

#include <map>
#include <string>

#include "composing/attachment_mark.h"
#include "composing/report_values.h"
#include "composing/template_markdown.h"
#include "templating/render.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// Short wordings that no template prints itself: `words/draft.md` and the like.
std::string word(const SourceFiles& templates, const std::string& name) {
    const std::string path = "words/" + name + ".md";
    const auto file = templates.find(path);
    if (file == templates.end())
        throw TemplateError({path, 1, 1}, {"没有这个模板文件", "there is no such template file"});
    return trimmed(read_template(path, file->second).text);
}

ValueOptions value_options(const Report& report, const Form& form, const SourceFiles& templates,
                           const ComposeOptions& options) {
    ValueOptions values;
    if (options.table) {
        values.attachment = *options.table;
        values.attachment_mark = attachment_mark(report, form, *options.table, word(templates, "attachment"));
    }
    values.draft = options.draft;
    values.with_guidance = options.with_guidance;
    values.empty_cells = options.empty_cells;
    if (options.draft || options.content.starts_with("blank")) {
        values.open_cells = {word(templates, "open_cell"), word(templates, "derived_cell")};
        values.place = word(templates, "place");
    }
    return values;
}

/// The first heading of the highest level.
std::string first_title(const Document& document) {
    for (const DocumentBlock& block : document.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading && heading->level == 1) return plain_text(heading->text);
    }
    return document.title;
}

}  // namespace

/// What is not printed, or not surely told from what is, for formats that have properties.
std::map<std::string, std::string> properties_of(const Report& report) {
    std::map<std::string, std::string> properties{{"form", report.form},
                                                  {"agency", report.agency.name},
                                                  {"year", std::to_string(report.year)},
                                                  {"kind", report.agency.kind},
                                                  {"level", report.agency.level},
                                                  {"scope", report.agency.scope},
                                                  {"published", report.published},
                                                  {"document_number", report.document_number}};
    std::erase_if(properties, [](const auto& property) { return property.second.empty(); });
    return properties;
}

Document compose_document(const Report& report, const Form& form, const SourceFiles& templates,
                          const ComposeOptions& options) {
    const TemplateSet set = read_templates(templates, form.id + "/" + options.content + ".md");
    const ReportValues values = report_values(report, form, value_options(report, form, templates, options));
    Document document;
    document.title = title_of(report, form);
    document.agency = report.agency.name;
    document.year = report.year;
    document.draft = options.draft;
    document.properties = properties_of(report);
    document.blocks = read_template_markdown(render(set, values.root), values.tokens, set);
    if (options.table) document.title = first_title(document);
    if (options.draft) {
        const Run notice{word(templates, "draft"), true, std::nullopt};
        document.blocks.insert(document.blocks.begin(), Paragraph{{notice}, Paragraph::Role::notice, {}});
    }
    return document;
}

std::vector<NamedValue> list_template_values(const Form& form) {
    return list_values(report_values(empty_report(form), form, {}).root);
}

}  // namespace nianbao
