"""What one sentence says has become of something since an earlier inspection, or over time.

It must say what has changed, and since when: an earlier inspection, or over a stated period.  One
that does not say since when counts with a doubt, see `changes`.  Plans, wishes, actions without
result, findings of the earlier inspection itself, and counts that rise or fall are no progress.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.extractors.assessed import Assessed
from loaders.extractors.changes import (
    change_stated,
    may_tell_of_change,
    with_burdens_weighed,
)
from loaders.extractors.claims import (
    claimed,
    is_of_now,
    is_told_by_others,
    is_without_result,
    without_wishes,
)
from loaders.extractors.comparing import (
    comparison_in,
    earlier_in,
    without_earlier,
)
from loaders.extractors.outcomes import outcome_stated
from loaders.extractors.progress import progress_of, sets_up
from loaders.extractors.since_when import PERIOD, says_since_when, without_opening_period
from loaders.extractors.trends import Beside, may_tell_trend, trend_stated, with_reserve
from ontology.matching import Matcher, Pieces
from ontology.vocabulary import vocabulary

RULE = "comparison-with-inspection"
OVER_TIME = "comparison-over-time"
CHANGE = "change-stated"
LONGEST_SENTENCE = 600
MAY_SAY_CHANGE = (" has ", " have ", "mprov", "too slow")
_HAS_CHANGED = re.compile(
    r"\b(?:has|have)(?: not)? (?:\w+ly |also |now |yet |since )*(?:been )?(?:\w+ly )?"
    r"(?:improved|strengthened|enhanced|transformed|deteriorated|declined|worsened|sustained|"
    r"maintained|addressed|resolved|implemented|made)\b"
    r"|\bimprovements? (?:has|have) been (?:made|achieved|seen)\b"
    r"|\b(?:has|have) been (?:\w+ )?improvements?\b",
    re.IGNORECASE,
)
_IS_CHANGE = re.compile(
    r"\b(?:has|have)(?: not)? (?:\w+ly |also |now |yet |since )*(?:been )?(?:\w+ly )?"
    r"(?:improved|strengthened|enhanced|transformed|deteriorated|declined|worsened)\b"
    r"|\b(?:there (?:has|have|had) been|(?:inspectors|inspection) (?:has |have )?(?:found|saw)"
    r"|has seen|have seen|has made|have made) "
    r"(?:an? |some )?(?:[\w-]+ ){0,3}(?:improvements?|progress|deterioration|decline)\b"
    r"|\b(?:has|have) (?:accelerated|gained (?:pace|momentum|traction)|been more \w+)\b"
    r"|\b(?:reports?|shows?) (?:an? )?(?:[\w-]+ ){0,2}improvements? (?:in|over)\b"
    r"|\b(?:is|are) improving\b|\b(?:indications|signs|evidence) of improv\w+"
    r"|\b(?:improvements?|progress) (?:has|have) been \w+\b",
    re.IGNORECASE,
)
_IN_CHANGES = Pieces(
    (
        *("improv", "progress", "strengthened", "enhanced", "transformed", "deteriorat", "decline"),
        *("worsened", "accelerated", "gained ", "been more "),
    )
)
_ONLY_POINTS_BACK = re.compile(r"\b(?:those|these) (?:earlier )?improvements\b", re.IGNORECASE)
_MORE_THAN = re.compile(
    r"\b(?:more|better|stronger|quicker|faster|safer) (?:\w+ ){0,4}than (?:at|in|during|they|it|"
    r"was|were|those|that|found|seen)\b",
    re.IGNORECASE,
)
_ASKED_OF = re.compile(
    r"\b(?:recommendations?|areas? for|actions?|requirements?|issues?|shortfalls?|weakness(?:es)?|"
    r"deficits?|concerns?|no longer|ceased)\b",
    re.IGNORECASE,
)
_ONLY_MEANT = re.compile(
    r"(?:\w+, )?(?:increased|improved|strengthened|reduced|enhanced)\b[^,.;]* (?:is|are) "
    r"(?:intended|needed|required|designed|planned|expected|necessary)\b"
    r"|(?:\w+, )?(?:increased|improved|strengthened|reduced|enhanced)\b[^,.;]* "
    r"(?:would|could|should|might)\b",
    re.IGNORECASE,
)
_WORSE = ("declined", "insufficient-progress")
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
    if len(sentence) > LONGEST_SENTENCE or sentence.rstrip(" :").endswith("because"):
        return (
            None  # first: what follows takes its time with long ones; the other leads into a list
        )
    found = _changed(sentence, heading_compares)
    if found is None or found.progress == "improved":
        trend = _with_trend(sentence, before)
        at_risk = trend and trend.progress in _WORSE  # what has improved may be lost again
        found = trend if found is None or at_risk else found
    found = found or _turned_out(sentence)
    return replace(found, progress=with_reserve(sentence, found.progress)) if found else None


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


def _with_trend(sentence: str, before: str) -> Fared | None:
    if not may_tell_trend(sentence):
        return None
    compares = bool(comparison_in(sentence))
    trend = trend_stated(without_wishes(sentence), Beside(before, compares))
    if trend is None or _ONLY_MEANT.match(sentence):
        return None
    if not is_of_now(_CASE_REVIEW.sub("review", sentence)):
        return None
    dated = OVER_TIME if says_since_when(sentence) or earlier_in(sentence) else CHANGE
    rule = RULE if compares else dated
    return Fared(trend.progress, is_told_by_others(sentence), rule, trend)


def _changed(sentence: str, heading_compares: bool) -> Fared | None:
    if not may_tell_of_change(sentence):
        return None
    weighed = with_burdens_weighed(sentence)
    period = _over_a_period(weighed)
    under_heading = heading_compares and not period and _HAS_CHANGED.search(sentence)
    compares = comparison_in(sentence) or under_heading
    rule = RULE
    if not compares:
        compares = period or change_stated(weighed)
        dated = compares and (period or says_since_when(sentence))
        rule = OVER_TIME if dated else CHANGE
    if not compares:
        return None
    if not is_of_now(sentence):
        return None
    told = claimed(weighed)
    if is_without_result(told):
        return None
    progress = progress_of(told)
    if progress is None and _MORE_THAN.search(told):
        progress = "improved"
    if progress is None or not _is_said(progress, told):
        return None
    if _ONLY_POINTS_BACK.fullmatch(compares.group()) and progress not in ("declined", "maintained"):
        return None
    return Fared(progress, is_told_by_others(sentence), rule)


def states_change(sentence: str) -> bool:
    """Tell whether ``sentence`` says outright that something has become better or worse."""
    return _IN_CHANGES.are_in(sentence.lower()) and bool(_IS_CHANGE.search(sentence))


def _over_a_period(sentence: str) -> re.Match[str] | None:
    """Return the period over which a sentence says that something has changed."""
    return PERIOD.search(sentence) if states_change(sentence) else None


def _is_said(progress: str, told: str) -> bool:
    """Tell whether words of the vocabulary bear out what the grammar reads."""
    if progress == "improved" and (_MORE_THAN.search(told) or sets_up(told)):
        return True
    if progress == "met" and not _ASKED_OF.search(told):
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
