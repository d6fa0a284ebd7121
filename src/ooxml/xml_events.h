/// XML as a stream of events, with names free of their namespaces, so that strict and transitional Office files and any
/// prefixes read alike.
///
/// A stream and not a tree, because a sheet of a million empty formatted rows is 60 MiB of XML that no tree holds in
/// bounded memory. UTF-16 and byte order marks are understood. Any DOCTYPE is refused, and with it every entity.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ooxml/archive.h"
#include "ooxml/package_error.h"

namespace nianbao::ooxml {

struct XmlLimits {
    std::size_t depth = 256;
    /// That the parser may take for itself: a tag being read, the names in use.
    std::size_t memory = 4U << 20U;
};

/// One attribute, or one element without its content. Views hold until the handler returns.
struct XmlName {
    std::string_view local;   ///< `id` of `r:id`
    std::string_view prefix;  ///< `r`; empty: none
    std::string_view space;   ///< the namespace's URI; empty: none
};

class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    /// The value of the first attribute of that local name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view local) const;
    [[nodiscard]] std::string_view get(std::string_view local, std::string_view otherwise = {}) const {
        return find(local).value_or(otherwise);
    }
    /// Every one, by its local name.
    void for_each(const std::function<void(std::string_view local, std::string_view value)>& take) const;
    /// What ST_Boolean knows: `1`, `true`, `on`; anything else is false.
    [[nodiscard]] bool is_on(std::string_view local, bool otherwise = false) const;

private:
    const char* const* pairs_;  ///< name, value, …, null; names as XmlName is made from
};

/// Where a tag stands, as bytes of the part as it is stored (of UTF-16 too): `[begin, end)`.
///
/// The end of `<a/>` is told with `begin == end`, behind the tag; so an element is empty where the end's `begin` and
/// `end` are the start tag's `end`.
struct XmlTag {
    XmlName name;
    std::size_t begin{}, end{};
    std::size_t depth{};  ///< of the element; 1 is the root
};

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(const XmlTag& /*tag*/, const XmlAttributes& /*attributes*/) {}
    virtual void end(const XmlTag& /*tag*/) {}
    /// UTF-8, in pieces of any length; line ends are `\n`.
    virtual void text(std::string_view /*piece*/) {}
};

/// Takes a part in chunks. An exception of the handler comes out of `feed` or `finish`.
class XmlParser {
public:
    /// `part` is for errors alone. The handler has to outlive the parser.
    XmlParser(XmlHandler& handler, std::string part, const XmlLimits& limits = {});
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;

    /// Throw PackageError: broken_xml, document_type, too_deep, too_much_markup.
    void feed(std::string_view chunk);
    void finish();

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

/// All events of a part of an archive. Throws PackageError, and what the handler throws.
void parse_part(const Archive& archive, std::string_view part, XmlHandler& handler, const XmlLimits& limits = {});
/// All events of a text; `part` is for errors alone.
void parse_xml(std::string_view text, std::string_view part, XmlHandler& handler, const XmlLimits& limits = {});

}  // namespace nianbao::ooxml
