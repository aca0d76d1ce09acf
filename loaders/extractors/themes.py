"""Which themes and issues an item is about, by the cue phrases of the vocabulary.

Labels and other names of an issue settle it, and so do its context phrases (ans:cue, words that
count only together); its hidden labels only hint at it.  The head of the phrase comes first in
these documents ("the quality of supervision for …"), so early cues weigh more; how much a
sentence weighs, `loaders.extractors.emphasis` says.  Whether no theme fits cannot be read off the
score; then nothing is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.extractors.emphasis import CIRCUMSTANCE_SHARE, Emphasis, find_emphasis
from ontology.matching import Matcher, any_of, fold
from ontology.vocabulary import Concept, vocabulary

SETTLING_WEIGHT = 2.0
HINTING_WEIGHT = 0.8
CONTEXT_WEIGHT = 2.6
RELATED_SHARE = 0.35  # of a cue's weight for the second theme of its issue
LENGTH_BONUS = 0.3  # for each further word of a phrase: long phrases are seldom accidents
FADING = 0.75  # share of a cue's weight that is left for each issue named before it
LEAST_WEIGHT = 0.25
HEAD_BONUS = 1.4  # for a settling cue that opens the phrase: the rest is about it
PARTICIPANT_SHARE = 0.75  # for a cue within the context phrase of another issue
OBJECT_SHARE = 0.5  # for practice, after the head that says what is wanted about it
PRACTICE = "assessment-and-practice"
HEALTH = "health"
PARTNERSHIP = "partnership-working"
BOARD_OWN_SHARE = 0.5  # of what a board's item says of partnership by itself
VOICE = "engagement-and-voice"
MEANS_OF_THE_WHOLE = frozenset(
    ("leadership-governance-oversight", "sufficiency-staffing-recruitment", "records-and-ict")
)  # what a partnership lacks for working together
TOUCHED_IN_AN_AREA = {VOICE: PARTNERSHIP, HEALTH: PRACTICE}
SECOND_THEME_SHARE = 0.38  # of the first theme's score
THIRD_THEME_SHARE = 0.8
MOST_THEMES = 3
LEAST_SCORE = 0.5
CLEAR_MARGIN = 1.7  # below it one in four first themes is wrong, above it one in seventeen
REPEATED_SHARE = 0.9
CONTEXT_GAP = " ... "  # between the words of a context phrase; "|" between choices
CONTEXT_REACH = 60  # characters of one sentence that may stand in such a gap


@dataclass(frozen=True, slots=True)
class Classification:
    """Themes (slugs, the first is the primary one, none to three) and issues (slugs) of a text."""

    themes: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an item stands, as far as that tells what it is about.

    ``board_business``: it is addressed to a safeguarding board or partnership, whose whole business
    counts as partnership working.  ``findings``: it narrates what was found.  ``agencies``: for an
    item of a joint letter the names of those of whom it speaks, none for the partnership as a
    whole.  ``area``: it stands in a report on a whole area's partnership for special needs.
    """

    board_business: bool = False
    findings: bool = False
    agencies: tuple[str, ...] | None = None
    area: bool = False


ALONE = Setting()


@dataclass(frozen=True, slots=True)
class _Cue:
    issue: str
    theme: str
    related: tuple[str, ...]
    weight: float
    names_who: bool = False

    @property
    def settles(self) -> bool:
        return self.weight >= SETTLING_WEIGHT

    @property
    def heads(self) -> bool:
        """Whether what follows is about it: of an agency or its children it may say anything."""
        return self.settles and (not self.names_who or self.theme == PARTNERSHIP)


NEUTRAL = _Cue("", "other", (), 0.0)


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue at ``text[start:end]``; ``inner``: it stands within another issue's context phrase."""

    start: int
    end: int
    cue: _Cue
    inner: bool = False


def _issues() -> tuple[Concept, ...]:
    return tuple(each for each in vocabulary().scheme("theme") if "Issue" in each.types)


@lru_cache(maxsize=1)
def _cues() -> Matcher[_Cue]:
    issues = _issues()
    settling = [pair for issue in issues for pair in _weighed(issue, issue.names, SETTLING_WEIGHT)]
    hinting = [pair for issue in issues for pair in _weighed(issue, issue.cues, HINTING_WEIGHT)]
    neutral = [(phrase, NEUTRAL) for phrase in vocabulary().concept("theme", "other").cues]
    return Matcher([*settling, *hinting, *neutral])


def _weighed(issue: Concept, phrases: Iterable[str], weight: float) -> Iterable[tuple[str, _Cue]]:
    for phrase in phrases:
        words = len(phrase.replace("-", " ").split())
        yield phrase, _cue(issue, weight * (1 + LENGTH_BONUS * (words - 1)))


def _cue(issue: Concept, weight: float) -> _Cue:
    touched = tuple(slug for slug in issue.related if vocabulary().top_theme(slug) == slug)
    return _Cue(
        issue.slug,
        vocabulary().top_theme(issue.slug),
        touched,
        weight,
        names_who=bool(issue.values("namesWho")),
    )


@lru_cache(maxsize=1)
def _contexts() -> tuple[tuple[tuple[str, ...], re.Pattern[str], _Cue], ...]:
    """Return each context phrase: the words of which it begins with one, its pattern, its cue."""
    neutral = vocabulary().concept("theme", "other").values("cue")
    settling = (
        (each, _cue(issue, CONTEXT_WEIGHT)) for issue in _issues() for each in issue.values("cue")
    )
    return tuple(
        (_first_words(phrase), _context_pattern(phrase), cue)
        for phrase, cue in (*((each, NEUTRAL) for each in neutral), *settling)
    )


def _first_words(phrase: str) -> tuple[str, ...]:
    first = phrase.lower().split(CONTEXT_GAP)[0]
    return tuple(each.rstrip("*") for each in first.split("|"))


def _context_pattern(phrase: str) -> re.Pattern[str]:
    words = (any_of(part.lower().split("|")) for part in phrase.split(CONTEXT_GAP))
    return re.compile(r"\b" + rf"\b[^.;]{{0,{CONTEXT_REACH}}}?\b".join(words) + r"\b")


def classify(text: str, setting: Setting = ALONE) -> Classification:
    """Return the themes and issues of an item, ``doubt`` where the choice is close or none."""
    found = _find(text)
    scores = _scores(found, find_emphasis(text, setting.findings))
    if setting.board_business:
        best = max(scores, key=lambda theme: scores[theme], default=PARTNERSHIP)
        lead = -0.01 if best == VOICE else scores[PARTNERSHIP] * BOARD_OWN_SHARE + 0.01
        scores[PARTNERSHIP] = max(scores[best], LEAST_SCORE) + lead
    if scores:
        _raise_what_is_touched(scores, setting)
    ranked = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
    ranked = [each for each in ranked if each[1] >= LEAST_SCORE]
    if not ranked:
        return Classification(doubt="no cue phrase of any theme")
    return Classification(_chosen(ranked), _named(found), _closeness(ranked))


def _find(text: str) -> list[_Found]:
    """Return what is found, in the order of the text; a context phrase stands for its names."""
    plain = [
        _Found(match.start, match.end, match.key)
        for match in _cues().find(text)
        if match.key is not NEUTRAL
    ]
    contexts = [
        each
        for each in _find_contexts(fold(text))
        if not any(_says_it_within(each, other) for other in plain if other.cue.settles)
    ]
    apart = [
        replace(each, inner=any(_stands_within(each, other) for other in contexts))
        for each in plain
        if not any(_says_it_within(each, other) for other in contexts)
    ]
    return sorted([*contexts, *apart], key=lambda each: (each.start, -each.end))


def _find_contexts(folded: str) -> list[_Found]:
    found = [
        _Found(match.start(), match.end(), cue)
        for begins, pattern, cue in _contexts()
        if any(words in folded for words in begins)
        for match in pattern.finditer(folded)
    ]
    kept: list[_Found] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not any(each.start < other.end for other in kept):
            kept.append(each)
    return [each for each in kept if each.cue is not NEUTRAL]


def _stands_within(one: _Found, other: _Found) -> bool:
    return other.start <= one.start and one.end <= other.end


def _says_it_within(one: _Found, other: _Found) -> bool:
    return one.cue.issue == other.cue.issue and _stands_within(one, other)


def _scores(found: Iterable[_Found], emphasis: Emphasis) -> dict[str, float]:
    """Return the score of each theme: cues in the order of their sentences' weight."""
    scores: dict[str, float] = defaultdict(float)
    seen: dict[str, _Found] = {}  # the issues named so far, with their first phrase
    for each in sorted(found, key=lambda each: -emphasis.weight(each.start)):
        cue = each.cue
        circumstance = cue.names_who and emphasis.is_circumstance(each.start)
        weight = min(cue.weight, CONTEXT_WEIGHT) if each.inner else cue.weight
        weight *= max(LEAST_WEIGHT, FADING ** len(seen))
        weight *= emphasis.within(each.start, each.end) * _share(each, seen)
        weight *= CIRCUMSTANCE_SHARE if circumstance else 1.0
        if each.end > emphasis.asked_from:
            weight *= HEAD_BONUS if not seen and cue.heads and not circumstance else 1.0
            if not circumstance and not each.inner:
                seen.setdefault(cue.issue, each)
        scores[cue.theme] += weight
        for theme in cue.related:
            scores[theme] += weight * RELATED_SHARE
    return scores


@lru_cache(maxsize=1024)
def _business(name: str) -> str | None:
    """Return the theme that the name of a body itself tells: health for a hospital."""
    return next(iter(classify(name).themes), None)


def _raise_what_is_touched(scores: dict[str, float], setting: Setting) -> None:
    """Put second what an item touches by the kind of its report and by whom it speaks of."""
    first = min(scores, key=lambda theme: (-scores[theme], theme))
    touched = TOUCHED_IN_AN_AREA.get(first) if setting.area else None
    least = scores[first] * SECOND_THEME_SHARE
    if setting.agencies is not None:
        touched = _business_of_all(setting.agencies)
        if touched == PARTNERSHIP and first not in MEANS_OF_THE_WHOLE:
            return
        others = [scores[theme] for theme in scores if theme not in (first, touched, HEALTH)]
        least = max(least, *others, 0.0)
    if touched and touched != first:
        raised = max(scores.get(touched, 0.0), least) + 0.01
        scores[touched] = min(raised, scores[first] - 0.01)


def _business_of_all(agencies: Iterable[str]) -> str | None:
    """Return what an item of a joint letter touches: health, partnership working or None.

    What a health provider does is a matter of health; what the letter says to the whole
    partnership, a matter of its working together.
    """
    businesses = set(map(_business, agencies)) or {PARTNERSHIP}
    business = businesses.pop() if len(businesses) == 1 else None
    return business if business in (HEALTH, PARTNERSHIP) else None


def _share(found: _Found, seen: dict[str, _Found]) -> float:
    """Return what is left of a cue's weight by what was named before it."""
    share = PARTICIPANT_SHARE if found.inner else 1.0
    if found.cue.issue in seen:
        share *= REPEATED_SHARE
    head = next(iter(seen.values()), None)
    if head and head.cue.settles and not head.cue.names_who and head.cue.theme != PRACTICE:
        is_object = found.cue.theme == PRACTICE and found.start > head.start
        share *= OBJECT_SHARE if is_object else 1.0
    return share


def _chosen(ranked: list[tuple[str, float]]) -> tuple[str, ...]:
    best = ranked[0][1]
    shares = (0.0, SECOND_THEME_SHARE, THIRD_THEME_SHARE)
    return tuple(
        theme
        for (theme, score), share in zip(ranked[:MOST_THEMES], shares, strict=False)
        if score >= best * share
    )


def _named(found: Iterable[_Found]) -> tuple[str, ...]:
    """The issues whose settling phrases stand in the text, in the order of the text."""
    return tuple(dict.fromkeys(each.cue.issue for each in found if each.cue.settles))


def _closeness(ranked: list[tuple[str, float]]) -> str | None:
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * CLEAR_MARGIN:
        return f"themes {ranked[0][0]} and {ranked[1][0]} are nearly equal"
    return None
