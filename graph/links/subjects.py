"""What an item is about, and how much: issues of the vocabulary weighed by their place.

The demand stands at the head of the phrase ("the quality of supervision for social workers, so
that children …"); what follows qualifies it.  So the first issue of a clause counts fully, each
later one less, and a purpose ("so that", "in order to") less again.  A mere hint counts little,
and so does an issue that only says who acts or for whom ("care leavers", "the board").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ontology.matching import Matcher
from ontology.vocabulary import Concept, vocabulary

SETTLED = 1.0
HINTED = 0.3
STATED = 0.8  # an issue that the document's graph states though no cue of it stands in the text
FADING = 0.8  # share that is left for each issue named before it in its clause
LEAST_SHARE = 0.4
PURPOSE_SHARE = 0.5
PART_SHARE = 0.8  # of a further clause or sub-item
SENTENCE_SHARE = 0.65  # of what a further sentence adds to the demand
WHO_SHARE = 0.4  # of an issue that names who, not what
NARROWER = 0.75  # how far an issue meets the broader one: to ask for the part is to ask for it
NEARBY = 0.35  # how far it meets a related one

_SENTENCE_END = re.compile(r"[.]\s+(?=[A-Z‘“'])")
_CLAUSE_END = re.compile(r"[;:]\s+|\s[–—-]\s|•")
_PURPOSE = re.compile(
    r"\b(?:so that|so as to|in order (?:to|that)|to enable|to ensure(?: that)?|to make sure|"
    r"to support|to inform|to allow|to help)\b",
    re.IGNORECASE,
)
_HEAD = 12  # letters of a clause in which "To support …" is the demand itself
_NEUTRAL = ""

Found = tuple[str, float]


@lru_cache(maxsize=1)
def _issues() -> Mapping[str, Concept]:
    scheme = vocabulary().scheme("theme")
    return {concept.slug: concept for concept in scheme if "Issue" in concept.types}


@lru_cache(maxsize=1)
def _cues() -> Matcher[Found]:
    issues = _issues().values()
    settling = [(name, (issue.slug, SETTLED)) for issue in issues for name in issue.names]
    hinting = [(cue, (issue.slug, HINTED)) for issue in issues for cue in issue.cues]
    neutral = [(cue, (_NEUTRAL, 0.0)) for cue in vocabulary().concept("theme", "other").cues]
    return Matcher([*settling, *hinting, *neutral])


@lru_cache(maxsize=1)
def neighbours() -> Mapping[str, Mapping[str, float]]:
    """Return how far each issue meets others, over 0 to 1: 1 itself, less those near to it."""
    known = _issues()
    near: dict[str, dict[str, float]] = {issue: {} for issue in known}
    for issue, concept in known.items():
        for others, share in ((concept.related, NEARBY), (concept.broader, NARROWER)):
            for other in others:
                if other in known:
                    near[issue][other] = near[other][issue] = share
    return {issue: {issue: 1.0, **others} for issue, others in near.items()}


@lru_cache(maxsize=1)
def _who() -> frozenset[str]:
    """Issues that say who acts or for whom (ans:namesWho)."""
    return frozenset(slug for slug, each in _issues().items() if each.values("namesWho"))


@lru_cache(maxsize=1)
def demands() -> frozenset[str]:
    """Return the issues whose name says what is wanted (ans:namesDemand), not only a field."""
    return frozenset(slug for slug, each in _issues().items() if each.values("namesDemand"))


def weigh_issues(texts: Iterable[str], stated: Iterable[str] = ()) -> dict[str, float]:
    """Return the issues of an item's texts with weights over 0 to 1, the heaviest mention each.

    ``stated`` are those that its document's graph names, by a person's correction for instance.
    """
    weights: dict[str, float] = {}
    for share, clause in _clauses(texts):
        for issue, weight in _weigh_clause(clause):
            weights[issue] = max(weights.get(issue, 0.0), weight * share)
    for issue in stated:
        weights[issue] = max(weights.get(issue, 0.0), 0.0) or STATED
    return {
        issue: weight * (WHO_SHARE if issue in _who() else 1.0)
        for issue, weight in sorted(weights.items())
    }


def _clauses(texts: Iterable[str]) -> Iterator[tuple[float, str]]:
    """Yield the clauses of the texts with the share that each has in the demand."""
    share = 1.0
    for text in texts:
        for position, sentence in enumerate(_SENTENCE_END.split(text)):
            for clause in _CLAUSE_END.split(sentence):
                if clause.strip():
                    yield min(share, SENTENCE_SHARE if position else 1.0), clause
                    share = PART_SHARE


def _weigh_clause(clause: str) -> Iterator[Found]:
    purpose = _PURPOSE.search(clause, _HEAD)
    seen: set[str] = set()
    for match in _cues().find(clause):
        issue, weight = match.key
        if issue == _NEUTRAL:
            continue
        settles = weight == SETTLED
        if issue not in seen:
            weight *= max(LEAST_SHARE, FADING ** len(seen))
        if purpose and match.start >= purpose.start():
            weight *= PURPOSE_SHARE
        if settles:
            seen.add(issue)
        yield issue, weight
