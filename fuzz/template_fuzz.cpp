// Any bytes at all as the template of a report: composed, then written as text and Markdown. What is no template ends
// in a TemplateError with a place; everything else is a bug.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "composing/compose.h"
#include "forms/statute.h"
#include "require.h"
#include "unicode/utf8.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"

namespace nianbao {
namespace {

const Form& form() {
    static const Statute law = load_statute(embedded_folder("schemas/"));
    return *law.find_form("2021");
}

const Report& sample() {
    static const Report report = [] {
        Report made = empty_report(form());
        made.agency.name = "示例区测试局*_<b>{{title}}";
        made.year = 2024;
        for (std::size_t i = 0; i < made.narrative.size(); i += 2) made.narrative[i] = Paragraphs{"# 一", "**二。**三"};
        made.others.push_back({"（一）其他", {"四"}, "platforms"});
        for (std::size_t i = 0; i < made.cells.size(); i += 3) made.cells[i] = Amount{static_cast<std::int64_t>(i), 0};
        return made;
    }();
    return report;
}

void compose(const SourceFiles& files, bool draft) {
    const Document document = compose_document(sample(), form(), files, {.draft = draft});
    for (const std::string& text : {write_text(document, {60}), write_markdown(document)}) {
        require(!first_invalid_byte(text), "what is written is UTF-8");
    }
}

}  // namespace
}  // namespace nianbao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nianbao;
    static const SourceFiles ours = embedded_folder("templates/");
    SourceFiles files = ours;
    files["2021/report.md"].assign(reinterpret_cast<const char*>(data), size);
    try {
        compose(files, size % 2 == 0);
    } catch (const TemplateError& error) {
        require(!error.message.zh.empty() && !error.message.en.empty(), "an error says what is wrong");
        require(error.place.line > 0 && error.place.column > 0 && !error.place.file.empty(), "an error says where");
    }
    return 0;
}
