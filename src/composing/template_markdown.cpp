#include "composing/template_markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>

#include "composing/block_builder.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using std::string_view;

/// A construct that reports do not have; `signs` are those that may open it.
struct Unsupported {
    Text name;
    const char* signs;
};

Unsupported unsupported(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_HR:
            return {{"分隔线", "a rule"}, "-*_"};
        case MD_BLOCK_CODE:
            return {{"代码", "code"}, "`~"};
        case MD_BLOCK_HTML:
            return {{"HTML标记", "HTML"}, "<"};
        default:
            return {{"Markdown表格（表格由{{…table}}放入）", "a Markdown table (tables come from {{...table}})"}, "|"};
    }
}

Unsupported unsupported(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_EM:
            return {{"斜体（加粗请用**）", "emphasis (strong text is **)"}, "*_"};
        case MD_SPAN_IMG:
            return {{"图片", "an image"}, "!"};
        case MD_SPAN_CODE:
            return {{"代码", "code"}, "`"};
        default:
            return {{"链接", "a link"}, "[<"};
    }
}

/// Where in the templates a piece of rendered text comes from. Literal text of the output stands in a template as it
/// is, so it is looked for there: the longest piece of its line that some file has.
class TextFinder {
public:
    TextFinder(const std::string& rendered, const TemplateSet& templates)
        : rendered_(rendered), templates_(templates) {}

    [[nodiscard]] TemplatePlace place_of(std::size_t offset) const {
        const string_view piece = literal_around(offset);
        const auto into = offset - static_cast<std::size_t>(piece.data() - rendered_.data());
        for (std::size_t begin = into > reach ? into - reach : 0; begin <= into && !piece.empty(); ++begin) {
            if (const auto place = find(piece.substr(begin, into - begin + reach), into - begin)) return *place;
        }
        for (std::size_t length = std::min(reach, piece.size() - into); length > 0; --length) {
            if (const auto place = find(piece.substr(into, length), 0)) return *place;
        }
        return {templates_.sources.front().path, 1, 1};
    }

private:
    /// How many bytes before and behind are compared.
    static constexpr std::size_t reach = 120;

    /// What stands around `offset` without a line break or token.
    [[nodiscard]] string_view literal_around(std::size_t offset) const {
        const string_view text = rendered_;
        const std::size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
        const string_view line = text.substr(begin, text.find('\n', offset) - begin);
        for (const TokenPiece& piece : cut_at_tokens(line)) {
            const string_view rest = text.substr(offset);
            const bool is_before = piece.text.data() + piece.text.size() <= rest.data();
            if (!piece.text.empty() && piece.text.data() <= rest.data() && !is_before) return piece.text;
        }
        return text.substr(offset, 0);
    }

    [[nodiscard]] std::optional<TemplatePlace> find(string_view piece, std::size_t into) const {
        for (const TemplateSource& source : templates_.sources) {
            const auto found = source.text.find(piece);
            if (found != std::string::npos) return source.place_of(found + into);
        }
        return std::nullopt;
    }

    const std::string& rendered_;
    const TemplateSet& templates_;
};

std::optional<char32_t> numeric_entity(string_view digits) {
    const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    char32_t code = 0;
    for (const char c : digits.substr(hexadecimal ? 1 : 0)) {
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        code = code * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
        if (code > 0x10FFFF) return std::nullopt;
    }
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code == '\n' || code == '\r' || code == 0 || is_control(code) || surrogate ? std::nullopt
                                                                                      : std::optional(code);
}

/// `&amp;`, `&#20013;` and few others; nothing for the rest.
std::optional<char32_t> entity_value(string_view entity) {
    constexpr std::array<std::pair<string_view, char32_t>, 6> named{
        {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"nbsp", 0xA0}, {"emsp", 0x2003}}};
    const string_view name = entity.substr(1, entity.size() - 2);
    if (name.starts_with('#')) return numeric_entity(name.substr(1));
    for (const auto& [known, code] : named) {
        if (known == name) return code;
    }
    return std::nullopt;
}

struct OpenList {
    bool ordered{};
    unsigned next{1};
};

/// What md4c calls back. Nothing may be thrown through it, so errors are kept and thrown afterwards.
class MarkdownReader {
public:
    MarkdownReader(const std::string& rendered, const Tokens& tokens, const TemplateSet& templates)
        : rendered_(rendered), templates_(templates), builder_(tokens) {}

    std::vector<DocumentBlock> read() {
        refuse_definitions();
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return guarded(self, &MarkdownReader::enter, type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return guarded(self, &MarkdownReader::leave, type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
            return guarded(self, &MarkdownReader::enter_span, type);
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
            return guarded(self, &MarkdownReader::leave_span, type);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return guarded(self, &MarkdownReader::text, type, string_view(text, size));
        };
        const int result = md_parse(rendered_.data(), static_cast<MD_SIZE>(rendered_.size()), &parser, this);
        if (error_) std::rethrow_exception(error_);
        if (result != 0) throw std::bad_alloc();
        return std::move(builder_.blocks());
    }

private:
    template <typename Method, typename... Arguments>
    static int guarded(void* self, Method method, Arguments... arguments) {
        auto& reader = *static_cast<MarkdownReader*>(self);
        try {
            (reader.*method)(arguments...);
            return 0;
        } catch (const BlockError& error) {
            reader.error_ = std::make_exception_ptr(TemplateError(reader.place_at(reader.read_from_), error.message));
        } catch (...) {
            reader.error_ = std::current_exception();
        }
        return 1;
    }

    [[nodiscard]] TemplatePlace place_at(std::size_t offset) const {
        return TextFinder(rendered_, templates_).place_of(offset);
    }

    [[noreturn]] void refuse(const Text& name, std::size_t offset) const {
        throw TemplateError(place_at(offset), {"模板中不能用" + name.zh, name.en + " cannot be used in a template"});
    }

    /// md4c does not tell where a construct begins: at the first of its signs behind what was read so far. Indented
    /// code has none.
    [[noreturn]] void refuse(const Unsupported& construct) const {
        auto found = rendered_.find_first_of(construct.signs, read_until_);
        if (found == std::string::npos) found = rendered_.find_first_not_of(" \t\r\n", read_until_);
        refuse(construct.name, found == std::string::npos ? read_until_ : found);
    }

    /// `[name]: target` would vanish without a word.
    void refuse_definitions() const {
        const string_view all = rendered_;
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find('\n', at), all.size());
            const string_view line = all.substr(at, end - at);
            const auto open = line.find_first_not_of(" \t>");
            if (open != string_view::npos && line[open] == '[' && line.find("]:") != string_view::npos) {
                refuse({"链接", "a link"}, at + open);
            }
            at = end + 1;
        }
    }

    void enter(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_DOC:
                break;
            case MD_BLOCK_QUOTE:
                ++quotes_;
                break;
            case MD_BLOCK_UL:
                lists_.push_back({false, 1});
                break;
            case MD_BLOCK_OL:
                lists_.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
                break;
            case MD_BLOCK_LI:
                begin_item();
                break;
            case MD_BLOCK_H:
                builder_.finish();
                builder_.begin_heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
                in_heading_ = true;
                break;
            case MD_BLOCK_P:
                begin_paragraph();
                break;
            default:
                refuse(unsupported(type));
        }
    }

    void begin_item() {
        builder_.finish();
        OpenList& list = lists_.back();
        marker_ = list.ordered ? std::to_string(list.next++) + "." : "• ";
    }

    void begin_paragraph() {
        builder_.finish();
        builder_.begin_paragraph(quotes_ > 0 ? Paragraph::Role::guidance : Paragraph::Role::body, marker_);
        marker_.clear();
    }

    void leave(MD_BLOCKTYPE type) {
        builder_.finish();
        if (type == MD_BLOCK_QUOTE) --quotes_;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
        if (type == MD_BLOCK_H) in_heading_ = false;
    }

    void enter_span(MD_SPANTYPE type) {
        if (type != MD_SPAN_STRONG) refuse(unsupported(type));
        ++strong_;
    }
    void leave_span(MD_SPANTYPE) { --strong_; }

    void text(MD_TEXTTYPE type, string_view text) {
        if (!builder_.is_open()) begin_paragraph();  // an item of a tight list has no paragraph of its own
        switch (type) {
            case MD_TEXT_BR:
                return in_heading_ ? builder_.add_soft_break() : begin_paragraph();
            case MD_TEXT_SOFTBR:
                return builder_.add_soft_break();
            case MD_TEXT_NORMAL:
                return add_normal(text);
            case MD_TEXT_ENTITY:
                return add_entity(text);
            default:
                refuse({"HTML标记", "HTML"}, offset_of(text));
        }
    }

    [[nodiscard]] std::size_t offset_of(string_view text) const {
        return static_cast<std::size_t>(text.data() - rendered_.data());
    }

    void note(string_view text) {
        read_from_ = offset_of(text);
        read_until_ = read_from_ + text.size();
    }

    void add_normal(string_view text) {
        note(text);
        if (const auto stars = text.find("**"); stars != string_view::npos) {
            throw TemplateError(
                place_at(offset_of(text) + stars),
                {"此处的**不起作用：**之前是标点、之后是汉字时，加粗不会结束，请把标点移到**之后",
                 "this ** does nothing: after a punctuation mark and before a letter it does not close; "
                 "move the mark behind it"});
        }
        builder_.add_text(text, strong_ > 0);
    }

    void add_entity(string_view text) {
        note(text);
        const auto code = entity_value(text);
        if (!code) {
            throw TemplateError(place_at(offset_of(text)),
                                {"不认识的字符实体" + std::string(text), "unknown entity " + std::string(text)});
        }
        std::string character;
        append_code_point(character, *code);
        builder_.add_literal(character, strong_ > 0);
    }

    const std::string& rendered_;
    const TemplateSet& templates_;
    BlockBuilder builder_;
    std::exception_ptr error_;
    std::vector<OpenList> lists_;
    std::string marker_;
    std::size_t read_from_{}, read_until_{};
    int quotes_{}, strong_{};
    bool in_heading_{};
};

}  // namespace

std::vector<DocumentBlock> read_template_markdown(const std::string& rendered, const Tokens& tokens,
                                                  const TemplateSet& templates) {
    return MarkdownReader(rendered, tokens, templates).read();
}

}  // namespace nianbao
