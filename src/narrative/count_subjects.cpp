#include "narrative/count_subjects.h"

#include <algorithm>

namespace nianbao {

using Kind = ClaimToken::Kind;

/// One subject while it is read: 收到政府信息公开申请.
struct CountSubjectReader::Part {
    const ClaimWord* head{};
    int topic{-1};
    std::size_t first{}, last{};

    [[nodiscard]] bool empty() const { return !head && topic < 0; }
};

/// A walk from a number over the words beside it.
struct CountSubjectReader::Walk {
    std::vector<Part> parts;  ///< from the number outwards
    Part part;                ///< the one being read
    bool blocked{};           ///< a word that takes the claim away
    bool last_time{}, next_time{};
    bool together{}, each{}, respectively{}, names_number{}, at_list{};
    bool may_cross{}, crossed{};  ///< over a comma: 收到申请，共51件
    bool exemplified{};           ///< 查封、扣押等行政强制: unknown words before 等
    bool partial{};               ///< what is counted is qualified by unknown words
    int parent{-1};
    std::size_t first{};
};

bool CountSubjectReader::is_total_head(const ClaimWord& word) const {
    return std::any_of(word.claims.begin(), word.claims.end(), [&](std::uint16_t claim) { return claims_[claim].total; });
}

void CountSubjectReader::note_time(std::size_t at, Walk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    const ClaimWord& word = tokens_.word(token);
    const int year = token.kind == Kind::date ? token.year : 0;
    if (word.is(WordRole::last_time) || (year != 0 && year == scope_.year - 1)) walk.last_time = true;
    if (word.is(WordRole::next_time) || (year != 0 && year == scope_.year + 1)) walk.next_time = true;
    if (year != 0 && (year < scope_.year - 1 || year > scope_.year + 1)) walk.blocked = true;
}

/// A word on the way. A head that only stands before another (收到自然人申请) names the total it is part of.
void CountSubjectReader::take_word(std::size_t at, const ClaimWord& word, Walk& walk) const {
    Part& part = walk.part;
    const auto extend = [&] {
        if (part.empty()) part.last = at;
        part.first = walk.first = at;
    };
    if (part.head) {
        if (!word.claims.empty() && part.head != &word) {
            if (word.claims == part.head->claims) return;  // 律师事务所等法律服务机构
            const bool weak = is_total_head(*part.head) && part.head->is(WordRole::filler);
            if (weak && !word.is(WordRole::filler)) {  // 予以公开答复20件, 上年结转继续办理5件
                walk.parent = part.head->claims.front();
                part.head = &word;
                part.first = walk.first = at;
            } else if (is_total_head(word)) {
                walk.parent = word.claims.front();
            } else if (!word.is(WordRole::filler) && !word.is(WordRole::introduction)) {
                walk.blocked = true;
            }
        } else if (word.topic >= 0 && part.topic >= 0 && word.topic != part.topic) {
            walk.blocked = true;
        } else if (word.topic >= 0) {
            part.topic = word.topic;
        }
        return;
    }
    if (word.topic >= 0 && part.topic >= 0 && word.topic != part.topic) {
        walk.blocked = !word.is(WordRole::filler);
        return;
    }
    if (word.topic >= 0) {
        extend();
        part.topic = word.topic;
    }
    if (!word.claims.empty()) {
        const bool fits = part.topic < 0 || std::any_of(word.claims.begin(), word.claims.end(), [&](std::uint16_t each) {
                              return claims_[each].topic == part.topic;
                          });
        if (fits) {
            extend();
            part.head = &word;
        } else if (!word.is(WordRole::filler) && !word.is(WordRole::introduction)) {
            walk.blocked = true;
        }
    }
}

/// Whether the walk goes on over a token that may stand anywhere in a phrase.
bool CountSubjectReader::passes(std::size_t at, Walk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    const ClaimWord& word = tokens_.word(token);
    const bool subject = !walk.part.empty() || !walk.parts.empty();
    if (token.kind == Kind::date) {
        note_time(at, walk);
        return token.month == 0 || walk.blocked || (token.month == 12 && subject);
    }
    if (token.kind == Kind::self) return subject;
    if (token.kind != Kind::word) return false;
    note_time(at, walk);
    for (const WordRole role : {WordRole::comparison, WordRole::part_of_time, WordRole::narrower, WordRole::other_subject,
                                WordRole::publishing, WordRole::negation}) {
        if (word.is(role)) walk.blocked = true;
    }
    if (word.is(WordRole::part_of)) walk.partial = true;
    if (word.is(WordRole::organ) && !is_own_organ(at)) walk.blocked = true;
    if (word.is(WordRole::wider) && !scope_.area) walk.blocked = true;
    if (!subject && word.is(WordRole::change)) walk.blocked = true;
    if (!subject) {
        walk.together = walk.together || word.is(WordRole::together);
        walk.each = walk.each || word.is(WordRole::each);
        walk.respectively = walk.respectively || word.is(WordRole::respectively);
        walk.names_number = walk.names_number || word.is(WordRole::number_of);
    }
    if (word.topic >= 0 || !word.claims.empty()) {
        take_word(at, word, walk);
        return true;
    }
    constexpr WordRole anywhere[] = {WordRole::filler,       WordRole::together,  WordRole::each,      WordRole::respectively,
                                     WordRole::number_of,    WordRole::own_time,  WordRole::same_time,  WordRole::last_time, WordRole::next_time,
                                     WordRole::about_before, WordRole::condition, WordRole::among,     WordRole::below_before,
                                     WordRole::above_before, WordRole::self,      WordRole::until,     WordRole::wider,
                                     WordRole::part_of,      WordRole::organ};
    if (std::any_of(std::begin(anywhere), std::end(anywhere), [&](WordRole role) { return word.is(role); })) return true;
    return word.is(WordRole::introduction);
}

/// 户 in 农户: a unit behind no number.
bool CountSubjectReader::is_unit_alone(std::size_t at) const {
    const bool is_unit = tokens_.is(at, WordRole::unit) || tokens_.is(at, WordRole::other_unit);
    return is_unit && (at == 0 || (tokens_.tokens[at - 1].kind != Kind::number && !tokens_.is(at - 1, WordRole::above_behind)));
}

/// One token to the left; false where the walk ends.
bool CountSubjectReader::step(std::size_t at, Walk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    const bool subject = !walk.part.empty();
    if (walk.exemplified && (token.kind == Kind::list || tokens_.is(at, WordRole::join))) return true;
    const bool between_channels = at > 0 && tokens_.is(at - 1, WordRole::part_of) && tokens_.is(at + 1, WordRole::part_of);
    if (between_channels && (token.kind == Kind::list || tokens_.is(at, WordRole::join))) return true;
    if (token.kind == Kind::list || tokens_.is(at, WordRole::join)) {
        if (!subject) {
            walk.at_list = walk.parts.empty();
            return !walk.parts.empty() && tokens_.is(at, WordRole::filler);
        }
        walk.parts.push_back(walk.part);
        walk.part = {};
        return true;
    }
    if (walk.exemplified && (token.kind == Kind::unknown || token.kind == Kind::opaque || is_unit_alone(at))) return true;
    if (subject && tokens_.is(at, WordRole::and_so_on)) {
        walk.exemplified = true;
        return true;
    }
    if (passes(at, walk)) return !walk.blocked;
    if (walk.may_cross && token.kind == Kind::stop && !subject && walk.parts.empty() && !walk.crossed &&
        (token.mark == U'，' || token.mark == U'：')) {
        walk.crossed = true;
        return true;
    }
    const bool is_unit = tokens_.is(at, WordRole::unit) || tokens_.is(at, WordRole::other_unit);
    const bool ends = token.kind == Kind::stop || token.kind == Kind::open || token.kind == Kind::number ||
                      (is_unit && !is_unit_alone(at));
    const bool counted = token.kind != Kind::stop && token.kind != Kind::open;
    // A comma is crossed to a subject without a number of its own; a topic alone stands at the head of its clause.
    if (counted && (walk.crossed || (subject && !walk.part.head))) walk.blocked = true;
    if (!ends && is_qualified(at, walk)) return true;
    if (!ends) walk.blocked = true;
    return false;
}

/// 局 at the head of its clause, or behind the unit's own name, is the unit; whose organ an unknown word names is judged
/// where that stands.
bool CountSubjectReader::is_own_organ(std::size_t at) const {
    if (at == 0) return true;
    const ClaimToken& before = tokens_.tokens[at - 1];
    return before.kind == Kind::stop || before.kind == Kind::open || before.kind == Kind::date || before.kind == Kind::self ||
           before.kind == Kind::unknown || tokens_.is(at - 1, WordRole::self) || tokens_.is(at - 1, WordRole::own_time) ||
           tokens_.is(at - 1, WordRole::organ);
}

/// Unknown words before a subject leave it some of what the table counts, but for the name of another organ.
bool CountSubjectReader::is_qualified(std::size_t at, Walk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    if (token.kind != Kind::unknown || walk.part.topic < 0 || walk.crossed) return false;
    const bool of_organ = tokens_.is(at + 1, WordRole::organ) || tokens_.is(at + 1, WordRole::self);
    const bool own = at > 0 && (tokens_.tokens[at - 1].kind == Kind::self || tokens_.is(at - 1, WordRole::self));
    if (of_organ && !own) return false;
    walk.partial = true;
    return true;
}

bool CountSubjectReader::is_asker(const Candidates& candidates) const {
    return std::all_of(candidates.begin(), candidates.end(), [&](std::uint16_t each) { return claims_[each].asker; });
}

void CountSubjectReader::walk_left(std::size_t from, Walk& walk) const {
    constexpr std::size_t most_steps = 60;
    std::size_t steps = 0;
    for (std::size_t at = from; at > 0 && ++steps < most_steps;) {
        --at;
        const ClaimToken& token = tokens_.tokens[at];
        if (token.kind == Kind::close && token.index < at) {
            at = token.index;  // what stands in brackets is a remark
            continue;
        }
        if (!step(at, walk)) break;
    }
    if (!walk.part.empty()) walk.parts.push_back(walk.part);
}

/// What stands behind a number that was counted to its left: 51件 may end its clause, or go on in known words.
bool CountSubjectReader::may_follow(std::size_t behind, Walk& walk) const {
    if (behind >= tokens_.tokens.size()) return true;
    const ClaimToken& token = tokens_.tokens[behind];
    if (tokens_.is(behind, WordRole::condition)) return false;
    Part& nearest = walk.parts.front();
    if (nearest.topic >= 0) return !tokens_.is(behind, WordRole::other_subject);
    // The head alone stood before the number: what it counts may stand behind.
    std::size_t at = behind;
    for (; at < tokens_.tokens.size(); ++at) {
        const ClaimWord& word = tokens_.word(tokens_.tokens[at]);
        if (word.topic >= 0) {
            if (word.is(WordRole::other_subject)) return false;
            nearest.topic = word.topic;
            return true;
        }
        if (!word.is(WordRole::filler) && !word.is(WordRole::condition)) break;
    }
    if (token.kind == Kind::unknown || token.kind == Kind::opaque || tokens_.is(behind, WordRole::introduction))
        return qualifies_topic(behind, walk);
    return at >= tokens_.tokens.size() || !tokens_.is(at, WordRole::other_subject);
}

/// 收到1件关于人口普查的信息公开申请: some of what the topic counts.
bool CountSubjectReader::qualifies_topic(std::size_t behind, Walk& walk) const {
    constexpr std::size_t reach = 10;
    for (std::size_t at = behind; at < tokens_.tokens.size() && at < behind + reach; ++at) {
        const ClaimToken& token = tokens_.tokens[at];
        if (token.kind == Kind::stop || token.kind == Kind::number || token.kind == Kind::open) return false;
        const ClaimWord& word = tokens_.word(token);
        if (word.topic < 0) continue;
        if (at == behind || !tokens_.is(at - 1, WordRole::condition)) return false;
        walk.parts.front().topic = word.topic;
        walk.partial = true;
        return true;
    }
    return false;
}

Candidates CountSubjectReader::resolve_part(const Part& part, const Walk& walk, const ClaimContext& context) const {
    Candidates found;
    const int topic = part.topic >= 0 ? part.topic : context.topic;
    const auto add = [&](std::uint16_t claim) {
        if (std::find(found.begin(), found.end(), claim) == found.end()) found.push_back(claim);
    };
    if (part.head) {
        for (const std::uint16_t each : part.head->claims) {
            const Claim& claim = claims_[each];
            if (claim.topic == topic || (part.topic < 0 && claim.self_evident && context.topic != ClaimContext::foreign))
                add(each);
        }
    }
    if (found.empty() && part.topic >= 0) {
        if (!part.head || part.head->is(WordRole::filler)) {
            for (const std::uint16_t each : context.carried) {
                if (claims_[each].topic == part.topic) add(each);
            }
            for (std::uint16_t each = 0; each < claims_.size(); ++each) {
                if (claims_[each].topic == part.topic && claims_[each].bare) add(each);
            }
        }
    }
    const bool timed = std::any_of(found.begin(), found.end(),
                                   [&](std::uint16_t each) { return claims_[each].time != Claim::Time::own; });
    if (walk.last_time || walk.next_time) {
        if (!timed) return {};
        std::erase_if(found, [&](std::uint16_t each) {
            const Claim::Time time = claims_[each].time;
            return found.size() > 1 && time != Claim::Time::own && time != (walk.next_time ? Claim::Time::next : Claim::Time::last);
        });
    }
    return found;
}

std::optional<CountSubjects> CountSubjectReader::resolve(Walk& walk, const ClaimContext& context) const {
    if (walk.blocked || walk.parts.empty()) return std::nullopt;
    CountSubjects result;
    for (auto part = walk.parts.rbegin(); part != walk.parts.rend(); ++part) {
        Candidates candidates = resolve_part(*part, walk, context);
        if (candidates.empty()) return std::nullopt;
        const auto may_be_exemplified = [&](std::uint16_t each) { return claims_[each].exemplified; };
        if (walk.exemplified && !std::all_of(candidates.begin(), candidates.end(), may_be_exemplified))
            return std::nullopt;
        result.subjects.push_back(std::move(candidates));
        result.headed = result.headed || part->head;
        if (part->topic >= 0) result.topic = part->topic;
    }
    result.first = walk.parts.back().first;
    result.together = walk.together;
    result.each = walk.each;
    result.respectively = walk.respectively;
    result.names_number = walk.names_number;
    result.parent = walk.parent;
    result.partial = walk.partial;
    const bool by_whom = std::all_of(result.subjects.begin(), result.subjects.end(),
                                     [&](const Candidates& each) { return is_asker(each); });
    if (!by_whom || walk.parent < 0) return result;
    const Candidates everyone{static_cast<std::uint16_t>(walk.parent)};
    if (walk.exemplified) {  // 收到农户、企业等提交的申请
        result.subjects = {everyone};
        result.partial = false;
    } else if (result.subjects.size() > 1) {
        result.instead = everyone;
    }
    return result;
}

std::optional<CountSubjects> CountSubjectReader::to_the_left(std::size_t number, std::size_t behind,
                                                             const ClaimContext& context, bool over_comma) const {
    Walk walk;
    walk.may_cross = over_comma;
    walk_left(number, walk);
    if (walk.blocked || walk.parts.empty() || !may_follow(behind, walk)) return std::nullopt;
    auto result = resolve(walk, context);
    if (result) result->last = behind - 1;
    return result;
}

/// 20件予以公开: nothing but introductory words stands before the number, and the head's own number does not follow.
std::optional<CountSubjects> CountSubjectReader::to_the_right(std::size_t number, std::size_t behind,
                                                              const ClaimContext& context) const {
    for (std::size_t at = number; at > 0;) {
        const ClaimToken& token = tokens_.tokens[--at];
        if (token.kind == Kind::stop || token.kind == Kind::list || token.kind == Kind::open ||
            tokens_.is(at, WordRole::join) || tokens_.is(at, WordRole::among))
            break;
        const ClaimWord& word = tokens_.word(token);
        if (!word.is(WordRole::filler) && !word.is(WordRole::introduction) && !word.is(WordRole::self) &&
            !word.is(WordRole::own_time) && token.kind != Kind::self)
            return std::nullopt;
    }
    Walk walk;
    std::size_t at = behind, last = behind - 1;
    for (; at < tokens_.tokens.size(); ++at) {
        const ClaimToken& token = tokens_.tokens[at];
        const ClaimWord& word = tokens_.word(token);
        const bool subject_known = walk.part.head != nullptr;
        if (token.kind == Kind::number) return std::nullopt;
        if (token.kind != Kind::word && token.kind != Kind::date) break;
        if (word.is(WordRole::join)) break;
        if (subject_known && word.topic < 0 && word.claims.empty() && !word.is(WordRole::filler) &&
            !word.is(WordRole::next_time))
            break;
        if (!passes(at, walk)) return std::nullopt;
        if (walk.blocked) return std::nullopt;
        if (word.topic >= 0 || !word.claims.empty() || word.is(WordRole::next_time)) last = at;
    }
    if (!walk.part.head) return std::nullopt;
    walk.part.first = number;
    walk.parts = {walk.part};
    auto result = resolve(walk, context);
    if (result) result->last = std::max(last, behind - 1);
    return result;
}

std::optional<CountSubjects> CountSubjectReader::of_number(std::size_t number, std::size_t behind,
                                                           const ClaimContext& context) const {
    if (auto found = to_the_left(number, behind, context, false)) return found;
    if (auto found = to_the_right(number, behind, context)) return found;
    return to_the_left(number, behind, context, true);
}

std::optional<CountSubjects> CountSubjectReader::of_denial(std::size_t negation, std::size_t begin, std::size_t end,
                                                           const ClaimContext& context) const {
    // What stands before the negation may only introduce it, or be what is denied: 行政复议、行政诉讼均未发生.
    Walk before;
    before.first = negation;
    for (std::size_t at = negation; at > begin;) {
        --at;
        if (tokens_.tokens[at].kind == Kind::close && tokens_.tokens[at].index < at) {
            at = std::max<std::size_t>(tokens_.tokens[at].index, begin);
            continue;
        }
        if (!step(at, before)) break;
    }
    if (!before.part.empty()) before.parts.push_back(before.part);
    if (before.blocked) return std::nullopt;
    Walk walk;
    std::size_t last = negation;
    for (std::size_t at = negation; at < end; ++at) {
        const ClaimToken& token = tokens_.tokens[at];
        const bool subject = !walk.part.empty();
        if (at == negation && tokens_.is(at, WordRole::negation)) continue;
        if (token.kind == Kind::list || tokens_.is(at, WordRole::join)) {
            if (subject) {
                walk.parts.push_back(walk.part);
                const ClaimWord* head = walk.part.head;
                walk.part = {};
                if (head && is_total_head(*head)) walk.part.head = nullptr;
            }
            continue;
        }
        if (token.kind == Kind::number || tokens_.is(at, WordRole::unit)) continue;  // 未发生一起
        const auto& heads = tokens_.word(token).claims;
        const bool undeniable = !heads.empty() && std::none_of(heads.begin(), heads.end(), [&](std::uint16_t each) {
            return claims_[each].deniable;
        });
        if (undeniable && !tokens_.word(token).is(WordRole::filler)) continue;  // 公民、法人 who might have applied
        if (!passes(at, walk)) {
            if (token.kind == Kind::unknown || token.kind == Kind::opaque) walk.blocked = walk.blocked || !subject;
            break;
        }
        if (walk.blocked) break;
        if (!walk.part.empty()) last = std::max(last, walk.part.last);
        if (tokens_.word(token).topic >= 0 || !tokens_.word(token).claims.empty()) last = at;
    }
    if (!walk.part.empty()) walk.parts.push_back(walk.part);
    if (walk.blocked) return std::nullopt;
    std::reverse(walk.parts.begin(), walk.parts.end());
    Walk& told = walk.parts.empty() || (walk.parts.size() == 1 && walk.parts.front().topic < 0 && !before.parts.empty())
                     ? before
                     : walk;
    told.last_time = told.last_time || before.last_time;
    if (&told == &before && !walk.parts.empty()) {
        for (Part& part : told.parts) {
            if (!part.head) part.head = walk.parts.front().head;
        }
    }
    auto result = resolve(told, context);
    if (!result) return result;
    result->first = &told == &before ? before.parts.back().first : negation;
    result->last = std::max(last, negation);
    return result;
}

}  // namespace nianbao
