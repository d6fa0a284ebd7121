/// The files of a package: the report in every format, each statutory table as an attachment of its own, the report
/// file, what the check found, and the manifest.
#pragma once

#include <map>
#include <string>

#include "forms/schema_files.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

inline constexpr const char* report_file_name = "report.json";
inline constexpr const char* check_file_name = "check.json";

struct PackageChoices {
    bool draft{};
    bool with_pdf{};  ///< made by another program, and not the same bytes every time
};

/// Bytes by path inside the package. `check` is what the check found, as JSON. Throws TemplateError and WriteError, and
/// OutputError where a PDF is wanted and cannot be made.
[[nodiscard]] std::map<std::string, std::string> make_package_files(const Report& report, const Form& form,
                                                                    const SourceFiles& templates,
                                                                    const std::string& check,
                                                                    const PackageChoices& choices = {});

}  // namespace nianbao
