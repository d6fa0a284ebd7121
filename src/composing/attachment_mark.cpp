#include "composing/attachment_mark.h"

#include <optional>
#include <string_view>

namespace nianbao {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that ends `text`, but for signs and brackets behind it that are neither letters nor ends of sentences.
std::string number_at_end(std::string_view text) {
    constexpr std::string_view between[] = {" ", "　", ".", "．", "、", ":", "：", "《", "“", "（", "）", "(", ")"};
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (const std::string_view sign : between) {
            if (!text.ends_with(sign)) continue;
            text.remove_suffix(sign.size());
            shorter = true;
        }
    }
    std::size_t begin = text.size();
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    return std::string(text.substr(begin));
}

/// The mark that a paragraph gives the table; `in_list` where it goes on with a list begun above.
std::optional<std::string> mark_in(std::string_view text, const std::string& word, const std::string& name,
                                   bool in_list) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
        const std::string_view before = text.substr(0, at);
        if (!in_list && before.rfind(word) == std::string_view::npos) continue;
        return word + number_at_end(before);
    }
    return std::nullopt;
}

class ListReader {
public:
    ListReader(const std::string& word, const std::string& name) : word_(word), name_(name) {}

    void read(const Paragraphs& paragraphs) {
        for (const std::string& paragraph : paragraphs) {
            const bool goes_on = in_list_ && !paragraph.empty() && is_digit(paragraph.front());
            if (!mark_) mark_ = mark_in(paragraph, word_, name_, goes_on);
            in_list_ = goes_on || paragraph.starts_with(word_);
        }
    }

    [[nodiscard]] std::string mark() const { return mark_.value_or(""); }

private:
    const std::string& word_;
    const std::string& name_;
    std::optional<std::string> mark_;
    bool in_list_{};
};

}  // namespace

std::string attachment_mark(const Report& report, const Form& form, std::size_t table, const std::string& word) {
    const std::string& name = form.tables[table].attachment.zh;
    ListReader list(word, name);
    for (std::size_t i = 0; i < form.fields.size(); ++i) list.read(text_of(report, static_cast<FieldId>(i)));
    for (const ExtraItem& item : report.others) list.read(item.text);
    return list.mark();
}

}  // namespace nianbao
