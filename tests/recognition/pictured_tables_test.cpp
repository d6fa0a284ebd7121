#include <doctest/doctest.h>

#include <string>

#include "readers/html_reader.h"
#include "readers/page_dump.h"
#include "recognition/page_recognition.h"
#include "the_statute.h"

using namespace nianbao;

TEST_CASE("a picture in place of a table is named, another one is not") {
    const std::string page =
        "<html><body><p><img src=logo.png></p><h1>示例区档案馆2024年政府信息公开工作年度报告</h1>\n"
        "<p>一、总体情况</p><p>全年公开信息12条。<img src=chart.png></p>\n"
        "<p>二、主动公开政府信息情况</p><p><img src=table.png></p>\n"
        "<p>三、收到和处理政府信息公开申请情况</p><p><object data=sheet.xls></object></p>\n"
        "<p>四、政府信息公开行政复议、行政诉讼情况</p><p>见附件。</p>\n"
        "<p>五、存在的主要问题及改进情况</p><p>公开还不够及时，下一步按月检查。</p>\n"
        "<p>六、其他需要报告的事项</p><p>无。</p><p><img src=code.png></p></body></html>";
    const Reading reading = recognise_page(read_html(page), the_statute());
    std::string told;
    for (const Diagnostic& note : reading.notes) {
        if (note.code == "t.missing")
            told += note.variant + " " + std::to_string(note.at.index) + " " + dump(note.place) + "\n";
    }
    CHECK(told == "picture 0 3:23\npicture 1 4:28\n");
}
