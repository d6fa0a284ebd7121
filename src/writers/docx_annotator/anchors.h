/// Puts the anchors of comments into the main part of a document: nothing in it is changed but by what stands between.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/word_sources.h"
#include "writers/docx_annotator/document_scan.h"
#include "writers/docx_annotator/phrase_match.h"

namespace nianbao::word_annotation {

class Anchors {
public:
    /// Both have to outlive it.
    Anchors(std::string_view part, const DocumentScan& scan) : part_(part), scan_(scan) {}

    /// At the element's paragraph, or the one that holds the text box it is in; says whether there is one.
    bool mark_paragraph(std::uint32_t element, const std::string& id);
    /// At a stretch of a source's text; one that is all of the text stands at the paragraph.
    bool mark_text(const WordSources::Source& source, Stretch stretch, const std::string& id);

    [[nodiscard]] std::string apply() const;

private:
    /// What is put in at a place of the part: the ends of ranges come first.
    struct Cut {
        std::uint32_t paragraph{};    ///< around, for the names of ours
        std::uint32_t run{}, text{};  ///< what is cut; 0: nothing
        std::vector<std::string> ends, points, begins;
    };
    struct PlacedPiece {
        std::uint32_t element{}, unit{};
        Stretch bytes;  ///< of the source's text
    };

    [[nodiscard]] std::vector<PlacedPiece> pieces_of(const WordSources::Source& source) const;
    Cut& cut_at(std::size_t place, std::uint32_t near) {
        Cut& cut = cuts_[place];
        if (cut.paragraph == 0) cut.paragraph = scan_.paragraph_of(near);
        return cut;
    }
    [[nodiscard]] std::size_t begin_of(std::uint32_t paragraph) const;
    void mark_paragraphs(std::uint32_t first, std::uint32_t last, const std::string& id);
    [[nodiscard]] Cut& begin_at(const std::vector<PlacedPiece>& pieces, std::size_t first, std::size_t byte);
    [[nodiscard]] Cut& end_at(const std::vector<PlacedPiece>& pieces, std::size_t last, std::size_t byte);
    /// Null where the piece is none that can be cut there.
    [[nodiscard]] Cut* cut_text(const PlacedPiece& piece, std::size_t byte);
    [[nodiscard]] Cut& cut_run(std::size_t place, std::uint32_t run);
    [[nodiscard]] bool is_cuttable(const PlacedPiece& piece) const;
    [[nodiscard]] std::string anchors_of(const Cut& cut, bool opened) const;

    std::string_view part_;
    const DocumentScan& scan_;
    std::map<std::size_t, Cut> cuts_;
    std::map<std::uint32_t, Cut> opened_;  ///< paragraphs that are empty tags
};

}  // namespace nianbao::word_annotation
