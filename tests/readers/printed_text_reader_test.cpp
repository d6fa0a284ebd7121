#include "readers/printed_text_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "readers/page_dump.h"

using namespace nianbao;

namespace {

std::string lines_of(const Page& page) {
    std::string lines;
    for (const DocumentBlock& block : page.document.blocks) {
        const auto& paragraph = std::get<Paragraph>(block);
        const auto& place = std::get<PagePlace>(paragraph.place);
        lines += std::to_string(place.page) + "/" + std::to_string(place.line) + " " + dump(paragraph) + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("printed text: lines know their page") {
    CHECK(lines_of(read_printed_text("标题\n\n正文\n\f 续\n")) == "1/1 标题\n1/3 正文\n2/1  续\n");
    CHECK(lines_of(read_printed_text("")).empty());
}

TEST_CASE("printed text: heads, feet and page numbers are left out, rows of figures are not") {
    CHECK(lines_of(read_printed_text(
              "示例区档案馆\n标题\n第1页\n\f示例区档案馆\n甲\n第 2 页\n\f示例区档案馆\n乙\n第3页\n")) ==
          "1/1 示例区档案馆\n1/2 标题\n2/2 甲\n3/2 乙\n");
    CHECK(lines_of(read_printed_text("标题\n3.其他 0 0 0 0 0 0 1\n\f甲\n3.其他 0 0 0 0 0 0 2\n")) ==
          "1/1 标题\n1/2 3.其他 0 0 0 0 0 0 1\n2/1 甲\n2/2 3.其他 0 0 0 0 0 0 2\n");
    CHECK(lines_of(read_printed_text("只有一页\n第1页\n")) == "1/1 只有一页\n1/2 第1页\n");
    CHECK(lines_of(read_printed_text("标题\n\f标题\n甲\n")) == "1/1 标题\n2/2 甲\n");
}
