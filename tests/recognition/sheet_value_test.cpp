#include "recognition/sheet_value.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("a number is read from its honest writings and no others") {
    struct Case {
        const char* written;
        Unit unit;
        const char *read, *note;
    };
    for (const Case& each :
         {Case{"12", Unit::count, "12", ""}, Case{"１２件", Unit::count, "12", ""},
          Case{"12万元", Unit::money, "12", ""}, Case{"12万元", Unit::count, nullptr, ""},
          Case{"12件", Unit::money, nullptr, ""}, Case{"3200元", Unit::money, nullptr, ""},
          Case{"1,234,567.5", Unit::money, "1234567.5", ""}, Case{",123", Unit::count, nullptr, ""},
          Case{"1234,567", Unit::count, nullptr, ""}, Case{"16（其中修订6件）", Unit::count, "16", "其中修订6件"},
          Case{"16件(含2件)", Unit::count, "16", "含2件"}, Case{"16（a）（b）", Unit::count, nullptr, ""},
          Case{"（16）", Unit::count, nullptr, ""}, Case{"16、17", Unit::count, nullptr, ""},
          Case{"1e3", Unit::count, nullptr, ""}, Case{"", Unit::count, nullptr, ""},
          Case{"件", Unit::count, nullptr, ""}, Case{"16（）", Unit::count, nullptr, ""}}) {
        CAPTURE(each.written);
        const auto number = read_written_number(each.written, each.unit);
        REQUIRE(number.has_value() == (each.read != nullptr));
        if (!number) continue;
        CHECK(to_string(number->number) == each.read);
        CHECK(number->note == each.note);
    }
}
