#include "recognition/title_parts.h"

#include <doctest/doctest.h>

#include "the_statute.h"

using namespace nianbao;

TEST_CASE("agency and year come from titles of the usual shapes") {
    struct Case {
        const char *title, *agency;
        int year;
    };
    for (const Case& each : {Case{"示例区水务局2024年政府信息公开工作年度报告", "示例区水务局", 2024},
                             Case{"示例区水务局\n２０２４年政府信息公开工作年度报告", "示例区水务局", 2024},
                             Case{"2024年示例区水务局政府信息公开工作年度报告", "示例区水务局", 2024},
                             Case{"示例区水务局2024年度工作总结", "", 2024}, Case{"1998年的2024年", "", 2024},
                             Case{"工作年度报告", "", 0}}) {
        CAPTURE(each.title);
        const TitleParts parts = read_title(each.title, form_2021());
        CHECK(parts.agency == each.agency);
        CHECK(parts.year == each.year);
    }
}
