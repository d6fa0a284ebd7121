#include "readers/docx/body_part.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "ooxml/xml_events.h"
#include "readers/docx/revision_count.h"
#include "readers/docx/story_builder.h"
#include "readers/docx/symbol.h"
#include "readers/docx/word_xml.h"
#include "readers/docx_reader.h"
#include "readers/office/refusal.h"

namespace nianbao::docx_reading {
namespace {

using ooxml::XmlAttributes;
using ooxml::XmlTag;

/// What an element stands in. A name means something else among the properties of a row than in the text.
enum class In : std::uint8_t { content, paragraph, mark, run, row, cell, control };

/// Elements that are passed over with all that is in them.
bool is_passed_over(std::string_view name) {
    static const std::set<std::string_view> names{
        "delText",       "delInstrText", "instrText",   "pPrChange",    "rPrChange",     "tblPrChange",
        "tblGridChange", "tcPrChange",   "trPrChange",  "sectPrChange", "tblPrExChange", "sectPr",
        "tblPr",         "tblGrid",      "tblPrEx",     "rt",           "ffData",        "fldData",
        "sdtEndPr",      "smartTagPr",   "customXmlPr", "rubyPr",       "background",    "numberingChange"};
    return names.contains(name);
}

/// Kind, author and time.
std::string revision_mark(const XmlTag& tag, const XmlAttributes& attributes) {
    constexpr std::size_t longest = 255;
    std::string mark(tag.name.local);
    for (const char* part : {"author", "date"}) mark.append("\n").append(attributes.get(part).substr(0, longest));
    return mark;
}

bool has(std::string_view text, std::string_view piece) { return text.find(piece) != std::string_view::npos; }

bool is_picture(const ooxml::XmlName& name) {
    return (name.local == "pic" && name.space.ends_with("/picture")) || name.local == "imagedata" ||
           (name.local == "chart" && name.space.ends_with("/chart")) ||
           (name.local == "relIds" && name.space.ends_with("/diagram"));
}

/// As Word shows a text: its line ends are blanks, and blanks around it are dropped unless they are to be kept.
std::string shown_text(std::string_view text, bool keeps_blanks) {
    constexpr std::string_view blanks = " \t\r\n";
    if (!keeps_blanks) {
        const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
        text = text.substr(first, text.find_last_not_of(blanks) + 1 - first);
    }
    std::string shown(text);
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return shown;
}

class BodyHandler : public ooxml::XmlHandler {
public:
    BodyHandler(std::string part, const Styles& styles, Budget& budget, bool keeps_sources)
        : part_(std::move(part)), styles_(styles), builder_(budget, keeps_sources) {}

    void start(const XmlTag& tag, const XmlAttributes& attributes) override {
        ++element_;
        if (tag.depth == 1 && !(is_word(tag.name) && tag.name.local == "document")) {
            throw ooxml::PackageError(ooxml::Fault::wrong_root, part_, std::string(tag.name.local));
        }
        if (passed_over_ != 0) return;
        if (!is_word(tag.name)) return start_foreign(tag, attributes);
        if (is_passed_over(tag.name.local)) return pass_over(tag);
        const auto found = starts().find({in_, tag.name.local});
        if (found != starts().end()) (this->*found->second)(tag, attributes);
    }

    void end(const XmlTag& tag) override {
        if (passed_over_ == tag.depth) {
            passed_over_ = 0;
        } else if (passed_over_ == 0 && !open_.empty() && open_.back().depth == tag.depth) {
            const Open done = std::move(open_.back());
            open_.pop_back();
            in_ = done.before;
            (this->*done.end)(done);
        }
    }

    void text(std::string_view piece) override {
        if (passed_over_ != 0 || !in_text_) return;
        text_ += piece;
        if (text_.size() > max_document_paragraph) {
            throw refusal("i.limit", "paragraph", {{"limit", std::to_string(max_document_paragraph >> 20U)}});
        }
    }

    Body take() { return {builder_.take(), revisions_.count()}; }

private:
    /// An element whose end does something.
    struct Open {
        std::size_t depth{};
        void (BodyHandler::*end)(const Open&){};
        In before{};           ///< where the element itself stands
        std::string mark{};    ///< of a paragraph: the revision of its end
        bool prompts{};        ///< of a control: it holds nothing but its prompt
        bool chosen{};         ///< of alternatives: one was taken
        std::size_t amount{};  ///< … and how much had been read before it
        RunLook look{};        ///< of a run: what it stands in
    };
    using Start = void (BodyHandler::*)(const XmlTag&, const XmlAttributes&);
    using End = void (BodyHandler::*)(const Open&);

    static const std::map<std::pair<In, std::string_view>, Start>& starts();

    void pass_over(const XmlTag& tag) { passed_over_ = tag.depth; }
    void open(const XmlTag& tag, End action) { open_.push_back({.depth = tag.depth, .end = action, .before = in_}); }
    void open_if(bool fits, const XmlTag& tag, End action) { return fits ? open(tag, action) : pass_over(tag); }
    /// The nearest element with that end.
    Open* nearest(End action) {
        const auto found =
            std::find_if(open_.rbegin(), open_.rend(), [action](const Open& each) { return each.end == action; });
        return found == open_.rend() ? nullptr : &*found;
    }
    void end_nothing(const Open&) {}

    // Elements of other vocabularies.

    void start_foreign(const XmlTag& tag, const XmlAttributes& attributes) {
        if (in_ != In::content) return;
        if (has(tag.name.space, "/markup-compatibility/")) return start_alternative(tag);
        if (is_picture(tag.name)) return builder_.add_picture();
        if (tag.name.local == "t" && has(tag.name.space, "/math")) start_text(tag, attributes);
    }

    /// Of several the first is read, and the fallback where nothing was found in it.
    void start_alternative(const XmlTag& tag) {
        if (tag.name.local == "AlternateContent") return open(tag, &BodyHandler::end_nothing);
        if (open_.empty() || open_.back().depth + 1 != tag.depth) return;
        Open& alternatives = open_.back();
        const bool fallback = tag.name.local == "Fallback";
        if (alternatives.chosen && !(fallback && alternatives.amount == builder_.amount())) return pass_over(tag);
        alternatives.chosen = true;
        alternatives.amount = builder_.amount();
    }

    // Paragraphs.

    void start_paragraph(const XmlTag& tag, const XmlAttributes&) {
        builder_.begin_paragraph(styles_.form({}), element_);
        open(tag, &BodyHandler::end_paragraph);
    }
    void end_paragraph(const Open& paragraph) {
        if (!paragraph.mark.empty()) take_revision(paragraph.mark);
        builder_.end_paragraph();
    }
    void start_paragraph_properties(const XmlTag& tag, const XmlAttributes&) {
        properties_ = {};
        open(tag, &BodyHandler::end_paragraph_properties);
        in_ = In::paragraph;
    }
    void end_paragraph_properties(const Open&) { builder_.set_form(styles_.form(properties_)); }
    void take_style(const XmlTag&, const XmlAttributes& attributes) { properties_.style = attributes.get("val"); }
    void take_outline(const XmlTag&, const XmlAttributes& attributes) { properties_.outline = whole_value(attributes); }
    void take_list(const XmlTag&, const XmlAttributes& attributes) { properties_.list = whole_value(attributes); }
    void take_level(const XmlTag&, const XmlAttributes& attributes) { properties_.level = whole_value(attributes); }
    void start_mark(const XmlTag& tag, const XmlAttributes&) {
        open(tag, &BodyHandler::end_nothing);
        in_ = In::mark;
    }
    void take_mark(const XmlTag& tag, const XmlAttributes& attributes) {
        if (Open* in = nearest(&BodyHandler::end_paragraph)) in->mark = revision_mark(tag, attributes);
    }
    void take_deleted_mark(const XmlTag& tag, const XmlAttributes& attributes) {
        take_mark(tag, attributes);
        builder_.join_with_next();
    }

    // Runs.

    void start_run(const XmlTag& tag, const XmlAttributes&) {
        open(tag, &BodyHandler::end_run);
        open_.back().look = builder_.begin_run();
    }
    void end_run(const Open& run) { builder_.end_run(run.look); }
    void start_run_properties(const XmlTag& tag, const XmlAttributes&) {
        open(tag, &BodyHandler::end_nothing);
        in_ = In::run;
    }
    void take_run_style(const XmlTag&, const XmlAttributes& attributes) {
        builder_.set_strong(styles_.strong(std::string(attributes.get("val"))));
    }
    void take_bold(const XmlTag&, const XmlAttributes& attributes) { builder_.set_strong(is_set(attributes)); }
    void take_hidden(const XmlTag&, const XmlAttributes& attributes) {
        if (is_set(attributes)) builder_.hide_run();
    }
    void start_text(const XmlTag& tag, const XmlAttributes& attributes) {
        text_element_ = element_;
        open(tag, &BodyHandler::end_text);
        text_.clear();
        in_text_ = true;
        keeps_blanks_ = attributes.get("space") == "preserve";
    }
    void end_text(const Open&) {
        in_text_ = false;
        put(shown_text(text_, keeps_blanks_), text_element_);
    }
    void put(std::string_view text, std::uint32_t element) {
        if (prompts_ == 0) builder_.add_text(text, element);
        if (inserted_ == 0) revisions_.interrupt();
    }
    void take_tab(const XmlTag&, const XmlAttributes&) { put("\t", element_); }
    void take_hyphen(const XmlTag&, const XmlAttributes&) { put("-", element_); }
    void take_symbol(const XmlTag&, const XmlAttributes& attributes) {
        put(symbol_text(attributes.get("font"), attributes.get("char")), element_);
    }
    void take_break(const XmlTag&, const XmlAttributes&) { builder_.add_break(element_); }
    void take_picture(const XmlTag&, const XmlAttributes&) { builder_.add_picture(); }
    void take_field(const XmlTag&, const XmlAttributes& attributes) {
        const std::string_view type = attributes.get("fldCharType");
        if (type == "begin") builder_.begin_field();
        if (type == "separate") builder_.begin_result();
        if (type == "end") builder_.end_field();
    }
    void start_box(const XmlTag& tag, const XmlAttributes&) {
        open_if(builder_.begin_box(), tag, &BodyHandler::end_box);
    }
    void end_box(const Open&) { builder_.end_box(); }

    void start_control(const XmlTag& tag, const XmlAttributes&) { open(tag, &BodyHandler::end_control); }
    void end_control(const Open& control) { prompts_ -= control.prompts ? 1 : 0; }
    void start_control_properties(const XmlTag& tag, const XmlAttributes&) {
        open(tag, &BodyHandler::end_nothing);
        in_ = In::control;
    }
    void take_prompt(const XmlTag&, const XmlAttributes& attributes) {
        Open* control = nearest(&BodyHandler::end_control);
        if (!control || control->prompts || !is_set(attributes)) return;
        control->prompts = true;
        ++prompts_;
    }

    // Tracked changes.

    void take_revision(std::string mark) {
        revisions_.take(std::move(mark));
        builder_.mark_revised();
    }
    void start_inserted(const XmlTag& tag, const XmlAttributes& attributes) {
        take_revision(revision_mark(tag, attributes));
        open(tag, &BodyHandler::end_inserted);
        ++inserted_;
    }
    void end_inserted(const Open&) { --inserted_; }
    void pass_over_deleted(const XmlTag& tag, const XmlAttributes& attributes) {
        take_revision(revision_mark(tag, attributes));
        pass_over(tag);
    }
    void take_inserted(const XmlTag& tag, const XmlAttributes& attributes) {
        take_revision(revision_mark(tag, attributes));
    }

    // Tables.

    void start_table(const XmlTag& tag, const XmlAttributes&) {
        open_if(builder_.begin_table(), tag, &BodyHandler::end_table);
    }
    void end_table(const Open&) { builder_.end_table(); }
    void start_row(const XmlTag& tag, const XmlAttributes&) {
        open_if(builder_.begin_row(), tag, &BodyHandler::end_row);
    }
    void end_row(const Open&) { builder_.end_row(); }
    void start_cell(const XmlTag& tag, const XmlAttributes&) {
        open_if(builder_.begin_cell(element_), tag, &BodyHandler::end_cell);
    }
    void end_cell(const Open&) { builder_.end_cell(); }

    void start_row_properties(const XmlTag& tag, const XmlAttributes&) {
        open_if(builder_.row(), tag, &BodyHandler::end_nothing);
        if (builder_.row()) in_ = In::row;
    }
    void take_head(const XmlTag&, const XmlAttributes& attributes) { builder_.row()->head = is_set(attributes); }
    void take_before(const XmlTag&, const XmlAttributes& attributes) {
        builder_.row()->before = columns(attributes, 0);
    }
    void take_after(const XmlTag&, const XmlAttributes& attributes) { builder_.row()->after = columns(attributes, 0); }
    void take_deleted_row(const XmlTag& tag, const XmlAttributes& attributes) {
        take_inserted(tag, attributes);
        builder_.row()->deleted = true;
    }

    void start_cell_properties(const XmlTag& tag, const XmlAttributes&) {
        open_if(builder_.cell(), tag, &BodyHandler::end_nothing);
        if (builder_.cell()) in_ = In::cell;
    }
    void take_span(const XmlTag&, const XmlAttributes& attributes) { builder_.cell()->span = columns(attributes, 1); }
    void take_merge_down(const XmlTag&, const XmlAttributes& attributes) {
        builder_.cell()->joins_above = attributes.get("val", "continue") == "continue";
    }
    void take_merge_right(const XmlTag&, const XmlAttributes& attributes) {
        builder_.cell()->joins_left = attributes.get("val", "continue") == "continue";
    }
    void take_deleted_cell(const XmlTag& tag, const XmlAttributes& attributes) {
        take_inserted(tag, attributes);
        builder_.cell()->deleted = true;
    }
    void take_merge_change(const XmlTag& tag, const XmlAttributes& attributes) {
        take_inserted(tag, attributes);
        builder_.cell()->joins_above = attributes.get("vMerge") == "cont";
    }
    static std::size_t columns(const XmlAttributes& attributes, int least) {
        constexpr int most = 1'000;
        return static_cast<std::size_t>(std::clamp(whole_value(attributes).value_or(least), least, most));
    }

    std::string part_;
    const Styles& styles_;
    StoryBuilder builder_;
    RevisionCount revisions_;
    std::vector<Open> open_;
    std::uint32_t element_{};  ///< how many have begun
    std::uint32_t text_element_{};
    std::size_t passed_over_{};  ///< the depth of what is
    In in_{};
    ParagraphProperties properties_;
    std::string text_;
    bool in_text_{}, keeps_blanks_{};
    int prompts_{}, inserted_{};  ///< how many elements around are controls with prompts, are insertions
};

const std::map<std::pair<In, std::string_view>, BodyHandler::Start>& BodyHandler::starts() {
    using Self = BodyHandler;
    static const std::map<std::pair<In, std::string_view>, Start> all{
        {{In::content, "p"}, &Self::start_paragraph},
        {{In::content, "pPr"}, &Self::start_paragraph_properties},
        {{In::content, "r"}, &Self::start_run},
        {{In::content, "rPr"}, &Self::start_run_properties},
        {{In::content, "t"}, &Self::start_text},
        {{In::content, "tab"}, &Self::take_tab},
        {{In::content, "ptab"}, &Self::take_tab},
        {{In::content, "br"}, &Self::take_break},
        {{In::content, "cr"}, &Self::take_break},
        {{In::content, "noBreakHyphen"}, &Self::take_hyphen},
        {{In::content, "sym"}, &Self::take_symbol},
        {{In::content, "fldChar"}, &Self::take_field},
        {{In::content, "object"}, &Self::take_picture},
        {{In::content, "altChunk"}, &Self::take_picture},
        {{In::content, "txbxContent"}, &Self::start_box},
        {{In::content, "sdt"}, &Self::start_control},
        {{In::content, "sdtPr"}, &Self::start_control_properties},
        {{In::content, "ins"}, &Self::start_inserted},
        {{In::content, "moveTo"}, &Self::start_inserted},
        {{In::content, "del"}, &Self::pass_over_deleted},
        {{In::content, "moveFrom"}, &Self::pass_over_deleted},
        {{In::content, "tbl"}, &Self::start_table},
        {{In::content, "tr"}, &Self::start_row},
        {{In::content, "trPr"}, &Self::start_row_properties},
        {{In::content, "tc"}, &Self::start_cell},
        {{In::content, "tcPr"}, &Self::start_cell_properties},
        {{In::paragraph, "pStyle"}, &Self::take_style},
        {{In::paragraph, "outlineLvl"}, &Self::take_outline},
        {{In::paragraph, "numId"}, &Self::take_list},
        {{In::paragraph, "ilvl"}, &Self::take_level},
        {{In::paragraph, "rPr"}, &Self::start_mark},
        {{In::mark, "ins"}, &Self::take_mark},
        {{In::mark, "moveTo"}, &Self::take_mark},
        {{In::mark, "del"}, &Self::take_deleted_mark},
        {{In::mark, "moveFrom"}, &Self::take_deleted_mark},
        {{In::run, "rStyle"}, &Self::take_run_style},
        {{In::run, "b"}, &Self::take_bold},
        {{In::run, "vanish"}, &Self::take_hidden},
        {{In::control, "showingPlcHdr"}, &Self::take_prompt},
        {{In::row, "tblHeader"}, &Self::take_head},
        {{In::row, "gridBefore"}, &Self::take_before},
        {{In::row, "gridAfter"}, &Self::take_after},
        {{In::row, "ins"}, &Self::take_inserted},
        {{In::row, "del"}, &Self::take_deleted_row},
        {{In::cell, "gridSpan"}, &Self::take_span},
        {{In::cell, "vMerge"}, &Self::take_merge_down},
        {{In::cell, "hMerge"}, &Self::take_merge_right},
        {{In::cell, "cellIns"}, &Self::take_inserted},
        {{In::cell, "cellDel"}, &Self::take_deleted_cell},
        {{In::cell, "cellMerge"}, &Self::take_merge_change},
    };
    return all;
}

}  // namespace

Body read_body(const ooxml::Package& package, const Styles& styles, Budget& budget, bool keeps_sources) {
    BodyHandler handler(package.main_part(), styles, budget, keeps_sources);
    ooxml::parse_part(package.archive(), package.main_part(), handler);
    return handler.take();
}

}  // namespace nianbao::docx_reading
