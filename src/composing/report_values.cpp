#include "composing/report_values.h"

#include <algorithm>
#include <utility>

#include "composing/narrative_items.h"
#include "messages/template_value_texts.h"
#include "narrative/numerals.h"

namespace nianbao {
namespace {

namespace about = template_value_texts;
using Members = std::vector<TemplateMember>;
using Content = TemplateValue::Content;

std::string number_of(std::size_t index) {
    constexpr std::size_t last_in_words = 99;
    return index <= last_in_words ? chinese_number(static_cast<int>(index)) : std::to_string(index);
}

/// The part of a `YYYY-MM-DD` from `begin` on, without leading zeros; empty where there is none.
std::string date_part(const std::string& date, std::size_t begin, std::size_t length) {
    if (date.size() < begin + length) return "";
    const std::string part = date.substr(begin, length);
    const auto digit = part.find_first_not_of('0');
    return digit == std::string::npos ? part : part.substr(digit);
}

class ValueMaker {
public:
    ValueMaker(const Report& report, const Form& form, const ValueOptions& options)
        : report_(report), form_(form), options_(options) {}

    ReportValues make() {
        Members root = identity();
        for (const FieldId id : form_.fields_of(-1)) {
            root.push_back({std::string(last_part(form_.fields[id].path)), field(id), &form_.fields[id].title});
        }
        std::vector<TemplateValue> sections;
        for (std::size_t s = 0; s < form_.sections.size(); ++s) {
            sections.push_back(section(s));
            root.push_back({form_.sections[s].id, sections.back(), &form_.sections[s].name});
            for (TemplateMember& each : named_fields(s)) root.back().value.members.push_back(std::move(each));
        }
        TemplateValue sample = sections.empty() ? object_value({}) : sections.front();
        root.push_back({"sections", list_value(std::move(sections), std::move(sample)), &about::sections});
        return {object_value(std::move(root)), std::move(tokens_)};
    }

private:
    TemplateValue words(const std::string& text, std::optional<Address> shows = std::nullopt) {
        return text_value(text.empty() ? "" : tokens_.add(Run{text, false, shows}));
    }
    TemplateValue words(const std::string& text, Identity what) { return words(text, at_identity(what)); }
    TemplateValue paragraphs(std::vector<Paragraph> text) {
        return text_value(text.empty() ? "" : tokens_.add(std::move(text)), Content::paragraphs);
    }

    Members identity() {
        const std::string& published = report_.published;
        Members members{
            {"title", words(title_of(report_, form_), Identity::title), &about::title},
            {"year", words(std::to_string(report_.year), Identity::year), &about::year},
            {"last_year", words(std::to_string(report_.year - 1)), &about::last_year},
            {"next_year", words(std::to_string(report_.year + 1)), &about::next_year},
            {"citation", words(form_.citation), &about::citation},
            {"document_number", words(report_.document_number, Identity::document_number), &about::document_number},
            {"published", words(published, Identity::published), &about::published},
            {"published_year", words(date_part(published, 0, 4)), &about::published_year},
            {"published_month", words(date_part(published, 5, 2)), &about::published_month},
            {"published_day", words(date_part(published, 8, 2)), &about::published_day},
            {"agency", agency(), &about::agency},
            {"contact", contact(), &about::contact},
            {"draft", flag_value(options_.draft), &about::draft},
            {"with_guidance", flag_value(options_.with_guidance), &about::with_guidance},
            {"place", place(), &about::place},
            {"open_cell", words(options_.open_cells.input), &about::open_cell},
            {"derived_cell", words(options_.open_cells.derived), &about::derived_cell},
            {"attachment", attachment(), &about::attachment},
        };
        return members;
    }

    TemplateValue agency() {
        const Agency& agency = report_.agency;
        const std::string& short_name = agency.short_names.empty() ? agency.name : agency.short_names.front();
        return object_value({{"name", words(agency.name, Identity::name), &about::agency_name},
                             {"short_name", words(short_name), &about::short_name}});
    }

    TemplateValue contact() {
        const Contact& contact = report_.agency.contact;
        return object_value({{"address", words(contact.address, Identity::contact), &about::address},
                             {"postcode", words(contact.postcode, Identity::contact), &about::postcode},
                             {"telephone", words(contact.telephone, Identity::contact), &about::telephone},
                             {"website", words(contact.website, Identity::contact), &about::website}});
    }

    std::string grid_of(std::size_t table) {
        const CellDisplay open = options_.empty_cells ? CellDisplay{} : options_.open_cells;
        return tokens_.add(lay_out_table(form_, table, report_, open));
    }

    TemplateValue attachment() {
        const auto table = options_.attachment;
        return object_value(
            {{"mark", words(options_.attachment_mark), &about::attachment_mark},
             {"name", words(table ? form_.tables[*table].attachment.zh : ""), &about::attachment_name},
             {"table", text_value(table ? grid_of(*table) : "", Content::table), &about::attached_table}});
    }

    TemplateValue place() {
        if (options_.place.empty()) return paragraphs({});
        Paragraph open{{Run{options_.place, false, std::nullopt}}, Paragraph::Role::open, {}};
        return paragraphs({std::move(open)});
    }

    TemplateValue field(FieldId id) {
        const Field& info = form_.fields[id];
        return object_value({{"heading", words(info.heading), &about::heading},
                             {"title", words(info.title.zh), &about::name},
                             {"guidance", words(info.guidance.zh), &about::guidance},
                             {"text", paragraphs(field_paragraphs(report_, form_, id)), &about::text}});
    }

    TemplateValue item(const NarrativeItem& item, std::size_t number) {
        return object_value({{"number", words(number_of(number)), &about::number},
                             {"heading", words(item.heading, item.at), &about::heading},
                             {"title", words(item.title), &about::name},
                             {"guidance", words(item.guidance), &about::guidance},
                             {"text", paragraphs(item.text), &about::text}});
    }

    static TemplateValue no_field() {
        return object_value({{"heading", text_value(""), &about::heading},
                             {"title", text_value(""), &about::name},
                             {"guidance", text_value(""), &about::guidance},
                             {"text", text_value("", Content::paragraphs), &about::text}});
    }
    TemplateValue no_item() { return item({}, 0); }
    static TemplateValue source_value(TemplateValue source, TemplateValue labels) {
        return object_value(
            {{"source", std::move(source), &about::source}, {"labels", std::move(labels), &about::labels}});
    }

    TemplateValue section(std::size_t index) {
        const Section& info = form_.sections[index];
        Members members{{"heading", words(info.heading, at_section(index)), &about::section_heading}};
        add_table(info.table, members);
        bool empty = info.table < 0;
        add_items(index, members, empty);
        add_fields(index, members, empty);
        members.push_back({"empty", flag_value(empty), &about::empty});
        return object_value(std::move(members));
    }

    void add_table(int table, Members& members) {
        std::string grid;
        std::string name;
        std::vector<TemplateValue> sources;
        if (table >= 0) {
            const auto index = static_cast<std::size_t>(table);
            grid = grid_of(index);
            name = form_.tables[index].name.zh;
            sources = sources_of(form_.tables[index]);
        }
        members.push_back({"table", text_value(grid, Content::table), &about::table});
        members.push_back({"table_name", words(name), &about::table_name});
        members.push_back(
            {"sources", list_value(std::move(sources), source_value(words(""), words(""))), &about::sources});
    }

    /// Who knows the numbers of a table: the labels of rows and columns that name the same source one after the other;
    /// no labels where one source knows them all.
    std::vector<TemplateValue> sources_of(const Table& table) {
        std::vector<std::pair<std::string, std::string>> sources;
        const auto add = [&](const std::vector<Axis>& axes) {
            for (const Axis& axis : axes) {
                if (axis.source.zh.empty()) continue;
                if (sources.empty() || sources.back().first != axis.source.zh) sources.emplace_back(axis.source.zh, "");
                std::string& labels = sources.back().second;
                labels += (labels.empty() ? "“" : "”“") + axis.label.zh;
            }
        };
        for (const Block& block : table.blocks) {
            add(block.rows);
            add(block.columns);
        }
        std::vector<TemplateValue> values;
        for (const auto& [source, labels] : sources) {
            const std::string shown = sources.size() == 1 ? "" : labels + "”";
            values.push_back(source_value(words(source), words(shown)));
        }
        return values;
    }

    void add_items(std::size_t section, Members& members, bool& empty) {
        std::vector<TemplateValue> written;
        std::vector<TemplateValue> every;
        for (const NarrativeItem& each : items_of_section(report_, form_, section)) {
            if (!each.text.empty()) written.push_back(item(each, written.size() + 1));
            every.push_back(item(each, every.size() + 1));
        }
        empty = empty && written.empty();
        members.push_back({"items", list_value(std::move(written), no_item()), &about::items});
        members.push_back({"every_item", list_value(std::move(every), no_item()), &about::every_item});
    }

    void add_fields(std::size_t section, Members& members, bool& empty) {
        std::vector<TemplateValue> fields;
        TemplateValue before = no_field();
        TemplateValue after = no_field();
        for (const FieldId id : form_.fields_of(static_cast<int>(section))) {
            const Field::Role role = form_.fields[id].role;
            TemplateValue value = field(id);
            if (role == Field::Role::text) {
                empty = empty && value.find("text")->text.empty();
                fields.push_back(std::move(value));
            } else if (role == Field::Role::before_table) {
                before = std::move(value);
            } else if (role == Field::Role::after_table) {
                after = std::move(value);
            }
        }
        members.push_back({"fields", list_value(std::move(fields), no_field()), &about::fields});
        members.push_back({"before", std::move(before), &about::before});
        members.push_back({"after", std::move(after), &about::after});
    }

    /// The fields of a section by the last part of their paths; one that is its whole section lends it its own names.
    Members named_fields(std::size_t section) {
        Members named;
        for (const FieldId id : form_.fields_of(static_cast<int>(section))) {
            const Field& info = form_.fields[id];
            if (info.role != Field::Role::text && info.role != Field::Role::item) continue;
            TemplateValue value = field(id);
            const std::string_view name = last_part(info.path);
            if (name != form_.sections[section].id) {
                named.push_back({std::string(name), std::move(value), &info.title});
                continue;
            }
            for (TemplateMember& member : value.members) {
                if (member.name != "heading") named.push_back(std::move(member));
            }
        }
        return named;
    }

    const Report& report_;
    const Form& form_;
    const ValueOptions& options_;
    Tokens tokens_;
};

}  // namespace

ReportValues report_values(const Report& report, const Form& form, const ValueOptions& options) {
    return ValueMaker(report, form, options).make();
}

}  // namespace nianbao
