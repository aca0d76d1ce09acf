"""The same weakness raised again: items of one council, the later one linked to the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from graph.links.facts import Item
from graph.links.likeness import RELATED_FROM, Features, Likeness, Seeker, judge
from graph.links.nearby import AT_HOME, candidates

BREADTH = 0.1  # a Commissioner's broad item takes up what a report asked for in one bullet
LINKS_PER_ITEM = 32  # to earlier items, the strongest


def find_recurrences(described: Sequence[Features]) -> list[Likeness]:
    """Return how items of one council recur in its later documents, in order of date.

    Two items of one document, of one inspection or of one day are never a recurrence.
    """
    with_council = (each for each in described if each.item.council)
    by_council = sorted(with_council, key=lambda each: (each.item.council or "", each.order))
    return [
        likeness
        for _, group in groupby(by_council, key=lambda each: each.item.council)
        for later, earlier_ones in candidates(group, is_later, AT_HOME)
        for likeness in _recurrences(later, earlier_ones)
    ]


def is_later(earlier: Item, later: Item) -> bool:
    """Say whether ``later`` comes at a later date, from another inspection; undated is neither."""
    same_inspection = earlier.arises_from is not None and earlier.arises_from == later.arises_from
    return "" < earlier.date < later.date and not same_inspection


def _recurrences(later: Features, earlier_ones: Iterable[Features]) -> list[Likeness]:
    found, seeker = [], Seeker(later, BREADTH)
    for earlier in earlier_ones:
        meeting = seeker.meet(earlier, RELATED_FROM)
        likeness = judge(earlier, later, meeting, meeting.strength(BREADTH))
        if likeness:
            found.append(likeness)
    return sorted(found, key=lambda likeness: likeness.rank)[:LINKS_PER_ITEM]
