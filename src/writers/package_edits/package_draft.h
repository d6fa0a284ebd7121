/// The package of a workbook or a document while it is changed: its parts as texts, with relationships and content
/// types added to them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/archive.h"
#include "ooxml/package.h"
#include "writers/package_edits/part_edits.h"

namespace nianbao::annotation {

/// Names that differ between strict and transitional files.
struct Vocabulary {
    std::string main;           ///< namespace of the main part, and of comments
    std::string relationships;  ///< namespace of `r:id`, and what types of relationships begin with
};

[[nodiscard]] Vocabulary vocabulary_of(std::string_view main_namespace);

class PackageDraft {
public:
    /// `bytes` has to outlive it. Throws PackageError.
    explicit PackageDraft(std::string_view bytes);

    [[nodiscard]] const ooxml::Package& package() const { return package_; }
    [[nodiscard]] std::string main_part() const { return package_.main_part(); }
    [[nodiscard]] bool has(std::string_view part) const;

    /// The part as it is by now, in UTF-8.
    [[nodiscard]] std::string text(std::string_view part) const;
    void put(std::string_view part, std::string text);

    /// As the package has them by now.
    [[nodiscard]] std::vector<ooxml::Relationship> relationships(std::string_view source) const;
    /// The part that `source` leads to by a relationship of that type; empty where there is none.
    [[nodiscard]] std::string related(std::string_view source, std::string_view type) const;
    /// Leads from one part to another; gives the id. `wanted` where an id is already spoken of.
    std::string relate(std::string_view source, std::string_view type, std::string_view target,
                       const Vocabulary& vocabulary, std::string wanted = {});
    void set_content_type(std::string_view part, std::string_view type);
    /// Takes a part away with the relationship that leads to it from `source` and its own content type, as `relate` and
    /// `set_content_type` have made them.
    void remove(std::string_view source, std::string_view part);

    /// `xl/comments` and `.xml` give `xl/comments1.xml`, or the next number that is free.
    [[nodiscard]] std::string free_name(std::string_view begin, std::string_view end) const;

    /// Whether anything was put into it or taken away.
    [[nodiscard]] bool is_changed() const { return !changed_.empty(); }
    /// The package with what was put into it; all else is as it was. The draft is empty then.
    [[nodiscard]] std::string finish();

    /// Takes children of the root away; does nothing where there is no such part.
    void remove_elements(std::string_view part, const std::function<bool(const Element&)>& goes);

private:
    std::string_view bytes_;
    ooxml::Package package_;
    struct Changed {
        std::string name, text;
        bool removed{};
    };
    std::map<std::string, Changed> changed_;  ///< by folded name
};

}  // namespace nianbao::annotation
