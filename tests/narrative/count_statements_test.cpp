// What a paragraph says of the cells: every mention, and nothing of what is no claim.
#include "narrative/count_statements.h"

#include <doctest/doctest.h>

#include "the_statute.h"

using namespace nianbao;

namespace {

/// `received=51; closed~50` for each statement: `+` a sum, `|` any, `&` each, `?` alternatives, `~` about, `!` denied,
/// `<` a part of it.
std::string read(const std::string& text, const std::vector<std::string>& names = {}) {
    const Claims& claims = form_2021().claims;
    const ClaimTokens tokens = claim_tokens(read_dense(text), *claims.words, dense_words(names));
    const ClaimScope scope{2024, false};
    std::string told;
    for (const CountStatement& statement : read_counts(tokens, claims.claims, scope, -1).statements) {
        if (!told.empty()) told += "; ";
        std::string subjects;
        for (const Candidates& subject : statement.subjects) {
            if (!subjects.empty()) {
                subjects += statement.how == CountStatement::How::sum    ? "+"
                            : statement.how == CountStatement::How::each ? "&"
                                                                         : "|";
            }
            for (std::size_t i = 0; i < subject.size(); ++i)
                subjects += (i == 0 ? "" : "?") + claims.claims[subject[i]].id;
        }
        told += subjects;
        if (statement.denial) {
            told += "!";
            continue;
        }
        told += statement.partial ? "<" : statement.about == CountStatement::About::exact ? "=" : "~";
        told += to_string(statement.value);
    }
    return told;
}

struct Case {
    std::string text, statements;
};

}  // namespace

TEST_CASE("requests, in the ways officials write them") {
    for (const Case& each : std::vector<Case>{
             {"全年共收到政府信息公开申请51件。", "received=51"},
             {"2024年，我局新收依申请公开申请五十一件，上年结转5件。", "received=51; carried=5"},
             {"共收到51件政府信息公开申请。", "received=51"},
             {"政府信息公开申请数量为５１件", "received=51"},
             {"收到政府信息公开申请（含网上、信函）51件", "received=51"},
             {"本年度收到申请，共计51件。", "received=51"},
             {"收到申请51件，办结47件，其中予以公开20件，部分公开5件。",
              "received=51; closed=47; granted=20; partly=5"},
             {"办结政府信息公开申请52件，4件结转下年度继续办理。", "closed=52; next=4"},
             {"2023年结转5件，结转至2025年办理4件。", "carried=5; next=4"},
             {"收到申请近60件，办结50余件。", "received~60; closed~50"},
             {"予以公开、部分公开合计25件", "granted+partly=25"},
             {"不予处理、无法提供、其他处理分别为5件、8件和2件", "not_handled=5; unavailable=8; handled_otherwise=2"},
             {"收到自然人申请41件、法人或其他组织申请10件", "natural=41; organisations=10"},
             {"收到的51件申请中，41件来自自然人，6件来自商业企业。", "received=51; natural=41; businesses=6"},
         }) {
        CAPTURE(each.text);
        CHECK(read(each.text) == each.statements);
    }
}

TEST_CASE("reviews, lawsuits, documents and decisions") {
    for (const Case& each : std::vector<Case>{
             {"因政府信息公开被申请行政复议5件、被提起行政诉讼2件。", "review=5; litigation=2"},
             {"行政复议、行政诉讼各1件", "review&litigation=1"},
             {"政府信息公开行政复议和行政诉讼共7件", "review+litigation=7"},
             {"政府信息公开行政复议5件，其中结果维持2件、结果纠正1件、尚未审结1件。",
              "review=5; review_upheld=2; review_corrected=1; review_pending=1"},
             {"制发行政规范性文件3件，废止2件，现行有效17件。",
              "normative_issued=3; normative_repealed=2; normative_in_force=17"},
             {"全年作出行政许可决定126件、行政处罚决定8件、行政强制决定1件。",
              "licensing=126; penalties=8; coercion=1"},
             {"公开规范性文件12条，公示行政处罚信息35条，主动公开行政处罚0宗。", ""},
         }) {
        CAPTURE(each.text);
        CHECK(read(each.text) == each.statements);
    }
}

TEST_CASE("denials") {
    for (const Case& each : std::vector<Case>{
             {"全年未收到政府信息公开申请。", "received!"},
             {"没有收到任何依申请公开事项，无行政复议、行政诉讼。", "received!; review&litigation!"},
             {"行政复议、行政诉讼均未发生。", "review&litigation!"},
             {"未发生因政府信息公开引发的行政复议、行政诉讼案件。", "review&litigation!"},
             {"未制发行政规范性文件。", "normative_issued!"},
             {"对未收到申请的单位加强指导，做到有无申请均登记。", ""},
             {"未收到群众来信来访。", ""},
         }) {
        CAPTURE(each.text);
        CHECK(read(each.text) == each.statements);
    }
}

TEST_CASE("what is no claim says nothing") {
    for (const std::string text :
         {"受理人大代表建议5件、政协提案3件，办结8件。", "较上年增加42件，同比下降78.43%。",
          "上年收到申请42件，办结40件。", "2023年收到政府信息公开申请42件。", "第一季度收到政府信息公开申请12件。",
          "区商务局收到政府信息公开申请99件。", "全区各部门共收到政府信息公开申请999件。",
          "在20个工作日内答复申请人，设查阅点1处、接待43人次。", "接听12345热线申请类来电5件。",
          "每件申请均在7个工作日内登记。", "发布信息386条，召开培训会2次。",
          "根据《政府信息公开申请51件办理办法》（示政办〔2021〕30号）办理。"}) {
        CAPTURE(text);
        CHECK(read(text) == "");
    }
}

TEST_CASE("the unit's own name introduces, another's silences") {
    CHECK(read("示例区工业和信息化局共收到政府信息公开申请51件。", {"示例区工业和信息化局"}) == "received=51");
    CHECK(read("示例区工业和信息化局共收到政府信息公开申请51件。") == "");
}
