#include "composing/compose.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "composing/report_values.h"
#include "templating/render.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

const SourceFiles& templates() {
    static const SourceFiles files = embedded_folder("templates/");
    return files;
}

/// A block a line: `#` heads, `[table]`, and a sign for the role of a paragraph (. body, > guidance, ? open, ! notice).
std::string dump(const Document& document) {
    std::string text;
    for (const DocumentBlock& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            text += std::string(static_cast<std::size_t>(heading->level), '#') + " " + plain_text(heading->text);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            text += std::string(1, ".>?!"[static_cast<int>(paragraph->role)]) + " " + plain_text(*paragraph);
        } else {
            text += "[" + std::get<Grid>(block).table + "]";
        }
        text += "\n";
    }
    return text;
}

Report sample() {
    Report report = empty_report(form_2021());
    report.agency.name = "示例区教育局";
    report.year = 2024;
    return report;
}

void write(Report& report, const char* path, Paragraphs text) {
    report.narrative[*form_2021().find_field(path)] = std::move(text);
}

std::string composed(const Report& report, const ComposeOptions& options = {}) {
    return dump(compose_document(report, form_2021(), templates(), options));
}

/// The report's content as the whole template.
std::string composed(const Report& report, const std::string& text, const ComposeOptions& options = {}) {
    SourceFiles files = templates();
    files["2021/report.md"] = text;
    return dump(compose_document(report, form_2021(), files, options));
}

/// A report in which every value has something in it.
Report with_everything(const Form& form) {
    Report report = empty_report(form);
    report.agency.name = "示例区教育局";
    report.agency.contact = {"清泉路1号", "990100", "0600-5550100", "www.shiliqu.example"};
    report.year = form.first_year;
    report.published = "2025-01-20";
    report.document_number = "示教〔2025〕1号";
    for (auto& text : report.narrative) text = Paragraphs{"甲。", "乙。"};
    return report;
}

/// What names it in a template: `sections[].heading` is named inside the section `sections`.
std::string tag_of(const std::string& name) {
    const auto list = name.find("[]");
    if (list == std::string::npos) return "{{" + name + "}}";
    const std::string outer = name.substr(0, list);
    const std::string inside = name.size() > list + 2 ? tag_of(name.substr(list + 3)) : "";
    return "{{#" + outer + "}}" + inside + "{{/" + outer + "}}";
}

const TemplateValue* value_at(const TemplateValue& root, const std::string& name) {
    const auto list = name.find("[]");
    const TemplateValue* found = find_below(root, name.substr(0, list));
    if (list == std::string::npos || list + 2 == name.size()) return found;
    return found->items.empty() ? nullptr : value_at(found->items.front(), name.substr(list + 3));
}

bool can_use(const ReportValues& values, const std::string& name) {
    const SourceFiles files{{"2021/report.md", tag_of(name)}};
    try {
        static_cast<void>(render(read_templates(files, "2021/report.md"), values.root));
        return true;
    } catch (const TemplateError&) {
        return false;
    }
}

}  // namespace

TEST_CASE("a report has its title, six sections and three tables") {
    const Report report = sample();
    CHECK(composed(report) ==
          "# 示例区教育局2024年政府信息公开工作年度报告\n"
          "## 一、总体情况\n"
          "## 二、主动公开政府信息情况\n[disclosure]\n"
          "## 三、收到和处理政府信息公开申请情况\n[requests]\n"
          "## 四、政府信息公开行政复议、行政诉讼情况\n[disputes]\n"
          "## 五、存在的主要问题及改进情况\n"
          "## 六、其他需要报告的事项\n");
    const Document document = compose_document(report, form_2021(), templates());
    CHECK(document.title == "示例区教育局2024年政府信息公开工作年度报告");
    CHECK(document.agency == "示例区教育局");
    CHECK(document.year == 2024);
    CHECK_FALSE(document.draft);
}

TEST_CASE("narrative stands where it belongs, items are numbered in the order printed") {
    Report report = sample();
    report.title = "教育局年报";
    write(report, "/narrative/preface", {"前言。", "联系方式。"});
    write(report, "/narrative/overview/introduction", {"综述。"});
    write(report, "/narrative/overview/proactive_disclosure", {"甲。", "乙。"});
    write(report, "/narrative/overview/platforms", {"丙。"});
    write(report, "/narrative/notes/requests/before", {"表前。"});
    write(report, "/narrative/notes/requests/after", {"表后。"});
    write(report, "/narrative/problems_and_improvements/improvements", {"改进。"});
    write(report, "/narrative/other_matters", {"无。"});
    CHECK(composed(report) ==
          "# 教育局年报\n. 前言。\n. 联系方式。\n"
          "## 一、总体情况\n. 综述。\n### （一）主动公开\n. 甲。\n. 乙。\n### （二）政府信息公开平台建设\n. 丙。\n"
          "## 二、主动公开政府信息情况\n[disclosure]\n"
          "## 三、收到和处理政府信息公开申请情况\n. 表前。\n[requests]\n. 表后。\n"
          "## 四、政府信息公开行政复议、行政诉讼情况\n[disputes]\n"
          "## 五、存在的主要问题及改进情况\n### （一）改进措施\n. 改进。\n"
          "## 六、其他需要报告的事项\n. 无。\n");
}

TEST_CASE("an agency's own items follow the item they name, or stand at the end") {
    Report report = sample();
    write(report, "/narrative/overview/proactive_disclosure", {"甲。"});
    write(report, "/narrative/overview/oversight", {"乙。"});
    report.others = {{"（六）标准化建设", {"丙。"}, ""},
                     {"重点领域", {"重点领域：丁。"}, "proactive_disclosure"},
                     {"无内容", {}, "proactive_disclosure"},
                     {"先行", {"戊。"}, "introduction"},
                     {"别处", {"己。"}, "nowhere"}};
    const char* text = "{{#overview}}{{#items}}{{number}}{{heading}}：{{text}}\n\n{{/items}}{{/overview}}";
    CHECK(composed(report, text) ==
          ". 一先行：戊。\n. 二主动公开：甲。\n. 三重点领域：丁。\n. 四监督保障：乙。\n. 五标准化建设：丙。\n. "
          "六别处：己。\n");
}

TEST_CASE("a hundred items are numbered too") {
    Report report = sample();
    for (int i = 0; i < 101; ++i) report.others.push_back({"项", {"文"}, ""});
    const std::string text = composed(report, "{{#overview}}{{#items}}{{number}},{{/items}}{{/overview}}");
    CHECK(text.find("九十九,100,101,") != std::string::npos);
}

TEST_CASE("a heading repeated in the text is not printed twice") {
    Report report = sample();
    write(report, "/narrative/overview/proactive_disclosure", {"（一）主动公开：全年386条。", "主动公开。又及。"});
    write(report, "/narrative/overview/disclosure_on_request", {"依申请公开"});
    write(report, "/narrative/overview/platforms", {"（四）政府信息公开平台建设", "全年。"});
    write(report, "/narrative/other_matters", {"六、其他需要报告的事项：无。"});
    const std::string text = composed(report);
    CHECK(text.find(
              "### （一）主动公开\n. 全年386条。\n. 主动公开。又及。\n### （二）政府信息公开平台建设\n. 全年。\n##") !=
          std::string::npos);
    CHECK(text.find("依申请公开\n") == std::string::npos);
    CHECK(text.ends_with("## 六、其他需要报告的事项\n. 无。\n"));
}

TEST_CASE("every run of the agency's says what of the report it is") {
    Report report = sample();
    const FieldId field = *form_2021().find_field("/narrative/overview/proactive_disclosure");
    report.narrative[field] = Paragraphs{"主动公开：甲。", "乙。"};
    const Document document = compose_document(report, form_2021(), templates());
    std::vector<Address> shown;
    for (const DocumentBlock& block : document.blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph != nullptr) shown.push_back(paragraph->runs.front().shows.value());
    }
    CHECK(shown ==
          std::vector<Address>{{Address::Kind::field, field, 0, 15, 21}, {Address::Kind::field, field, 1, 0, 0}});
    const auto& title = std::get<Heading>(document.blocks.front()).text;
    CHECK(title.runs.front().shows == at_identity(Identity::title));
}

TEST_CASE("identity, contact and dates can be named") {
    Report report = sample();
    report.agency.short_names = {"区教育局"};
    report.agency.contact = {"政务路1号", "990100", "0600-1", ""};
    report.published = "2025-01-09";
    report.document_number = "示教〔2025〕1号";
    CHECK(composed(report,
                   "{{agency.name}}（{{agency.short_name}}）{{last_year}} {{year}} {{next_year}} {{citation}} "
                   "{{document_number}}\n\n"
                   "{{published}} {{published_year}}年{{published_month}}月{{published_day}}日\n\n"
                   "{{contact.address}} {{contact.postcode}} "
                   "{{contact.telephone}}{{^contact.website}}无网址{{/contact.website}}") ==
          ". 示例区教育局（区教育局）2023 2024 2025 国办公开办函〔2021〕30号 示教〔2025〕1号\n"
          ". 2025-01-09 2025年1月9日\n. 政务路1号 990100 0600-1无网址\n");
}

TEST_CASE("sections can be looped over, and fields named") {
    Report report = sample();
    write(report, "/narrative/overview/oversight", {"保障。"});
    write(report, "/narrative/other_matters", {"无。"});
    CHECK(composed(report, "{{#sections}}{{heading}}；{{table_name}}；{{#empty}}空{{/empty}}\n\n{{/sections}}") ==
          ". 一、总体情况；；\n. 二、主动公开政府信息情况；主动公开情况表；\n. "
          "三、收到和处理政府信息公开申请情况；申请情况表；\n"
          ". 四、政府信息公开行政复议、行政诉讼情况；复议诉讼情况表；\n. 五、存在的主要问题及改进情况；；空\n"
          ". 六、其他需要报告的事项；；\n");
    CHECK(composed(report,
                   "{{overview.oversight.heading}}：{{overview.oversight.text}}\n\n"
                   "{{other_matters.heading}}：{{other_matters.text}}") ==
          ". 监督保障：保障。\n. 六、其他需要报告的事项：无。\n");
}

TEST_CASE("what an agency writes is never parsed") {
    Report report = sample();
    const Paragraphs nasty{"# 不是标题",
                           "{{title}} {{#a}}",
                           "**粗** <b> &amp; [x](y)",
                           "> 引",
                           "\\* | `",
                           "1. 项",
                           "    缩进",
                           "\xF3\xB0\x80\x80\xF4\x80\x80\x80 私用区"};
    write(report, "/narrative/overview/introduction", nasty);
    std::string expected;
    for (const std::string& each : nasty) expected += ". " + each + "\n";
    CHECK(composed(report, "{{overview.introduction.text}}") == expected);
}

TEST_CASE("a draft says so and shows what is open") {
    const Report report = sample();
    const Document draft = compose_document(report, form_2021(), templates(), {.draft = true});
    CHECK(draft.draft);
    const std::string text = dump(draft);
    CHECK(text.starts_with("! 草稿"));
    CHECK(text.find("## 一、总体情况\n? ＿＿＿＿＿＿＿＿\n## 二") != std::string::npos);
    std::size_t open = 0;
    for (const DocumentBlock& block : draft.blocks) {
        const auto* grid = std::get_if<Grid>(&block);
        if (grid == nullptr) continue;
        open +=
            static_cast<std::size_t>(std::count_if(grid->cells.begin(), grid->cells.end(), [](const GridCell& cell) {
                return cell.shows && !cell.text.empty() && !cell.number;
            }));
    }
    CHECK(open == form_2021().cells.size());
}

TEST_CASE("a blank form has every item with its guidance beside a place to write, and no 0") {
    const Document blank = compose_document(sample(), form_2021(), templates(), {.content = "blank"});
    const std::string text = dump(blank);
    std::size_t places = 0;
    for (const Field& field : form_2021().fields) {
        const bool is_note = field.role == Field::Role::before_table || field.role == Field::Role::after_table;
        CAPTURE(field.path);
        CHECK((text.find(field.guidance.zh + "\n? ＿") != std::string::npos) == !is_note);
        places += is_note ? 0U : 1U;
    }
    std::size_t open = 0;
    for (const DocumentBlock& block : blank.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            open += paragraph->role == Paragraph::Role::open ? 1U : 0U;
        } else if (const auto* grid = std::get_if<Grid>(&block)) {
            for (const GridCell& cell : grid->cells) {
                if (cell.shows)
                    CHECK(plain_text(cell.text.front()) == (form_2021().cells[*cell.shows].derived ? "自动" : "＿＿"));
            }
        }
    }
    CHECK(open == places);
    CHECK(text.find("### （五）监督保障\n> 填写说明：") != std::string::npos);
    CHECK(text.find("> 数据来源：办公室（申请台账）\n[requests]\n") != std::string::npos);
    const std::string bare =
        dump(compose_document(sample(), form_2021(), templates(), {.content = "blank", .with_guidance = false}));
    CHECK(bare.find('>') == std::string::npos);
}

TEST_CASE("the 2019 form has its own report and no blank form") {
    Report report = empty_report(form_2019());
    report.agency.name = "示例区教育局";
    report.year = 2020;
    report.narrative[*form_2019().find_field("/narrative/overview/oversight")] = Paragraphs{"保障。"};
    const std::string text = dump(compose_document(report, form_2019(), templates()));
    CHECK(text.starts_with(
        "# 示例区教育局2020年政府信息公开工作年度报告\n## 一、总体情况\n### （一）监督保障\n. 保障。\n## 二"));
    CHECK_THROWS_AS(static_cast<void>(compose_document(report, form_2019(), templates(), {.content = "blank"})),
                    TemplateError);
}

TEST_CASE("what is listed can be used, and nothing else") {
    for (const Form* form : {&form_2021(), &form_2019()}) {
        const ReportValues values = report_values(with_everything(*form), *form, {.place = "待写"});
        const std::vector<NamedValue> listed = list_template_values(*form);
        std::set<std::string> names, groups{""}, words;
        for (const NamedValue& value : listed) {
            CAPTURE(value.name);
            CHECK(names.insert(value.name).second);
            CHECK_FALSE(value.about.zh.empty());
            CHECK_FALSE(value.about.en.empty());
            CHECK(can_use(values, value.name));
            words.insert(value.name.substr(value.name.rfind('.') + 1));
            if (value.kind == TemplateValue::Kind::object) groups.insert(value.name + ".");
        }
        for (const std::string& group : groups) {
            for (const std::string& word : words) {
                if (group.find('[') != std::string::npos || word.ends_with("[]")) continue;
                const std::string name = group + word;
                CAPTURE(name);
                CHECK(can_use(values, name) == (names.count(name) + names.count(name + "[]") > 0));
            }
        }
    }
}

TEST_CASE("values are of the kind that is listed") {
    using Content = TemplateValue::Content;
    const ReportValues values = report_values(with_everything(form_2021()), form_2021(), {.place = "待写"});
    std::map<Content, int> seen;
    for (const NamedValue& value : list_template_values(form_2021())) {
        CAPTURE(value.name);
        const TemplateValue* found = value_at(values.root, value.name);
        if (!found) continue;  // in a list without items
        CHECK(found->kind == value.kind);
        if (found->kind != TemplateValue::Kind::text || found->text.empty()) continue;
        const Expansion& expansion = values.tokens[cut_at_tokens(found->text).front().token];
        CHECK(expansion.index() == static_cast<std::size_t>(value.content));
        ++seen[value.content];
    }
    CHECK(seen[Content::line] > 60);
    CHECK(seen[Content::paragraphs] > 20);
    CHECK(seen[Content::table] == 3);
}
