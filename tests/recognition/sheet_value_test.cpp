#include "recognition/sheet_value.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("a number is read from its honest writings and no others") {
    struct Case {
        const char* written;
        Unit unit;
        const char *read, *note;
    };
    for (const Case& each : {Case{"12", Unit::count, "12", ""},
                             Case{"１２件", Unit::count, "12", ""},
                             Case{"12万元", Unit::money, "12", ""},
                             Case{"12万元", Unit::count, nullptr, ""},
                             Case{"12件", Unit::money, nullptr, ""},
                             Case{"3200元", Unit::money, nullptr, ""},
                             Case{"1,234,567.5", Unit::money, "1234567.5", ""},
                             Case{",123", Unit::count, nullptr, ""},
                             Case{"1234,567", Unit::count, nullptr, ""},
                             Case{"16（其中修订6件）", Unit::count, "16", "其中修订6件"},
                             Case{"16件(含2件)", Unit::count, "16", "含2件"},
                             Case{"16（a）（b）", Unit::count, nullptr, ""},
                             Case{"（16）", Unit::count, nullptr, ""},
                             Case{"16、17", Unit::count, nullptr, ""},
                             Case{"1e3", Unit::count, nullptr, ""},
                             Case{"", Unit::count, nullptr, ""},
                             Case{"件", Unit::count, nullptr, ""},
                             Case{"16（）", Unit::count, nullptr, ""},
                             Case{"1 204", Unit::count, "1204", ""},
                             Case{"1\u00A0204 件", Unit::count, "1204", ""},
                             Case{"-12\u2009345\u202F678", Unit::change, "-12345678", ""},
                             Case{"1 204.5 万元", Unit::money, "1204.5", ""},
                             Case{"12　件", Unit::count, "12", ""},
                             Case{"12 件（含2件）", Unit::count, "12", "含2件"},
                             Case{"16\n（其中修订6件）", Unit::count, "16", "其中修订6件"},
                             Case{"12 13", Unit::count, nullptr, ""},
                             Case{"12\n13", Unit::count, nullptr, ""},
                             Case{"1\n204", Unit::count, nullptr, ""},
                             Case{"1\r\n204", Unit::count, nullptr, ""},
                             Case{"1\t204", Unit::count, nullptr, ""},
                             Case{"1　204", Unit::count, nullptr, ""},
                             Case{"1 2 3", Unit::count, nullptr, ""},
                             Case{"1 204,567", Unit::count, nullptr, ""},
                             Case{"1234 567", Unit::count, nullptr, ""},
                             Case{"1 204 5", Unit::count, nullptr, ""},
                             Case{"- 3", Unit::count, nullptr, ""},
                             Case{"1\u200B2", Unit::count, nullptr, ""},
                             Case{"1.5 000", Unit::money, nullptr, ""},
                             Case{"12（件）", Unit::count, "12", ""},
                             Case{"12（单位：件）", Unit::count, "12", ""},
                             Case{"12（件/次）", Unit::count, "12", ""},
                             Case{"3.25（万元）", Unit::money, "3.25", ""},
                             Case{"3.25（单位：万元）", Unit::money, "3.25", ""},
                             Case{"12（百件）", Unit::count, nullptr, ""},
                             Case{"12（ 百 件 ）", Unit::count, nullptr, ""},
                             Case{"12（单位：百件）", Unit::count, nullptr, ""},
                             Case{"12（以千件为单位）", Unit::count, nullptr, ""},
                             Case{"12（百件，含补报）", Unit::count, nullptr, ""},
                             Case{"12（含补报，单位：百件）", Unit::count, nullptr, ""},
                             Case{"12（万）", Unit::count, nullptr, ""},
                             Case{"12（人次）", Unit::count, nullptr, ""},
                             Case{"12（%）", Unit::count, nullptr, ""},
                             Case{"32500（元）", Unit::money, nullptr, ""},
                             Case{"32500（人民币元）", Unit::money, nullptr, ""},
                             Case{"3.25（亿元）", Unit::money, nullptr, ""},
                             Case{"3.25（件）", Unit::money, nullptr, ""},
                             Case{"3（万元）", Unit::count, nullptr, ""},
                             Case{"12（15）", Unit::count, nullptr, ""},
                             Case{"12（百余件为补报）", Unit::count, "12", "百余件为补报"},
                             Case{"3.25（含退费1元）", Unit::money, "3.25", "含退费1元"},
                             Case{"16（其中修订6件，废止2件）", Unit::count, "16", "其中修订6件，废止2件"}}) {
        CAPTURE(std::string(each.written));
        const auto number = read_written_number(each.written, each.unit);
        CHECK(number.has_value() == (each.read != nullptr));
        if (!number || !each.read) continue;
        CHECK(to_string(number->number) == each.read);
        CHECK(number->note == each.note);
    }
}
