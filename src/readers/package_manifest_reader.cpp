#include "readers/package_manifest_reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "model/amount.h"
#include "model/report.h"
#include "narrative/paragraphs.h"
#include "readers/json_member_reader.h"
#include "unicode/letters.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Kind = JsonValue::Kind;
using Role = PackagedFile::Role;

constexpr std::array<std::pair<const char*, Role>, 4> roles{
    {{"report", Role::report}, {"table", Role::table}, {"input", Role::input}, {"check", Role::check}}};

bool is_digest(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

class ManifestReader : JsonMemberReader {
public:
    PackageManifest read(const JsonValue& root) {
        if (root.kind == Kind::object) {
            read_root(root);
        } else {
            problem("i.type", "missing", root.place).arguments["key"] = "format";
        }
        refuse_if_wrong();
        const auto by_path = [](const PackagedFile& a, const PackagedFile& b) { return a.path < b.path; };
        std::sort(manifest_.files.begin(), manifest_.files.end(), by_path);
        return std::move(manifest_);
    }

private:
    void read_root(const JsonValue& root) {
        read_members(root, {{"$schema", [this](const JsonMember& m) { static_cast<void>(line_of(m)); }},
                            {"format", [this](const JsonMember& m) { require_choice(m, line_of(m), package_format); }},
                            {"version", [this](const JsonMember& m) { read_version(m); }},
                            {"program", [this](const JsonMember& m) { read_program(m); }},
                            {"form", [this](const JsonMember& m) { read_form(m); }},
                            {"agency", [this](const JsonMember& m) { manifest_.agency = line_of(m); }},
                            {"year", [this](const JsonMember& m) { manifest_.year = year_of(m); }},
                            {"published", [this](const JsonMember& m) { manifest_.published = line_of(m); }},
                            {"draft", [this](const JsonMember& m) { read_draft(m); }},
                            {"files", [this](const JsonMember& m) { read_files(m); }}});
        for (const char* needed : {"format", "version", "program", "form", "agency", "year", "files"})
            require(needed, root);
    }

    void refuse_choice(const JsonMember& member, const std::string& known) {
        Diagnostic& wrong = problem("i.type", "choice", member.value.place);
        wrong.arguments["key"] = member.key;
        wrong.arguments["known"] = known;
        wrong.actual = shortened(member.value.text, 40);
    }

    void require_choice(const JsonMember& member, const std::string& text, const std::string& wanted) {
        if (text != wanted) refuse_choice(member, wanted);
    }

    void read_version(const JsonMember& member) {
        if (member.value.kind != Kind::number) return wrong_type(member.key, member.value, "number");
        require_choice(member, member.value.text, std::to_string(package_format_version));
    }

    void read_program(const JsonMember& member) {
        if (member.value.kind != Kind::object) return wrong_type(member.key, member.value, "object");
        read_members(member.value, {{"name", [this](const JsonMember& m) { static_cast<void>(line_of(m)); }},
                                    {"version", [this](const JsonMember& m) { manifest_.program = line_of(m); }}});
    }

    void read_form(const JsonMember& member) {
        if (member.value.kind != Kind::object) return wrong_type(member.key, member.value, "object");
        read_members(member.value, {{"id", [this](const JsonMember& m) { manifest_.form = line_of(m); }},
                                    {"citation", [this](const JsonMember& m) { manifest_.citation = line_of(m); }}});
        require("id", member.value);
    }

    void read_draft(const JsonMember& member) {
        if (member.value.kind != Kind::boolean) return refuse_choice(member, "true, false");
        manifest_.draft = member.value.text == "true";
    }

    /// A whole number from 0 on.
    std::int64_t whole_number(const JsonMember& member) {
        const auto amount = member.value.kind == Kind::number ? parse_amount(member.value.text) : std::nullopt;
        if (amount && is_integer(*amount) && amount->units >= 0) return static_cast<std::int64_t>(amount->units);
        wrong_type(member.key, member.value, "number");
        return 0;
    }

    int year_of(const JsonMember& member) {
        const std::int64_t year = whole_number(member);
        if (year >= first_report_year && year <= last_report_year) return static_cast<int>(year);
        wrong_type(member.key, member.value, "number");
        return 0;
    }

    void read_files(const JsonMember& member) {
        if (member.value.kind != Kind::array) return wrong_type(member.key, member.value, "array");
        if (member.value.items.size() > most_packaged_files) {
            problem("i.limit", "entries", member.value.place).arguments["limit"] = std::to_string(most_packaged_files);
            return;
        }
        for (const JsonValue& item : member.value.items) {
            if (item.kind == Kind::object) {
                read_file_entry(item);
            } else {
                wrong_type(member.key, item, "object");
            }
        }
    }

    void read_file_entry(const JsonValue& entry) {
        PackagedFile file;
        read_members(entry,
                     {{"path", [&](const JsonMember& m) { read_path(m, file.path); }},
                      {"role", [&](const JsonMember& m) { read_role(m, file.role); }},
                      {"format", [&](const JsonMember& m) { file.format = line_of(m); }},
                      {"table", [&](const JsonMember& m) { file.table = line_of(m); }},
                      {"size", [&](const JsonMember& m) { file.size = static_cast<std::uint64_t>(whole_number(m)); }},
                      {"sha256", [&](const JsonMember& m) { read_digest(m, file.sha256); }}});
        for (const char* needed : {"path", "role", "format", "size", "sha256"}) require(needed, entry);
        if (file.role == Role::table) require("table", entry);
        manifest_.files.push_back(std::move(file));
    }

    void read_path(const JsonMember& member, std::string& path) {
        if (member.value.kind != Kind::text) return wrong_type(member.key, member.value, "text");
        path = member.value.text;
        const char* fault = !is_inside_package(path)                     ? "outside-package"
                            : !paths_.insert(in_lower_case(path)).second ? "path-twice"
                                                                         : nullptr;
        if (fault) wrong_type(member.key, member.value, fault);
    }

    void read_role(const JsonMember& member, Role& role) {
        const std::string name = line_of(member);
        std::vector<std::string> known;
        for (const auto& [each, meant] : roles) {
            if (name == each) {
                role = meant;
                return;
            }
            known.emplace_back(each);
        }
        refuse_choice(member, list_of(known));
    }

    void read_digest(const JsonMember& member, std::string& digest) {
        digest = line_of(member);
        if (!is_digest(digest)) wrong_type(member.key, member.value, "digest");
    }

    PackageManifest manifest_;
    std::set<std::string> paths_;  ///< in lower case: some file systems know no other
};

}  // namespace

bool is_inside_package(std::string_view path) {
    if (path.empty() || first_invalid_byte(path) || find_control(path)) return false;
    if (path.find_first_of("\\:\n\r\t") != std::string_view::npos) return false;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part.empty() || part == "." || part == "..") return false;
        at = end + 1;
    }
    return true;
}

PackageManifest read_package_manifest(std::string_view text) { return ManifestReader().read(parse_json(text)); }

}  // namespace nianbao
