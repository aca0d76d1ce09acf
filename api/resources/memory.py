"""What was told of things, kept while the graph stays as it is: a list is then a joining."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

MOST_THINGS = 20_000
"""Things that are remembered, at about 4 kB of JSON each; then all are forgotten and read again."""

Told = TypeVar("Told")
Read = Callable[[Sequence[str]], Iterable[tuple[str, Told]]]


@dataclass(slots=True)
class Memory(Generic[Told]):
    """What was told of things of the newest generation that was asked for."""

    _generation: str = ""
    _known: dict[str, Told] = field(default_factory=dict)

    def tell(self, generation: str, things: Sequence[str], read: Read[Told]) -> list[Told]:
        """Return what is told of each of the things that there are, in their order.

        ``read`` tells of those that are not remembered; nothing is where a generation has no name.
        """
        known = self._known
        if generation != self._generation or not generation or len(known) > MOST_THINGS:
            self._generation, self._known = generation, {}
            known = self._known
        missing = [iri for iri in things if iri not in known]
        known.update(read(missing) if missing else ())
        return [known[iri] for iri in things if iri in known]
