"""Clauses that tell how something fares: "has led to reduced delays", "is not yet embedded".

One clause is enough: a verb of change with its subject or object, a noun of change after a word
such as "led to", or a state that lasts though it should not.  Of what there is less or more, the
vocabulary's burdens and gains tell whether that is good; of anything else nothing is said.  What
is wished, planned or denied, and what single children achieve, is no trend.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.extractors.assessed import Assessed
from loaders.extractors.cues import cued
from loaders.extractors.noun_groups import first_subject, group_after, group_before
from loaders.extractors.of_few import is_of_one_or_few
from loaders.extractors.outcomes import is_partly_met
from loaders.extractors.progress import effect_pending, is_against_others, is_too_early
from loaders.extractors.suppositions import is_supposed
from loaders.extractors.things import (
    DENIAL,
    changed_by,
    is_people,
    is_somebody,
    takes_object,
)
from loaders.extractors.trend_forms import (
    Form,
    State,
    Way,
    any_may_stand,
    likely_states,
    names_effect,
    praise,
    promising,
    reserve_told,
    slight,
    standing,
    wanting,
    ways,
)
from loaders.extractors.trend_names import thing_named
from loaders.extractors.trend_pointers import counted_before
from loaders.extractors.trend_weights import is_overall, state_weighed, what_is_left
from loaders.extractors.trend_worth import (
    burdens_and_gains,
    first_worth,
    valued,
    whole_count,
    worth_of,
)
from loaders.extractors.word_patterns import Found

_TURN = re.compile(
    r"\b(?:but|although|though|while|whilst|despite|in spite of|notwithstanding|albeit"
    r"|(?<=, )yet)\b"
    r"|(?<!^)\bhowever\b",
    re.IGNORECASE,
)
_NO_RESERVE = r"^(?:\w+, )?(?:despite|in spite of|notwithstanding)\b[^,]*,|\b<<trend/no-reserve>>\b"
_THEIR_OWN = re.compile(
    r"(?:children|young people|pupils|care leavers|parents|families)(?! in\b)\b(?![’'])"
    r"|(?:the )?outcomes for (?:these|those|individual|some) |(?:their|his|her) (?:[\w-]+ )?"
    r"(?:lives|level|behaviour|risks?|confidence|offending|outcomes|circumstances|own|development"
    r"|experiences? at home"
    r"|welfare|well-?being)\b"
    r"|(?:the )?risks?(?: of harm)? (?:to|for|of)\b"
    r"|(?:individual )?(?:children|families|people)[’']s? (?:[\w-]+ )?(?:lives|welfare|well-?being"
    r"|circumstances|safety|health)\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:their|children[’']s) (?:[\w-]+ )?experiences? at home $", re.IGNORECASE
)
_LIVES = re.compile(
    r"(?:their|his|her|these|children[’']s|families[’']) (?:[\w-]+ )?(?:lives|level of offending"
    r"|behaviour|circumstances|experiences? at home)\b",
    re.IGNORECASE,
)
_CONCESSION = re.compile(r"(?:[\w ]{3,12}, )?(?:while|whilst|although|though)\b", re.IGNORECASE)
_GOOD, _BAD = (
    frozenset(("improved", "some-progress", "met", "maintained")),
    frozenset(("insufficient-progress", "declined")),
)
_IN_THE_PAST = re.compile(r"^(?:while|whilst|although) [^,]*\bin the past, ", re.IGNORECASE)
_INSERTED = re.compile(
    r", (?:for example|for instance|however|therefore|in turn|(?:in|over) (?!some |several |a few )"
    r"[\w ]{3,25}|if anything), "
    r"|, (?:an?|once|one of|long) (?!result\b|consequence\b)[^,;.]{3,70}, "
    r"(?=(?:has|have|is|are)\b)"
    r"|, (?:although|though|while|whilst) (?!(?:\w+ )?improving\b)[^,]{5,60}, "
    r"(?=(?:has|have|is|are)\b)"
)
_BY_AMOUNT = re.compile(
    r" (?:by|from) (?:an? |the |about |around |some |over |nearly |almost )*"
    r"(?:\d|half|third|quarter|fifth|tenth)",
    re.IGNORECASE,
)
_IN_SOME = re.compile(
    r"\b(?:in|of|across) some (?:\w+ )?(?:areas|aspects|teams|cases)\b(?!,? such as)"
)
_ONLY_JUST = re.compile(r"\bonly (?:just|recently)\b", re.IGNORECASE)
_ONLY_SOME = re.compile(
    r"\bonly (?:about |around |just )?(?:one|two|half|some|a few|a minority|a third|a quarter)\b",
    re.IGNORECASE,
)
_COUNT_ENDS = re.compile(r",| and (?=\w+(?:ed|ing)\b)")
_IN_SOME_OF = re.compile(r"[^,;.]{0,20}\b(?:in|for|across) some\b", re.IGNORECASE)
_DETERMINED = re.compile(
    r"^(?:(?:the|these|those|some|many|all|most|an?|growing|large|majority|number|numbers|of) )+",
    re.IGNORECASE,
)
_CLOSER = re.compile(  # where it is needed more, it tells of no change
    r"there (?:is|are) increased\b"
    r"(?!.*\b(?:confidence|awareness|understanding|stability|consistency)\b)",
    re.IGNORECASE,
)
_WELL = " well"
_AUXILIARY = re.compile(r"\b(?:has|have|is|are) (?:\w+ly |also |now |since |all |not |yet )*$")
_DOES_WELL = re.compile(r" well(?= (?:the|its|their|numbers?)\b)")
_AT_AGES = re.compile(r" by the (?:age|time|end) of\b", re.IGNORECASE)
_LIMITS = re.compile(r" (?:at (?:primary|secondary)|in key stages?)\b", re.I)
_OF_ANOTHER = re.compile(
    r"\b(?:but|although|though|while|whilst) (?!(?:is|are|remains?|still|this|its?|they|their|these"
    r"|there|has|have|not|some|further|more|requires?|needs?|too|with|continues?|yet|improving)\b)\w",
    re.IGNORECASE,
)
_THEN_ANOTHER = re.compile(  # "While A has improved, the B is weak"
    r"(?:while|whilst|although|though) [^;]*, (?:the|an|too many|many) (?!\w+, |\w+ and )\w[^,]*$",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"(?:as a result, |consequently, |this means that |there are )?(?:now )?"
    r"(?:many |far )?(?P<many>fewer|more) "
    r"(?:[\w-]+ ){0,2}?(?:children|young people|families|care leavers|staff|social workers|carers"
    r"|parents|pupils|referrals|teenagers|adolescents|babies|households)\b"
    r"(?P<rest>(?:[^,;.]|, (?:employment|training|education)\b)+)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\bno (?:(?!longer|that\b)[\w-]+ ){0,3}?(?:children|young pe\w+|child|care leavers?)\b"
    r"(?=(?:(?!\bof which\b)[^;.])*\b(?:now|since"
    r"|(?:for|during|in|over) (?:the (?:last|past) |over |more than |at least )?"
    r"(?:an?|several|some|many|\w+) (?:months?|years?))\b)"
    r"(?P<what>[^,;.]+)",
    re.IGNORECASE,
)
_ENDED = (
    r"[^,;.]*? (?:has|have) (?:\w+ly |now |since )*(?:been |proved )?(?:\w+ly )*<<trend/ended>>\b"
)
_OTHERS_NOT = r"[,;] (?:\w+ )?<<trend/others-not>>\b"
_WISHED = re.compile(r"\b(?:need|could|should|would)\b", re.IGNORECASE)
_SOME_OF = re.compile(
    r"\b(?:some|many|most|several|half|a number) of (?:the |its |their |these |those )?"
    r"(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"\b(?:starting|beginning|begun|started) to (?:\w+ly )?$", re.IGNORECASE)
_TOO_LITTLE = ("low",)  # levels at which a gain is at fault; at the others a burden is
_WHICH = re.compile(r" (?:who|that|in|from|across|within|based) ", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:\w+, )?(?:this|it|they|these)\b", re.IGNORECASE)
_NEAR = 16  # characters after a verb in which a word of praise belongs to it
_IT_IS_SO = re.compile(
    r"^(?:\w+, )?It is (?:\w+ )?(?:positive|evident|clear|encouraging|a strength|a concern"
    r"|of concern|of significant concern|pleasing|notable|apparent) that ",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:(?<!educational )needs|risks?|problems?|behaviour|identity|examples?"
    r"|children[’']s (?!services|social|teams?\b|homes?\b|workforce\b)\w+(?: and \w+)?)$"
    r"|^(?:(?! (?:in|of|for|on|with) (?!some|a few|a small|individual|these|those|one)).)*\bcases?$"
    r"|^(?:in )?(?:an? |one |some |the )?"
    r"(?:(?:small |limited )number |few |minority |examples |cases )(?:of )?\b"
    r"|^(?:the )?risks?\b(?! (?:assessments?|analysis|management)\b)"
    r"|^one$|^(?:a further )?\d|^(?:their|his|her) outcomes\b"
    r"|^(?:an?|one) (?:\w+ )?(?:assessment|plan|case|referral|child|family|visit|chronology)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """One clause's word on something: ``start`` is where in the sentence it stands.

    ``sought`` is whether its thing, where it is None, may still be named elsewhere.
    """

    start: int
    progress: str
    thing: str | None
    sought: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """What else bears on a sentence: the one ``before``, and whether it names an inspection."""

    before: str = ""
    compares: bool = False


def trend_stated(sentence: str, beside: Beside = Beside()) -> Assessed | None:
    """Return how the clauses of ``sentence`` say that something fares; None where they do not.

    ``sentence`` is without wishes and plans.  What was renewed counts only where it compares with
    an earlier inspection.  Good and bad news of one sentence make some
    progress where the sentence sets them against each other, otherwise the bad counts.  A gain or
    a measure of which it is too early to see what comes is some progress.
    """
    whole, sentence = (
        sentence,
        _INSERTED.sub(" ", _IT_IS_SO.sub("", _IN_THE_PAST.sub("", sentence))),
    )
    told = sorted(_all_told(sentence, beside), key=lambda each: each.start)
    if not told or is_of_one_or_few(whole):
        return None
    good = next((each for each in told if each.progress in _GOOD), None)
    bad = next((each for each in told if each.progress in _BAD), None)
    worse_overall = bad and is_overall(sentence, bad.start, bad.progress)
    if _TURN.search(sentence) and not worse_overall and _is_mixed(sentence, good, bad):
        of_one = good and ((bad and bad.thing) or not _is_of_another(sentence))
        thing = _common_thing(good, bad) if good and of_one else None
        return Assessed("some-progress", thing, bool(of_one and good and good.sought and not bad))
    better = next((each for each in told if each.progress == "improved"), None)
    first = bad or (better if told[0].progress == "some-progress" and better else told[0])
    pending = effect_pending(sentence) if first.progress == "insufficient-progress" else ()
    only_pending = pending and all(each.start in pending for each in told if each.progress in _BAD)
    if only_pending or (first.progress == "improved" and is_too_early(sentence)):
        return Assessed("some-progress", first.thing, first.sought)
    return Assessed(first.progress, first.thing, first.sought)


def _common_thing(good: _Told, bad: _Told | None) -> str | None:
    """Return what the good news is about, and the bad too; None where that is not one thing."""
    return good.thing if bad is None or bad.thing in (None, good.thing) else None


def _is_mixed(sentence: str, good: _Told | None, bad: _Told | None) -> bool:
    """Tell whether a sentence with a turn sets good news against bad, or against a reserve."""
    conceded = good and _CONCESSION.match(sentence) and good.start < sentence.find(", ", 16)
    if good and not bad and _only_still_before(sentence, good.start):
        return False
    if good and (bad or conceded or wanting().search(cued(_NO_RESERVE).sub("", sentence))):
        return good.progress != "maintained" or bad is not None
    if bad is None:
        return False
    return any(not _denied(sentence, each) for each in promising().finditer(sentence))


def _is_of_another(sentence: str) -> bool:
    """Tell whether the clause that sets a reserve has a subject of its own."""
    return bool(_OF_ANOTHER.search(sentence[1:]) or _THEN_ANOTHER.match(sentence))


def _only_still_before(sentence: str, start: int) -> bool:
    """Tell whether "still" is all that is wanting, of something else: "A is still B, but C falls".

    ``start`` is where the good news stands.
    """
    turn = _OF_ANOTHER.search(sentence, 1)
    if turn is None or start < turn.start():
        return False
    before = sentence[: turn.start()]
    if any(each.key == "burdens" for each in burdens_and_gains().find(before)):
        return False
    return {each.group().lower() for each in wanting().finditer(sentence)} == {"still"}


def with_reserve(sentence: str, progress: str) -> str:
    """Return some progress for an improvement of some areas, or one that is not complete."""
    if progress == "met" and is_partly_met(sentence):
        return "insufficient-progress" if _ONLY_SOME.search(sentence) else "some-progress"
    if progress != "improved":
        return progress
    partly = any(
        each.search(sentence) for each in (_ONLY_SOME, _ONLY_JUST, _IN_SOME, cued(_OTHERS_NOT))
    )
    reserve = partly or (_TURN.search(sentence) and reserve_told().search(sentence))
    return "some-progress" if reserve else progress


def may_tell_trend(text: str) -> bool:
    """Tell whether ``text`` may hold such a clause; it costs next to nothing."""
    return any_may_stand(text)


def _all_told(sentence: str, beside: Beside) -> Iterator[_Told]:
    words = standing(sentence)
    yield from _how_many_told(sentence)
    pointed = counted_before(sentence, beside.before)
    if pointed:
        yield _Told(0, pointed, None)
    for way in ways():
        if not words.isdisjoint(way.verb_needs):
            yield from _verbs_told(sentence, way, beside.before)
        if not words.isdisjoint(way.noun_needs):
            yield from _nouns_told(sentence, way)
    for state in likely_states(words):
        if beside.compares or not state.compares:
            yield from _state_told(sentence, state)


def _verbs_told(sentence: str, way: Way, before: str) -> Iterator[_Told]:
    """Yield what verbs say has become better, worse, less or more."""
    for found in _found(sentence, way.verbs):
        groups = found.groupdict()
        active = groups.get("passive") is None or found["verb"].endswith("ing")
        end = found.end() + len(_WELL if _DOES_WELL.match(sentence, found.end()) else "")
        if _AT_AGES.match(sentence, end):
            continue  # older children against younger ones
        words = changed_by(sentence, _start_of(found), end, active)
        transitive = takes_object(sentence[end:])
        if transitive and not _may_have_object(sentence, way, found, words):
            continue
        if words is None and _AT_HOME.search(sentence, 0, found.start()):
            continue
        denied = _denied(sentence, found)
        begun = found.group().startswith(("begun", "began", "started"))
        if denied and "not" not in groups and not begun:
            continue  # "is not always successful in reducing risks" tells of no change
        denied = denied or bool(groups.get("not"))
        pointing = _PRONOUN.fullmatch(words or "it") and _PRONOUN.match(sentence)
        count = whole_count(sentence[end:]) if transitive and not worth_of(words or "") else None
        count = count and _COUNT_ENDS.split(count)[0]
        of = first_subject(before) if pointing else count or words
        if _is_fewer(found, sentence[end:], of):
            continue
        worsens = found["verb"].lower().startswith("worsen")
        progress = valued(way.meaning, "" if worsens else of, denied)
        progress = progress or _praised(sentence, found, way)
        progress = progress and what_is_left(progress, sentence, found.start(), found.end())
        if progress and not (words and _of_people(words)):
            unnamed = count or _LIMITS.match(sentence, end)
            named = None if unnamed else thing_named(words, sentence)
            start = _start_of(found) if groups.get("goes") else found.start()
            yield _Told(start, _softened(progress, found, way.meaning), named, sought=True)


def _is_fewer(found: re.Match[str], after: str, of: str | None) -> bool:
    """Tell whether "declined by a quarter" only says that there are fewer, of unknown worth."""
    fewer = found["verb"].lower().startswith("declin") and _BY_AMOUNT.match(after)
    return bool(fewer) and worth_of(of or "") is None


def _may_have_object(sentence: str, way: Way, found: re.Match[str], words: str | None) -> bool:
    """Tell whether the verb may have ``words`` as its object: "weakened oversight" has, "declined
    the offer" has not; nor is it a change of a service what help does for people."""
    after = sentence[found.end() :].lstrip()
    if _THEIR_OWN.match(sentence) or _LIVES.match(after):
        return False
    if way.meaning != "worse":
        return True
    return not found["verb"].lower().startswith("declin") and worth_of(words or "") == "gains"


def _praised(sentence: str, found: re.Match[str], way: Way) -> str | None:
    """Return the worth of there being less or more of something that a word beside it tells."""
    if way.meaning not in ("less", "more"):
        return None
    return "improved" if praise().search(found.group() + sentence[found.end() :][:_NEAR]) else None


def _start_of(found: re.Match[str]) -> int:
    """Return where the verb begins, with the auxiliary before it but without its subject."""
    groups = found.groupdict()
    auxiliary = _AUXILIARY.search(found.string, 0, found.start()) if "goes" in groups else None
    if auxiliary:
        return auxiliary.start()
    aided = (
        not groups.keys().isdisjoint(("not", "passive", "goes")) or not found.group()[0].isalnum()
    )
    return found.start() if aided else found.start("verb")


def _how_many_told(sentence: str) -> Iterator[_Told]:
    """Yield what more people do than before, or fewer: "fewer children change school"."""
    nobody = _NOBODY.search(sentence)
    if nobody and any(each.key == "burdens" for each in burdens_and_gains().find(nobody["what"])):
        yield _Told(nobody.start(), "met", None)
    found = _HOW_MANY.match(sentence)
    if found is None or _WISHED.search(sentence) or is_against_others(sentence):
        return
    worth = first_worth(found["rest"])
    if worth:
        better = (worth == "gains") == (found["many"].lower() != "fewer")
        yield _Told(found.start("many"), "improved" if better else "declined", None)


def _nouns_told(sentence: str, way: Way) -> Iterator[_Told]:
    """Yield what somebody or something has led to: a change of something."""
    for found in _found(sentence, way.nouns):
        rest = sentence[found.end() :]
        if _CLOSER.match(found.group() + rest[:_NEAR]) or cued(_ENDED).match(rest):
            continue
        words = group_after(rest)
        of = whole_count(rest) or words
        progress = valued(way.meaning, of, _denied(sentence, found))
        progress = progress or _praised(sentence[: found.end()], found, way)
        progress = progress and what_is_left(progress, sentence, found.start(), found.end())
        if progress and words and not _THEIR_OWN.match(words):
            yield _Told(
                found.start(), _softened(progress, found, way.meaning), thing_named(words, sentence)
            )


def _state_told(sentence: str, state: State) -> Iterator[_Told]:
    """Yield what is said to be still wrong, not yet done, being put right, or put right."""
    for found in state.pattern.finditer(sentence):
        before = sentence[: found.start]
        if is_supposed(before):
            continue
        words = _words_of(found)
        if _is_personal(words, follows=bool(found.thing)):
            continue
        if found.parts.get("named") is not None and _LIVES.match(group_before(before) or ""):
            continue
        level = found.parts.get("level")
        at_fault = "gains" if level and level.lower() in _TOO_LITTLE else "burdens"
        if level and worth_of(words) != at_fault:
            continue
        partly = state.progress in ("met", "improved") and (
            found.parts.get("part") or _SOME_OF.search(before)
        )
        unnamed = (
            _acts(words)
            or _IN_SOME_OF.match(sentence, found.end)
            or (found.thing is None and names_effect().search(found.words))
            or (found.thing or "").lstrip().startswith(",")  # what it began with is only wished
        )
        named = None if unnamed else thing_named(words, sentence)
        told = "some-progress" if partly else state.progress
        told = state_weighed(told, sentence, found)
        yield _Told(found.start, told, named, found.parts.get("named") is not None)


def _words_of(found: Found) -> str:
    """Return the words that may name the thing of a state, none where its form has no place."""
    if found.thing:
        return group_after(found.thing) or ""
    return (group_before(found.text[: found.start]) or "") if found.thing is None else ""


def _is_personal(words: str, follows: bool) -> bool:
    """Tell whether ``words`` are children or families themselves, their needs, or few cases."""
    if follows:
        return bool(_THEIR_OWN.match(_DETERMINED.sub("", words)))
    return bool(_THEIR_OWN.match(words) or _PERSONAL.search(words))


def _acts(words: str) -> bool:
    """Tell whether ``words`` name those who act, alone or before others, or people."""
    named = (words, words.partition(" and ")[0], _WHICH.split(words)[0])
    return any(is_somebody(each) for each in named) or is_people(_DETERMINED.sub("", words))


def _found(sentence: str, forms: Iterable[Form]) -> Iterator[re.Match[str]]:
    """Yield what the forms find outside conditions, relative clauses and missing evidence."""
    small = sentence.lower()
    for form in forms:
        for found in form.finditer(sentence, small):
            if not is_supposed(sentence[: found.start()]):
                yield found


def _of_people(words: str) -> bool:
    """Tell whether ``words`` are people themselves, and not something of theirs."""
    if _THEIR_OWN.match(words) or is_somebody(words):
        return True
    return is_people(words) and not re.search(r"[’']| of ", words)


def _softened(progress: str, found: re.Match[str], meaning: str) -> str:
    """Return some progress for an improvement that is slight or of some areas only."""
    clause = found.group()
    underway = found.groupdict().get("passive") == "being " and meaning == "better"
    begun = underway or _BEGUN.search(found.string[: found.start()])
    some = found.string[: found.start()].endswith((" some ", "Some "))
    softly = begun or some or slight().search(clause) or _TURN.match(clause.strip(" ,"))
    softly = softly or slight().match(found.string, found.end() + 1)
    softly = softly or _IN_SOME.search(found.string, found.end())
    return "some-progress" if progress == "improved" and softly else progress


def _denied(sentence: str, found: re.Match[str]) -> bool:
    return bool(DENIAL.search(sentence[: found.start()]))
