"""The order of each collection, read once for each state of the graph.

So a list that is filtered costs what its filters find, however many things there are besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from api.queries import query_text
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Order:
    """All things of a collection in their order; ``days`` are theirs, empty where unknown."""

    iris: tuple[str, ...]
    days: tuple[str, ...]
    places: Mapping[str, int]

    def kept(self, chosen: Set[str] | None, first: str, last: str) -> Sequence[str]:
        """Return the things that are ``chosen`` (all for None) and fall into a period."""
        if chosen is None and not (first or last):
            return self.iris
        if chosen is None:
            places: Iterable[int] = range(len(self.iris))
        else:
            places = sorted(self.places[iri] for iri in chosen if iri in self.places)
        if not (first or last):
            return [self.iris[place] for place in places]
        return [
            self.iris[place]
            for place in places
            if self.days[place] and first <= self.days[place] <= (last or "~")
        ]


@dataclass(slots=True)
class Orders:
    """The orders of the collections of the newest generation that was asked for."""

    _generation: str = ""
    _known: dict[str, Order] = field(default_factory=dict)

    def order(self, store: Store, collection: str) -> Order:
        """Return the order of a collection, by its query ``list-<collection>.rq``."""
        generation = store.generation
        if generation != self._generation or not generation:
            self._generation, self._known = generation, {}
        if collection not in self._known:
            self._known[collection] = _read(store, collection)
        return self._known[collection]


def _read(store: Store, collection: str) -> Order:
    solutions = store.select(query_text(f"list-{collection}"))
    dated = "date" in solutions.columns
    place_of_date = solutions.columns.index("date") if dated else 0
    days: dict[str, str] = {}
    for row in solutions.rows:
        item, date = row[0], row[place_of_date] if dated else None
        assert item is not None
        days.setdefault(item.value, date.value if date else "")
    iris = tuple(days)
    return Order(iris, tuple(days.values()), {iri: place for place, iri in enumerate(iris)})
