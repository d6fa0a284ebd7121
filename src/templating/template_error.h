/// What is wrong with a template, and where: thrown while a template is read or rendered, shown to whoever wrote it.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <utility>

#include "model/text.h"

namespace nianbao {

/// Line and column count from 1, the column in code points.
struct TemplatePlace {
    std::string file;
    std::uint32_t line{1}, column{1};
    bool operator==(const TemplatePlace&) const = default;
};

class TemplateError : public std::exception {
public:
    TemplateError(TemplatePlace where, Text what_is_wrong)
        : place(std::move(where)), message(std::move(what_is_wrong)) {
        described_ =
            place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + message.en;
    }
    /// `2021/report.md:3:5: unknown name "agencyy"`
    [[nodiscard]] const char* what() const noexcept override { return described_.c_str(); }

    TemplatePlace place;
    Text message;

private:
    std::string described_;
};

}  // namespace nianbao
