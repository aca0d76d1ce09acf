"""Who else was told the same, kept up to date: what an item that comes or goes changes for others.

An item looks back at the last few of each of its keys (`graph.links.nearby`).  One that comes
pushes another out of sight of those after it, one that goes lets another in; only where that
can change the strongest links of an item is it compared anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.links.elsewhere import BREADTH, is_elsewhere, rate, strongest
from graph.links.likeness import Features, Likeness, Seeker
from graph.links.nearby import ELSEWHERE, keys_of
from graph.links.state import LinkState

Changed = Callable[[str, Features, str | None], bool]


class Surroundings:
    """The items of all councils as linking remembers them; each is read once."""

    def __init__(self, state: LinkState) -> None:
        self._state = state
        self._read: dict[str, Features] = {}
        self._seekers: dict[str, Seeker] = {}
        self._touched: set[str] = set()

    def add(self, item: Features) -> None:
        """Take in an item."""
        keys = keys_of(item, ELSEWHERE)
        self._touched.update(self._changed(item, keys, self._is_changed_by_arrival))
        self._touched.add(item.item.iri)
        self._state.put_item(item, keys)
        self._read[item.item.iri] = item
        self._seekers.pop(item.item.iri, None)

    def remove(self, item: Features) -> None:
        """Take out an item."""
        keys = keys_of(item, ELSEWHERE)
        self._state.drop_item(item, keys)
        self._read.pop(item.item.iri, None)
        self._touched.update(self._changed(item, keys, self._is_changed_by_departure))
        self._touched.add(item.item.iri)

    def relink(self) -> Iterator[tuple[str, list[Likeness]]]:
        """Yield each item whose links may have changed, by IRI, with those that it has now."""
        for iri in sorted(self._touched):
            later = self._features(iri)
            links = strongest(later, self._seen_by(later)) if later else []
            yield iri, links
        self._touched.clear()

    def _seen_by(self, later: Features) -> list[Features]:
        seen = {
            iri
            for key in keys_of(later, ELSEWHERE)
            for iri in self._state.before(key, later.order, ELSEWHERE.width(key))
        }
        found = (self._features(iri) for iri in sorted(seen))
        return [each for each in found if each and is_elsewhere(each.item, later.item)]

    def _changed(self, item: Features, keys: Iterable[str], is_changed: Changed) -> Iterator[str]:
        """Yield the later items that see ``item`` (which is not stored) and are changed by it."""
        for key in keys:
            width = ELSEWHERE.width(key)
            earlier = self._state.before(key, item.order, width)
            for position, later in enumerate(self._state.after(key, item.order, width), start=1):
                at_the_edge = width - position
                other = earlier[at_the_edge] if at_the_edge < len(earlier) else None
                if later not in self._touched and is_changed(later, item, other):
                    yield later

    def _is_changed_by_arrival(self, later: str, item: Features, pushed_out: str | None) -> bool:
        if pushed_out is not None and pushed_out in self._state.alike(later):
            return True
        return self._is_alike(item, later)

    def _is_changed_by_departure(self, later: str, item: Features, let_in: str | None) -> bool:
        if item.item.iri in self._state.alike(later):
            return True
        other = self._features(let_in) if let_in else None
        return other is not None and self._is_alike(other, later)

    def _is_alike(self, earlier: Features, later_iri: str) -> bool:
        later = self._features(later_iri)
        if later is None or not is_elsewhere(earlier.item, later.item):
            return False
        return rate(earlier, self._seeker(later)) is not None

    def _seeker(self, later: Features) -> Seeker:
        if later.item.iri not in self._seekers:
            self._seekers[later.item.iri] = Seeker(later, BREADTH)
        return self._seekers[later.item.iri]

    def _features(self, iri: str) -> Features | None:
        if iri not in self._read:
            found = self._state.features(iri)
            if found is None:
                return None
            self._read[iri] = found
        return self._read[iri]
