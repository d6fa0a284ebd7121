#include "narrative/text_difference.h"

#include <doctest/doctest.h>

#include "random_report.h"

using namespace nianbao;

namespace {

/// 甲〔-乙-〕〔+丙+〕丁
std::string shown(const std::vector<TextPiece>& pieces) {
    std::string text;
    for (const TextPiece& piece : pieces) {
        const std::string sign = piece.kind == TextPiece::Kind::removed ? "-" : "+";
        text += piece.kind == TextPiece::Kind::same ? piece.text : "〔" + sign + piece.text + sign + "〕";
    }
    return text;
}

std::string text_without(const std::vector<TextPiece>& pieces, TextPiece::Kind kind) {
    std::string text;
    for (const TextPiece& piece : pieces) {
        if (piece.kind != kind) text += piece.text;
    }
    return text;
}

void check_pieces(const std::vector<TextPiece>& pieces, const std::string& before, const std::string& after) {
    CHECK(text_without(pieces, TextPiece::Kind::added) == before);
    CHECK(text_without(pieces, TextPiece::Kind::removed) == after);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        CHECK(!pieces[i].text.empty());
        if (i == 0) continue;
        CHECK(pieces[i].kind != pieces[i - 1].kind);
        CHECK(!(pieces[i - 1].kind == TextPiece::Kind::added && pieces[i].kind == TextPiece::Kind::removed));
    }
}

}  // namespace

TEST_CASE("text difference: the words that changed, as an official would mark them") {
    struct Case {
        std::string before, after, shown;
    };
    const std::vector<Case> cases{
        {"收到申请16件。", "收到申请16件。", "收到申请16件。"},
        {"", "", ""},
        {"收到申请16件。", "", "〔-收到申请16件。-〕"},
        {"", "收到申请16件。", "〔+收到申请16件。+〕"},
        {"收到申请16件，办结12件。", "收到申请116件，办结120件。",
         "收到申请〔-16-〕〔+116+〕件，办结〔-12-〕〔+120+〕件。"},
        {"收费12.5万元。", "收费12.60万元。", "收费〔-12.5-〕〔+12.60+〕万元。"},
        {"２０２３年共５件", "２０２４年共５件", "〔-２０２３-〕〔+２０２４+〕年共５件"},
        {"详见https://a.example/x。", "详见https://b.example/x。", "详见https://〔-a-〕〔+b+〕.example/x。"},
        {"全年组织培训2次。", "全年共组织培训2次，邀请专家授课。", "全年〔+共+〕组织培训2次〔+，邀请专家授课+〕。"},
        {"发布信息1,286条。", "发布信息1,352条。", "发布信息〔-1,286-〕〔+1,352+〕条。"},
        {"共1，300条，2，3条", "共1，400条，2，4条", "共〔-1，300-〕〔+1，400+〕条，2，〔-3-〕〔+4+〕条"},
        // A figure is told by itself, and a sentence is put in whole.
        {"满意率98.5%。", "满意率99.1%。四是推进基层公开。", "满意率〔-98.5-〕〔+99.1+〕%。〔+四是推进基层公开。+〕"},
        {"及时率100%。五是培训。", "及时率100%。三是评议，满意率98%。五是培训。",
         "及时率100%。〔+三是评议，满意率98%。+〕五是培训。"},
        // 的 alone holds nothing together.
        {"加强对乡镇的指导", "推进重点的公开", "〔-加强对乡镇的指导-〕〔+推进重点的公开+〕"},
    };
    for (const Case& each : cases) {
        const auto pieces = text_difference(each.before, each.after);
        CHECK(shown(pieces) == each.shown);
        check_pieces(pieces, each.before, each.after);
    }
}

TEST_CASE("text difference: either text comes back from the pieces, however nasty or long") {
    RandomReport random(21);
    for (int round = 0; round < 300; ++round) {
        const std::string before = round % 7 == 0 ? random.long_paragraph() : random.nasty_paragraph();
        std::string after = round % 7 == 0 ? random.long_paragraph() : random.nasty_paragraph();
        if (round % 3 == 0) after = before + after;
        check_pieces(text_difference(before, after), before, after);
    }
    std::string sentences;
    for (int i = 0; i < 400; ++i) sentences += "第" + std::to_string(i) + "项工作已经完成。";
    std::string changed = sentences;
    changed.replace(changed.find("第200项"), std::string("第200项").size(), "第二百项");
    const auto pieces = text_difference(sentences, changed);
    check_pieces(pieces, sentences, changed);
    REQUIRE(pieces.size() == 4);
    CHECK(pieces[1].text == "200");
    CHECK(pieces[2].text == "二百");
}

TEST_CASE("paragraphs: every one once and in order, those with words in common beside each other") {
    const Paragraphs before{"一是强化培训，组织业务培训2次。", "二是优化平台，合并栏目3个。", "三是加强监督。"};
    const Paragraphs after{"我局高度重视。", "一是强化培训，组织业务培训5次。", "二是优化平台，合并栏目3个。"};
    const auto found = paragraph_differences(before, after);
    REQUIRE(found.size() == 4);
    CHECK(shown(found[0].pieces) == "〔+我局高度重视。+〕");
    CHECK(!found[0].first);
    CHECK(found[0].second == 0);
    CHECK(shown(found[1].pieces) == "一是强化培训，组织业务培训〔-2-〕〔+5+〕次。");
    CHECK(found[1].first == 0);
    CHECK(found[1].second == 1);
    CHECK(found[2].is_same());
    CHECK(shown(found[3].pieces) == "〔-三是加强监督。-〕");
    CHECK(!found[3].second);
}

TEST_CASE("paragraphs: nothing is lost of random texts") {
    RandomReport random(22);
    for (int round = 0; round < 200; ++round) {
        const Paragraphs before = random.nasty_text();
        Paragraphs after = random.nasty_text();
        if (!before.empty() && round % 2 == 0) after.push_back(before.front());
        std::size_t i = 0, j = 0;
        for (const ComparedParagraph& each : paragraph_differences(before, after)) {
            if (each.first) CHECK(*each.first == i++);
            if (each.second) CHECK(*each.second == j++);
            check_pieces(each.pieces, each.first ? before[*each.first] : "", each.second ? after[*each.second] : "");
        }
        CHECK(i == before.size());
        CHECK(j == after.size());
    }
}
