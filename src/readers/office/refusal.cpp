#include "readers/office/refusal.h"

#include <utility>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

using ooxml::Fault;

std::pair<std::string, std::string> code_and_variant(const ooxml::PackageError& error, const std::string& no_archive) {
    switch (error.fault) {
        case Fault::not_an_archive:
            return {"i.not-a-report", no_archive};
        case Fault::damaged:
            return {"i.syntax", error.part.empty() ? "archive" : "part-damaged"};
        case Fault::encrypted:
            return {"i.not-a-report", "locked-archive"};
        case Fault::archive_too_large:
            return {"i.limit", "size"};
        case Fault::too_many_entries:
            return {"i.limit", "entries"};
        case Fault::part_too_large:
            return {"i.limit", "part"};
        case Fault::package_too_large:
            return {"i.limit", "unpacked"};
        case Fault::packed_too_tightly:
            return {"i.limit", "ratio"};
        case Fault::duplicate_entry:
            return {"i.duplicate-key", "part"};
        case Fault::missing_part:
            return {"i.syntax", "missing-part"};
        case Fault::outside_package:
            return {"i.syntax", "outside"};
        case Fault::broken_xml:
            return {"i.syntax", "part-xml"};
        case Fault::wrong_root:
            return {"i.syntax", "part-root"};
        case Fault::document_type:
            return {"i.syntax", "doctype"};
        case Fault::too_deep:
            return {"i.limit", "part-depth"};
        case Fault::too_much_markup:
            break;
    }
    return {"i.limit", "part-markup"};
}

bool is_size(Fault fault) {
    return fault == Fault::archive_too_large || fault == Fault::part_too_large || fault == Fault::package_too_large;
}

}  // namespace

InputError refusal(const std::string& code, const std::string& variant, std::map<std::string, std::string> arguments) {
    constexpr std::size_t long_enough = 120;
    Diagnostic found;
    found.code = code;
    found.variant = variant;
    for (auto& [name, value] : arguments) value = shortened(value, long_enough);
    found.arguments = std::move(arguments);
    return InputError({std::move(found)});
}

InputError refusal(const ooxml::PackageError& error, const std::string& no_archive) {
    const auto [code, variant] = code_and_variant(error, no_archive);
    const std::size_t limit = is_size(error.fault) ? error.limit >> 20U : error.limit;
    return refusal(code, variant,
                   {{"part", error.part},
                    {"reason", error.reason},
                    {"limit", std::to_string(limit)},
                    {"line", std::to_string(error.line)}});
}

}  // namespace nianbao
