#include "readers/docx/own_document.h"

#include <map>
#include <string>
#include <utility>

#include "model/printed_marks.h"
#include "ooxml/package_error.h"
#include "readers/office/properties.h"
#include "readers/own_marks.h"

namespace nianbao::docx_reading {
namespace {

using Properties = std::map<std::string, std::string>;

Properties properties_of(const ooxml::Package& package) {
    try {
        return read_properties(package);
    } catch (const ooxml::PackageError&) {
        return {};
    }
}

OwnProperties own_properties(const Properties& all) {
    OwnProperties own;
    for (const auto& [name, value] : all) {
        if (name.starts_with(own_property_prefix)) own.emplace(name.substr(own_property_prefix.size()), value);
    }
    return own;
}

}  // namespace

void take_own_properties(const ooxml::Package& package, Page& page) {
    const Properties all = properties_of(package);
    OwnProperties own = own_properties(all);
    if (own.empty()) return;
    if (take_own_marks(std::move(own), page)) page.kind = Page::Kind::printed;
    if (const auto title = all.find("title"); title != all.end()) page.document.title = title->second;
}

}  // namespace nianbao::docx_reading
