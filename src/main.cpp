#include <malloc.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/program.h"

namespace {

bool wants_color() {
    const char* terminal = std::getenv("TERM");
    return ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr && terminal &&
           std::string_view(terminal) != "dumb";
}

/// The locale's language: the first of these that is set decides.
std::string locale_name() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) return value;
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    // Giving the top of the heap back after every sheet costs more than writing it.
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> words(argv + 1, argv + argc);
    nianbao::Shell shell{std::cin, std::cout, std::cerr, nianbao::language_of_locale(locale_name()), wants_color()};
    const int code = nianbao::run_program(words, shell);
    std::cout.flush();
    if (std::cout) return code;
    std::cerr << nianbao::output_lost_message(shell.language) << "\n";
    return nianbao::exit_unwritable;
}
