"""How alike two recommendations are: what both are about, and rare words that both use.

The issues do most of the work (measured in `libraries.md`: average precision 0.75 with them,
0.51 with words alone), because inspectors ask for one thing in many words.  The likeness of two
items depends on nothing but these two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from graph.links.facts import Item
from graph.links.rarity import cosine, frequencies
from graph.links.restatements import SAME_WORDING, wording_ratio
from graph.links.subjects import neighbours, weigh_issues
from graph.links.words import content_words, normalised

RESTATES, RECURS, RELATED = "restates", "recurs", "related"

ISSUE_SHARE = 0.65  # of the strength; the words have the rest
TELLING_RARITY = 6.0  # squared rarity of what is shared at which two thirds of it count
RECURS_FROM = 0.32
LEAST_ANCHOR = 0.4
TAKEN_UP = 0.75  # share of the narrower item that the other takes up: then it need not fill it
TAKEN_UP_ANCHOR = 0.8
TAKEN_UP_WORDS = 0.02
RELATED_FROM = 0.22
RELATED_ANCHOR = 0.24
WORDS_ALONE = 0.5  # a likeness of words that stands without a shared issue
WORDING_WORTH_MEASURING = 0.6
REASON_WORDS = 5


@dataclass(frozen=True, slots=True)
class Features:
    """An item with what it is compared by: issues with weight and rarity, words as a vector.

    ``whole`` is the sum of the weights times rarity.
    """

    item: Item
    issues: tuple[tuple[str, float, float], ...]
    words: dict[str, int]
    whole: float

    @classmethod
    def of(
        cls, item: Item, issues: tuple[tuple[str, float, float], ...], words: dict[str, int]
    ) -> Features:
        """Return the features of an item."""
        return cls(item, issues, words, sum(weight * rarity for _, weight, rarity in issues))

    @property
    def order(self) -> tuple[str, str]:
        """Date, then IRI: every sequence of items is in this order."""
        return self.item.date, self.item.iri


@dataclass(slots=True)
class Meeting:
    """How two items meet.  All over 0 to 1.

    ``anchor`` is the weight of the issue that binds them most, in the item where it weighs less;
    ``narrower`` and ``broader`` the shares of the one and of the other that are met, ``telling``
    how much the rarity of what they share says, ``words`` the cosine of their words.
    """

    anchor: float
    narrower: float
    broader: float
    telling: float
    words: float

    def strength(self, breadth: float) -> float:
        """Return how alike the two are, 0 to 1.

        What is shared is weighed against the narrower item alone where ``breadth`` is 0 (a broad
        item recurs in each of its parts), against both alike where it is 1.
        """
        if not self.anchor:
            return self.words if self.words >= WORDS_ALONE else 0.0
        shared = math.pow(self.narrower, 1 - breadth) * math.pow(self.broader, breadth)
        of_words = math.sqrt(self.words)
        return ISSUE_SHARE * self.telling * shared + (1 - ISSUE_SHARE) * of_words

    def is_one_demand(self, strength: float) -> bool:
        """Say whether the two ask for the same: on one issue that weighs in both.

        Or one takes up all of the other among much else.
        """
        if not self.anchor:
            return strength >= WORDS_ALONE
        taken_up = self.anchor >= TAKEN_UP_ANCHOR and self.narrower >= TAKEN_UP
        if taken_up and self.words >= TAKEN_UP_WORDS:
            return True
        return self.anchor >= LEAST_ANCHOR and strength >= RECURS_FROM


NO_MEETING = Meeting(0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two items that belong together: ``relation`` restates, recurs or related; ``score`` 0 to 1.

    ``method`` is "wording", "issues-and-words" or "words"; ``reason`` names what they share.
    """

    earlier: Item
    later: Item
    relation: str
    score: float
    method: str
    reason: str

    @property
    def rank(self) -> tuple[float, str, str]:
        """What likenesses are ordered by: the strongest first, then by IRI."""
        return -self.score, self.later.iri, self.earlier.iri


def describe(items: Iterable[Item]) -> tuple[Features, ...]:
    """Return the features of all items, in order.

    A requirement without an issue, to send a statement by a day, is left out: every letter of a
    kind has the same one.
    """
    telling = (item for item in items if item.issues or item.kind != "requirement")
    return tuple(map(features, sorted(telling, key=lambda item: (item.date, item.iri))))


def features(item: Item) -> Features:
    """Return what an item is compared by; the name of its own council is no word of it."""
    known = frequencies()
    weights = weigh_issues((item.text, *item.parts), item.issues)
    issues = tuple((issue, weight, known.issue_weight(issue)) for issue, weight in weights.items())
    own_name = (item.council or "").rpartition("/")[2].split("-")
    return Features.of(item, issues, known.vector(content_words(item.wording), own_name))


class Seeker:
    """A later item made ready to meet many earlier ones: the innermost loop of linking.

    ``breadth`` is that by which the strength of meetings is judged (see `Meeting.strength`).
    """

    def __init__(self, later: Features, breadth: float) -> None:
        self.later = later
        self.breadth = breadth
        self._pull: dict[str, list[tuple[int, float, float]]] = {}
        near = neighbours()
        for position, (issue, weight, _) in enumerate(later.issues):
            for other, share in (near.get(issue) or {issue: 1.0}).items():
                self._pull.setdefault(other, []).append((position, share, share * weight))

    def meet(self, earlier: Features, least: float = 0.0) -> Meeting:
        """Return how the two meet; words are left out where they cannot lift it to ``least``."""
        met = [0.0] * len(self.later.issues)
        shared = telling = anchor = 0.0
        for issue, weight, rarity in earlier.issues:
            best = 0.0
            for position, share, pull in self._pull.get(issue, ()):
                push = share * weight
                best = pull if pull > best else best
                met[position] = push if push > met[position] else met[position]
                bound = pull if pull < push else push
                anchor = bound if bound > anchor else anchor
            if best:
                shared += weight * rarity * math.sqrt(best)
                telling += weight * rarity * rarity * best
        if not anchor:
            return Meeting(0.0, 0.0, 0.0, 0.0, cosine(earlier.words, self.later.words))
        first = shared / earlier.whole
        second, telling_too = self._share_met(met)
        telling = 1 - math.exp(-max(telling, telling_too) / TELLING_RARITY)
        meeting = Meeting(anchor, max(first, second), min(first, second), telling, words=1.0)
        if meeting.strength(self.breadth) < least:
            return NO_MEETING
        meeting.words = cosine(earlier.words, self.later.words)
        return meeting

    def _share_met(self, met: list[float]) -> tuple[float, float]:
        """Return the share of the later item's issues that is met, and how rare that is."""
        shared = telling = 0.0
        for (_, weight, rarity), strength in zip(self.later.issues, met, strict=True):
            if strength:
                shared += weight * rarity * math.sqrt(strength)
                telling += weight * rarity * rarity * strength
        return shared / self.later.whole, telling


def judge(earlier: Features, later: Features, meeting: Meeting, strength: float) -> Likeness | None:
    """Return in which relation two items stand and what they share; None where in none."""
    if meeting.is_one_demand(strength):
        relation = RECURS
    elif strength >= RELATED_FROM and meeting.anchor >= RELATED_ANCHOR:
        relation = RELATED
    else:
        return None
    method = "issues-and-words" if meeting.anchor else "words"
    if meeting.words >= WORDING_WORTH_MEASURING:
        ratio = wording_ratio(normalised(earlier.item.wording), normalised(later.item.wording))
        if ratio >= SAME_WORDING:
            relation, method, strength = RESTATES, "wording", ratio
    reason = _reason(_shared_issues(earlier, later), _strongest_words(earlier, later))
    return Likeness(earlier.item, later.item, relation, round(strength, 4), method, reason)


def _shared_issues(earlier: Features, later: Features) -> list[str]:
    """Name the issues of both, and pairs of near ones ("caseloads ~ workforce-recruitment")."""
    near = neighbours()
    mine = {issue: weight for issue, weight, _ in earlier.issues}
    theirs = {issue: weight for issue, weight, _ in later.issues}
    same = sorted(mine.keys() & theirs.keys(), key=lambda i: (-min(mine[i], theirs[i]), i))
    beside = sorted(
        (-near[issue][other] * min(weight, theirs[other]), f"{issue} ~ {other}")
        for issue, weight in mine.items()
        for other in near.get(issue, {}).keys() & theirs.keys()
        if issue not in same and other not in same
    )
    return [*same, *(pair for _, pair in beside[:1])]


def _strongest_words(earlier: Features, later: Features) -> list[str]:
    shared = earlier.words.keys() & later.words.keys()
    product = {word: earlier.words[word] * later.words[word] for word in shared}
    return sorted(shared, key=lambda word: (-product[word], word))[:REASON_WORDS]


def _reason(issues: Iterable[str], words: Iterable[str]) -> str:
    """Return for instance "issues: permanence-planning; words: permanence, timeliness"."""
    named = (("issues", ", ".join(issues)), ("words", ", ".join(words)))
    return "; ".join(f"{name}: {values}" for name, values in named if values)
