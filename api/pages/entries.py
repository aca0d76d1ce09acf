"""Rows with quotes as a page shows them: one entry for each statement, with all its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.masking import mask
from api.pages.links import Shown, show
from api.resources.names import local_name, words
from api.rows import Row, Table

FACTS = (
    *("Judgement", "Recommendation", "Restatement", "ProgressAssessment", "Response"),
    *("Responsibility", "EscalationOption", "Obligation", "FocusArea", "Figure", "Event"),
    *("Tenure", "InspectionReference", "DocumentReference"),
)
"""Kinds of facts in the order in which a document's page shows them."""

_OF_THE_QUOTE = ("quote", "page", "start", "document", "document_label")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one page of a document, in one or several stretches."""

    words: tuple[str, ...]
    document: Shown | None
    page: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement: what is stated, as cells with headings, and the words that state it."""

    cells: tuple[tuple[str, Shown], ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries of one kind under a heading."""

    heading: str
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        """The name by which a link leads to the group on its page."""
        return self.heading.lower().replace(" ", "-")


def entries_of(table: Table, base: str) -> tuple[Entry, ...]:
    """Return one entry for each statement of an answer; its passages are put together."""
    names = [
        name for name in table.columns if name not in _OF_THE_QUOTE and not name.endswith("_label")
    ]
    grouped: dict[tuple[tuple[str, Shown], ...], list[Row]] = {}
    for row in table.rows:
        cells = tuple((words(name), _cell(row, name, base)) for name in names if name in row)
        grouped.setdefault(cells, []).append(row)
    return tuple(Entry(cells, _quotations(rows, base)) for cells, rows in grouped.items())


def _cell(row: Row, name: str, base: str) -> Shown:
    label = row.get(f"{name}_label")
    return show(row[name], label.text if label else None, base)


def _quotations(rows: Iterable[Row], base: str) -> tuple[Quotation, ...]:
    return gather(
        (
            mask(row["quote"].text),
            _cell(row, "document", base) if "document" in row else None,
            row["page"].text if "page" in row else None,
        )
        for row in rows
        if "quote" in row
    )


def gather(stretches: Iterable[tuple[str, Shown | None, str | None]]) -> tuple[Quotation, ...]:
    """Return stretches (words, document, page) put together by the page that they stand on."""
    pages: dict[tuple[Shown | None, str | None], list[str]] = {}
    for words_of_it, document, page in dict.fromkeys(stretches):
        pages.setdefault((document, page), []).append(words_of_it)
    return tuple(Quotation(tuple(said), document, page) for (document, page), said in pages.items())


def facts_of(table: Table, base: str) -> tuple[EntryGroup, ...]:
    """Return what a document says, grouped by kind of fact; a fact leads to its own page."""
    groups: dict[str, dict[str, list[Row]]] = {kind: {} for kind in FACTS}
    for row in table.rows:
        kind = local_name(row["class"].text)
        groups.setdefault(kind, {}).setdefault(row["fact"].text, []).append(row)
    return tuple(
        EntryGroup(words(kind), tuple(_fact(rows, kind, base) for rows in facts.values()))
        for kind, facts in groups.items()
        if facts
    )


def _fact(rows: list[Row], kind: str, base: str) -> Entry:
    """Return a fact: a short link to its page, its statement where the words are others."""
    first = rows[0]
    number = first["number"].text if "number" in first else ""
    quotations = _quotations(rows, base)
    cells = [("Fact", show(first["fact"], f"{words(kind)} {number}".strip(), base))]
    quoted = " ".join(words_of_it for each in quotations for words_of_it in each.words)
    if "statement" in first and first["statement"].text.split() != quoted.split():
        cells.append(("States", show(first["statement"], None, base)))
    return Entry(tuple(cells), quotations)
