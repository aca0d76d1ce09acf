"""The story of a council or other body: how it was inspected, what it was asked, what came of it.

Put together from the named questions and from `graph.asks`; nothing of it is stored.  The
queries of its own stand beside this module, in stories/.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from graph.asks import Ask, Standing, asks
from graph.errors import ParameterError
from graph.questions import Answer, Cell, answer_to, ask, question_in
from graph.selections import EVERYTHING, Selection, about
from graph.store import Store

Record = dict[str, Cell]

STANDINGS: Final[Mapping[Standing, str]] = {
    "met": "found to be met",
    "assessed": "assessed, not met",
    "replied to": "replied to, not assessed",
    "raised again": "raised again, not assessed",
    "silent": "not mentioned again, though later documents are loaded",
    "too early to tell": "without any later document loaded",
}
"""What is known of asks, in words; the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An inspection as a column of the table of themes; ``date`` is its first known day."""

    inspection: str
    label: str
    date: str


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """The table that a Commissioner makes by hand: what each inspection asked for, by theme.

    ``cells`` are the rows of the question recurring-weaknesses by (theme, inspection).
    ``recurring`` are the themes that more than one inspection raised.
    """

    themes: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    cells: Mapping[tuple[str, str], tuple[Record, ...]]

    def cell(self, theme: str, occasion: Occasion) -> tuple[Record, ...]:
        """Return what an inspection asked for under a theme."""
        return self.cells.get((theme, occasion.inspection), ())

    def raised(self, theme: str) -> int:
        """Return how many inspections raised a theme."""
        return sum(name == theme for name, _ in self.cells)


@dataclass(frozen=True, slots=True)
class Story:
    """What the graph tells of a body, as known on ``day``; tables as their files tell them.

    ``stated_dates`` are those of inspections of which only a month or year is known, by IRI.
    """

    body: str
    label: str
    day: datetime.date
    inspections: Answer
    stated_dates: Mapping[str, str]
    themes: ThemeTable
    asks: tuple[Ask, ...]
    due: Answer
    post_holders: Answer
    overseers: Answer
    documents: Answer

    @property
    def standings(self) -> Mapping[Standing, int]:
        """How many asks stand how, in the order of `STANDINGS`; those without any are left out."""
        counted = Counter(each.standing for each in self.asks)
        return {name: counted[name] for name in STANDINGS if counted[name]}

    @property
    def open_asks(self) -> tuple[Ask, ...]:
        """The asks that no assessment finds met."""
        return tuple(each for each in self.asks if not each.is_met)

    @property
    def overdue(self) -> tuple[Record, ...]:
        """What was due before the day and is not known to be met."""
        return tuple(row for row in self.due.records if row["overdue"])

    @property
    def grades(self) -> tuple[Record, ...]:
        """The inspections that gave an overall grade, the earliest first."""
        return tuple(row for row in self.inspections.records if row["grade"])


def story_of(store: Store, body: str, day: datetime.date) -> Story:
    """Return the story of a body (an IRI); ``day`` decides what is overdue.

    Raises ParameterError where the store knows no such body.
    """
    named = _own(store, "names", body).records
    if not named:
        raise ParameterError("body", body, "nothing is known of such a body")
    of_body = {"body": body}
    return Story(
        body=body,
        label=str(named[0]["label"] or body.rpartition("/")[2]),
        day=day,
        inspections=ask(store, "inspection-history", of_body),
        stated_dates=stated_dates(store, about(body)),
        themes=theme_table(ask(store, "recurring-weaknesses", of_body).records),
        asks=asks(store, about(body)),
        due=ask(store, "due", {**of_body, "day": day.isoformat()}),
        post_holders=ask(store, "post-holders", of_body),
        overseers=_own(store, "overseers", body),
        documents=_own(store, "documents", body),
    )


def stated_dates(store: Store, selection: Selection = EVERYTHING) -> Mapping[str, str]:
    """Return the dates of inspections of which only a month or year is known ("2012-03")."""
    asked = question_in("stories", "stated-dates")
    records = answer_to(store, asked, selection.terms("body")).records
    return {str(row["inspection"]): str(row["stated_on"]) for row in records}


def theme_table(rows: Sequence[Record]) -> ThemeTable:
    """Return the rows of recurring-weaknesses as a table of themes by inspections."""
    cells: dict[tuple[str, str], list[Record]] = {}
    occasions: dict[str, Occasion] = {}
    for row in rows:
        inspection = str(row["inspection"])
        cells.setdefault((str(row["heading"]), inspection), []).append(row)
        kind = str(row["inspection_type"] or "Inspection")
        occasions[inspection] = Occasion(inspection, kind, str(row["inspected_on"] or ""))
    return ThemeTable(
        themes=tuple(sorted({theme for theme, _ in cells})),
        occasions=tuple(sorted(occasions.values(), key=lambda each: (each.date, each.inspection))),
        cells={key: tuple(found) for key, found in cells.items()},
    )


def _own(store: Store, name: str, body: str) -> Answer:
    return answer_to(store, question_in("stories", name), {"body": (NamedNode(body),)})
