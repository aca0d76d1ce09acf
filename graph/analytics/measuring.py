"""What an analytic is, and what it gives: a table that says how it was measured.

An analytic states itself in a header such as the files of questions have; its rows are typed
cells, so that commands, resources and pages show them as they show answers.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from graph.questions import Answer, Cell, Question, read_question
from graph.selections import Selection
from graph.store import Store

Row = tuple[Cell, ...]
Summary = Mapping[str, Cell]

PARAMETERS = """
# Parameter body (body): a council or other body; all where absent
# Parameter theme (theme): a theme, with those below it; all where absent
# Parameter from (first-day): this day or later; a month or year counts from its first day
# Parameter to (last-day): this day or earlier; a month or year counts to its last day
"""
"""The parameters that every analytic takes."""


@dataclass(frozen=True, slots=True)
class Request:
    """What an analytic is to look at; ``given`` are its own parameters, as texts."""

    store: Store
    selection: Selection
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """The rows of a measure in its order, and figures about the whole."""

    rows: tuple[Row, ...]
    summary: Summary = field(default_factory=dict)


Measure = Callable[[Request], Measured]


@dataclass(frozen=True, slots=True)
class Analytic:
    """A measure with its name, header and definition; ``cost`` says how it grows."""

    question: Question
    definition: str
    cost: str
    measure: Measure

    @property
    def name(self) -> str:
        """The name by which it is asked for."""
        return self.question.name


@dataclass(frozen=True, slots=True)
class Finding:
    """What an analytic found: an answer as questions give, and figures about the whole."""

    analytic: Analytic
    answer: Answer
    summary: Summary


def analytic(name: str, header: str, measure: Measure, defined_by: object, cost: str) -> Analytic:
    """Return the analytic of a measure; its definition is the docstring of ``defined_by``.

    ``header`` lists question, columns, order and notes, and parameters besides the common ones.
    """
    definition = inspect.getdoc(defined_by) or ""
    question = read_question(name, PARAMETERS + header)
    return Analytic(question, definition.partition("\n\n>>>")[0], cost, measure)


def rounded(value: float) -> float:
    """Return a share or score as it is shown: six decimals."""
    return round(value, 6)


def rows_of(records: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows as a tuple."""
    return tuple(records)
