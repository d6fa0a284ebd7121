#include "narrative/copied_text.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("copied text: passages of ten characters and more, whatever their figures") {
    const std::string before = "全年主动公开政府信息386条，其中通过门户网站公开241条。";
    CHECK(copied_text(before, before).percent() == 100);
    CHECK(copied_text("全年主动公开政府信息412条，其中通过门户网站公开9条。", before).percent() == 100);
    CHECK(copied_text("本年组织业务培训，邀请主管部门授课。", before).percent() == 0);
    CHECK(copied_text("", before).percent() == 0);
    CHECK(copied_text(before, "").percent() == 0);
}

TEST_CASE("copied text: the longest passages first, each within its paragraph") {
    const CopiedText found =
        copied_text("新写的一句话放在这里。全年主动公开政府信息，按季度通报。\n修订信息发布审核流程，三级审核。",
                    "全年主动公开政府信息，按季度通报。另有一句。\n修订信息发布审核流程，三级审核。");
    REQUIRE(found.passages.size() == 2);
    CHECK(found.passages[0] == "全年主动公开政府信息，按季度通报");
    CHECK(found.passages[1] == "修订信息发布审核流程，三级审核");
    CHECK(found.percent() > 50);
    CHECK(found.percent() < 100);
}

TEST_CASE("copied text: a short paragraph is copied where the whole of it is") {
    CHECK(copied_text("无其他事项。", "无其他事项。").percent() == 100);
    CHECK(copied_text("无其他事项", "上年写：无其他事项。").percent() == 0);
    CHECK(copied_text("无其他事项。\n收费5元。", "收费12元。\n另有说明。").percent() == 44);
}
