#include "ooxml/raw_archive.h"

#include <array>
#include <utility>

namespace nianbao {
namespace {

void put16(std::string& to, std::uint32_t value) {
    to += static_cast<char>(value & 0xFFU);
    to += static_cast<char>(value >> 8U & 0xFFU);
}

void put32(std::string& to, std::uint32_t value) {
    put16(to, value & 0xFFFFU);
    put16(to, value >> 16U);
}

/// What both headers of an entry share: version, flags, packing, time, sum and sizes.
void put_common(std::string& to, const RawEntry& entry, std::uint32_t size) {
    put16(to, 20);
    put16(to, entry.flags);
    put16(to, entry.method);
    put16(to, 0);
    put16(to, 0x21);
    put32(to, entry.crc);
    put32(to, static_cast<std::uint32_t>(entry.bytes.size()));
    put32(to, size);
    put16(to, static_cast<std::uint32_t>(entry.name.size()));
    put16(to, 0);
}

/// Bits of a deflate stream. Huffman codes come with their first bit first, all else with the last.
class Bits {
public:
    void put(unsigned bit) {
        pending_ |= bit << count_;
        if (++count_ < 8) return;
        bytes += static_cast<char>(pending_);
        pending_ = count_ = 0;
    }
    void put_code(unsigned code, unsigned length) {
        for (unsigned i = length; i-- > 0;) put(code >> i & 1U);
    }
    void put_number(unsigned value, unsigned length) {
        for (unsigned i = 0; i < length; ++i) put(value >> i & 1U);
    }
    void finish() {
        while (count_ != 0) put(0);
    }
    std::string bytes;

private:
    unsigned pending_{}, count_{};
};

/// One block: a zero, then copies of 258 bytes from one byte before, of two bits each.
std::string deflated_zeros(std::uint64_t count) {
    constexpr unsigned longest = 258;
    Bits bits;
    bits.put_number(1, 1);   // the last block
    bits.put_number(2, 2);   // with codes of its own:
    bits.put_number(29, 5);  // 286 for letters and lengths
    bits.put_number(0, 5);   // one for distances
    bits.put_number(14, 4);  // 18 lengths of the codes that their lengths are written in: symbols 18, 2 and 1
    for (const unsigned length : {0U, 0U, 1U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 2U, 0U, 2U}) {
        bits.put_number(length, 3);
    }
    const auto zeros = [&](unsigned times) {
        bits.put_code(0, 1);
        bits.put_number(times - 11, 7);
    };
    const auto one = [&] { bits.put_code(2, 2); };
    const auto two = [&] { bits.put_code(3, 2); };
    two();  // the letter 0
    zeros(138);
    zeros(117);
    two();  // the end, 256
    zeros(28);
    one();  // the length 258
    one();  // the distance 1
    const auto zero = [&] { bits.put_code(2, 2); };
    zero();
    std::uint64_t left = count - 1;
    for (; left >= longest; left -= longest) bits.put_number(0, 2);
    for (; left > 0; --left) zero();
    bits.put_code(3, 2);
    bits.finish();
    return std::move(bits.bytes);
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < made.size(); ++i) {
            made[i] = i;
            for (int bit = 0; bit < 8; ++bit) made[i] = made[i] >> 1U ^ ((made[i] & 1U) != 0 ? 0xEDB88320U : 0U);
        }
        return made;
    }();
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : bytes) sum = table[(sum ^ static_cast<unsigned char>(c)) & 0xFFU] ^ sum >> 8U;
    return ~sum;
}

RawEntry stored_entry(std::string name, std::string bytes) {
    RawEntry entry{std::move(name), std::move(bytes), 0, 0, 0, 0, 0};
    entry.size = entry.local_size = static_cast<std::uint32_t>(entry.bytes.size());
    entry.crc = crc32_of(entry.bytes);
    return entry;
}

RawEntry zeros_entry(std::string name, std::uint64_t count, std::uint32_t claimed) {
    return {std::move(name), deflated_zeros(count), 8, 0, claimed, 0, claimed};
}

std::string raw_archive(const std::vector<RawEntry>& entries, int told_entries) {
    std::string archive;
    std::string directory;
    for (const RawEntry& entry : entries) {
        const auto offset = static_cast<std::uint32_t>(archive.size());
        archive += "PK\3\4";
        put_common(archive, entry, entry.local_size);
        archive += entry.name + entry.bytes;
        directory += "PK\1\2";
        put16(directory, 20);
        put_common(directory, entry, entry.size);
        directory += std::string(10, '\0');  // comment, disk, attributes
        put32(directory, offset);
        directory += entry.name;
    }
    const auto start = static_cast<std::uint32_t>(archive.size());
    const auto told = static_cast<std::uint32_t>(told_entries < 0 ? static_cast<int>(entries.size()) : told_entries);
    archive += directory + "PK\5\6" + std::string(4, '\0');
    put16(archive, told & 0xFFFFU);
    put16(archive, told & 0xFFFFU);
    put32(archive, static_cast<std::uint32_t>(directory.size()));
    put32(archive, start);
    put16(archive, 0);
    return archive;
}

}  // namespace nianbao
