#include "readers/docx/numbering_part.h"

#include <algorithm>
#include <utility>

#include "readers/docx/word_xml.h"
#include "readers/docx_reader.h"
#include "readers/office/refusal.h"
#include "unicode/utf8.h"

namespace nianbao::docx_reading {
namespace {

std::optional<int> level_number(const ooxml::XmlAttributes& attributes) {
    const auto level = whole_number(attributes.get("ilvl"));
    return level && *level >= 0 && *level < list_levels ? level : std::nullopt;
}

std::string short_value(const ooxml::XmlAttributes& attributes) {
    constexpr std::size_t longest = 64;
    return shortened(attributes.get("val"), longest);
}

class NumberingHandler : public ooxml::XmlHandler {
public:
    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        if (!is_word(tag.name)) return;
        const std::string_view name = tag.name.local;
        if (name == "abstractNum") {
            start_kind(attributes);
        } else if (name == "num") {
            start_list(attributes);
        } else if (name == "lvlOverride") {
            override_ = level_number(attributes);
        } else if (name == "lvl") {
            level_ = ListLevel();
            place_ = level_number(attributes);
        } else if (level_) {
            take_level_property(name, attributes);
        } else {
            take_property(name, attributes);
        }
    }
    void end(const ooxml::XmlTag& tag) override {
        if (!is_word(tag.name)) return;
        const std::string_view name = tag.name.local;
        if (name == "lvl") {
            finish_level();
        } else if (name == "lvlOverride") {
            override_.reset();
        } else if (name == "abstractNum") {
            in_kind_ = false;
        } else if (name == "num") {
            list_ = nullptr;
        }
    }

    /// The lists lead to the kinds that have their levels.
    Numbering take() {
        std::map<std::string, std::size_t> by_link;
        for (std::size_t i = 0; i < numbering_.kinds.size(); ++i) by_link.emplace(numbering_.kinds[i].style_link, i);
        for (auto each = numbering_.lists.begin(); each != numbering_.lists.end();) {
            const auto kind = kinds_.find(kind_of_list_[each->first]);
            if (kind == kinds_.end()) {
                each = numbering_.lists.erase(each);
                continue;
            }
            each->second.kind = kind->second;
            const std::string& link = numbering_.kinds[kind->second].num_style_link;
            const auto linked = by_link.find(link);
            if (!link.empty() && linked != by_link.end()) each->second.kind = linked->second;
            ++each;
        }
        return std::move(numbering_);
    }

private:
    static void check_count(std::size_t count) {
        if (count < max_document_definitions) return;
        throw refusal("i.limit", "definitions",
                      {{"part", "numbering.xml"}, {"limit", std::to_string(max_document_definitions)}});
    }

    void start_kind(const ooxml::XmlAttributes& attributes) {
        check_count(numbering_.kinds.size());
        if (const auto id = whole_number(attributes.get("abstractNumId"))) kinds_.emplace(*id, numbering_.kinds.size());
        numbering_.kinds.emplace_back();
        in_kind_ = true;
    }
    void start_list(const ooxml::XmlAttributes& attributes) {
        check_count(numbering_.lists.size());
        id_ = whole_number(attributes.get("numId")).value_or(0);
        list_ = &numbering_.lists[id_];
    }

    void take_property(std::string_view name, const ooxml::XmlAttributes& attributes) {
        if (in_kind_ && name == "styleLink") numbering_.kinds.back().style_link = short_value(attributes);
        if (in_kind_ && name == "numStyleLink") numbering_.kinds.back().num_style_link = short_value(attributes);
        if (list_ && name == "abstractNumId") kind_of_list_[id_] = whole_value(attributes).value_or(-1);
        if (list_ && override_ && name == "startOverride") list_->overrides[*override_].start = whole_value(attributes);
    }

    /// What stands twice, as a choice and its fallback, counts as it stands last.
    void take_level_property(std::string_view name, const ooxml::XmlAttributes& attributes) {
        if (name == "start") level_->start = whole_value(attributes).value_or(0);
        if (name == "numFmt") level_->format = short_value(attributes);
        if (name == "lvlText") level_->text = short_value(attributes);
        if (name == "pStyle") level_->style = short_value(attributes);
        if (name == "lvlRestart") level_->restart = whole_value(attributes).value_or(-1);
        if (name == "isLgl") level_->decimal = is_set(attributes);
        if (name == "suff") level_->gap = attributes.get("val") != "nothing";
    }

    void finish_level() {
        if (level_ && list_ && override_) {
            list_->overrides[*override_].level = std::move(level_);
        } else if (level_ && in_kind_ && place_) {
            numbering_.kinds.back().levels[static_cast<std::size_t>(*place_)] = std::move(*level_);
        }
        level_.reset();
    }

    Numbering numbering_;
    std::map<int, std::size_t> kinds_;  ///< by `abstractNumId`
    std::map<int, int> kind_of_list_;   ///< `abstractNumId` by `numId`
    bool in_kind_{};
    int id_{};
    List* list_{};
    std::optional<int> override_, place_;  ///< the level that is overridden, or defined
    std::optional<ListLevel> level_;
};

}  // namespace

const ListLevel* Numbering::level(int list, int level) const {
    const auto found = lists.find(list);
    if (found == lists.end() || level < 0 || level >= list_levels) return nullptr;
    const auto changed = found->second.overrides.find(level);
    if (changed != found->second.overrides.end() && changed->second.level) return &*changed->second.level;
    return &kinds[found->second.kind].levels[static_cast<std::size_t>(level)];
}

std::optional<int> Numbering::level_of_style(int list, std::string_view style) const {
    for (int i = 0; i < list_levels; ++i) {
        const ListLevel* found = level(list, i);
        if (found && !style.empty() && found->style == style) return i;
    }
    return std::nullopt;
}

Numbering read_numbering(const ooxml::Package& package) {
    NumberingHandler handler;
    parse_related(package, "numbering", handler);
    return handler.take();
}

}  // namespace nianbao::docx_reading
