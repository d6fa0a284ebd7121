#include "cli/printed_text.h"

#include <cstdint>
#include <unordered_map>
#include <variant>

#include "unicode/dense_text.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool counts(char32_t code) {
    return is_ideograph(code) || (code >= U'0' && code <= U'9') || (code >= U'a' && code <= U'z') ||
           (code >= U'A' && code <= U'Z');
}

class Characters {
public:
    explicit Characters(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) ++left_[folded(next_code_point(text, at))];
    }

    /// Takes those of a text away; what was not there is noted.
    void take(std::string_view text) {
        constexpr std::size_t enough = 10;
        for (std::size_t at = 0; at < text.size();) {
            const char32_t code = folded(next_code_point(text, at));
            if (!counts(code) || left_[code]-- > 0 || noted_ == enough) continue;
            append_code_point(lost_, code);
            ++noted_;
        }
    }
    void take(const Paragraph& paragraph) { take(plain_text(paragraph)); }
    void take(const Heading& heading) { take(heading.text); }
    void take(const Grid& grid) {
        for (const GridCell& cell : grid.cells) {
            for (const Paragraph& paragraph : cell.text) take(paragraph);
        }
    }
    void take(const Chart&) {}  // a Word document has none

    [[nodiscard]] const std::string& lost() const { return lost_; }

private:
    std::unordered_map<char32_t, std::int64_t> left_;
    std::string lost_;
    std::size_t noted_{};
};

}  // namespace

std::string lost_characters(const Document& document, std::string_view text) {
    Characters characters(text);
    for (const DocumentBlock& block : document.blocks) {
        std::visit([&](const auto& each) { characters.take(each); }, block);
    }
    return characters.lost();
}

}  // namespace nianbao
