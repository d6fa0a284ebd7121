/// What sentences of a report say about its cells: the words of counting, as data (`schemas/claims.json`).
///
/// A *topic* is what is counted (政府信息公开申请, 行政复议), a *head* the word that says what became of it (收到,
/// 办结, 予以公开). Both together make a *claim*, and a claim has *readings*: sums of cells that a true number may
/// equal. The words are shared by all forms; the readings belong to one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/lexicon.h"
#include "model/none_words.h"
#include "model/text.h"

namespace nianbao {

/// What a word may be to a sentence that counts; one word may be several. Each has its key in `schemas/claims.json`.
enum class WordRole : std::uint8_t {
    unit,           ///< 件: behind a number of what the tables count
    other_unit,     ///< 人次, 个工作日: behind a number of something else
    money,          ///< 元
    ten_thousand,   ///< 万元
    filler,         ///< may stand between a head and its number, and before a head
    introduction,   ///< may stand before a head only: 全年, 依法
    number_of,      ///< 数量: a number may follow without a unit
    join,           ///< 和
    together,       ///< 合计: the number is the sum of what was listed
    each,           ///< 各: the number is that of each
    respectively,   ///< 分别: so many numbers follow as were listed
    among,          ///< 其中
    and_so_on,      ///< 等: a list that is not complete
    about_before,   ///< 约
    below_before,   ///< 近
    above_before,   ///< 超过
    above_behind,   ///< 余
    about_behind,   ///< 左右
    comparison,     ///< 较: what follows in its clause is no figure of the year
    change,         ///< 增加: nor is the number behind it
    decrease,       ///< 减少: of these, the ones that take away
    own_time,       ///< 本年度
    same_time,      ///< 当年: the year last named
    last_time,      ///< 上年
    next_time,      ///< 下年度
    part_of_time,   ///< 上半年
    until,          ///< 截至: before a date that closes the period
    wider,          ///< 全市: more than one organ, unless the report is the area's
    narrower,       ///< 本级, 逾期: something other than what the table counts
    part_of,        ///< 网上: a part of it
    other_subject,  ///< 代表建议: counted, but in no table
    negation,       ///< 未, 没有: may claim that there was none
    elsewhere,      ///< its sentence counts what stands in no table: 作为复议机关
    publishing,     ///< 公示: what was published, not what was done
    self,           ///< 我局
    organ,          ///< 局: behind an unknown word the name of another organ
    condition,      ///< 的: behind a head or a unit it makes an attribute of the statement
    share,          ///< 占
    doing,          ///< a verb of doing or counting, for years
    not_of_year,    ///< behind a year, it names something else: 度部门决算
    count_
};

/// A word of the lexicon.
struct ClaimWord {
    std::uint64_t roles{};
    int topic{-1};                      ///< the topic it names
    std::vector<std::uint16_t> claims;  ///< the claims it is a head of

    [[nodiscard]] bool is(WordRole role) const { return ((roles >> static_cast<unsigned>(role)) & 1U) != 0; }
};

struct ClaimWords {
    Lexicon lexicon;
    std::vector<ClaimWord> words;     ///< by entry of the lexicon
    std::vector<std::string> topics;  ///< their ids
    NoneWords none;
};

/// A sum of cells that a number may equal; `sign` of each term is 1 or -1.
struct ClaimReading {
    Text name;
    struct Term {
        int sign{1};
        std::uint16_t cell{};
    };
    std::vector<Term> terms;
    std::vector<std::uint16_t> less_stated;  ///< claims whose number, where the text states one, is taken off
    std::vector<std::uint16_t> under;        ///< only as a part of what one of these claims states; empty: always
    std::vector<Term> whole;                 ///< what that claim's number must be; empty: any
};

/// A claim as one form has it. Without readings nothing can be said against it.
struct Claim {
    std::string id;
    int rule{-1};  ///< index into the catalogue; -1: read, never told
    int topic{-1};
    bool bare{};           ///< the topic alone states it: 行政复议5件
    bool self_evident{};   ///< its head alone states it: 上年结转5件
    bool total{};          ///< a number that others are parts of
    bool deniable{true};   ///< 未收到 speaks of it
    bool published{true};  ///< false: nothing is said of it while the sentence speaks of publishing
    bool exemplified{};    ///< unknown words may stand before it where 等 follows them: 查封、扣押等行政强制
    bool asker{};          ///< it tells by whom: several together are everyone
    bool at_most{};        ///< its readings are what it may be at most
    enum class Time : std::uint8_t { own, last, next } time{Time::own};  ///< of a head that means two things: 结转
    std::string none_variant;                                            ///< of `none_rule`: how a finding reads
    int none_rule{-1};  ///< index into the catalogue of what a denial against the table breaks; -1: `rule`
    std::vector<ClaimReading> readings;
};

/// The claims of one form.
struct Claims {
    std::shared_ptr<const ClaimWords> words;  ///< null: the form was read without them
    std::vector<Claim> claims;                ///< by index, the same on every form
    std::vector<int> topic_of_field;  ///< by FieldId: what its paragraphs speak of from the first word; -1: nothing
    std::vector<bool> own_year_only;  ///< by section: it speaks of other years too, unless it names its own
    std::string area_scope;           ///< the scope of an agency that reports for its whole area
    int some_rule{-1};                ///< what a number breaks where the table has 0
};

}  // namespace nianbao
