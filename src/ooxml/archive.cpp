#include "ooxml/archive.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

namespace nianbao::ooxml {
namespace {

constexpr std::size_t chunk_bytes = 64U << 10U;

/// A zip_error_t that is freed.
class ZipError {
public:
    ZipError() { zip_error_init(&error_); }
    ~ZipError() { zip_error_fini(&error_); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;

    zip_error_t* get() { return &error_; }
    int code() { return zip_error_code_zip(&error_); }
    std::string text() { return zip_error_strerror(&error_); }

private:
    zip_error_t error_{};
};

PackageError error_of(zip_error_t* error, const std::string& part) {
    const int code = zip_error_code_zip(error);
    const bool locked = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP;
    return {locked ? Fault::encrypted : Fault::damaged, part, zip_error_strerror(error)};
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct DirectoryClaim {
    std::uint64_t entries{}, bytes{};
};

/// What every end record near the end of the file says of the directory, the 64-bit ones included.
std::vector<DirectoryClaim> directory_claims(std::string_view bytes) {
    constexpr std::size_t end_record = 22, long_record = 56, locator = 20, longest_comment = 65'535;
    constexpr std::size_t far_back = longest_comment + end_record + locator;
    std::vector<DirectoryClaim> claims;
    const std::size_t from = bytes.size() > far_back ? bytes.size() - far_back : 0;
    for (std::size_t at = bytes.find("PK", from); at != std::string_view::npos; at = bytes.find("PK", at + 1)) {
        if (bytes.substr(at, 4) == std::string_view("PK\5\6") && at + end_record <= bytes.size()) {
            claims.push_back({little_endian(bytes, at + 10, 2), little_endian(bytes, at + 12, 4)});
        } else if (bytes.substr(at, 4) == std::string_view("PK\6\7") && at + locator <= bytes.size()) {
            const std::uint64_t place = little_endian(bytes, at + 8, 8);
            if (place > bytes.size() || bytes.size() - place < long_record) continue;
            const auto start = static_cast<std::size_t>(place);
            claims.push_back({little_endian(bytes, start + 32, 8), little_endian(bytes, start + 40, 8)});
        }
    }
    return claims;
}

/// libzip takes memory for each entry of the directory before anyone can ask how many there are.
void check_directory(std::string_view bytes, const ArchiveLimits& limits) {
    constexpr std::uint64_t longest_entry = 1'024;
    const std::vector<DirectoryClaim> claims = directory_claims(bytes);
    if (claims.empty()) throw PackageError(Fault::damaged, {}, "the directory at the end is missing");
    for (const DirectoryClaim& claim : claims) {
        const bool long_directory = claim.bytes <= bytes.size() && claim.bytes > limits.entries * longest_entry;
        if (claim.entries > limits.entries || long_directory) {
            throw PackageError(Fault::too_many_entries, {}, {}, limits.entries);
        }
    }
}

zip_t* open_archive(std::string_view bytes, zip_flags_t flags, ZipError& error) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, error.get());
    if (!source) return nullptr;
    zip_t* zip = zip_open_from_source(source, static_cast<int>(flags), error.get());
    if (!zip) zip_source_free(source);
    return zip;
}

/// Other packings unpack into far more than they say, or take memory as the file likes.
bool is_office_packing(std::uint16_t method) { return method == ZIP_CM_STORE || method == ZIP_CM_DEFLATE; }

}  // namespace

std::string folded_part_name(std::string_view name) {
    std::string folded(name);
    for (char& c : folded) {
        if (c == '\\') c = '/';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    folded.erase(0, std::min(folded.find_first_not_of('/'), folded.size()));
    return folded;
}

struct Archive::Handle {
    Handle(std::string_view bytes, const ArchiveLimits& limits) {
        if (!bytes.starts_with("PK")) throw PackageError(Fault::not_an_archive, {});
        if (bytes.size() > limits.archive) throw PackageError(Fault::archive_too_large, {}, {}, limits.archive);
        check_directory(bytes, limits);
        ZipError error;
        zip = open_archive(bytes, ZIP_RDONLY | ZIP_CHECKCONS, error);
        if (zip) return;
        if (error.code() != ZIP_ER_EXISTS) throw error_of(error.get(), {});
        zip = open_archive(bytes, ZIP_RDONLY, error);  // to find out which name stands twice
        if (!zip) throw PackageError(Fault::duplicate_entry, {}, error.text());
    }
    ~Handle() { zip_discard(zip); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    zip_t* zip{};
};

Archive::Archive(std::string_view bytes, const ArchiveLimits& limits)
    : limits_(limits), handle_(std::make_unique<Handle>(bytes, limits)) {
    const zip_int64_t count = zip_get_num_entries(handle_->zip, 0);
    if (count > static_cast<zip_int64_t>(limits.entries)) {
        throw PackageError(Fault::too_many_entries, {}, {}, limits.entries);
    }
    for (zip_int64_t i = 0; i < count; ++i) enter(static_cast<std::uint64_t>(i));
}

Archive::~Archive() = default;

void Archive::enter(std::uint64_t index) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(handle_->zip, index, 0, &stat) != 0) throw error_of(zip_get_error(handle_->zip), {});
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if ((stat.valid & needed) != needed) throw PackageError(Fault::damaged, {}, "an entry without a name or size");
    const std::string name = stat.name;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        throw PackageError(Fault::encrypted, name);
    }
    if (!is_office_packing(stat.comp_method)) throw PackageError(Fault::damaged, name, "unknown compression");
    if (stat.size > limits_.part) throw PackageError(Fault::part_too_large, name, {}, limits_.part);
    total_ += stat.size;
    if (total_ > limits_.all_parts) throw PackageError(Fault::package_too_large, name, {}, limits_.all_parts);
    if (stat.size > limits_.unsuspected && stat.size / limits_.ratio > stat.comp_size) {
        throw PackageError(Fault::packed_too_tightly, name, {}, limits_.ratio);
    }
    if (!entries_.emplace(folded_part_name(name), Entry{index, stat.size, name}).second) {
        throw PackageError(Fault::duplicate_entry, name);
    }
}

const Archive::Entry& Archive::entry(std::string_view part) const {
    const auto found = entries_.find(folded_part_name(part));
    if (found == entries_.end()) throw PackageError(Fault::missing_part, std::string(part));
    return found->second;
}

bool Archive::has(std::string_view part) const { return entries_.count(folded_part_name(part)) != 0; }

std::vector<std::string> Archive::parts() const {
    std::vector<const Entry*> sorted;
    for (const auto& [name, found] : entries_) sorted.push_back(&found);
    std::sort(sorted.begin(), sorted.end(), [](const Entry* a, const Entry* b) { return a->index < b->index; });
    std::vector<std::string> names;
    for (const Entry* each : sorted) names.push_back(each->name);
    return names;
}

std::string Archive::spelling(std::string_view part) const {
    const auto found = entries_.find(folded_part_name(part));
    return found == entries_.end() ? std::string(part) : found->second.name;
}

std::string Archive::read(std::string_view part) const {
    const Entry& found = entry(part);
    if (found.size > limits_.whole_part) throw PackageError(Fault::part_too_large, found.name, {}, limits_.whole_part);
    std::string content;
    content.reserve(static_cast<std::size_t>(found.size));
    stream(part, [&content](std::string_view chunk) { content += chunk; });
    return content;
}

void Archive::stream(std::string_view part, const Sink& sink) const {
    const Entry& found = entry(part);
    const auto close = [](zip_file_t* opened) { zip_fclose(opened); };
    const std::unique_ptr<zip_file_t, decltype(close)> file(zip_fopen_index(handle_->zip, found.index, 0), close);
    if (!file) throw error_of(zip_get_error(handle_->zip), found.name);
    std::string buffer(chunk_bytes, '\0');
    for (std::uint64_t done = 0;;) {
        const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
        if (count < 0) throw error_of(zip_file_get_error(file.get()), found.name);
        if (count == 0 && done != found.size) throw PackageError(Fault::damaged, found.name, "cut short");
        if (count == 0) return;
        done += static_cast<std::uint64_t>(count);
        if (done > found.size) throw PackageError(Fault::damaged, found.name, "larger than the directory says");
        sink({buffer.data(), static_cast<std::size_t>(count)});
    }
}

namespace {

/// A source that owns its bytes: libzip 1.7.3 frees those of an archive that it changes from the middle on, lent or
/// not.
zip_source_t* owning_source(const std::string& bytes, zip_error_t* error) {
    if (bytes.empty()) return zip_source_buffer_create(nullptr, 0, 0, error);
    void* copy = std::malloc(bytes.size());  // NOLINT: libzip frees it
    if (!copy) throw std::bad_alloc();
    std::copy(bytes.begin(), bytes.end(), static_cast<char*>(copy));
    zip_source_t* source = zip_source_buffer_create(copy, bytes.size(), 1, error);
    if (!source) std::free(copy);  // NOLINT
    return source;
}

/// An archive being written to memory.
class Output {
public:
    explicit Output(const std::string& bytes) {
        source_ = owning_source(bytes, error_.get());
        if (!source_) throw error_of(error_.get(), {});
        zip_source_keep(source_);  // to read what was written, when the archive has been closed
        zip_ = zip_open_from_source(source_, bytes.empty() ? ZIP_CREATE | ZIP_TRUNCATE : 0, error_.get());
        if (zip_) return;
        zip_source_free(source_);
        zip_source_free(source_);
        throw error_of(error_.get(), {});
    }
    ~Output() {
        if (zip_) zip_discard(zip_);
        zip_source_free(source_);
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void remove(std::uint64_t index) { check(zip_delete(zip_, index)); }

    /// `content` has to outlive the output. Without an index: at the end, with that name.
    void put(const std::optional<std::uint64_t>& index, const std::string& name, const std::string& content,
             bool deflated) {
        zip_source_t* source = zip_source_buffer(zip_, content.data(), content.size(), 0);
        if (!source) throw error_of(zip_get_error(zip_), name);
        zip_int64_t at = -1;
        if (!index) {
            at = zip_file_add(zip_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        } else if (zip_file_replace(zip_, *index, source, 0) == 0) {
            at = static_cast<zip_int64_t>(*index);
        }
        if (at < 0) {
            zip_source_free(source);
            throw error_of(zip_get_error(zip_), name);
        }
        constexpr zip_uint16_t midnight = 0, first_of_1980 = 0x21;
        const auto place = static_cast<zip_uint64_t>(at);
        check(zip_set_file_compression(zip_, place, deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0));
        check(zip_file_set_dostime(zip_, place, midnight, first_of_1980, 0));
        check(zip_file_set_external_attributes(zip_, place, 0, ZIP_OPSYS_DOS, 0));
    }

    std::string finish() {
        check(zip_close(zip_));
        zip_ = nullptr;
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_source_stat(source_, &stat) != 0 || zip_source_open(source_) != 0) {
            throw error_of(zip_source_error(source_), {});
        }
        std::string bytes(static_cast<std::size_t>(stat.size), '\0');
        const zip_int64_t count = zip_source_read(source_, bytes.data(), bytes.size());
        zip_source_close(source_);
        if (count != static_cast<zip_int64_t>(bytes.size())) throw error_of(zip_source_error(source_), {});
        return bytes;
    }

private:
    void check(int result) {
        if (result != 0) throw error_of(zip_get_error(zip_), {});
    }

    ZipError error_;
    zip_source_t* source_{};
    zip_t* zip_{};
};

}  // namespace

ArchiveEditor::ArchiveEditor(std::string_view bytes, const ArchiveLimits& limits) : bytes_(bytes) {
    const Archive archive(bytes_, limits);
    std::uint64_t index = 0;
    for (const std::string& name : archive.parts()) indices_.emplace(folded_part_name(name), index++);
}

void ArchiveEditor::put(std::string_view part, std::string content, Packing packing) {
    forget(part);
    changes_.push_back({std::string(part), std::move(content), packing, false});
}

void ArchiveEditor::remove(std::string_view part) {
    forget(part);
    if (indices_.count(folded_part_name(part)) != 0) changes_.push_back({std::string(part), {}, Packing::stored, true});
}

void ArchiveEditor::forget(std::string_view part) {
    const std::string folded = folded_part_name(part);
    changes_.erase(std::remove_if(changes_.begin(), changes_.end(),
                                  [&](const Change& each) { return folded_part_name(each.name) == folded; }),
                   changes_.end());
}

std::string ArchiveEditor::finish() {
    if (changes_.empty()) return bytes_;
    Output output(bytes_);
    for (const Change& change : changes_) {
        const auto found = indices_.find(folded_part_name(change.name));
        const auto index = found == indices_.end() ? std::nullopt : std::optional(found->second);
        if (change.removed) {
            output.remove(*index);
        } else {
            output.put(index, change.name, change.content, change.packing == Packing::deflated);
        }
    }
    return output.finish();
}

}  // namespace nianbao::ooxml
