/// What must be so in every page we write: elements nest, ids are unique, what is referred to exists, nothing is
/// fetched or run.
#pragma once

#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace nianbao {

class PageCheck {
public:
    /// A fragment of a page has styles in its elements, neither a sheet nor classes.
    explicit PageCheck(const std::string& page, bool fragment = false) : fragment_(fragment) {
        const auto style = page.find("<style>");
        const auto style_end = page.find("</style>");
        if (fragment != (style == std::string::npos)) faults_.emplace_back(fragment ? "has a sheet" : "has no sheet");
        if (!fragment) check_fetches_nothing(page.substr(style, style_end - style));
        for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
            if (!fragment && at > style && at < style_end) continue;
            const auto end = page.find('>', at);
            take(page.substr(at + 1, end - at - 1));
        }
        if (!open_.empty()) faults_.push_back("not closed: " + open_.back());
        for (const std::string& id : wanted_) {
            if (!ids_.contains(id)) faults_.push_back("no such id: " + id);
        }
    }

    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

private:
    void check_fetches_nothing(const std::string& code) {
        for (const char* never : {"//", "url(", "@import", "javascript:", " src=", " on"}) {
            if (code.find(never) != std::string::npos) faults_.push_back(std::string("holds ") + never);
        }
        const std::string other = fragment_ ? " class=" : " style=";
        if (code.find(other) != std::string::npos) faults_.push_back("holds" + other);
    }

    void take(const std::string& tag) {
        check_fetches_nothing(tag);
        static const std::set<std::string> alone{"!DOCTYPE", "meta"},
            never{"script", "link", "img", "iframe", "object"};
        const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
        if (tag.starts_with('/')) {
            if (open_.empty() || "/" + open_.back() != tag) {
                faults_.push_back("closes nothing: " + tag);
            } else {
                open_.pop_back();
            }
            return;
        }
        if (never.contains(name)) faults_.push_back("holds " + name);
        take_attributes(tag);
        if (!alone.contains(name) && !tag.ends_with('/')) open_.push_back(name);
    }

    void take_attributes(const std::string& tag) {
        for (auto at = tag.find("=\""); at != std::string::npos; at = tag.find("=\"", at)) {
            const auto begin = tag.rfind(' ', at) + 1;
            const auto end = tag.find('"', at + 2);
            take_attribute(tag.substr(begin, at - begin), tag.substr(at + 2, end - at - 2));
            at = end + 1;
        }
    }

    void take_attribute(const std::string& name, const std::string& value) {
        if (name == "id" && !ids_.insert(value).second) faults_.push_back("id twice: " + value);
        if (name == "href") wanted_.push_back(value.substr(1));
        if (name == "headers" || name == "aria-labelledby") {
            std::istringstream words(value);
            for (std::string word; words >> word;) wanted_.push_back(word);
        }
    }

    bool fragment_;
    std::vector<std::string> faults_, open_, wanted_;
    std::set<std::string> ids_;
};

inline std::vector<std::string> faults_of_page(const std::string& page, bool fragment = false) {
    return PageCheck(page, fragment).faults();
}

}  // namespace nianbao
