#include "unicode/nearest_word.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("a mistyped word finds the one that was meant, a strange one finds none") {
    const std::vector<std::string> known{"received", "carried_in", "carried_out", "outcomes", "fees"};
    CHECK(nearest_word("recieved", known) == "received");
    CHECK(nearest_word("carriedout", known) == "carried_out");
    CHECK(nearest_word("fee", known) == "fees");
    CHECK(nearest_word("outcome", known) == "outcomes");
    CHECK(nearest_word("收到", known).empty());
    CHECK(nearest_word("completely_else", known).empty());
    CHECK(nearest_word(std::string(100000, 'x'), known).empty());
}

TEST_CASE("letters changed, left out, added and swapped count one each") {
    CHECK(edit_distance("abc", "abc") == 0);
    CHECK(edit_distance("abc", "acb") == 1);
    CHECK(edit_distance("abc", "ab") == 1);
    CHECK(edit_distance("", "abc") == 3);
}
