#include "composing/report_values.h"

#include <algorithm>
#include <utility>

#include "composing/narrative_items.h"
#include "narrative/numerals.h"

namespace nianbao {
namespace {

using Members = std::vector<TemplateMember>;

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
        std::vector<TemplateValue> sections;
        for (std::size_t s = 0; s < form_.sections.size(); ++s) sections.push_back(section(s));
        for (const FieldId id : form_.fields_of(-1)) {
            root.push_back({std::string(last_part(form_.fields[id].path)), field(id)});
        }
        for (std::size_t s = 0; s < sections.size(); ++s) root.push_back({form_.sections[s].id, sections[s]});
        TemplateValue sample = sections.empty() ? object_value({}) : sections.front();
        root.push_back({"sections", list_value(std::move(sections), std::move(sample))});
        return {object_value(std::move(root)), std::move(tokens_)};
    }

private:
    TemplateValue words(const std::string& text, std::optional<Address> shows = std::nullopt) {
        return text_value(text.empty() ? "" : tokens_.add(Run{text, false, shows}));
    }
    TemplateValue words(const std::string& text, Identity what) { return words(text, at_identity(what)); }
    TemplateValue paragraphs(std::vector<Paragraph> text) {
        return text_value(text.empty() ? "" : tokens_.add(std::move(text)));
    }

    Members identity() {
        const std::string& published = report_.published;
        Members members{
            {"title", words(title_of(report_, form_), Identity::title)},
            {"year", words(std::to_string(report_.year), Identity::year)},
            {"last_year", words(std::to_string(report_.year - 1))},
            {"next_year", words(std::to_string(report_.year + 1))},
            {"citation", words(form_.citation)},
            {"document_number", words(report_.document_number, Identity::document_number)},
            {"published", words(published, Identity::published)},
            {"published_year", words(date_part(published, 0, 4))},
            {"published_month", words(date_part(published, 5, 2))},
            {"published_day", words(date_part(published, 8, 2))},
            {"agency", agency()},
            {"contact", contact()},
            {"draft", flag_value(options_.draft)},
            {"with_guidance", flag_value(options_.with_guidance)},
            {"place", place()},
            {"open_cell", words(options_.open_cells.input)},
            {"derived_cell", words(options_.open_cells.derived)},
            {"attachment", attachment()},
        };
        return members;
    }

    TemplateValue agency() {
        const Agency& agency = report_.agency;
        const std::string& short_name = agency.short_names.empty() ? agency.name : agency.short_names.front();
        return object_value({{"name", words(agency.name, Identity::name)}, {"short_name", words(short_name)}});
    }

    TemplateValue contact() {
        const Contact& contact = report_.agency.contact;
        return object_value({{"address", words(contact.address, Identity::contact)},
                             {"postcode", words(contact.postcode, Identity::contact)},
                             {"telephone", words(contact.telephone, Identity::contact)},
                             {"website", words(contact.website, Identity::contact)}});
    }

    std::string grid_of(std::size_t table) {
        const CellDisplay open = options_.empty_cells ? CellDisplay{} : options_.open_cells;
        return tokens_.add(lay_out_table(form_, table, report_, open));
    }

    TemplateValue attachment() {
        const auto table = options_.attachment;
        return object_value({{"mark", words(options_.attachment_mark)},
                             {"name", words(table ? form_.tables[*table].attachment.zh : "")},
                             {"table", text_value(table ? grid_of(*table) : "")}});
    }

    TemplateValue place() {
        if (options_.place.empty()) return text_value("");
        Paragraph open{{Run{options_.place, false, std::nullopt}}, Paragraph::Role::open, {}};
        return paragraphs({std::move(open)});
    }

    TemplateValue field(FieldId id) {
        const Field& info = form_.fields[id];
        return object_value({{"heading", words(info.heading)},
                             {"title", words(info.title.zh)},
                             {"guidance", words(info.guidance.zh)},
                             {"text", paragraphs(field_paragraphs(report_, form_, id))}});
    }

    TemplateValue item(const NarrativeItem& item, std::size_t number) {
        return object_value({{"number", words(number_of(number))},
                             {"heading", words(item.heading, item.at)},
                             {"title", words(item.title)},
                             {"guidance", words(item.guidance)},
                             {"text", paragraphs(item.text)}});
    }

    static TemplateValue nothing_of(std::initializer_list<const char*> names) {
        Members members;
        for (const char* name : names) members.push_back({name, text_value("")});
        return object_value(std::move(members));
    }
    static TemplateValue no_field() { return nothing_of({"heading", "title", "guidance", "text"}); }
    static TemplateValue no_item() { return nothing_of({"number", "heading", "title", "guidance", "text"}); }

    TemplateValue section(std::size_t index) {
        const Section& info = form_.sections[index];
        Members members{{"heading", words(info.heading, at_section(index))}};
        add_table(info.table, members);
        bool empty = info.table < 0;
        add_items(index, members, empty);
        add_fields(index, members, empty);
        members.push_back({"empty", flag_value(empty)});
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
        members.push_back({"table", text_value(grid)});
        members.push_back({"table_name", words(name)});
        members.push_back({"sources", list_value(std::move(sources), nothing_of({"source", "labels"}))});
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
            values.push_back(object_value({{"source", words(source)}, {"labels", words(shown)}}));
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
        members.push_back({"items", list_value(std::move(written), no_item())});
        members.push_back({"every_item", list_value(std::move(every), no_item())});
    }

    void add_fields(std::size_t section, Members& members, bool& empty) {
        std::vector<TemplateValue> fields;
        Members named;
        TemplateValue before = no_field();
        TemplateValue after = no_field();
        for (const FieldId id : form_.fields_of(static_cast<int>(section))) {
            const Field::Role role = form_.fields[id].role;
            const TemplateValue value = field(id);
            if (role == Field::Role::before_table) before = value;
            if (role == Field::Role::after_table) after = value;
            if (role == Field::Role::text) {
                fields.push_back(value);
                empty = empty && value.find("text")->text.empty();
            }
            if (role == Field::Role::text || role == Field::Role::item) name_field(section, id, value, named);
        }
        members.push_back({"fields", list_value(std::move(fields), no_field())});
        members.push_back({"before", std::move(before)});
        members.push_back({"after", std::move(after)});
        for (TemplateMember& each : named) members.push_back(std::move(each));
    }

    void name_field(std::size_t section, FieldId id, const TemplateValue& value, Members& named) const {
        const std::string_view name = last_part(form_.fields[id].path);
        if (name != form_.sections[section].id) {
            named.push_back({std::string(name), value});
            return;
        }
        for (const TemplateMember& member : value.members) {
            if (member.name != "heading") named.push_back(member);
        }
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
