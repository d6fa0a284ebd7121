/// Why a package cannot be read. One type for the archive, its XML and its relationships; readers and writers turn it
/// into findings or errors of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <utility>

namespace nianbao::ooxml {

enum class Fault : std::uint8_t {
    not_an_archive,      ///< nothing of a zip in it
    damaged,             ///< cut short, wrong sizes, wrong check sum, a packing no office uses
    encrypted,           ///< an entry is locked with a password of the archive
    archive_too_large,   ///< the file as it is, packed
    too_many_entries,    ///< `limit` says how many are let through
    part_too_large,      ///< `part` unpacked; `limit` in bytes
    package_too_large,   ///< all parts unpacked; `limit` in bytes
    packed_too_tightly,  ///< `part` is large and packed tighter than an office's XML ever is
    duplicate_entry,     ///< two entries are the same part
    missing_part,        ///< named by another part, or needed in every package, and not there
    outside_package,     ///< a relationship leads out of the package
    broken_xml,          ///< `reason` and `line` of `part`
    wrong_root,          ///< the XML of `part` is about something else; `reason` is the name of its root
    document_type,       ///< `part` has a DOCTYPE
    too_deep,            ///< elements of `part` inside one another; `limit` says how many levels
    too_much_markup,     ///< a tag, or the names in use, of `part` would take more than `limit` bytes
};

class PackageError : public std::exception {
public:
    PackageError(Fault what, std::string which_part, std::string why = {}, std::size_t most = 0)
        : fault(what), part(std::move(which_part)), reason(std::move(why)), limit(most) {}
    [[nodiscard]] const char* what() const noexcept override { return "the package cannot be read"; }

    Fault fault;
    std::string part;    ///< name of the part as the archive has it; empty: the whole
    std::string reason;  ///< in the library's English words; may be empty
    std::size_t limit{};
    std::size_t line{};  ///< of broken XML, from 1; 0: not known
};

}  // namespace nianbao::ooxml
