"""Who else was told the same: items of different councils, the later one linked to the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.links.facts import Item
from graph.links.likeness import Features, Likeness, candidates, judge, strength

BREADTH = 0.4  # narrative items of joint inspections touch many issues and ask for few
ALIKE_FROM = 0.5  # of 40 links read at 0.45 about 33 were right; most wrong ones lay below 0.5
LINKS_PER_ITEM = 5  # to earlier items, each of another council: growth stays linear


def find_alike_elsewhere(described: Sequence[Features]) -> list[Likeness]:
    """Return the items of other councils that ask for the same, the strongest of each council.

    The bar is higher than within a council: between councils, precision is worth more than recall.
    """
    return [
        judge(earlier, later, score)
        for later, earlier_ones in candidates(described, _is_elsewhere)
        for score, earlier in _strongest(later, earlier_ones)
    ]


def _is_elsewhere(earlier: Item, later: Item) -> bool:
    one, other = earlier.document.council, later.document.council
    elsewhere = one is not None and other is not None and one != other
    return elsewhere and "" < earlier.date < later.date


def _strongest(later: Features, others: Iterable[Features]) -> list[tuple[float, Features]]:
    """Return the best of each council with its strength, at most `LINKS_PER_ITEM` of them."""
    rated = ((strength(earlier, later, BREADTH), earlier) for earlier in others)
    enough = sorted(
        ((score, earlier) for score, earlier in rated if score >= ALIKE_FROM),
        key=lambda pair: (-pair[0], pair[1].item.iri),
    )
    best: dict[str | None, tuple[float, Features]] = {}
    for score, earlier in enough:
        best.setdefault(earlier.item.council, (score, earlier))
    return list(best.values())[:LINKS_PER_ITEM]
