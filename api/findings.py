"""What analytics found, kept while the graph stays as it is: a whole country takes seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.analytics.measuring import Finding
from graph.analytics.registry import analyse
from graph.store import Store

MOST_FINDINGS = 48
"""Findings that are kept, of one generation of the graph; the oldest goes first."""

Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class Findings:
    """What was found in the newest generation that was asked for."""

    _generation: str = ""
    _known: dict[Key, Finding] = field(default_factory=dict)

    def find(self, store: Store, name: str, given: Mapping[str, str]) -> Finding:
        """Return what an analytic finds, measured once for each generation; see `analyse`."""
        generation, key = store.generation, (name, tuple(sorted(given.items())))
        if generation != self._generation:
            self._generation, self._known = generation, {}
        known = self._known
        if generation and key in known:
            return known[key]
        finding = analyse(store, name, given)
        if len(known) >= MOST_FINDINGS:
            known.pop(next(iter(known)), None)
        known[key] = finding
        return finding
