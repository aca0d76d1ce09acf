"""Which recommendation a later document repeats: in a letter, a table, a council's paper.

Nearly the same words, about the same council, in an earlier document.  Where no loaded document
made it, those who repeat it share one stand-in, named after the first of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.links.facts import Item, slug_of
from graph.links.rarity import frequencies
from graph.links.words import content_words, normalised

SAME_WORDING = 0.9  # rapidfuzz ratio; small changes of wording pass, other demands stay below
SAME_NUMBER_WORDING = 0.75  # where the inspection and the printed number agree as well
WORDS_LOOKED_UP = 6  # the rarest words of a text; one of them survives any small change


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationStandIn:
    """A recommendation known only from restatements; the first of them in time lends its words.

    ``arises_from`` names an inspection, or is None where no teller says from which it comes.
    """

    slug: str
    tellings: tuple[Item, ...]
    arises_from: str | None

    @property
    def first(self) -> Item:
        """The restatement by the earliest document that tells of it."""
        return self.tellings[0]


@dataclass(frozen=True, slots=True)
class RestatementLinks:
    """What each restatement repeats: the IRI of a recommendation, or a stand-in."""

    known: Mapping[str, str]
    stand_ins: Mapping[str, RecommendationStandIn]


def wording_ratio(one: str, other: str) -> float:
    """Return how alike two normalised texts are, 0 to 1."""
    return fuzz.ratio(one, other) / 100


@dataclass(frozen=True, slots=True)
class _Original:
    item: Item
    texts: tuple[str, ...]


class _Originals:
    """The items of one council, found by the rarest words of a text: no text meets all others."""

    def __init__(self, items: Iterable[Item]) -> None:
        ordered = sorted(items, key=lambda item: (item.document.place_in_time, item.iri))
        words = [frozenset(content_words(item.wording)) for item in ordered]
        self._by_word: dict[str, list[_Original]] = defaultdict(list)
        for item, own in zip(ordered, words, strict=True):
            original = _Original(item, _texts(item))
            for word in sorted(own):
                self._by_word[word].append(original)

    def candidates(self, text: str) -> list[_Original]:
        weight = frequencies().word_weight
        words = set(content_words(text)) & self._by_word.keys()
        known = sorted(words, key=lambda word: (-weight(word), word))[:WORDS_LOOKED_UP]
        found = {o.item.iri: o for word in known for o in self._by_word[word]}
        return list(found.values())


def resolve_restatements(
    restatements: Iterable[Item], items: Sequence[Item], origins: Mapping[str, str]
) -> RestatementLinks:
    """Return the recommendation that each restatement repeats.

    ``origins`` are the inspections, loaded or stand-ins, from which restatements say they come.
    A restatement that fits no item becomes a stand-in, unless it comes from an inspection whose
    items are loaded: then its words differ too much to say which it is.
    """
    by_council = _by_council(items)
    originals = {council: _Originals(by_council[council]) for council in sorted(by_council)}
    with_items = {item.arises_from for item in items}
    known: dict[str, str] = {}
    unknown: list[Item] = []
    for restatement in restatements:
        council = originals.get(restatement.council or "")
        origin = origins.get(restatement.iri)
        match = _best_match(restatement, origin, council) if council else None
        if match:
            known[restatement.iri] = match.iri
        elif restatement.council and (origin is None or origin not in with_items):
            unknown.append(restatement)
    return RestatementLinks(known, _stand_ins(unknown, origins))


def _by_council(items: Iterable[Item]) -> dict[str, list[Item]]:
    by_council: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.council:
            by_council[item.council].append(item)
    return by_council


def _best_match(restatement: Item, origin: str | None, originals: _Originals) -> Item | None:
    """Return the earlier item with nearly the same words; that of the stated inspection first."""
    texts = _texts(restatement)
    best: tuple[bool, float, Item] | None = None
    for original in originals.candidates(restatement.wording):
        if original.item.document.place_in_time >= restatement.document.place_in_time:
            continue
        from_origin = origin is not None and original.item.arises_from == origin
        same_number = from_origin and _same_number(restatement, original.item)
        ratio = max(wording_ratio(one, two) for one in texts for two in original.texts)
        enough = ratio >= (SAME_NUMBER_WORDING if same_number else SAME_WORDING)
        if enough and (best is None or (from_origin, ratio) > best[:2]):
            best = (from_origin, ratio, original.item)
    return best[2] if best else None


def _texts(item: Item) -> tuple[str, ...]:
    """The normalised text with its sub-items, and alone: it may be repeated without them."""
    return tuple(dict.fromkeys((normalised(item.wording), normalised(item.text))))


def _same_number(one: Item, other: Item) -> bool:
    return one.number is not None and one.number == other.number


def _stand_ins(
    restatements: Sequence[Item], origins: Mapping[str, str]
) -> dict[str, RecommendationStandIn]:
    found: dict[str, RecommendationStandIn] = {}
    by_council = _by_council(restatements)
    for council in sorted(by_council):
        for group in _same_wording(by_council[council], origins):
            stand_in = RecommendationStandIn(
                slug=f"{slug_of(council)}-from-{group[0].slug}",
                tellings=tuple(group),
                arises_from=next((origins[i.iri] for i in group if i.iri in origins), None),
            )
            found.update((item.iri, stand_in) for item in group)
    return found


def _same_wording(items: Iterable[Item], origins: Mapping[str, str]) -> list[list[Item]]:
    """Group the restatements of one recommendation, each group by document date."""
    groups: list[list[Item]] = []
    for item in sorted(items, key=lambda item: (item.document.place_in_time, item.iri)):
        origin = origins.get(item.iri)
        for group in groups:
            told = next((origins[i.iri] for i in group if i.iri in origins), None)
            alike = wording_ratio(normalised(group[0].wording), normalised(item.wording))
            if alike >= SAME_WORDING and (origin is None or told is None or origin == told):
                group.append(item)
                break
        else:
            groups.append([item])
    return groups
