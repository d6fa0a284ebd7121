/// Zip archives written byte by byte, so that a test can write wrong ones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// An entry as its two headers tell it; what is wrong with it is for the test to say.
struct RawEntry {
    std::string name;
    std::string bytes;       ///< as they lie in the archive, packed or not
    std::uint16_t method{};  ///< 0 stored, 8 deflated
    std::uint16_t flags{};   ///< 1: locked with a password
    std::uint32_t size{};    ///< unpacked, by both headers
    std::uint32_t crc{};
    std::uint32_t local_size{};  ///< by the header in front of the bytes
};

[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);
[[nodiscard]] RawEntry stored_entry(std::string name, std::string bytes);
/// So many zero bytes in one thousandth of the room; `claimed` is what the headers say. The sum is wrong.
[[nodiscard]] RawEntry zeros_entry(std::string name, std::uint64_t count, std::uint32_t claimed);

/// `told_entries`: what the end record says of their number; negative: the truth, modulo 65,536.
[[nodiscard]] std::string raw_archive(const std::vector<RawEntry>& entries, int told_entries = -1);

}  // namespace nianbao
