#include "ooxml/xml_events.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

using namespace nianbao;
using namespace nianbao::ooxml;

namespace {

/// Writes what it is told: `<name id=… @begin-end`, `>name @begin-end`, text.
class Recorder : public XmlHandler {
public:
    void start(const XmlTag& tag, const XmlAttributes& attributes) override {
        events.push_back("<" + std::string(tag.name.prefix) + "|" + std::string(tag.name.local) + " " +
                         std::string(attributes.get("id", "none")) + place(tag));
    }
    void end(const XmlTag& tag) override { events.push_back(">" + std::string(tag.name.local) + place(tag)); }
    void text(std::string_view piece) override { joined += piece; }

    std::vector<std::string> events;
    std::string joined;

private:
    static std::string place(const XmlTag& tag) {
        return " @" + std::to_string(tag.begin) + "-" + std::to_string(tag.end) + " " + std::to_string(tag.depth);
    }
};

PackageError error_of(const std::string& text, const XmlLimits& limits = {}) {
    Recorder recorder;
    try {
        parse_xml(text, "x", recorder, limits);
    } catch (const PackageError& error) {
        return error;
    }
    FAIL("nothing was refused");
    return {Fault::damaged, {}};
}

class Thrower : public XmlHandler {
public:
    void text(std::string_view) override { throw std::runtime_error("enough"); }
};

}  // namespace

TEST_SUITE("ooxml: XML events") {
    TEST_CASE("tags come with local names, prefixes and the bytes they take") {
        Recorder recorder;
        parse_xml(R"(<r:a xmlns:r="u" r:id="1"><b id="2"/>文</r:a>)", "x", recorder);
        CHECK(recorder.events ==
              std::vector<std::string>{"<r|a 1 @0-26 1", "<|b 2 @26-37 2", ">b @37-37 2", ">a @40-46 1"});
        CHECK(recorder.joined == "文");
    }

    TEST_CASE("UTF-16 and byte order marks are understood, places are of the bytes as they are") {
        Recorder marked, wide;
        parse_xml("\xEF\xBB\xBF<a/>", "x", marked);
        CHECK(marked.events.front() == "<|a none @3-7 1");
        parse_xml(std::string("\xFF\xFE<\0a\0/\0>\0", 10), "x", wide);
        CHECK(wide.events == std::vector<std::string>{"<|a none @2-10 1", ">a @10-10 1"});
    }

    TEST_CASE("a text in small pieces is the same text") {
        const std::string text = "<a><b>一&amp;二&#x4E09;</b>\r\n<c/></a>";
        Recorder whole, pieces;
        parse_xml(text, "x", whole);
        XmlParser parser(pieces, "x");
        for (const char c : text) parser.feed({&c, 1});
        parser.finish();
        CHECK(whole.events == pieces.events);
        CHECK(whole.joined == "一&二三\n");
        CHECK(whole.joined == pieces.joined);
    }

    TEST_CASE("booleans are those of the schemas") {
        struct Handler : XmlHandler {
            void start(const XmlTag&, const XmlAttributes& attributes) override {
                for (const char* name : {"a", "b", "c", "d"}) values += attributes.is_on(name, true) ? '1' : '0';
            }
            std::string values;
        } handler;
        parse_xml(R"(<x a="1" b="true" c="0"/>)", "x", handler);
        CHECK(handler.values == "1101");
    }

    TEST_CASE("what is no XML, or too much of it, is refused with its reason") {
        CHECK(error_of("").fault == Fault::broken_xml);
        CHECK(error_of("<a>").fault == Fault::broken_xml);
        CHECK(error_of("<a></a>junk").fault == Fault::broken_xml);
        CHECK(error_of("<a>&nbsp;</a>").fault == Fault::broken_xml);
        CHECK(error_of("<a>\xFF</a>").fault == Fault::broken_xml);
        CHECK(error_of("<a>&#1;</a>").fault == Fault::broken_xml);
        CHECK(error_of("<a>\n\n<b></a>").line == 3);
        CHECK(error_of("<!DOCTYPE a><a/>").fault == Fault::document_type);
        CHECK(error_of("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>").fault == Fault::document_type);
        CHECK(error_of("<a><b><c/></b></a>", {2, 1U << 20U}).fault == Fault::too_deep);
        CHECK(error_of("<a b='" + std::string(5U << 20U, 'x') + "'/>").fault == Fault::too_much_markup);
        CHECK(error_of("<a/>", {256, 10}).fault == Fault::too_much_markup);
    }

    TEST_CASE("a handler's exception comes out of the parser") {
        Thrower thrower;
        CHECK_THROWS_WITH_AS(parse_xml("<a>text</a>", "x", thrower), "enough", std::runtime_error);
    }

    TEST_CASE("a parser inside the handler of another one has memory of its own") {
        struct Outer : XmlHandler {
            void start(const XmlTag&, const XmlAttributes&) override { parse_xml("<inner/>", "y", inner); }
            Recorder inner;
        } outer;
        parse_xml("<a><b/><c/></a>", "x", outer);
        CHECK(outer.inner.events.size() == 6);
    }
}
