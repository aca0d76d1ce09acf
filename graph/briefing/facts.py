"""What a briefing tells from: the answers to the named questions about one body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.briefing.sources import Sources
from graph.exports.states import State
from graph.questions import Cell

Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers by name of question, the state of each ask by IRI, and the sources."""

    body: str
    on: date
    answers: Mapping[str, tuple[Row, ...]]
    states: Mapping[str, State]
    parts: Mapping[str, tuple[str, ...]]
    sources: Sources

    def cite(self, row: Row) -> str:
        """Return the place of a row's words."""
        return self.sources.cite(row["document"], row.get("page"))
