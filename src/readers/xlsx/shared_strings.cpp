#include "readers/xlsx/shared_strings.h"

#include <charconv>
#include <utility>

#include "ooxml/xml_events.h"
#include "readers/office/refusal.h"
#include "readers/xlsx/cell_text.h"
#include "readers/xlsx_reader.h"

namespace nianbao::xlsx_reading {
namespace {

constexpr std::size_t most_strings = 1U << 20U;

class StringsHandler : public ooxml::XmlHandler {
public:
    explicit StringsHandler(std::string part) : part_(std::move(part)) {}

    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes&) override {
        if (tag.depth == 1 && tag.name.local != "sst") {
            throw ooxml::PackageError(ooxml::Fault::wrong_root, part_, std::string(tag.name.local));
        }
        if (in_string_) rich_.start(tag.name.local);
        if (tag.depth == 2) in_string_ = tag.name.local == "si";
    }
    void end(const ooxml::XmlTag& tag) override {
        if (!in_string_) return;
        rich_.end(tag.name.local);
        if (tag.depth != 2) return;
        strings.add(rich_.take());
        in_string_ = false;
    }
    void text(std::string_view piece) override {
        if (in_string_ && rich_.text(piece) > max_cell_text) {
            throw refusal("i.limit", "shared-text", {{"limit", std::to_string(max_cell_text >> 20U)}});
        }
    }

    SharedStrings strings;

private:
    std::string part_;
    RichText rich_;
    bool in_string_{};
};

}  // namespace

std::optional<std::string_view> SharedStrings::at(std::string_view number) const {
    std::size_t index = 0;
    const char* const end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, index);
    if (read.ec != std::errc{} || read.ptr != end || index >= ends_.size()) return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(begin, ends_[index] - begin);
}

void SharedStrings::add(std::string_view text) {
    if (ends_.size() >= most_strings) throw refusal("i.limit", "cells", {{"limit", std::to_string(most_strings)}});
    if (text_.size() + text.size() > max_workbook_text) {
        throw refusal("i.limit", "cell-text", {{"limit", std::to_string(max_workbook_text >> 20U)}});
    }
    text_ += text;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
}

SharedStrings read_shared_strings(const ooxml::Package& package) {
    const auto part = package.related(package.main_part(), "sharedStrings");
    if (!part) return {};
    StringsHandler handler(*part);
    ooxml::parse_part(package.archive(), *part, handler);
    return std::move(handler.strings);
}

}  // namespace nianbao::xlsx_reading
