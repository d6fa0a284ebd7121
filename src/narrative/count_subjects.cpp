#include "narrative/count_subjects.h"

#include <algorithm>

namespace nianbao {

using Kind = ClaimToken::Kind;

bool CountSubjectReader::is_asker(const Candidates& candidates) const {
    return std::all_of(candidates.begin(), candidates.end(), [&](std::uint16_t each) { return claims_[each].asker; });
}

/// What stands behind a number that was counted to its left: 51件 may end its clause, or go on in known words.
bool CountSubjectReader::may_follow(std::size_t behind, SubjectWalk& walk) const {
    if (behind >= tokens_.tokens.size()) return true;
    const ClaimToken& token = tokens_.tokens[behind];
    if (tokens_.is(behind, WordRole::condition)) return false;
    SubjectPart& nearest = walk.parts.front();
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
bool CountSubjectReader::qualifies_topic(std::size_t behind, SubjectWalk& walk) const {
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

Candidates CountSubjectReader::resolve_part(const SubjectPart& part, const SubjectWalk& walk,
                                            const ClaimContext& context) const {
    Candidates found;
    const int topic = part.topic >= 0 ? part.topic : context.topic;
    const auto add = [&](std::uint16_t claim) {
        if (std::find(found.begin(), found.end(), claim) == found.end()) found.push_back(claim);
    };
    if (part.head) {
        for (const std::uint16_t each : part.head->claims) {
            const Claim& claim = claims_[each];
            if (claim.topic == topic ||
                (part.topic < 0 && claim.self_evident && context.topic != ClaimContext::foreign))
                add(each);
        }
    }
    if (found.empty() && part.topic >= 0) {
        if (!part.head || part.head->is(WordRole::filler)) {
            for (const std::uint16_t each : context.carried) {
                if (claims_[each].topic == part.topic) add(each);
            }
            for (std::size_t each = 0; each < claims_.size(); ++each) {
                if (claims_[each].topic == part.topic && claims_[each].bare) add(static_cast<std::uint16_t>(each));
            }
        }
    }
    const bool timed = std::any_of(found.begin(), found.end(),
                                   [&](std::uint16_t each) { return claims_[each].time != Claim::Time::own; });
    if (walk.last_time || walk.next_time) {
        if (!timed) return {};
        std::erase_if(found, [&](std::uint16_t each) {
            const Claim::Time time = claims_[each].time;
            return found.size() > 1 && time != Claim::Time::own &&
                   time != (walk.next_time ? Claim::Time::next : Claim::Time::last);
        });
    }
    return found;
}

std::optional<CountSubjects> CountSubjectReader::resolve(SubjectWalk& walk, const ClaimContext& context) const {
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
    SubjectWalk walk;
    walk.may_cross = over_comma;
    walker_.walk_left(number, 0, walk);
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
    SubjectWalk walk;
    std::size_t at = behind, last = behind - 1;
    for (; at < tokens_.tokens.size(); ++at) {
        const ClaimToken& token = tokens_.tokens[at];
        const ClaimWord& word = tokens_.word(token);
        const bool subject_known = walk.part.head != nullptr;
        if (token.kind == Kind::number) return std::nullopt;
        if (token.kind != Kind::word && token.kind != Kind::date) break;
        if (word.is(WordRole::join)) break;
        if (subject_known && token.kind != Kind::date && word.topic < 0 && word.claims.empty() &&
            !word.is(WordRole::filler) && !word.is(WordRole::next_time))
            break;
        if (!walker_.passes(at, walk)) return std::nullopt;
        if (walk.blocked) return std::nullopt;
        if (word.topic >= 0 || !word.claims.empty() || word.is(WordRole::next_time) || token.kind == Kind::date)
            last = at;
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

/// Whether a word is the head of claims that nobody denies: 公民、法人, who might have applied.
bool CountSubjectReader::is_undeniable(const ClaimWord& word) const {
    return !word.claims.empty() && !word.is(WordRole::filler) &&
           std::none_of(word.claims.begin(), word.claims.end(),
                        [&](std::uint16_t each) { return claims_[each].deniable; });
}

/// What stands behind a negation, to the end of its clause; whether all of that was known.
bool CountSubjectReader::walk_denied(std::size_t negation, std::size_t end, std::size_t& last,
                                     SubjectWalk& walk) const {
    for (std::size_t at = negation; at < end; ++at) {
        const ClaimToken& token = tokens_.tokens[at];
        const ClaimWord& word = tokens_.word(token);
        if (at == negation && word.is(WordRole::negation)) continue;
        if (token.kind == Kind::list || word.is(WordRole::join)) {
            if (!walk.part.empty()) walk.parts.push_back(walk.part);
            walk.part = {};
            continue;
        }
        if (token.kind == Kind::number || word.is(WordRole::unit) || is_undeniable(word)) continue;  // 未发生一起
        if (!walker_.passes(at, walk)) {
            walk.blocked = walk.blocked || walk.part.empty();
            return false;
        }
        if (walk.blocked) return false;
        if (word.topic >= 0 || !word.claims.empty()) last = at;
    }
    return true;
}

std::optional<CountSubjects> CountSubjectReader::of_denial(std::size_t negation, std::size_t begin, std::size_t end,
                                                           const ClaimContext& context) const {
    SubjectWalk before, behind;
    walker_.walk_left(negation, begin, before);
    std::size_t last = negation;
    const bool known = walk_denied(negation, end, last, behind);
    if (before.blocked || behind.blocked) return std::nullopt;
    if (!behind.part.empty()) behind.parts.push_back(behind.part);
    std::reverse(behind.parts.begin(), behind.parts.end());
    // 行政复议、行政诉讼均未发生: what is denied stands before, and at most a head behind.
    const bool bare_head = behind.parts.size() == 1 && behind.parts.front().topic < 0;
    const bool is_before = known && !before.parts.empty() && (behind.parts.empty() || bare_head);
    if (behind.parts.empty() && !is_before) return std::nullopt;
    SubjectWalk& told = is_before ? before : behind;
    told.last_time = told.last_time || before.last_time;
    if (is_before && bare_head) {
        for (SubjectPart& part : told.parts) {
            if (!part.head) part.head = behind.parts.front().head;
        }
    }
    if (told.partial || before.partial) return std::nullopt;  // none of some is no claim of none
    auto result = resolve(told, context);
    if (!result) return result;
    for (Candidates& subject : result->subjects) {
        std::erase_if(subject, [&](std::uint16_t each) { return !claims_[each].deniable; });
        if (subject.empty()) return std::nullopt;
    }
    result->first = is_before ? before.parts.back().first : negation;
    result->last = last;
    return result;
}

}  // namespace nianbao
