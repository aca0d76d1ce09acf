"""How things have turned out since an earlier inspection that the sentence names.

That it is named makes an assessment of plain praise or blame: "supervision is now regular, unlike
at the last inspection", "little has been done about the areas for improvement".  Clauses in the
past only say what was found then; words before the verb belong to the name of the thing.  Words are
the vocabulary's ("outcome", "claim"); here is only the grammar around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.extractors.assessed import Assessed, is_of_one
from loaders.extractors.cues import cued
from loaders.extractors.noun_groups import group_before
from loaders.extractors.progress import without_recalled
from loaders.extractors.things import is_people, is_somebody
from loaders.extractors.trend_names import thing_named
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

_CLAUSE = re.compile(
    r"[;:–]|,(?! (?:well|more|better)\b)|\b(?:but|although|though|while|whilst|however|which|where"
    r"|when|who|unlike|because|as|if|whether|so that)\b",
    re.IGNORECASE,
)
_HOLDS = r"\b(?:is|are|has|have|<<claim/holds>>)(?: (?:not|now|also|yet|still|been|all|\w+ly))*\b"
_DENIED = r"\b(?:not|never|no(?! longer)|nor|without|yet to|neither|none|<<claim/hardly-so>>)\b"
_NO_LONGER = re.compile(r"\bno longer\b", re.IGNORECASE)
_NEAR = 40  # characters before a word in which a "not" belongs to it
SO_STILL = "so-still"
_PARTLY = ("some-progress",)
_GOOD, _BAD = ("improved", "met", "maintained"), ("insufficient-progress", "declined")
_OPPOSITE = {
    "improved": "insufficient-progress",
    "met": "insufficient-progress",
    "maintained": "declined",
    "insufficient-progress": "improved",
}
_CONCEDES = re.compile(r"(?:although|while|whilst|though)\b", re.IGNORECASE)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_SO_MANY_OF = re.compile(
    rf"\b(?:only )?{_NUMBER} (?:out )?of (?:the |its |these |those )?{_NUMBER}\b"
    rf"|\bof (?:the )?{_NUMBER} [^,;.]{{3,60}}, only {_NUMBER}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    progress: str
    thing: str | None


def outcome_stated(sentence: str) -> Assessed | None:
    """Return how things have turned out by ``sentence``, or None where it does not say.

    ``sentence`` compares with an earlier inspection; the words that do so are not in it, nor are
    wishes and plans.  Good and bad news together are some progress.
    """
    if is_of_one(sentence):
        return None
    clauses = tuple(_clauses(sentence))
    if _CONCEDES.match(sentence.strip()):
        clauses = clauses[1:]  # what is conceded is not what the sentence says
    said = [each for clause in clauses for each in _said(clause)]
    if not said:
        return None
    values = [_lasting(each.progress, sentence) for each in said]
    good = next((each for each in values if each in _GOOD), None)
    bad = next((each for each in values if each in _BAD), None)
    partly = any(each in _PARTLY for each in values)
    progress = "some-progress" if partly or (good and bad) else good or bad or values[0]
    return Assessed(progress, said[0].thing)


def _lasting(progress: str, sentence: str) -> str:
    """Return what it means that it "continues to be so": kept up, where it was good."""
    if progress != SO_STILL:
        return progress
    was = {found.key for found in _words().find_all(sentence)}
    return "maintained" if "improved" in was and not was & set(_BAD) else "insufficient-progress"


def is_partly_met(sentence: str) -> bool:
    """Tell whether ``sentence`` counts what is done out of more: "three of the five"."""
    return bool(_SO_MANY_OF.search(sentence))


def _clauses(sentence: str) -> Iterator[str]:
    for clause in _CLAUSE.split(without_recalled(sentence)):
        if clause.strip():
            yield clause


def _said(clause: str) -> Iterator[_Said]:
    """Yield what a clause says after its verb, with what it says it of."""
    holds = cued(_HOLDS).search(clause)
    if holds is None:
        return
    for found in _words().find(clause):
        told = clause[: found.start]
        if found.start < holds.start() and found.key not in _BAD:
            continue
        if told.endswith(" to "):
            continue  # "to better understand" is what it is done for
        progress: str | None = found.key
        if _NO_LONGER.search(told) or cued(_DENIED).search(told[-_NEAR:]):
            progress = _OPPOSITE.get(found.key)
        if progress:
            yield _Said(progress, _thing(clause, holds.start()))


def _thing(clause: str, start: int) -> str | None:
    group = group_before(clause[:start])
    if group is None or "  " in group or cued(_DENIED).match(group):
        return None  # words of the comparison stood in it
    if is_people(group) or is_somebody(group):
        return None
    return thing_named(group, clause)


@cache
def _words() -> Matcher[str]:
    return Matcher(
        (cue, concept.slug) for concept in vocabulary().scheme("outcome") for cue in concept.cues
    )
