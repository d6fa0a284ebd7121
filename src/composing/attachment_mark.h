/// The mark printed above a table that goes as an attachment (附件2), as the words of the report list it.
#pragma once

#include <cstddef>
#include <string>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// `word` and the number that the list gives the table: behind the word (附件2 of the table's name), or before the name
/// in a list that the word begins. The word alone where it is listed without a number, empty where it is not listed.
[[nodiscard]] std::string attachment_mark(const Report& report, const Form& form, std::size_t table,
                                          const std::string& word);

}  // namespace nianbao
