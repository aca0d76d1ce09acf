"""What one sentence says has become of something since an earlier inspection, or over time.

It must say what has changed, and since when: an earlier inspection, or over a stated period.  One
that does not say since when counts with a doubt.  Plans, wishes, findings of the earlier inspection
itself, and counts that rise or fall are no progress.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.extractors.assessed import Assessed
from loaders.extractors.changes import with_burdens_weighed
from loaders.extractors.claims import (
    claimed,
    is_of_now,
    is_of_others,
    is_told_by_others,
    is_without_result,
    without_wishes,
)
from loaders.extractors.comparing import (
    comparison_in,
    earlier_in,
    without_earlier,
)
from loaders.extractors.figures_then import figures_compared
from loaders.extractors.of_few import is_of_one_or_few
from loaders.extractors.outcomes import outcome_stated
from loaders.extractors.plainer import has_other_words, plainer
from loaders.extractors.progress import is_only_meant, progress_of
from loaders.extractors.readings import tells
from loaders.extractors.since_when import says_since_when, without_opening_period
from loaders.extractors.trends import Beside, may_tell_trend, trend_stated, with_reserve
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

RULE = "comparison-with-inspection"
OVER_TIME = "comparison-over-time"
CHANGE = "change-stated"
LONGEST_SENTENCE = 600
MAY_SAY_CHANGE = (" has ", " have ", "mprov", "too slow")
_FEWER_HAVE = re.compile(  # "fewer actions have been completed" is not met
    r"(?:^|, )(?:and |but )?fewer\b[^,;.]*\b(?:has|have)\b", re.IGNORECASE
)
_APOSTROPHE = re.compile(r"n[’']t\b")
_CONTRACTED = re.compile(r"\b(?P<verb>\w+?)n[’']t\b")
_FULL = {"ca": "cannot", "wo": "will not"}
_ONLY_POINTS_BACK = re.compile(r"\b(?:those|these) (?:earlier )?improvements\b", re.IGNORECASE)
_OVER_A_PERIOD = ("improved", "insufficient-progress", "declined")  # what is done needs an asker
_CASE_REVIEW = re.compile(r"\bserious case reviews?\b", re.IGNORECASE)  # may lead to a change
_AGREES: dict[str, frozenset[str]] = {
    "met": frozenset(("met",)),
    "improved": frozenset(("improved", "met")),
    "some-progress": frozenset(("improved", "some-progress", "met", "insufficient-progress")),
    "maintained": frozenset(("maintained",)),
    "insufficient-progress": frozenset(("insufficient-progress",)),
    "declined": frozenset(("declined",)),
}


@dataclass(frozen=True, slots=True)
class Fared:
    """What a sentence says has become of something; ``rule`` tells by what it compares."""

    progress: str
    told_by_others: bool = False
    rule: str = RULE
    assessed: Assessed | None = None


def fared(sentence: str, heading_compares: bool = False, before: str = "") -> Fared | None:
    """Return what ``sentence`` says has become of something since an earlier inspection.

    Where the heading above compares ("Progress since the last inspection") the sentence need only
    say that something has changed.  A change over a stated period counts too, and one that the
    main clause states without saying since when; or what is now is set against what was.  What
    "they" are, of which there is less or more, the sentence ``before`` tells.
    """
    sentence = _CONTRACTED.sub(_in_full, sentence) if _APOSTROPHE.search(sentence) else sentence
    if len(sentence) > LONGEST_SENTENCE or sentence.rstrip(" :").endswith("because"):
        return None  # what follows takes its time with long ones; the other leads into a list
    found = _with_trend(sentence, before, heading_compares)
    found = found or _turned_out(sentence) or _compared(sentence)
    found = found or _in_plainer_words(sentence, before, heading_compares) or _counted(sentence)
    if found is None or (found.progress == "met" and _FEWER_HAVE.search(sentence)):
        return None
    return replace(found, progress=with_reserve(sentence, found.progress))


def _in_full(contracted: re.Match[str]) -> str:
    """Return "cannot", "will not" or "has not" for the word contracted with "not"."""
    return _FULL.get(contracted["verb"].lower(), f"{contracted['verb']} not")


def _in_plainer_words(sentence: str, before: str, heading_compares: bool) -> Fared | None:
    """Return what ``sentence`` says in plainer words, which are not its own for any thing."""
    if not may_tell_trend(sentence) and not has_other_words(sentence):
        return None  # what is left out of it tells nothing either
    told = (_with_trend(each, before, heading_compares) for each in plainer(sentence))
    found = next(filter(None, told), None)
    if found is None or found.assessed is None:
        return found
    return replace(found, assessed=replace(found.assessed, thing=None, sought=False))


def _counted(sentence: str) -> Fared | None:
    """Return what a figure of ``sentence`` says that is set against an earlier one."""
    progress = figures_compared(sentence)
    if progress is None or is_only_meant(sentence) or is_of_one_or_few(sentence):
        return None
    if is_of_others(sentence):
        return None
    rule = RULE if comparison_in(sentence) else OVER_TIME
    return Fared(progress, is_told_by_others(sentence), rule)


def _turned_out(sentence: str) -> Fared | None:
    """Return what plain praise or blame says where ``sentence`` tells of an earlier time."""
    compares = comparison_in(sentence)
    dated = compares or earlier_in(sentence)
    told = without_earlier(sentence) if dated else without_opening_period(sentence)
    if told is None or not is_of_now(sentence) or is_without_result(sentence):
        return None
    outcome = outcome_stated(without_wishes(told))
    if outcome is None or (not dated and outcome.progress not in _OVER_A_PERIOD):
        return None
    rule = RULE if compares else OVER_TIME
    return Fared(outcome.progress, is_told_by_others(sentence), rule, outcome)


def _with_trend(sentence: str, before: str, heading_compares: bool) -> Fared | None:
    if not may_tell_trend(sentence):
        return None
    compares = bool(comparison_in(sentence))
    trend = trend_stated(without_wishes(sentence), Beside(before, compares or heading_compares))
    if trend is None or is_only_meant(sentence):
        return None
    if not is_of_now(_CASE_REVIEW.sub("review", sentence)):
        return None
    dated = says_since_when(sentence) or earlier_in(sentence)
    undated = RULE if heading_compares else CHANGE
    rule = RULE if compares else OVER_TIME if dated else undated
    return Fared(trend.progress, is_told_by_others(sentence), rule, trend)


def _compared(sentence: str) -> Fared | None:
    """Return what words of progress anywhere say where ``sentence`` names an earlier inspection."""
    compares = comparison_in(sentence)
    if compares is None or not is_of_now(sentence):
        return None
    told = claimed(with_burdens_weighed(sentence))
    if is_without_result(told):
        return None
    progress = progress_of(told)
    if progress is None and tells("claim/more-than", told):
        progress = "improved"
    if progress is None or not _is_said(progress, told):
        return None
    if _ONLY_POINTS_BACK.fullmatch(compares.group()) and progress not in ("declined", "maintained"):
        return None
    return Fared(progress, is_told_by_others(sentence))


def _is_said(progress: str, told: str) -> bool:
    """Tell whether words of the vocabulary bear out what the grammar reads."""
    if progress == "improved" and tells("claim/more-than", told):
        return True
    if progress == "met" and not tells("claim/asked-of", told):
        return False
    said = {match.key for match in _cues().find_all(told)}
    return not said.isdisjoint(_AGREES.get(progress, frozenset()))


@lru_cache(maxsize=1)
def _cues() -> Matcher[str]:
    return Matcher(
        (cue, concept.slug)
        for scheme in ("progress", "sign")
        for concept in vocabulary().scheme(scheme)
        for cue in concept.cues
    )
