"""Which themes and issues an item is about, by the cue phrases of the vocabulary.

Labels and other names of an issue settle it, its hidden labels only hint at it.  The head of
the phrase comes first in these documents ("the quality of supervision for …"), so early cues
weigh more.  Whether no theme fits cannot be read off the score; then nothing is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ontology.matching import Match, Matcher
from ontology.vocabulary import Concept, vocabulary

SETTLING_WEIGHT = 2.0
HINTING_WEIGHT = 0.8
RELATED_SHARE = 0.35  # of a cue's weight for the second theme of its issue
LENGTH_BONUS = 0.3  # for each further word of a phrase: long phrases are seldom accidents
FADING = 0.75  # share of a cue's weight that is left for each issue named before it
LEAST_WEIGHT = 0.25
HEAD_BONUS = 1.25  # for a settling cue that opens the phrase: the rest is about it
SECOND_THEME_SHARE = 0.38  # of the first theme's score
THIRD_THEME_SHARE = 0.8
MOST_THEMES = 3
LEAST_SCORE = 0.5
CLEAR_MARGIN = 1.3  # below it three in ten first themes are wrong, above it one in nine
PURPOSE = re.compile(
    r"\b(?:so that|in order to|to enable|to ensure that|to make sure"
    r"|(?:to )?inform(?:s|ed|ing)?"
    r"|(?:management|managerial|leadership|senior) oversight of)\b",
    re.I,
)
PURPOSE_SHARE = 0.75
SENTENCE_END = re.compile(r"[.;]\s+(?=[A-Z])")
LATER_SENTENCE_SHARE = 0.85
REPEATED_SHARE = 0.9
SUBJECT = re.compile(
    r"\W*(?:the\s+|all\s+|local\s+|area\s+|senior\s+|health\s+|strategic\s+)*"
    r"(?:leaders|managers|council|local\s+authority|authority|board|partnership|partners|LSCB|\w?SCB)\b"
    r"[^.;]{0,120}?\b(?:should|must|needs?(?:\s+urgently)?\s+to|to|will)\b",
    re.I,
)  # who must act is not what it is about
SUBJECT_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Classification:
    """Themes (slugs, the first is the primary one, none to three) and issues (slugs) of a text."""

    themes: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class _Cue:
    issue: str
    theme: str
    related: tuple[str, ...]
    weight: float


NEUTRAL = _Cue("", "other", (), 0.0)


@lru_cache(maxsize=1)
def _cues() -> Matcher[_Cue]:
    known = vocabulary()
    issues = [concept for concept in known.scheme("theme") if "Issue" in concept.types]
    settling = [pair for issue in issues for pair in _weighed(issue, issue.names, SETTLING_WEIGHT)]
    hinting = [pair for issue in issues for pair in _weighed(issue, issue.cues, HINTING_WEIGHT)]
    neutral = [(phrase, NEUTRAL) for phrase in known.concept("theme", "other").cues]
    return Matcher([*settling, *hinting, *neutral])


def _weighed(issue: Concept, phrases: Iterable[str], weight: float) -> Iterable[tuple[str, _Cue]]:
    theme = vocabulary().top_theme(issue.slug)
    touched = tuple(slug for slug in issue.related if vocabulary().top_theme(slug) == slug)
    for phrase in phrases:
        words = len(phrase.replace("-", " ").split())
        stronger = weight * (1 + LENGTH_BONUS * (words - 1))
        yield phrase, _Cue(issue.slug, theme, touched, stronger)


def classify(text: str, board_business: bool = False) -> Classification:
    """Return the themes and issues of an item, ``doubt`` where the choice is close or none.

    ``board_business``: the item is addressed to a safeguarding board or partnership, whose
    whole business counts as partnership working.
    """
    matches = [match for match in _cues().find(text) if match.key is not NEUTRAL]
    scores = _scores(matches, text)
    if board_business:
        scores["partnership-working"] += max(scores.values(), default=LEAST_SCORE) + 0.01
    ranked = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
    ranked = [each for each in ranked if each[1] >= LEAST_SCORE]
    if not ranked:
        return Classification(doubt="no cue phrase of any theme")
    return Classification(_chosen(ranked), _issues(matches), _closeness(ranked))


def _scores(matches: Iterable[Match[_Cue]], text: str) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    purpose = PURPOSE.search(text)
    subject = SUBJECT.match(text)
    sentence = SENTENCE_END.search(text)
    seen: set[str] = set()
    for match in matches:
        weight = match.key.weight * max(LEAST_WEIGHT, FADING ** len(seen))
        if purpose and match.start > purpose.start():
            weight *= PURPOSE_SHARE
        if sentence and match.start > sentence.start():
            weight *= LATER_SENTENCE_SHARE
        if match.key.issue in seen:
            weight *= REPEATED_SHARE
        if subject and match.end <= subject.end():
            weight *= SUBJECT_SHARE
        else:
            weight *= HEAD_BONUS if not seen and match.key.weight >= SETTLING_WEIGHT else 1.0
            seen.add(match.key.issue)
        scores[match.key.theme] += weight
        for theme in match.key.related:
            scores[theme] += weight * RELATED_SHARE
    return scores


def _chosen(ranked: list[tuple[str, float]]) -> tuple[str, ...]:
    best = ranked[0][1]
    shares = (0.0, SECOND_THEME_SHARE, THIRD_THEME_SHARE)
    return tuple(
        theme
        for (theme, score), share in zip(ranked[:MOST_THEMES], shares, strict=False)
        if score >= best * share
    )


def _issues(matches: Iterable[Match[_Cue]]) -> tuple[str, ...]:
    """The issues whose settling phrases stand in the text, in the order of the text."""
    return tuple(
        dict.fromkeys(match.key.issue for match in matches if match.key.weight >= SETTLING_WEIGHT)
    )


def _closeness(ranked: list[tuple[str, float]]) -> str | None:
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * CLEAR_MARGIN:
        return f"themes {ranked[0][0]} and {ranked[1][0]} are nearly equal"
    return None
