"""How alike two recommendations are: shared issue concepts, weighted by rarity, and rare words.

The concepts do most of the work (measured in `libraries.md`: average precision 0.75 with them,
0.51 with words alone), because inspectors ask for one thing in many words.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.links.facts import Item
from graph.links.restatements import SAME_WORDING, wording_ratio
from graph.links.words import Rarity, content_words, cosine, normalised

RESTATES, RECURS, RELATED = "restates", "recurs", "related"

ISSUE_SHARE = 0.6  # of the strength; the words have the rest
TELLING_RARITY = 8.0  # squared rarity of the shared issues at which two thirds of them count
ITEMS_SEEN_BEFORE = 100
RECURS_FROM = 0.33
RELATED_FROM = 0.2
WORDS_ALONE = 0.5  # a likeness of words that stands without a shared issue
WORDING_WORTH_MEASURING = 0.6
LOOKED_BACK = 64  # how many earlier items are compared that share one key
RAREST_WORDS = 4
REASON_WORDS = 5


@dataclass(frozen=True, slots=True)
class Features:
    """An item with what it is compared by: weighted issues, words as a vector, its keys.

    ``keys`` are what two items must share to be compared at all.
    """

    item: Item
    issues: dict[str, float]
    weight_of_issues: float
    words: dict[str, float]
    keys: tuple[str, ...]

    @property
    def order(self) -> tuple[str, str]:
        """Date, then IRI: every sequence of items is in this order."""
        return self.item.date, self.item.iri


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
    """Return the features of all items, in order; rarity is counted over all of them.

    A requirement without an issue, to send a statement by a day, is left out: every letter of a
    kind has the same one.
    """
    telling = (item for item in items if item.issues or item.kind != "requirement")
    ordered = sorted(telling, key=lambda item: (item.date, item.iri))
    texts = [content_words(item.wording) for item in ordered]
    words, issues = Rarity(texts), Rarity((item.issues for item in ordered), ITEMS_SEEN_BEFORE)
    return tuple(
        _features(item, words.vector(text), issues)
        for item, text in zip(ordered, texts, strict=True)
    )


def _features(item: Item, words: dict[str, float], issues: Rarity) -> Features:
    weights = {issue: issues.weight(issue) for issue in sorted(item.issues)}
    rarest = sorted(words, key=lambda word: (-words[word], word))[:RAREST_WORDS]
    pairs = (f"{one}+{other}" for one, other in combinations(weights, 2))
    keys = (*weights, *pairs, *(f"={word}" for word in rarest))
    return Features(item, weights, sum(weights.values()), words, keys)


Comparable = Callable[[Item, Item], bool]


def candidates(
    described: Sequence[Features], comparable: Comparable
) -> Iterator[tuple[Features, tuple[Features, ...]]]:
    """Yield each item with the earlier ones that share a key with it and are comparable.

    One pass with the last `LOOKED_BACK` items of every key at hand, so that the work grows with
    the number of items and not with its square; the same in any order of loading.
    """
    recent: dict[str, deque[Features]] = {}
    for later in described:
        found: dict[str, Features] = {}
        for key in later.keys:
            for earlier in recent.setdefault(key, deque(maxlen=LOOKED_BACK)):
                found[earlier.item.iri] = earlier
            recent[key].append(later)
        yield (
            later,
            tuple(found[iri] for iri in sorted(found) if comparable(found[iri].item, later.item)),
        )


def strength(earlier: Features, later: Features, breadth: float) -> float:
    """Return how alike two items are, 0 to 1: shared issues first, shared words second.

    The issues that both have are weighed against those of the narrower item alone where
    ``breadth`` is 0 (a broad item recurs in each of its parts), of both alike where it is 1.
    One common issue tells little, a rare one much, so their part grows with squared rarity.
    """
    of_words = cosine(earlier.words, later.words)
    shared = earlier.issues.keys() & later.issues.keys()
    if not shared:
        return of_words if of_words >= WORDS_ALONE else 0.0
    narrower, broader = sorted((earlier.weight_of_issues, later.weight_of_issues))
    whole = math.pow(narrower, 1 - breadth) * math.pow(broader, breadth)
    common = [earlier.issues[issue] for issue in shared]
    telling = 1 - math.exp(-math.fsum(weight * weight for weight in common) / TELLING_RARITY)
    of_issues = telling * min(math.fsum(common) / whole, 1.0) if whole else 0.0
    return ISSUE_SHARE * of_issues + (1 - ISSUE_SHARE) * math.sqrt(min(of_words, 1.0))


def judge(earlier: Features, later: Features, strength: float) -> Likeness:
    """Return in which relation two items of that strength stand, and what they share."""
    issues = sorted(earlier.issues.keys() & later.issues.keys())
    relation = RECURS if strength >= RECURS_FROM else RELATED
    method = "issues-and-words" if issues else "words"
    if cosine(earlier.words, later.words) >= WORDING_WORTH_MEASURING:
        ratio = wording_ratio(normalised(earlier.item.wording), normalised(later.item.wording))
        if ratio >= SAME_WORDING:
            relation, method, strength = RESTATES, "wording", ratio
    reason = _reason(issues, _strongest_words(earlier, later))
    return Likeness(earlier.item, later.item, relation, round(strength, 4), method, reason)


def _strongest_words(earlier: Features, later: Features) -> list[str]:
    shared = earlier.words.keys() & later.words.keys()
    product = {word: earlier.words[word] * later.words[word] for word in shared}
    return sorted(shared, key=lambda word: (-product[word], word))[:REASON_WORDS]


def _reason(issues: Iterable[str], words: Iterable[str]) -> str:
    """Return for instance "issues: permanence-delay; words: permanence, timeliness"."""
    named = (("issues", ", ".join(issues)), ("words", ", ".join(words)))
    return "; ".join(f"{name}: {values}" for name, values in named if values)
