#include "writers/docx_annotator/own_anchors.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "writers/docx_annotator/own_signs.h"
#include "writers/docx_annotator/run_cut.h"
#include "writers/package_edits/part_edits.h"

namespace nianbao::word_annotation {
namespace {

class Removal {
public:
    Removal(std::string_view part, const DocumentScan& scan) : part_(part), scan_(scan) {}

    std::string remove(const std::set<std::string>& ids) {
        for (const auto& [element, id] : scan_.anchors) {
            if (ids.contains(id)) goes_.insert(element);
        }
        take_empty_runs();
        for (const std::uint32_t element : goes_) edits_.remove(scan_.at(element).begin, scan_.at(element).end);
        for (const auto& [run, session] : scan_.sessions) {
            if (session == opened_tag) {
                close_tag(run);
            } else {
                join(run, session == parted_text);
            }
        }
        return edits_.apply(part_);
    }

private:
    /// Runs with nothing in them but references of ours.
    void take_empty_runs() {
        std::set<std::uint32_t> runs;
        for (const std::uint32_t element : goes_) {
            const std::uint32_t run = scan_.at(element).parent;
            if (scan_.kind(element) == Kind::reference && scan_.kind(run) == Kind::run && holds_ours_alone(run)) {
                runs.insert(run);
            }
        }
        goes_.insert(runs.begin(), runs.end());
    }
    [[nodiscard]] bool holds_ours_alone(std::uint32_t element) const {
        const std::vector<std::uint32_t> children = scan_.children(element);
        return std::all_of(children.begin(), children.end(), [&](std::uint32_t each) {
            return goes_.contains(each) || scan_.kind(each) == Kind::run_properties;
        });
    }

    void close_tag(std::uint32_t run) {
        const std::uint32_t paragraph = scan_.at(run).parent;
        if (!goes_.contains(run) || scan_.kind(paragraph) != Kind::paragraph || !holds_ours_alone(paragraph)) return;
        edits_.replace(scan_.at(paragraph).inner - 1, scan_.at(paragraph).end, "/>");
    }

    /// A run with the one in front of it.
    void join(std::uint32_t run, bool in_text) {
        std::uint32_t first = scan_.at(run).previous;
        while (first != 0 && goes_.contains(first)) first = scan_.at(first).previous;
        if (first == 0 || scan_.kind(first) != Kind::run || scan_.is_empty_tag(first) || scan_.is_empty_tag(run) ||
            properties_of(part_, scan_, first) != properties_of(part_, scan_, run)) {
            return;
        }
        const std::uint32_t properties = scan_.child(run, Kind::run_properties);
        const std::uint32_t begin = properties == 0 ? scan_.at(run).inner : scan_.at(properties).end;
        if (!in_text) return edits_.remove(scan_.at(first).inner_end, begin);
        const std::vector<std::uint32_t> left = scan_.children(first), right = scan_.children(run);
        const auto next =
            std::find_if(right.begin(), right.end(), [&](std::uint32_t each) { return each != properties; });
        if (left.empty() || next == right.end() || !is_text(left.back()) || !is_text(*next)) return;
        edits_.remove(scan_.at(left.back()).inner_end, scan_.at(*next).inner);
    }
    [[nodiscard]] bool is_text(std::uint32_t element) const {
        return scan_.kind(element) == Kind::text && !scan_.is_empty_tag(element);
    }

    std::string_view part_;
    const DocumentScan& scan_;
    std::set<std::uint32_t> goes_;
    annotation::PartEdits edits_;
};

}  // namespace

std::string without_anchors(std::string_view part, const DocumentScan& scan, const std::set<std::string>& ids) {
    return Removal(part, scan).remove(ids);
}

}  // namespace nianbao::word_annotation
