"""Who else was told the same: items of different councils, the later one linked to the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.links.aspects import ask_for_unlike_aspects
from graph.links.facts import Item
from graph.links.likeness import (
    LEAST_ANCHOR,
    WORDS_ALONE,
    Features,
    Likeness,
    Meeting,
    Seeker,
    judge,
)
from graph.links.nearby import ELSEWHERE, candidates
from graph.links.subjects import demands

BREADTH = 0.4  # narrative items of joint inspections touch many issues and ask for few
ALIKE_FROM = 0.65  # of the 305 links of 73 papers, all read: 271 right, 31 doubtful, 3 wrong
FIELD_WORDS = 0.22  # of six wrong links among 100, all met in a field with fewer words than this
LINKS_PER_ITEM = 5  # to earlier items, each of another council: growth stays linear

Rated = tuple[float, Meeting, Features]


def find_alike_elsewhere(described: Sequence[Features]) -> list[Likeness]:
    """Return the items of other councils that ask for the same, the strongest of each council.

    The bar is higher than within a council: between councils, precision is worth more than recall.
    """
    return [
        likeness
        for later, earlier_ones in candidates(described, is_elsewhere, ELSEWHERE)
        for likeness in strongest(later, earlier_ones)
    ]


def is_elsewhere(earlier: Item, later: Item) -> bool:
    """Say whether ``later`` comes at a later date from another council."""
    one, other = earlier.council, later.council
    elsewhere = one is not None and other is not None and one != other
    return elsewhere and "" < earlier.date < later.date


def strongest(later: Features, others: Iterable[Features]) -> list[Likeness]:
    """Return an item's likenesses to the best of each council, at most `LINKS_PER_ITEM`."""
    seeker = Seeker(later, BREADTH)
    best: dict[str | None, Rated] = {}
    rated = (rate(earlier, seeker) for earlier in others)
    for score, meeting, earlier in sorted(filter(None, rated), key=_rank):
        best.setdefault(earlier.item.council, (score, meeting, earlier))
    chosen = list(best.values())[:LINKS_PER_ITEM]
    judged = (judge(earlier, later, meeting, score) for score, meeting, earlier in chosen)
    return [likeness for likeness in judged if likeness]


def rate(earlier: Features, seeker: Seeker) -> Rated | None:
    """Return how alike two items of different councils are; None where not enough."""
    meeting = seeker.meet(earlier, ALIKE_FROM)
    if meeting.anchor < LEAST_ANCHOR and meeting.words < WORDS_ALONE:
        return None
    score = meeting.strength(BREADTH)
    if score < ALIKE_FROM or not _is_specific(meeting, earlier, seeker.later):
        return None
    return score, meeting, earlier


def _is_specific(meeting: Meeting, one: Features, other: Features) -> bool:
    """Say whether two items share more than a field: words, or an issue that names the demand.

    And want the same of it, not one that it is in time and the other that its findings are used.
    """
    if ask_for_unlike_aspects(one.item, other.item):
        return False
    if meeting.words >= FIELD_WORDS:
        return True
    weights = {issue: weight for issue, weight, _ in one.issues if issue in demands()}
    shared = (min(weight, weights.get(issue, 0.0)) for issue, weight, _ in other.issues)
    return max(shared, default=0.0) >= LEAST_ANCHOR


def _rank(rated: Rated) -> tuple[float, str]:
    return -rated[0], rated[2].item.iri
