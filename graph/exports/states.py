"""What became of each recommendation, in a word: as the latest assessment puts it.

A statement that a document takes over from another is not a second assessment (`ans:reportedFrom`)
and does not change a state.  What nobody assessed is told as raised again where a later item
repeats it, else as not assessed; that it is open is not concluded from silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.exports.tables import SEPARATOR, Cell, Tables

NOT_ASSESSED: Final = "Not assessed"
RAISED_AGAIN: Final = "Raised again, not assessed"
MET: Final = "Met"


@dataclass(frozen=True, slots=True)
class State:
    """The state of a recommendation; day, words and place are of the latest evidence.

    ``on`` is as exact as printed: 2024, 2024-07 or 2024-07-01.
    """

    name: str
    on: str = ""
    said_by: str = ""
    words: str = ""
    document: str = ""
    page: Cell = None

    @property
    def is_open(self) -> bool:
        """Whether no document says that it is met."""
        return self.name != MET


def states(tables: Tables) -> dict[str, State]:
    """Return the state of every recommendation, by its IRI."""
    asked = tables.table("recommendations").records
    printed = {
        _text(record["id"]): _text(record["issued"]) for record in tables.table("documents").records
    }
    assessed = _latest_assessments(tables.table("assessments").records)
    again = _raised_again(asked, printed)
    found = {}
    for record in asked:
        iri = str(record["id"])
        found[iri] = assessed.get(iri) or again.get(iri) or State(NOT_ASSESSED)
    return found


def _latest_assessments(records: Iterable[Mapping[str, Cell]]) -> dict[str, State]:
    latest: dict[str, State] = {}
    for record in sorted(records, key=lambda each: (_text(each["date"]), _text(each["id"]))):
        if record["reported_from_id"] or not record["assessment_of_id"]:
            continue
        state = State(
            _text(record["progress"]) or "Assessed",
            _text(record["assessed_on"]) or _text(record["date"]),
            _text(record["assessed_by"]),
            _text(record.get("words")),
            _text(record.get("document")),
            record.get("page"),
        )
        for iri in str(record["assessment_of_id"]).split(SEPARATOR):
            latest[iri] = state
    return latest


def _raised_again(
    records: Iterable[Mapping[str, Cell]], printed: Mapping[str, str]
) -> dict[str, State]:
    """Return the state of what a later item restates or repeats, the latest of these counting."""
    again: dict[str, State] = {}
    for record in sorted(records, key=lambda each: (_text(each["date"]), _text(each["id"]))):
        earlier = SEPARATOR.join(
            _text(record[name]) for name in ("restates_id", "recurs_from_id") if record[name]
        )
        state = State(
            RAISED_AGAIN,
            printed.get(_text(record["made_in_id"])) or _text(record["date"]),
            _text(record["made_by"]),
            _text(record["text"]),
            _text(record.get("document")),
            record.get("page"),
        )
        for iri in earlier.split(SEPARATOR) if earlier else ():
            again[iri] = state
    return again


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
