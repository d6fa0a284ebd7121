#include "writers/docx_annotator/anchors.h"

#include <algorithm>

#include "unicode/utf8.h"
#include "writers/docx_annotator/own_signs.h"
#include "writers/docx_annotator/run_cut.h"
#include "writers/package_edits/part_edits.h"

namespace nianbao::word_annotation {

std::vector<Anchors::PlacedPiece> Anchors::pieces_of(const WordSources::Source& source) const {
    std::vector<PlacedPiece> placed;
    std::size_t at = 0;
    for (const WordSources::Piece& piece : source.pieces) {
        if (piece.element >= scan_.elements.size()) return {};
        placed.push_back({piece.element, scan_.unit_of(piece.element), {at, at + piece.bytes}});
        at += piece.bytes;
    }
    return placed;
}

bool Anchors::mark_paragraph(std::uint32_t element, const std::string& id) {
    if (element >= scan_.elements.size()) return false;
    const std::uint32_t paragraph = scan_.outer_paragraph_of(element);
    if (paragraph == 0) return false;
    mark_paragraphs(paragraph, paragraph, id);
    return true;
}

std::size_t Anchors::begin_of(std::uint32_t paragraph) const {
    const std::uint32_t properties = scan_.child(paragraph, Kind::paragraph_properties);
    return properties == 0 ? scan_.at(paragraph).inner : scan_.at(properties).end;
}

void Anchors::mark_paragraphs(std::uint32_t first, std::uint32_t last, const std::string& id) {
    if (scan_.is_empty_tag(first)) {
        opened_[first].paragraph = first;
        opened_[first].points.push_back(id);
        return;
    }
    const std::size_t begin = begin_of(first), end = scan_.at(last).inner_end;
    if (begin == end) {
        cut_at(begin, first).points.push_back(id);
    } else {
        cut_at(begin, first).begins.push_back(id);
        cut_at(end, last).ends.push_back(id);
    }
}

bool Anchors::mark_text(const WordSources::Source& source, Stretch stretch, const std::string& id) {
    const std::vector<PlacedPiece> pieces = pieces_of(source);
    const auto holds = [](std::size_t byte) {
        return [byte](const PlacedPiece& piece) { return byte >= piece.bytes.begin && byte < piece.bytes.end; };
    };
    const auto first = std::find_if(pieces.begin(), pieces.end(), holds(stretch.begin));
    const auto last = std::find_if(first, pieces.end(), holds(stretch.end - 1));
    if (stretch.begin >= stretch.end || last == pieces.end()) return mark_paragraph(source.element, id);
    const std::uint32_t opens = scan_.paragraph_of(first->element), closes = scan_.paragraph_of(last->element);
    if (opens == 0 || closes == 0) return false;
    if (scan_.outer_paragraph_of(opens) != opens) return mark_paragraph(opens, id);
    const std::string_view text = source.text;
    if (trimmed(text.substr(0, stretch.begin)).empty() && trimmed(text.substr(stretch.end)).empty()) {
        mark_paragraphs(opens, closes, id);
        return true;
    }
    begin_at(pieces, static_cast<std::size_t>(first - pieces.begin()), stretch.begin).begins.push_back(id);
    end_at(pieces, static_cast<std::size_t>(last - pieces.begin()), stretch.end).ends.push_back(id);
    return true;
}

bool Anchors::is_cuttable(const PlacedPiece& piece) const {
    return scan_.kind(piece.unit) == Kind::run && scan_.at(piece.element).parent == piece.unit &&
           can_be_cut(scan_, piece.unit);
}

Anchors::Cut& Anchors::cut_run(std::size_t place, std::uint32_t run) {
    Cut& cut = cut_at(place, run);
    cut.run = run;
    return cut;
}

Anchors::Cut* Anchors::cut_text(const PlacedPiece& piece, std::size_t byte) {
    if (!is_cuttable(piece) || scan_.kind(piece.element) != Kind::text) return nullptr;
    const auto place = place_of_cut(part_, scan_.at(piece.element), byte - piece.bytes.begin);
    if (!place) return nullptr;
    Cut& cut = cut_run(*place, piece.unit);
    cut.text = piece.element;
    return &cut;
}

Anchors::Cut& Anchors::begin_at(const std::vector<PlacedPiece>& pieces, std::size_t first, std::size_t byte) {
    const PlacedPiece& piece = pieces[first];
    if (byte > piece.bytes.begin) {
        if (Cut* cut = cut_text(piece, byte)) return *cut;
    }
    const bool begins_unit = first == 0 || pieces[first - 1].unit != piece.unit;
    if (!begins_unit && is_cuttable(piece)) return cut_run(scan_.at(piece.element).begin, piece.unit);
    return cut_at(scan_.at(piece.unit).begin, piece.unit);
}

Anchors::Cut& Anchors::end_at(const std::vector<PlacedPiece>& pieces, std::size_t last, std::size_t byte) {
    const PlacedPiece& piece = pieces[last];
    if (byte < piece.bytes.end) {
        if (Cut* cut = cut_text(piece, byte)) return *cut;
    }
    const bool ends_unit = last + 1 == pieces.size() || pieces[last + 1].unit != piece.unit;
    if (!ends_unit && is_cuttable(piece)) return cut_run(scan_.at(piece.element).end, piece.unit);
    return cut_at(scan_.at(piece.unit).end, piece.unit);
}

std::string Anchors::anchors_of(const Cut& cut, bool opened) const {
    const Words words = words_at(part_, scan_, cut.paragraph);
    const std::string &w = words.prefix, &declaration = words.declaration;
    const std::string session = opened ? " " + w + "rsidR=\"" + std::string(opened_tag) + "\"" : std::string();
    std::string anchors;
    const auto add = [&](const char* name, const std::string& id) {
        anchors += "<" + w + name + declaration + " " + w + "id=\"" + id + "\"/>";
    };
    const auto add_end = [&](const std::string& id) {
        add("commentRangeEnd", id);
        anchors += "<" + w + "r" + declaration + session + "><" + w + "commentReference " + w + "id=\"" + id +
                   "\"/></" + w + "r>";
    };
    for (const std::string& id : cut.ends) add_end(id);
    for (const std::string& id : cut.points) {
        add("commentRangeStart", id);
        add_end(id);
    }
    for (const std::string& id : cut.begins) add("commentRangeStart", id);
    return anchors;
}

std::string Anchors::apply() const {
    annotation::PartEdits edits;
    for (const auto& [place, cut] : cuts_) {
        CutTags tags;
        if (cut.run != 0) tags = tags_of_cut(part_, scan_, cut.run, cut.text, place);
        edits.insert(place, tags.before + anchors_of(cut, false) + tags.behind);
    }
    for (const auto& [paragraph, cut] : opened_) {
        const ScannedElement& element = scan_.at(paragraph);
        constexpr std::size_t slash_and_bracket = 2;
        const std::string_view tag = tag_of(part_, element);
        const std::string name(tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1));
        edits.replace(element.inner - slash_and_bracket, element.inner,
                      ">" + anchors_of(cut, true) + "</" + name + ">");
    }
    return edits.apply(part_);
}

}  // namespace nianbao::word_annotation
