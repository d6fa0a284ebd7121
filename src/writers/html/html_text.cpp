#include "writers/html/html_text.h"

#include "writers/markup_text.h"

namespace nianbao {
namespace {

/// Opens and closes elements as the runs ask for it.
class RunWriter {
public:
    void add(const Run& run) {
        if (run.text.empty()) return;
        if (run.change != change_) set_change(run.change);
        if (run.strong != strong_) set_strong(run.strong);
        html_ += escape_html(run.text);
    }

    std::string finish() {
        set_change(Run::Change::none);
        return std::move(html_);
    }

private:
    void set_strong(bool strong) {
        if (strong != strong_) html_ += strong ? "<strong>" : "</strong>";
        strong_ = strong;
    }

    void set_change(Run::Change change) {
        set_strong(false);
        if (change_ != Run::Change::none) html_ += "</" + element_of(change_) + ">";
        if (change != Run::Change::none) html_ += "<" + element_of(change) + ">";
        change_ = change;
    }

    static std::string element_of(Run::Change change) { return change == Run::Change::removed ? "del" : "ins"; }

    std::string html_;
    bool strong_{};
    Run::Change change_{};
};

}  // namespace

std::string escape_html(std::string_view text) { return escape_markup(text); }

std::string html_of_runs(const Paragraph& paragraph) {
    RunWriter writer;
    for (const Run& run : paragraph.runs) writer.add(run);
    return writer.finish();
}

std::string_view class_of_role(Paragraph::Role role) {
    switch (role) {
        case Paragraph::Role::guidance:
            return "guidance";
        case Paragraph::Role::open:
            return "open";
        case Paragraph::Role::notice:
            return "notice";
        case Paragraph::Role::body:
            break;
    }
    return {};
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(value).append("\"");
}

}  // namespace nianbao
