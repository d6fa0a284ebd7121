#include "readers/json_report_reader.h"

#include <algorithm>

#include "forms/report_shape.h"
#include "narrative/calendar.h"
#include "narrative/paragraphs.h"
#include "readers/json_member_reader.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Kind = JsonValue::Kind;

class ReportReader : JsonMemberReader {
public:
    ReportReader(const JsonValue& root, const Statute& statute, const Form& form)
        : root_(root), statute_(statute), form_(form) {
        reading_.report = empty_report(form);
        Provenance& provenance = reading_.provenance;
        provenance.identity.resize(static_cast<std::size_t>(Identity::count_));
        provenance.sections.resize(form.sections.size());
        provenance.tables.resize(form.tables.size());
        provenance.cells.resize(form.cells.size());
        provenance.fields.resize(form.fields.size());
        provenance.paragraphs.resize(form.fields.size());
    }

    Reading read() {
        for (Origin& table : reading_.provenance.tables) table.place = root_.place;
        for (Origin& section : reading_.provenance.sections) section.place = root_.place;
        read_members(root_, top_readers());
        require("agency", root_);
        require("year", root_);
        refuse_if_wrong();
        place_missing_sections();
        return std::move(reading_);
    }

private:
    Readers top_readers() {
        Report& report = reading_.report;
        Readers readers{
            {"$schema", [](const JsonMember&) {}},
            {"form", [this](const JsonMember& m) { place(Identity::form, m.value); }},
            {"agency", [this](const JsonMember& m) { read_agency(m); }},
            {"year", [this](const JsonMember& m) { read_year(m); }},
            {"published", [this](const JsonMember& m) { read_published(m); }},
            {"title", [this, &report](const JsonMember& m) { read_text(m, Identity::title, report.title); }},
            {"document_number",
             [this, &report](const JsonMember& m) { read_text(m, Identity::document_number, report.document_number); }},
            {"officers", [this](const JsonMember& m) { read_officers(m); }},
            {"narrative", [this](const JsonMember& m) { read_fields(m, *fields_.find("narrative")); }},
        };
        for (std::size_t t = 0; t < form_.tables.size(); ++t) {
            readers.emplace_back(form_.tables[t].id, [this, t](const JsonMember& m) { read_table(m, t); });
        }
        return readers;
    }

    // --- particulars

    void place(Identity what, const JsonValue& value) {
        reading_.provenance.identity[static_cast<std::size_t>(what)].place = value.place;
    }

    void read_text(const JsonMember& member, Identity what, std::string& target) {
        target = line_of(member);
        place(what, member.value);
    }

    void read_choice(const JsonMember& member, Identity what, std::string& target,
                     const std::vector<AgencyVocabulary::Entry>& choices) {
        read_text(member, what, target);
        if (target.empty()) return;
        std::vector<std::string> known;
        for (const auto& choice : choices) known.push_back(choice.id);
        if (std::find(known.begin(), known.end(), target) != known.end()) return;
        Diagnostic& wrong = problem("i.type", "choice", member.value.place);
        wrong.arguments["key"] = member.key;
        wrong.actual = shortened(target, 40);
        wrong.arguments["known"] = list_of(known);
    }

    void read_names(const JsonMember& member, Identity what, std::vector<std::string>& target) {
        place(what, member.value);
        if (member.value.kind == Kind::null) return;
        if (member.value.kind != Kind::array) return wrong_type(member.key, member.value, "array");
        for (const JsonValue& item : member.value.items) target.push_back(line_of({member.key, item.place, item}));
    }

    void read_contact(const JsonMember& member, Contact& contact) {
        place(Identity::contact, member.value);
        if (member.value.kind == Kind::null) return;
        if (member.value.kind != Kind::object) return wrong_type(member.key, member.value, "object");
        read_members(member.value, {{"address", [&](const JsonMember& m) { contact.address = line_of(m); }},
                                    {"postcode", [&](const JsonMember& m) { contact.postcode = line_of(m); }},
                                    {"telephone", [&](const JsonMember& m) { contact.telephone = line_of(m); }},
                                    {"website", [&](const JsonMember& m) { contact.website = line_of(m); }}});
    }

    void read_officers(const JsonMember& member) {
        place(Identity::officers, member.value);
        if (member.value.kind == Kind::null) return;
        if (member.value.kind != Kind::object) return wrong_type(member.key, member.value, "object");
        Officers& officers = reading_.report.officers.emplace();
        read_members(member.value, {{"leader", [&](const JsonMember& m) { officers.leader = line_of(m); }},
                                    {"reviewer", [&](const JsonMember& m) { officers.reviewer = line_of(m); }},
                                    {"clerk", [&](const JsonMember& m) { officers.clerk = line_of(m); }}});
    }

    void read_agency(const JsonMember& member) {
        if (member.value.kind != Kind::object) return wrong_type(member.key, member.value, "object");
        Agency& agency = reading_.report.agency;
        const AgencyVocabulary& words = statute_.agencies;
        read_members(
            member.value,
            {{"name", [&](const JsonMember& m) { read_text(m, Identity::name, agency.name); }},
             {"kind", [&](const JsonMember& m) { read_choice(m, Identity::kind, agency.kind, words.kinds); }},
             {"level", [&](const JsonMember& m) { read_choice(m, Identity::level, agency.level, words.levels); }},
             {"scope", [&](const JsonMember& m) { read_choice(m, Identity::scope, agency.scope, words.scopes); }},
             {"short_names", [&](const JsonMember& m) { read_names(m, Identity::short_names, agency.short_names); }},
             {"former_names", [&](const JsonMember& m) { read_names(m, Identity::former_names, agency.former_names); }},
             {"contact", [&](const JsonMember& m) { read_contact(m, agency.contact); }}});
        if (agency.name.empty()) problem("i.type", "missing", member.value.place).arguments["key"] = "agency.name";
    }

    void read_year(const JsonMember& member) {
        place(Identity::year, member.value);
        const auto amount = member.value.kind == Kind::number ? parse_amount(member.value.text) : std::nullopt;
        if (member.value.kind != Kind::number) return wrong_type(member.key, member.value, "number");
        const bool right =
            amount && is_integer(*amount) && amount->units >= first_report_year && amount->units <= last_report_year;
        if (right) {
            reading_.report.year = static_cast<int>(amount->units);
            return;
        }
        Diagnostic& wrong = problem("i.limit", "year", member.value.place);
        wrong.actual = shortened(member.value.text, 40);
        wrong.expected = std::to_string(first_report_year) + "–" + std::to_string(last_report_year);
    }

    void read_published(const JsonMember& member) {
        read_text(member, Identity::published, reading_.report.published);
        if (!reading_.report.published.empty() && !is_date(reading_.report.published)) {
            wrong_type(member.key, member.value, "date");
        }
    }

    // --- narrative

    void add_text(const JsonMember& member, const JsonValue& value, Paragraphs& text, std::vector<Origin>* origins) {
        if (value.kind != Kind::text) return wrong_type(member.key, value, "paragraphs");
        if (const auto control = find_control(value.text)) {
            std::string shown;
            append_code_point(shown, *control);
            problem("i.encoding", "control", value.place).actual = made_visible(shown);
            return;
        }
        append_paragraphs(value.text, text);
        if (!text.empty() && text.back().size() > max_paragraph_bytes) {
            problem("i.limit", "paragraph", value.place).arguments["limit"] =
                std::to_string(max_paragraph_bytes >> 20U);
        }
        if (origins) origins->resize(text.size(), {value.place, Origin::How::exact, {}});
    }

    Paragraphs read_paragraphs(const JsonMember& member, std::vector<Origin>* origins) {
        Paragraphs text;
        if (member.value.kind == Kind::null) return text;
        if (member.value.kind != Kind::array) {
            add_text(member, member.value, text, origins);
            return text;
        }
        for (const JsonValue& item : member.value.items) add_text(member, item, text, origins);
        return text;
    }

    void set_field(const JsonMember& member, int field) {
        const auto index = static_cast<std::size_t>(field);
        reading_.provenance.fields[index].place = member.value.place;
        reading_.report.narrative[index] = read_paragraphs(member, &reading_.provenance.paragraphs[index]);
        const int section = form_.fields[index].section;
        if (section >= 0) reading_.provenance.sections[static_cast<std::size_t>(section)].place = member.place;
    }

    void read_fields(const JsonMember& member, const ShapeNode& node) {
        if (node.extras) return read_extras(member);
        if (node.children.empty()) return set_field(member, node.index);
        if (member.value.kind == Kind::object) {
            for (const JsonMember& each : member.value.members) {
                if (const ShapeNode* child = node.find(each.key)) {
                    read_fields(each, *child);
                } else {
                    unknown_key(each, node.keys());
                }
            }
            place_section(member, node);
        } else if (member.value.kind == Kind::null) {
            set_blank(member, node);
        } else if (node.plain >= 0) {
            set_field(member, node.plain);
        } else {
            wrong_type(member.key, member.value, "object");
        }
    }

    /// A group that is there at all stands for its section, whatever it holds.
    void place_section(const JsonMember& member, const ShapeNode& node) {
        for (const ShapeNode& child : node.children) {
            if (child.index < 0) continue;
            const int section = form_.fields[static_cast<std::size_t>(child.index)].section;
            if (section >= 0 && node.plain >= 0) {
                reading_.provenance.sections[static_cast<std::size_t>(section)].place = member.place;
            }
        }
        if (node.plain >= 0) {
            auto& plain = reading_.report.narrative[static_cast<std::size_t>(node.plain)];
            if (!plain) plain = Paragraphs{};
        }
    }

    void set_blank(const JsonMember& member, const ShapeNode& node) {
        if (node.index >= 0)
            set_field({member.key, member.place, {Kind::null, {}, {}, {}, member.value.place}}, node.index);
        for (const ShapeNode& child : node.children) set_blank(member, child);
    }

    void read_extras(const JsonMember& member) {
        if (member.value.kind == Kind::null) return;
        if (member.value.kind != Kind::array) return wrong_type(member.key, member.value, "array");
        for (const JsonValue& item : member.value.items) {
            if (item.kind != Kind::object) {
                wrong_type(member.key, item, "object");
                continue;
            }
            ExtraItem extra;
            read_members(item, {{"heading", [&](const JsonMember& m) { extra.heading = line_of(m); }},
                                {"text", [&](const JsonMember& m) { extra.text = read_paragraphs(m, nullptr); }},
                                {"after", [&](const JsonMember& m) { extra.after = read_after(m); }}});
            reading_.report.others.push_back(std::move(extra));
            reading_.provenance.others.push_back({item.place, Origin::How::exact, {}});
        }
    }

    std::string read_after(const JsonMember& member) {
        std::string name = line_of(member);
        std::vector<std::string> known;
        for (const Field& field : form_.fields) {
            const bool beside =
                field.section >= 0 && form_.sections[static_cast<std::size_t>(field.section)].extra_items;
            if (beside) known.push_back(field.path.substr(field.path.rfind('/') + 1));
        }
        if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
            unknown_key({name, member.value.place, {}}, known);
        }
        return name;
    }

    void place_missing_sections() {
        const JsonMember* narrative = root_.find("narrative");
        if (!narrative) return;
        for (std::size_t i = 0; i < form_.sections.size(); ++i) {
            Origin& origin = reading_.provenance.sections[i];
            if (form_.sections[i].table < 0 && origin.place == Place(root_.place)) origin.place = narrative->place;
        }
    }

    // --- cells

    void read_table(const JsonMember& member, std::size_t table) {
        reading_.provenance.tables[table].place = member.place;
        for (std::size_t i = 0; i < form_.sections.size(); ++i) {
            if (form_.sections[i].table == static_cast<int>(table))
                reading_.provenance.sections[i].place = member.place;
        }
        read_cells(member, *cells_.find(member.key));
    }

    void read_cells(const JsonMember& member, const ShapeNode& node) {
        if (node.index >= 0) return read_cell(member, static_cast<CellId>(node.index), member.value);
        place_cells(node, member.place);
        const JsonValue& value = member.value;
        if (value.kind == Kind::object) {
            for (const JsonMember& each : value.members) {
                if (const ShapeNode* child = node.find(each.key)) {
                    read_cells(each, *child);
                } else {
                    unknown_key(each, node.keys());
                }
            }
        } else if (value.kind == Kind::null) {
            fill_cells(node, Blank{}, value.place);
        } else if (value.kind == Kind::number && parse_amount(value.text) == Amount{}) {
            fill_cells(node, Amount{}, value.place);
        } else {
            wrong_type(member.key, value, value.kind == Kind::number ? "zero" : "cells");
        }
    }

    void fill_cells(const ShapeNode& node, const Cell& value, TextPlace at) {
        if (node.index >= 0) {
            reading_.report.cells[static_cast<std::size_t>(node.index)] = value;
            reading_.provenance.cells[static_cast<std::size_t>(node.index)].place = at;
        }
        for (const ShapeNode& child : node.children) fill_cells(child, value, at);
    }

    /// Cells that the file leaves out are told at what should hold them.
    void place_cells(const ShapeNode& node, TextPlace at) {
        if (node.index >= 0) reading_.provenance.cells[static_cast<std::size_t>(node.index)].place = at;
        for (const ShapeNode& child : node.children) place_cells(child, at);
    }

    void read_cell(const JsonMember& member, CellId cell, const JsonValue& value) {
        Origin& origin = reading_.provenance.cells[cell];
        origin.place = value.place;
        if (value.kind == Kind::object) return read_noted_cell(member, cell, value);
        if (value.kind == Kind::number) origin.raw = value.text;
        reading_.report.cells[cell] = cell_of(member, value);
    }

    /// A number that cannot be held exactly, or has an exponent, is kept as it was written.
    Cell cell_of(const JsonMember& member, const JsonValue& value) {
        if (value.kind == Kind::number) {
            const auto amount = parse_amount(value.text);
            return amount ? Cell(*amount) : Cell(Mark{value.text});
        }
        if (value.kind != Kind::text) {
            if (value.kind != Kind::null) wrong_type(member.key, value, "cell");
            return Blank{};
        }
        if (find_control(value.text) || value.text.find('\n') != std::string::npos)
            wrong_type(member.key, value, "control");
        std::string written = trimmed(value.text);
        return written.empty() ? Cell(Blank{}) : Cell(Mark{std::move(written)});
    }

    /// What stands there of last year is for who fills the cell in: it is looked at, and not kept.
    void read_noted_cell(const JsonMember& member, CellId cell, const JsonValue& value) {
        read_members(value, {{"value",
                              [&](const JsonMember& m) {
                                  if (m.value.kind == Kind::object) return wrong_type(member.key, m.value, "cell");
                                  read_cell(m, cell, m.value);
                              }},
                             {"note",
                              [&](const JsonMember& m) {
                                  std::string note = line_of(m);
                                  if (!note.empty()) reading_.report.notes[cell] = std::move(note);
                              }},
                             {"last_year", [&](const JsonMember& m) { static_cast<void>(cell_of(m, m.value)); }}});
    }

    const JsonValue& root_;
    const Statute& statute_;
    const Form& form_;
    ShapeNode cells_ = shape_of_cells(form_);
    ShapeNode fields_ = shape_of_narrative(form_);
    Reading reading_;
};

InputError not_a_report(std::string variant, const JsonValue& at, const Statute& statute) {
    Diagnostic diagnostic;
    diagnostic.code = "i.not-a-report";
    diagnostic.variant = std::move(variant);
    if (at.place.line > 0) diagnostic.place = at.place;
    diagnostic.actual = shortened(at.text, 40);
    for (const Form& form : statute.forms) {
        std::string& known = diagnostic.arguments["known"];
        known += (known.empty() ? "" : ", ") + form.id;
    }
    return InputError({std::move(diagnostic)});
}

}  // namespace

Reading read_json_report(std::string_view text, const Statute& statute) {
    if (trimmed(text).empty()) throw not_a_report("empty", {}, statute);
    const std::string begin = trimmed(text.substr(0, 4096));
    if (!begin.empty() && std::string_view("{[/\"").find(begin.front()) == std::string_view::npos)
        throw not_a_report("plain", {}, statute);
    const JsonValue root = parse_json(text);
    if (root.kind != Kind::object) throw not_a_report("top", root, statute);
    const JsonMember* id = root.find("form");
    if (!id) throw not_a_report("no-form", root, statute);
    const Form* form = statute.find_form(id->value.text);
    if (id->value.kind != Kind::text || !form) throw not_a_report("unknown-form", id->value, statute);
    return ReportReader(root, statute, *form).read();
}

}  // namespace nianbao
