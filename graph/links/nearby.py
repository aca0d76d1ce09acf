"""Which earlier items are worth comparing with an item: those that share a key with it.

Keys are an issue that weighs, a pair of issues, an issue with a rare word.  Of each key only the
latest items before it are met, so the work grows with the number of items and not with its
square, and an item that is added touches no more of the others than stand near it in time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from graph.links.facts import Item
from graph.links.likeness import LEAST_ANCHOR, Features
from graph.links.subjects import NARROWER, NEARBY, neighbours

PAIRED_ISSUES = 4
WORDED_ISSUES = 2
RAREST_WORDS = 3
LEAST_PAIRED = 0.3

Comparable = Callable[[Item, Item], bool]


@dataclass(frozen=True, slots=True)
class Lookout:
    """How widely items are met: the last earlier ones of each key.

    So many of a key that is an issue, of one that is two issues, of an issue with a word.
    An item is found under its issues of at least ``least_weight`` that make up at least
    ``least_part`` of it, and under their ties to issues that are met by at least ``least_share``
    (see `neighbours`): both sides have the key of a tie.  No more than ``most`` are met, those
    of the narrowest keys and the latest first: else an item would meet more in a bigger graph.
    """

    of_issue: int
    of_two: int
    of_word: int
    least_weight: float
    least_part: float
    least_share: float
    most: int

    def width(self, key: str) -> int:
        """Return how many items are met of a key."""
        if "=" in key:
            return self.of_word
        return self.of_two if "+" in key or "~" in key else self.of_issue


ELSEWHERE = Lookout(
    of_issue=24,
    of_two=6,
    of_word=2,
    least_weight=LEAST_ANCHOR,
    least_part=0.3,
    least_share=NARROWER,
    most=32,
)
AT_HOME = Lookout(
    of_issue=64,
    of_two=64,
    of_word=64,
    least_weight=0.2,
    least_part=0.0,
    least_share=NEARBY,
    most=1_000,
)


def keys_of(described: Features, lookout: Lookout) -> tuple[str, ...]:
    """Return the keys under which an item finds others and is found."""
    ranked = sorted((-weight * rarity, issue, weight) for issue, weight, rarity in described.issues)
    weighing = [issue for _, issue, weight in ranked if weight >= lookout.least_weight]
    leading = [
        issue
        for part, issue, weight in ranked
        if weight >= lookout.least_weight and -part >= lookout.least_part * described.whole
    ]
    paired = sorted(issue for _, issue, weight in ranked[:PAIRED_ISSUES] if weight >= LEAST_PAIRED)
    words = sorted(described.words, key=lambda word: (-described.words[word], word))
    if not weighing:
        return (*(f"={word}" for word in words[: RAREST_WORDS + 1]), *paired)
    pairs = (f"{one}+{other}" for one, other in combinations(paired, 2))
    worded = (
        f"{issue}={word}" for issue in weighing[:WORDED_ISSUES] for word in words[:RAREST_WORDS]
    )
    return tuple(dict.fromkeys((*leading, *_ties(leading, lookout), *pairs, *worded)))


def _ties(issues: Iterable[str], lookout: Lookout) -> Iterator[str]:
    near = neighbours()
    for issue in issues:
        for other, share in near.get(issue, {}).items():
            if other != issue and share >= lookout.least_share:
                yield "~".join(sorted((issue, other)))


def candidates(
    described: Iterable[Features], comparable: Comparable, lookout: Lookout
) -> Iterator[tuple[Features, tuple[Features, ...]]]:
    """Yield each item, in order, with the earlier ones to compare it with, each once."""
    recent: dict[str, deque[Features]] = {}
    for later in described:
        keys = keys_of(later, lookout)
        found = {
            earlier.item.iri: earlier
            for key in reversed(keys)
            for earlier in reversed(recent.get(key, ()))
        }
        for key in keys:
            recent.setdefault(key, deque(maxlen=lookout.width(key))).append(later)
        near = (each for each in found.values() if comparable(each.item, later.item))
        yield later, tuple(islice(near, lookout.most))
