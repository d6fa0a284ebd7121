// Any bytes at all as one part of a sound Word document, whose zip would hide them from the fuzzer: the first byte says
// which part, the body, the numbering or the styles. What begins as a zip is the whole file. What can be read is
// annotated at places that its bytes say.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/archive.h"
#include "readers/docx_reader.h"
#include "require.h"
#include "unicode/utf8.h"
#include "writers/docx_annotator.h"
#include "writers/write_error.h"

namespace nianbao {
namespace {

constexpr std::array parts{"word/document.xml", "word/numbering.xml", "word/styles.xml"};
const std::string space = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)";

const std::map<std::string, std::string>& sound_parts() {
    static const std::map<std::string, std::string> sound{
        {"[Content_Types].xml",
         R"(<Types><Override PartName="/word/document.xml" ContentType="wordprocessingml.document.main+xml"/></Types>)"},
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>)"},
        {"word/_rels/document.xml.rels",
         R"(<Relationships><Relationship Id="a" Type="x/numbering" Target="numbering.xml"/>)"
         R"(<Relationship Id="b" Type="x/styles" Target="styles.xml"/></Relationships>)"},
        {parts[0],
         "<w:document" + space +
             R"(<w:body><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p><w:p>)" +
             R"(<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:body></w:document>)"},
        {parts[1], "<w:numbering" + space +
                       R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>)" +
                       R"(<w:lvl w:ilvl="1"><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>)" +
                       R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>)"},
        {parts[2], "<w:styles" + space + R"(<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/>)" +
                       R"(<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>)"}};
    return sound;
}

std::string document_with(std::size_t which, const std::string& content) {
    ooxml::ArchiveEditor archive;
    for (const auto& [name, sound] : sound_parts()) {
        archive.put(name, name == parts[which] ? content : sound, ooxml::ArchiveEditor::Packing::stored);
    }
    return archive.finish();
}

struct Check {
    void operator()(const Paragraph& paragraph) {
        require(paragraph.place == Place{ParagraphPlace{paragraph_number(paragraph)}}, "a paragraph has its place");
        require(paragraph_number(paragraph) > last_, "paragraphs are counted");
        last_ = paragraph_number(paragraph);
        check_text(paragraph);
    }
    void operator()(const Heading& heading) {
        require(heading.level >= 1 && heading.level <= 9, "a heading has a level");
        (*this)(heading.text);
    }
    void operator()(const Grid& grid) {
        std::vector<bool> taken(static_cast<std::size_t>(grid.rows) * grid.columns);
        for (const GridCell& cell : grid.cells) {
            require(cell.rows > 0 && cell.columns > 0 && cell.row + cell.rows <= grid.rows &&
                        cell.column + cell.columns <= grid.columns,
                    "a cell is in its grid");
            for (int row = cell.row; row < cell.row + cell.rows; ++row) {
                for (int column = cell.column; column < cell.column + cell.columns; ++column) {
                    const auto at = static_cast<std::size_t>(row) * grid.columns + static_cast<std::size_t>(column);
                    require(!taken[at], "a place is one cell's");
                    taken[at] = true;
                }
            }
            for (const Paragraph& paragraph : cell.text) check_text(paragraph);
        }
    }
    void operator()(const Chart&) { require(false, "a file has no chart"); }

private:
    static std::uint32_t paragraph_number(const Paragraph& paragraph) {
        const auto* place = std::get_if<ParagraphPlace>(&paragraph.place);
        return place ? place->paragraph : 0;
    }
    static void check_text(const Paragraph& paragraph) {
        const std::string text = plain_text(paragraph);
        require(!first_invalid_byte(text), "what is read is UTF-8");
        require(!trimmed(text).empty() && text.find('\n') == std::string::npos,
                "a paragraph is a line with something in it");
    }

    std::uint32_t last_{};
};

struct PlainText {
    std::string all;
    void operator()(const Paragraph& paragraph) { all += plain_text(paragraph) + "\n"; }
    void operator()(const Heading& heading) { (*this)(heading.text); }
    void operator()(const Grid& grid) {
        for (const GridCell& cell : grid.cells) {
            for (const Paragraph& paragraph : cell.text) (*this)(paragraph);
        }
    }
    void operator()(const Chart&) {}
};

std::string text_of(const Page& page) {
    PlainText text;
    for (const DocumentBlock& block : page.document.blocks) std::visit(text, block);
    return text.all;
}

/// Places and phrases taken from bytes.
std::vector<WordMark> marks_of(const std::string& input, const std::string& text) {
    std::vector<WordMark> marks;
    constexpr std::size_t most = 12, bytes_each = 4;
    for (std::size_t at = input.size() % 7; at + bytes_each <= input.size() && marks.size() < most;
         at += input.size() / most + 1) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[at + i]); };
        Place place = ParagraphPlace{byte(0) % 8U};
        if (byte(0) % 3 == 1) {
            place = GridPlace{static_cast<std::uint16_t>(byte(0) % 4), static_cast<std::uint16_t>(byte(1) % 4),
                              static_cast<std::uint16_t>(byte(2) % 4)};
        } else if (byte(0) % 11 == 0) {
            place = {};
        }
        const std::size_t begin = text.empty() ? 0 : (byte(1) * 257U + byte(2)) % text.size();
        marks.push_back({place, text, begin, std::min(text.size(), begin + byte(3) % 16), "x"});
    }
    return marks;
}

std::string main_text(const std::string& bytes) {
    const ooxml::Archive archive(bytes);
    return archive.has(parts[0]) ? archive.read(parts[0]) : std::string();
}

/// A document annotated reads as before, and without its comments it is what it was.
void annotate(const std::string& input, const std::string& bytes, const Page& page) {
    try {
        const std::string text = text_of(page), bare = without_own_comments(bytes);
        const WordSources sources = word_sources(bare);
        const std::string marked = annotate_document(bare, sources, marks_of(input, text));
        require(text_of(read_docx(marked)) == text, "comments change no text");
        const bool plain = main_text(bare).starts_with('<') && bare.find("006E62") == std::string::npos &&
                           main_text(bare).find("encoding") == std::string::npos &&
                           main_text(bare).find('\0') == std::string::npos;
        if (plain) require(main_text(without_own_comments(marked)) == main_text(bare), "comments go without a trace");
    } catch (const WriteError&) {  // too large to be changed, no paragraph
    }
}

}  // namespace
}  // namespace nianbao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nianbao;
    if (size == 0) return 0;
    const std::string input(reinterpret_cast<const char*>(data), size);
    const bool whole = input.starts_with("PK");
    const std::string bytes = whole ? input : document_with(data[0] % parts.size(), input.substr(1));
    try {
        const Page page = read_docx(bytes);
        require(looks_like_docx(bytes), "what is read looks like a document");
        Check check;
        for (const DocumentBlock& block : page.document.blocks) std::visit(check, block);
        annotate(input, bytes, page);
    } catch (const InputError& error) {
        require(error.diagnostics.size() == 1, "what cannot be read says why, once");
    }
    return 0;
}
