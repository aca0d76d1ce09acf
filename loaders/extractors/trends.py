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
from functools import lru_cache

from loaders.extractors.contrasts import OF_ONE, Contrast
from loaders.extractors.noun_groups import first_subject, group_after, group_before
from loaders.extractors.things import (
    DENIAL,
    changed_by,
    is_people,
    is_somebody,
    name_of,
    takes_object,
)
from loaders.extractors.trend_forms import (
    State,
    Way,
    efforts,
    praise,
    slight,
    stands_in,
    states,
    ways,
)
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

_HYPOTHESIS = re.compile(
    r"\b(?:if|when|where|until|unless|whether|once|how|why|so that|such as"
    r"|as (?:they|children))\b[^,;.]*$|\bwho(?:se)?\b(?: [\w’'-]+){0,3} ?$"
    r"|^(?:if|when|where|until|unless|once)\b(?!.*, (?:the|this|these|there|it|they|an?|leaders"
    r"|managers|staff)\b)"
    r"|\bensur(?:e|es|ed|ing) that\b[^,;.]*$"
    r"|\b(?:do|does|did) not (?:support|show|reflect|suggest|bear out)\b[^;.]*$"
    r"|\b(?:limited|little|no|insufficient|not enough|lack of) (?:\w+ )?evidence\b[^;.]*$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:but|however|although|though|while|whilst|despite|yet(?! to\b)|albeit)\b", re.IGNORECASE
)
_THEIR_OWN = re.compile(
    r"(?:children|young people|pupils|care leavers|parents|families)(?! in\b)\b(?![’'])",
    re.IGNORECASE,
)
_HANGS_ON = re.compile(r", (?:\w+ing|\w+ed|despite|with|thus|thereby|therefore) ")
_GOOD, _BAD = (
    frozenset(("improved", "some-progress", "met", "maintained")),
    frozenset(("insufficient-progress", "declined", "cannot-tell")),
)
_COUNT = re.compile(
    r"(?:the |overall )*(?:numbers?|rates?|proportions?|percentages?|use|volumes?) of\b", re.I
)
_INSERTED = re.compile(r", (?:for example|for instance|however|therefore|in turn), ")
_NO_NAME = re.compile(r"(?:evidence|of|and|or|protection$|help$|care$)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"(?:numbers?|proportion|percentage)s? of\b", re.IGNORECASE)
_AT_FAULT = {"high": "burdens", "low": "gains"}
_PRONOUN = re.compile(r"(?:\w+, )?(?:this|it|they|these)\b", re.IGNORECASE)
_NEAR = 16  # characters after a verb in which a word of praise belongs to it
_IT_IS_SO = re.compile(
    r"^(?:\w+, )?It is (?:\w+ )?(?:positive|evident|clear|encouraging|a strength|a concern"
    r"|of concern|of significant concern|pleasing|notable|apparent) that ",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:needs|risks?|identity|examples?|cases?|children[’']s (?!services|social)\w+)$"
    r"|^(?:in )?(?:a |some |the )?"
    r"(?:(?:small |limited )number |few |minority |examples |cases )(?:of )?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """One clause's word on something: ``start`` is where in the sentence it stands."""

    start: int
    progress: str
    thing: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What else bears on a sentence: the one ``before``, and whether it names an inspection."""

    before: str = ""
    compares: bool = False


def trend_stated(sentence: str, beside: Beside = Beside()) -> Contrast | None:
    """Return how the clauses of ``sentence`` say that something fares; None where they do not.

    ``sentence`` is without wishes and plans.  What leaders have worked on counts only where it
    compares with an earlier inspection.  Good and bad news of one sentence make some
    progress where the sentence sets them against each other, otherwise the first counts.
    """
    if OF_ONE.search(sentence):
        return None
    sentence = _INSERTED.sub(" ", _IT_IS_SO.sub("", sentence))
    told = sorted(_all_told(sentence, beside), key=lambda each: each.start)
    if not told:
        return None
    values = {each.progress for each in told}
    if values & _GOOD and values & _BAD and _TURN.search(sentence):
        good = next(each for each in told if each.progress in _GOOD)
        return Contrast("some-progress", good.thing)
    return Contrast(told[0].progress, told[0].thing)


def may_tell_trend(text: str) -> bool:
    """Tell whether ``text`` may hold such a clause; it costs next to nothing."""
    return bool(_words_of_trends().find_all(text))


def _all_told(sentence: str, beside: Beside) -> Iterator[_Told]:
    small = sentence.lower()
    for way in ways():
        if stands_in(way.needs, small):
            yield from _verbs_told(sentence, way, beside.before)
            yield from _nouns_told(sentence, way)
    for state in (*states(), *(efforts() if beside.compares else ())):
        if stands_in(state.needs, small):
            yield from _state_told(sentence, state)


def _verbs_told(sentence: str, way: Way, before: str) -> Iterator[_Told]:
    """Yield what verbs say has become better, worse, less or more."""
    for found in _found(sentence, way.verbs):
        groups = found.groupdict()
        active = groups.get("passive") is None or found["verb"].endswith("ing")
        words = changed_by(sentence, _start_of(found), found.end(), active)
        transitive = takes_object(sentence[found.end() :])
        if transitive and (way.meaning == "worse" or _THEIR_OWN.match(sentence)):
            continue
        denied = bool(groups.get("not")) or _denied(sentence, found)
        pointing = _PRONOUN.fullmatch(words or "it") and _PRONOUN.match(sentence)
        of = first_subject(before) if pointing else words
        progress = _valued(way.meaning, of, denied) or _praised(sentence, found, way)
        if progress and not (words and _of_people(words)):
            yield _Told(found.start(), _softened(progress, found.group()), _name(words))


def _praised(sentence: str, found: re.Match[str], way: Way) -> str | None:
    """Return the worth of there being less or more of something that a word beside it tells."""
    if way.meaning not in ("less", "more"):
        return None
    return "improved" if praise().search(found.group() + sentence[found.end() :][:_NEAR]) else None


def _start_of(found: re.Match[str]) -> int:
    """Return where the verb begins, with the auxiliary before it but without its subject."""
    groups = found.groupdict()
    aided = "not" in groups or "passive" in groups or not found.group()[0].isalnum()
    return found.start() if aided else found.start("verb")


def _nouns_told(sentence: str, way: Way) -> Iterator[_Told]:
    """Yield what somebody or something has led to: a change of something."""
    for found in _found(sentence, way.nouns):
        rest = sentence[found.end() :]
        words = group_after(rest)
        of = re.split(r"[,;.]", rest)[0] if _NUMBER_OF.match(rest) else words
        progress = _valued(way.meaning, of, _denied(sentence, found))
        progress = progress or _praised(sentence[: found.end()], found, way)
        if progress and words and not _THEIR_OWN.match(words):
            yield _Told(found.start(), _softened(progress, found.group()), _name(words))


def _state_told(sentence: str, state: State) -> Iterator[_Told]:
    """Yield what is said to be still wrong, not yet done, being put right, or put right."""
    for found in _found(sentence, (state.pattern,)):
        groups = found.groupdict()
        after = groups.get("what") or groups.get("what2")
        words = group_after(after) if after else group_before(sentence[: found.start()])
        if words and (_THEIR_OWN.match(words) or (not after and _PERSONAL.search(words))):
            continue
        if groups.get("level") and _worth(words or "") != _AT_FAULT[groups["level"].lower()]:
            continue
        partly = state.progress in ("met", "improved") and groups.get("part")
        named = None if is_somebody(words or "") else _name(words)
        yield _Told(found.start(), "some-progress" if partly else state.progress, named)


def _found(sentence: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    """Yield what the patterns find outside conditions, relative clauses and missing evidence."""
    for pattern in patterns:
        for found in pattern.finditer(sentence):
            if not _HYPOTHESIS.search(sentence[: found.start()]):
                yield found


def _name(words: str | None) -> str | None:
    """Return ``words`` as a name, without a clause that hangs on after a comma."""
    name = name_of(_HANGS_ON.split(words or "", maxsplit=1)[0])
    return None if name and _NO_NAME.match(name) else name


def _of_people(words: str) -> bool:
    """Tell whether ``words`` are people themselves, and not something of theirs."""
    if _THEIR_OWN.match(words) or is_somebody(words):
        return True
    return is_people(words) and not re.search(r"[’']| of ", words)


def _valued(meaning: str, words: str | None, denied: bool) -> str | None:
    """Return what a change of this ``meaning`` is worth, of what ``words`` say."""
    head = (words or "").partition(" that ")[0]
    worth = _worth(head)
    if meaning == "worse" and (worth == "burdens" or _COUNT.match(head)):
        meaning = "less"
    if meaning in ("less", "more"):
        if worth is None:
            return None
        meaning = "better" if (worth == "gains") == (meaning == "more") else "worse"
    if denied:
        return "insufficient-progress" if meaning == "better" else None
    return "improved" if meaning == "better" else "declined"


def _worth(words: str) -> str | None:
    """Return whether ``words`` begin with something of which less is better, or more."""
    return next((each.key for each in _burdens_and_gains().find(words)), None)


def _softened(progress: str, clause: str) -> str:
    softly = progress == "improved" and (slight().search(clause) or _TURN.match(clause.strip(" ,")))
    return "some-progress" if softly else progress


def _denied(sentence: str, found: re.Match[str]) -> bool:
    return bool(DENIAL.search(sentence[: found.start()]))


@lru_cache(maxsize=1)
def _burdens_and_gains() -> Matcher[str]:
    return Matcher(
        (cue, slug)
        for slug in ("burdens", "gains")
        for cue in vocabulary().concept("matter", slug).cues
    )


@lru_cache(maxsize=1)
def _words_of_trends() -> Matcher[str]:
    return Matcher((cue, cue) for each in vocabulary().scheme("trend") for cue in each.cues)
