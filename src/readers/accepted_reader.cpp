#include "readers/accepted_reader.h"

#include "model/amount.h"
#include "model/report.h"
#include "readers/json_member_reader.h"

namespace nianbao {
namespace {

using Kind = JsonValue::Kind;

class AcceptedReader : JsonMemberReader {
public:
    AcceptedFile read(const JsonValue& root) {
        if (root.kind == Kind::object) {
            read_members(root, {{"$schema", [this](const JsonMember& m) { file_.schema = line_of(m); }},
                                {"accepted", [this](const JsonMember& m) { read_list(m); }}});
            require("accepted", root);
        } else {
            problem("i.type", "missing", root.place).arguments["key"] = "accepted";
        }
        refuse_if_wrong();
        return std::move(file_);
    }

private:
    void read_list(const JsonMember& member) {
        if (member.value.kind != Kind::array) return wrong_type(member.key, member.value, "array");
        for (const JsonValue& item : member.value.items) {
            if (item.kind == Kind::object) {
                read_entry(item);
            } else {
                wrong_type(member.key, item, "object");
            }
        }
    }

    void read_entry(const JsonValue& entry) {
        AcceptedKey key;
        std::string reason;
        read_members(entry, {{"agency", [&](const JsonMember& m) { read_text(m, key.agency); }},
                             {"year", [&](const JsonMember& m) { read_year(m, key.year); }},
                             {"code", [&](const JsonMember& m) { read_text(m, key.code); }},
                             {"cell", [&](const JsonMember& m) { read_text(m, key.cell); }},
                             {"value", [&](const JsonMember& m) { read_text(m, key.value); }},
                             {"expected", [&](const JsonMember& m) { read_text(m, key.expected); }},
                             {"reason", [&](const JsonMember& m) { reason = line_of(m); }}});
        for (const char* needed : {"agency", "year", "code", "cell", "value", "reason"}) require(needed, entry);
        std::string& kept = file_.reasons[key];
        if (kept.empty()) kept = reason;
    }

    /// As it stands: a phrase is compared with that of a finding, blanks and line breaks included.
    void read_text(const JsonMember& member, std::string& target) {
        if (member.value.kind != Kind::text) return wrong_type(member.key, member.value, "text");
        target = member.value.text;
    }

    void read_year(const JsonMember& member, int& year) {
        const auto amount = member.value.kind == Kind::number ? parse_amount(member.value.text) : std::nullopt;
        const bool right =
            amount && is_integer(*amount) && amount->units >= first_report_year && amount->units <= last_report_year;
        if (!right) return wrong_type(member.key, member.value, "number");
        year = static_cast<int>(amount->units);
    }

    AcceptedFile file_;
};

}  // namespace

AcceptedFile read_accepted_file(std::string_view text) { return AcceptedReader().read(parse_json(text)); }

}  // namespace nianbao
