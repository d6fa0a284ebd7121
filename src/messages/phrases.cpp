#include "messages/phrases.h"

namespace nianbao {

std::string fill_in(const std::string& text, const std::map<std::string, std::string>& arguments) {
    std::string filled;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto open = text.find('{', at);
        const auto close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) break;
        const auto argument = arguments.find(text.substr(open + 1, close - open - 1));
        filled.append(text, at, open - at);
        filled += argument == arguments.end() ? text.substr(open, close - open + 1) : argument->second;
        at = close + 1;
    }
    return filled.append(text, at, std::string::npos);
}

}  // namespace nianbao
