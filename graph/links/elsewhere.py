"""Who else was told the same: items of different councils, the later one linked to the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.links.facts import Item
from graph.links.likeness import RELATED, Features, Likeness, candidates, compare

LINKS_PER_ITEM = 5  # to earlier items, each of another council: growth stays linear


def find_alike_elsewhere(described: Sequence[Features]) -> list[Likeness]:
    """Return the items of other councils that ask for the same, the strongest of each council.

    Merely related ones are left out: between councils, precision is worth more than recall.
    """
    found: list[Likeness] = []
    for later, earlier_ones in candidates(described, _is_elsewhere):
        compared = (compare(earlier, later) for earlier in earlier_ones)
        found += _strongest(each for each in compared if each and each.relation != RELATED)
    return found


def _is_elsewhere(earlier: Item, later: Item) -> bool:
    known = earlier.council is not None and later.council is not None
    return known and earlier.council != later.council and earlier.date < later.date


def _strongest(likenesses: Iterable[Likeness]) -> list[Likeness]:
    """Return the best likeness with each council, at most `LINKS_PER_ITEM` of them."""
    best: dict[str | None, Likeness] = {}
    for likeness in sorted(likenesses, key=lambda each: each.rank):
        best.setdefault(likeness.earlier.council, likeness)
    return list(best.values())[:LINKS_PER_ITEM]
