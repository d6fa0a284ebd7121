/// An Office Open XML package: an archive whose parts have content types and lead to one another by relationships.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/archive.h"

namespace nianbao::ooxml {

struct Relationship {
    std::string id;
    std::string type;    ///< the last segment alone: `worksheet`, however strict the rest
    std::string target;  ///< a part's name without `/` in front, or what stands there where it is `external`
    bool external{};     ///< leads to a file or a page elsewhere; never followed
};

/// What a file is, by the content type of its main part.
enum class PackageKind : std::uint8_t {
    workbook,
    binary_workbook,  ///< .xlsb: a package whose parts are not XML
    document,         ///< .docx
    presentation,     ///< .pptx
    open_document,    ///< .ods, .odt: another kind of package
    other,            ///< a zip with anything else in it
};

/// The name of the part that `target` leads to when `source` says it: `/xl/a.xml`, `../a.xml` and `a.xml`, with `\` and
/// %-escapes understood. Throws PackageError (outside_package) where `..` leaves the package.
[[nodiscard]] std::string resolved_target(std::string_view source, std::string_view target);

/// The part that holds the relationships of `source`: `xl/_rels/workbook.xml.rels`. "" is the package.
[[nodiscard]] std::string relationships_part(std::string_view source);

class Package {
public:
    /// Reads content types and the relationships of the package. `bytes` has to outlive it. Throws PackageError; a file
    /// that is a sound archive of another kind is no error.
    explicit Package(std::string_view bytes, const ArchiveLimits& limits = {});

    [[nodiscard]] const Archive& archive() const { return archive_; }
    [[nodiscard]] PackageKind kind() const { return kind_; }
    /// Of the kinds with relationships; else empty.
    [[nodiscard]] const std::string& main_part() const { return main_part_; }

    /// Empty where neither the part nor its ending has one.
    [[nodiscard]] std::string content_type(std::string_view part) const;

    /// Of a part, or of the package (""); none where it has no such part. Throws PackageError.
    [[nodiscard]] std::vector<Relationship> relationships(std::string_view source) const;

    /// The first part that `source` leads to by a relationship of that type and that is inside the package.
    [[nodiscard]] std::optional<std::string> related(std::string_view source, std::string_view type) const;

private:
    void read_content_types();
    [[nodiscard]] PackageKind find_kind() const;

    Archive archive_;
    std::map<std::string, std::string> by_ending_, by_part_;  ///< content types; keys folded
    std::string main_part_;
    PackageKind kind_{PackageKind::other};
};

}  // namespace nianbao::ooxml
