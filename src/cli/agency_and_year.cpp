#include "cli/agency_and_year.h"

#include <charconv>

#include "messages/phrases.h"
#include "unicode/utf8.h"

namespace nianbao {

std::string agency_option(const Invocation& invocation, Language language) {
    std::string agency = trimmed(invocation.value("--agency"));
    if (made_visible(agency) != agency || first_invalid_byte(agency))
        throw UsageError(phrases::bad_agency_name.in(language));
    return agency;
}

int year_option(const Invocation& invocation, int first, int last, Language language) {
    const std::string text = trimmed(invocation.value("--year"));
    if (text.empty()) return 0;
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error == std::errc{} && end == text.data() + text.size() && year >= first && year <= last) return year;
    const std::string known = std::to_string(first) + "–" + std::to_string(last);
    throw UsageError(fill_in(phrases::bad_value.in(language), {{"word", "--year"}, {"value", text}, {"known", known}}));
}

}  // namespace nianbao
