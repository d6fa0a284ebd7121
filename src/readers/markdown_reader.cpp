#include "readers/markdown_reader.h"

#include <md4c.h>

#include <array>
#include <exception>
#include <new>
#include <optional>
#include <utility>

#include "readers/text_reader.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

std::optional<char32_t> entity_value(std::string_view entity) {
    constexpr std::array<std::pair<std::string_view, char32_t>, 5> named{
        {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"nbsp", 0xA0}}};
    const std::string_view name = entity.substr(1, entity.size() - 2);
    for (const auto& [known, code] : named) {
        if (known == name) return code;
    }
    if (!name.starts_with('#') || name.size() < 2 || name.size() > 8) return std::nullopt;
    char32_t code = 0;
    for (const char digit : name.substr(1)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        code = code * 10 + static_cast<char32_t>(digit - '0');
    }
    return code == 0 || code > 0x10FFFF ? std::nullopt : std::optional(code);
}

/// What md4c calls back. Nothing may be thrown through it.
class MarkdownPage {
public:
    Page read(std::string_view text) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<MarkdownPage*>(self)->guarded([&](MarkdownPage& page) { page.enter(type, detail); });
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return static_cast<MarkdownPage*>(self)->guarded([&](MarkdownPage& page) { page.leave(type); });
        };
        parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* self) {
            return static_cast<MarkdownPage*>(self)->guarded(
                [&](MarkdownPage& page) { page.add(type, std::string_view(piece, size)); });
        };
        const int result = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
        if (error_) std::rethrow_exception(error_);
        if (result != 0) throw std::bad_alloc();
        page_.kind = Page::Kind::printed;
        return std::move(page_);
    }

private:
    template <typename Action>
    int guarded(Action action) {
        try {
            action(*this);
            return 0;
        } catch (...) {
            error_ = std::current_exception();
            return 1;
        }
    }

    void enter(MD_BLOCKTYPE type, void* detail) {
        text_.clear();
        if (type == MD_BLOCK_QUOTE) ++quotes_;
        if (type == MD_BLOCK_H) level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        if (type == MD_BLOCK_TABLE) {
            grid_ = Grid{};
            ++tables_;
        }
        if (type == MD_BLOCK_TR) column_ = 0;
    }

    void leave(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                --quotes_;
                break;
            case MD_BLOCK_H:
                page_.document.blocks.emplace_back(Heading{level_, paragraph()});
                break;
            case MD_BLOCK_P:
            case MD_BLOCK_LI:
            case MD_BLOCK_CODE:
            case MD_BLOCK_HTML:
                add_paragraph();
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                add_cell(type == MD_BLOCK_TH);
                break;
            case MD_BLOCK_TR:
                ++grid_.rows;
                break;
            case MD_BLOCK_TABLE:
                page_.document.blocks.emplace_back(std::move(grid_));
                break;
            default:
                break;
        }
    }

    void add(MD_TEXTTYPE type, std::string_view piece) {
        if (type == MD_TEXT_HTML) return;  // <strong>
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
            text_ += '\n';
        } else if (type == MD_TEXT_ENTITY) {
            const auto code = entity_value(piece);
            code ? append_code_point(text_, *code) : void(text_ += piece);
        } else if (type != MD_TEXT_NULLCHAR) {
            text_ += piece;
        }
    }

    Paragraph paragraph() {
        Paragraph paragraph{{Run{std::exchange(text_, {})}}};
        paragraph.place = ParagraphPlace{++paragraphs_};
        if (quotes_ > 0) paragraph.role = Paragraph::Role::notice;
        return paragraph;
    }

    void add_paragraph() {
        if (trimmed(text_).empty()) return;
        page_.document.blocks.emplace_back(paragraph());
    }

    void add_cell(bool head) {
        GridCell cell{grid_.rows, column_};
        cell.role = head ? GridCell::Role::head : GridCell::Role::plain;
        cell.place =
            GridPlace{tables_, static_cast<std::uint16_t>(grid_.rows + 1), static_cast<std::uint16_t>(column_ + 1)};
        const std::string text = trimmed(std::exchange(text_, {}));
        if (!text.empty()) cell.text.push_back(Paragraph{{Run{text}}});
        grid_.cells.push_back(std::move(cell));
        grid_.columns = std::max(grid_.columns, ++column_);
    }

    Page page_;
    Grid grid_;
    std::string text_;
    int level_{}, quotes_{};
    std::uint16_t tables_{}, column_{};
    std::uint32_t paragraphs_{};
    std::exception_ptr error_;
};

}  // namespace

bool looks_like_markdown(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    const std::string_view rest = text.substr(first);
    return (rest.starts_with("# ") || rest.starts_with("> ")) && rest.find("| ---: |") != std::string_view::npos &&
           rest.find("**") == std::string_view::npos;
}

Page read_markdown_page(std::string_view text) {
    if (text.size() > max_text_bytes) {
        Diagnostic problem;
        problem.code = "i.limit";
        problem.variant = "size";
        problem.arguments["limit"] = std::to_string(max_text_bytes >> 20U);
        throw InputError({std::move(problem)});
    }
    return MarkdownPage().read(text);
}

}  // namespace nianbao
