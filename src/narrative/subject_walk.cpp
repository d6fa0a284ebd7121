#include "narrative/subject_walk.h"

#include <algorithm>

namespace nianbao {

using Kind = ClaimToken::Kind;

bool SubjectWalker::is_total_head(const ClaimWord& word) const {
    return std::any_of(word.claims.begin(), word.claims.end(),
                       [&](std::uint16_t claim) { return claims_[claim].total; });
}

void SubjectWalker::note_time(std::size_t at, SubjectWalk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    const ClaimWord& word = tokens_.word(token);
    const int year = token.kind == Kind::date ? token.year : 0;
    if (word.is(WordRole::last_time) || (year != 0 && year == scope_.year - 1)) walk.last_time = true;
    if (word.is(WordRole::next_time) || (year != 0 && year == scope_.year + 1)) walk.next_time = true;
    if (year != 0 && (year < scope_.year - 1 || year > scope_.year + 1)) walk.blocked = true;
}

/// A word left of a head. Another head there (收到自然人申请) names the total that it is part of, unless the first one
/// is the weaker: 予以公开答复20件, 上年结转继续办理5件.
void SubjectWalker::take_word_before_head(std::size_t at, const ClaimWord& word, SubjectWalk& walk) const {
    SubjectPart& part = walk.part;
    if (!word.claims.empty() && part.head != &word) {
        if (word.claims == part.head->claims) return;  // 律师事务所等法律服务机构
        if (is_total_head(*part.head) && part.head->is(WordRole::filler) && !word.is(WordRole::filler)) {
            walk.parent = part.head->claims.front();
            part.head = &word;
            part.first = at;
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
}

void SubjectWalker::take_word(std::size_t at, const ClaimWord& word, SubjectWalk& walk) const {
    SubjectPart& part = walk.part;
    if (part.head) return take_word_before_head(at, word, walk);
    const auto extend = [&] {
        if (part.empty()) part.last = at;
        part.first = at;
    };
    if (word.topic >= 0 && part.topic >= 0 && word.topic != part.topic) {
        walk.blocked = !word.is(WordRole::filler);
        return;
    }
    if (word.topic >= 0) {
        extend();
        part.topic = word.topic;
    }
    if (word.claims.empty()) return;
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

/// Words that take the claim away, or leave it a part of the whole.
void SubjectWalker::note_blockers(std::size_t at, const ClaimWord& word, SubjectWalk& walk) const {
    for (const WordRole role : {WordRole::comparison, WordRole::part_of_time, WordRole::narrower,
                                WordRole::other_subject, WordRole::publishing, WordRole::negation}) {
        if (word.is(role)) walk.blocked = true;
    }
    if (word.is(WordRole::part_of)) walk.partial = true;
    if (word.is(WordRole::organ) && !is_own_organ(at)) walk.blocked = true;
    if (word.is(WordRole::wider) && !scope_.area) walk.blocked = true;
    if (!walk.has_subject() && word.is(WordRole::change)) walk.blocked = true;
}

bool SubjectWalker::passes(std::size_t at, SubjectWalk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    const ClaimWord& word = tokens_.word(token);
    const bool subject = walk.has_subject();
    if (token.kind == Kind::date) {
        note_time(at, walk);
        return token.month == 0 || walk.blocked || (token.month == 12 && subject);
    }
    if (token.kind == Kind::self) return subject;
    if (token.kind != Kind::word) return false;
    note_time(at, walk);
    note_blockers(at, word, walk);
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
    constexpr WordRole anywhere[] = {
        WordRole::filler,       WordRole::introduction, WordRole::together,     WordRole::each,
        WordRole::respectively, WordRole::number_of,    WordRole::own_time,     WordRole::same_time,
        WordRole::last_time,    WordRole::next_time,    WordRole::about_before, WordRole::condition,
        WordRole::among,        WordRole::wider,        WordRole::below_before, WordRole::above_before,
        WordRole::self,         WordRole::until,        WordRole::part_of,      WordRole::organ};
    return std::any_of(std::begin(anywhere), std::end(anywhere), [&](WordRole role) { return word.is(role); });
}

/// 户 in 农户: a unit behind no number.
bool SubjectWalker::is_unit_alone(std::size_t at) const {
    const bool is_unit = tokens_.is(at, WordRole::unit) || tokens_.is(at, WordRole::other_unit);
    return is_unit &&
           (at == 0 || (tokens_.tokens[at - 1].kind != Kind::number && !tokens_.is(at - 1, WordRole::above_behind)));
}

/// 局 at the head of its clause, or behind the unit's own name, is the unit; whose organ an unknown word names is
/// judged where that stands.
bool SubjectWalker::is_own_organ(std::size_t at) const {
    if (at == 0) return true;
    const Kind before = tokens_.tokens[at - 1].kind;
    return before == Kind::stop || before == Kind::open || before == Kind::date || before == Kind::self ||
           before == Kind::unknown || tokens_.is(at - 1, WordRole::self) || tokens_.is(at - 1, WordRole::own_time) ||
           tokens_.is(at - 1, WordRole::organ);
}

/// Unknown words before a subject leave it some of what the table counts, but for the name of another organ.
bool SubjectWalker::is_qualified(std::size_t at, SubjectWalk& walk) const {
    if (tokens_.tokens[at].kind != Kind::unknown || walk.part.topic < 0 || walk.crossed) return false;
    const bool of_organ = tokens_.is(at + 1, WordRole::organ) || tokens_.is(at + 1, WordRole::self);
    const bool own = at > 0 && (tokens_.tokens[at - 1].kind == Kind::self || tokens_.is(at - 1, WordRole::self));
    if (of_organ && !own) return false;
    walk.partial = true;
    return true;
}

bool SubjectWalker::separates(std::size_t at) const {
    return tokens_.tokens[at].kind == Kind::list || tokens_.is(at, WordRole::join);
}

/// 、 and 和: one subject is read, another may follow. 书面和网上 are one.
bool SubjectWalker::step_over_separator(std::size_t at, SubjectWalk& walk) const {
    const bool between_channels =
        at > 0 && tokens_.is(at - 1, WordRole::part_of) && tokens_.is(at + 1, WordRole::part_of);
    if (walk.exemplified || between_channels) return true;
    if (walk.part.empty()) return !walk.parts.empty() && tokens_.is(at, WordRole::filler);
    walk.parts.push_back(walk.part);
    walk.part = {};
    return true;
}

/// A token that no phrase goes over: its end, or what takes the claim away.
bool SubjectWalker::ends_walk(std::size_t at, SubjectWalk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    const bool is_unit = tokens_.is(at, WordRole::unit) || tokens_.is(at, WordRole::other_unit);
    const bool measured = token.kind == Kind::number || (is_unit && !is_unit_alone(at));
    const bool ends = measured || token.kind == Kind::stop || token.kind == Kind::open;
    if (!ends && is_qualified(at, walk)) return false;
    // A comma is crossed to a subject without a number of its own; a topic alone stands at the head of its clause.
    const bool topic_alone = !walk.part.empty() && !walk.part.head;
    if (!ends || (measured && (walk.crossed || topic_alone))) walk.blocked = true;
    return true;
}

/// One token to the left; false where the walk ends.
bool SubjectWalker::step(std::size_t at, SubjectWalk& walk) const {
    const ClaimToken& token = tokens_.tokens[at];
    if (separates(at)) return step_over_separator(at, walk);
    const bool unknown = token.kind == Kind::unknown || token.kind == Kind::opaque || is_unit_alone(at);
    if (walk.exemplified && unknown) return true;
    if (!walk.part.empty() && tokens_.is(at, WordRole::and_so_on)) {
        walk.exemplified = true;
        return true;
    }
    if (passes(at, walk)) return !walk.blocked;
    const bool comma = token.kind == Kind::stop && (token.mark == U'，' || token.mark == U'：');
    if (comma && walk.may_cross && !walk.crossed && !walk.has_subject()) {
        walk.crossed = true;
        return true;
    }
    return !ends_walk(at, walk);
}

void SubjectWalker::walk_left(std::size_t from, std::size_t begin, SubjectWalk& walk) const {
    constexpr std::size_t most_steps = 60;
    std::size_t steps = 0;
    for (std::size_t at = from; at > begin && ++steps < most_steps;) {
        --at;
        const ClaimToken& token = tokens_.tokens[at];
        if (token.kind == Kind::close && token.index < at) {
            at = std::max<std::size_t>(token.index, begin);  // what stands in brackets is a remark
        } else if (!step(at, walk)) {
            break;
        }
    }
    if (!walk.part.empty()) walk.parts.push_back(walk.part);
}

}  // namespace nianbao
