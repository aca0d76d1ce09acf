"""The same weakness raised again: items of one council, the later one linked to the earlier."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from graph.links.facts import Item
from graph.links.likeness import RELATED_FROM, Features, Likeness, candidates, judge, strength

BREADTH = 0.1  # a Commissioner's broad item takes up what a report asked for in one bullet


def find_recurrences(described: Sequence[Features]) -> list[Likeness]:
    """Return how items of one council recur in its later documents, in order of date.

    Two items of one document, of one inspection or of one day are never a recurrence.
    """
    found: list[Likeness] = []
    with_council = (each for each in described if each.item.council)
    by_council = sorted(with_council, key=lambda each: (each.item.council or "", each.order))
    for _, group in groupby(by_council, key=lambda each: each.item.council):
        for later, earlier_ones in candidates(tuple(group), is_later):
            rated = ((earlier, strength(earlier, later, BREADTH)) for earlier in earlier_ones)
            found += [judge(one, later, score) for one, score in rated if score >= RELATED_FROM]
    return found


def is_later(earlier: Item, later: Item) -> bool:
    """Say whether ``later`` comes at a later date, from another inspection; undated is neither."""
    same_inspection = earlier.arises_from is not None and earlier.arises_from == later.arises_from
    return "" < earlier.date < later.date and not same_inspection
