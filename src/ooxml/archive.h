/// The zip archive of an Office file, in memory: its parts by name, read whole or as a stream, and the same archive
/// with some parts changed.
///
/// Nothing in it is trusted. Counts and sizes are compared with the limits before anything is unpacked, and again while
/// it is. A part is found however its name is cased and whichever slash it uses; two entries of the same name so read
/// are refused, since every office would take another one of them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ooxml/package_error.h"

namespace nianbao::ooxml {

/// Sizes in bytes. A part is counted unpacked.
struct ArchiveLimits {
    std::size_t archive = 8U << 20U;
    std::size_t entries = 2'000;
    std::size_t part = 64U << 20U;
    std::size_t all_parts = 128U << 20U;
    std::size_t whole_part = 16U << 20U;  ///< that `read` takes into memory
    std::size_t unsuspected = 4U << 20U;  ///< smaller parts may be packed as tightly as they like
    std::size_t ratio = 400;              ///< unpacked to packed, of the others
};

/// A name as parts are compared: ASCII in lower case, `/` for `\`, no `/` in front.
[[nodiscard]] std::string folded_part_name(std::string_view name);

class Archive {
public:
    /// Looks through the directory, unpacks nothing. `bytes` has to outlive the archive. Throws PackageError.
    explicit Archive(std::string_view bytes, const ArchiveLimits& limits = {});
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    [[nodiscard]] bool has(std::string_view part) const;
    /// The names of all parts as the archive spells them, in its order.
    [[nodiscard]] std::vector<std::string> parts() const;
    /// The name of `part` as the archive spells it; `part` itself where there is none.
    [[nodiscard]] std::string spelling(std::string_view part) const;

    /// A part unpacked. For small ones: the limit is `whole_part`. Throws PackageError.
    [[nodiscard]] std::string read(std::string_view part) const;

    using Sink = std::function<void(std::string_view chunk)>;
    /// A part unpacked piece by piece, in bounded memory. Throws PackageError, and what `sink` throws.
    void stream(std::string_view part, const Sink& sink) const;

private:
    struct Handle;
    struct Entry {
        std::uint64_t index{}, size{};
        std::string name;
    };

    void enter(std::uint64_t index);
    [[nodiscard]] const Entry& entry(std::string_view part) const;

    ArchiveLimits limits_;
    std::unique_ptr<Handle> handle_;
    std::map<std::string, Entry> entries_;  ///< by folded name
    std::uint64_t total_{};
};

/// The same archive with parts replaced, added and removed. All other entries stay as they are, packed bytes included.
/// The same changes give the same bytes: what is new is dated 1980-01-01.
class ArchiveEditor {
public:
    /// A copy of `bytes` is kept until `finish`. Throws PackageError where Archive does.
    explicit ArchiveEditor(std::string_view bytes, const ArchiveLimits& limits = {});
    /// Starts without any part.
    ArchiveEditor() = default;

    enum class Packing : std::uint8_t { deflated, stored };
    /// Replaces the part of that name, or adds it at the end of the archive.
    void put(std::string_view part, std::string content, Packing packing = Packing::deflated);
    /// Does nothing where there is no such part.
    void remove(std::string_view part);

    /// The archive with the changes. Throws PackageError.
    [[nodiscard]] std::string finish();

private:
    struct Change {
        std::string name, content;
        Packing packing{};
        bool removed{};
    };

    /// Takes back an earlier change of the part.
    void forget(std::string_view part);

    std::string bytes_;
    std::map<std::string, std::uint64_t> indices_;  ///< of the entries of `bytes_`, by folded name
    std::vector<Change> changes_;                   ///< in the order they were asked for; one for each part
};

}  // namespace nianbao::ooxml
