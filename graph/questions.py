"""The named questions: one ``.rq`` file each in questions/, run by name with typed parameters.

A file opens with its header, one entry a line: ``# Question:``, ``# Parameter name (type): …``,
``# Column name (kind): …`` in the order of the SELECT, ``# Order:`` and ``# Note:``.  Adding a
question is adding a file.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from graph.errors import ParameterError, UnknownName
from graph.store import Bindings, Store, Term
from ontology.iris import Iris, slugify

LIST_SEPARATOR = " | "
"""Between the members of a list column in the engine's answer."""

XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset({f"{XSD}integer", f"{XSD}int", f"{XSD}nonNegativeInteger"})
_FRACTIONS = frozenset({f"{XSD}decimal", f"{XSD}double", f"{XSD}float"})
_ENTRY = re.compile(
    r"# (?P<what>Question|Parameter|Column|Order|Note)(?: (?P<named>.+?))?: (?P<told>.+)"
)
_NAMED = re.compile(r"(?P<name>\w+) \((?P<kind>[\w-]+)\)")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

Cell = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be narrowed by.

    ``kind``: body, theme (slug or IRI), first-day, last-day (a date, a month counting from its
    first or to its last day), day.
    """

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer; ``kind`` is text, list, date, number, truth or iri."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name; ``sparql`` is the file, a query as it stands for all bodies."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: str
    notes: tuple[str, ...]
    sparql: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question, one for each thing, in the order that the question states.

    IRIs, texts and dates are str, list columns tuples of str; what is not known is None.
    """

    question: Question
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.question.columns)

    @property
    def records(self) -> tuple[dict[str, Cell], ...]:
        """The rows by name of column."""
        names = self.columns
        return tuple(dict(zip(names, row, strict=True)) for row in self.rows)


@cache
def questions() -> tuple[Question, ...]:
    """Return all named questions, by name."""
    folder = files("graph") / "questions"
    return tuple(
        read_question(entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".rq")
    )


def question(name: str) -> Question:
    """Return the question called ``name``.  Raises UnknownName."""
    named = {entry.name: entry for entry in questions()}
    if name not in named:
        raise UnknownName("question", name, named)
    return named[name]


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """Return the answer of a store to the question called ``name``.

    ``parameters`` are texts: a body as slug, name or IRI, dates as ``2024``, ``2024-07`` or
    ``2024-07-01``.  Raises UnknownName and ParameterError, also for a body or theme of which the
    store knows nothing: that would look like an answer.
    """
    asked = question(name)
    terms = {
        name: (term_for(_parameter(asked, name, value), value, store),)
        for name, value in (parameters or {}).items()
    }
    return answer_to(store, asked, terms)


def answer_to(store: Store, asked: Question, terms: Bindings) -> Answer:
    """Return the answer of a store to a question that was read from any file, as `ask` does."""
    solutions = store.select(asked.sparql, terms)
    rows = tuple(
        tuple(_cell(term, column) for term, column in zip(row, asked.columns, strict=True))
        for row in solutions.rows
    )
    return Answer(asked, rows)


@cache
def question_in(folder: str, name: str) -> Question:
    """Return the question that a file of another folder of this package states."""
    path = files("graph") / folder / f"{name}.rq"
    return read_question(name, path.read_text(encoding="utf-8"))


def read_question(name: str, text: str) -> Question:
    """Return the question that the text of a ``.rq`` file states in its header."""
    entries = [match for line in text.splitlines() if (match := _ENTRY.fullmatch(line)) is not None]
    told: dict[str, list[str]] = {"Question": [], "Order": [], "Note": []}
    parameters, columns = [], []
    for entry in entries:
        named = _NAMED.fullmatch(entry["named"] or "")
        if entry["what"] == "Parameter" and named:
            parameters.append(Parameter(named["name"], named["kind"], entry["told"]))
        elif entry["what"] == "Column" and named:
            columns.append(Column(named["name"], named["kind"], entry["told"]))
        else:
            told[entry["what"]].append(entry["told"])
    return Question(
        name=name,
        question=" ".join(told["Question"]),
        parameters=tuple(parameters),
        columns=tuple(columns),
        order=" ".join(told["Order"]),
        notes=tuple(told["Note"]),
        sparql=text,
    )


def _parameter(asked: Question, name: str, value: str) -> Parameter:
    known = {parameter.name: parameter for parameter in asked.parameters}
    if name not in known:
        names = ", ".join(known)
        raise ParameterError(name, value, f"{asked.name} has no such parameter; it has {names}")
    return known[name]


def term_for(parameter: Parameter, value: str, store: Store) -> Term:
    """Return the term that ``value`` means for a parameter.

    Raises ParameterError where it means none, or a thing of which the store knows nothing.
    """
    if parameter.kind in ("body", "theme"):
        return _thing(parameter, value, store)
    first, last = _period(parameter, value)
    day = last if parameter.kind == "last-day" else first
    return Literal(day.isoformat(), datatype=NamedNode(f"{XSD}date"))


def _thing(parameter: Parameter, value: str, store: Store) -> NamedNode:
    iri = _iri(parameter, value.strip(), store.iris)
    if not store.holds(iri):
        raise ParameterError(parameter.name, value, f"nothing is known of <{iri}>")
    return NamedNode(iri)


def _iri(parameter: Parameter, value: str, iris: Iris) -> str:
    if value.startswith(f"{iris.base}/id/{parameter.kind}/"):
        value = value.rpartition("/")[2]
    elif "://" in value or not value:
        wanted = iris.thing(parameter.kind, "slug")
        raise ParameterError(parameter.name, value, f"must be a slug or an IRI like <{wanted}>")
    return str(iris.thing(parameter.kind, slugify(value)))


def _period(parameter: Parameter, value: str) -> tuple[datetime.date, datetime.date]:
    match = _DATE.fullmatch(value.strip())
    if not match:
        raise ParameterError(parameter.name, value, "must be a date like 2024-07-01, 2024-07, 2024")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise ParameterError(parameter.name, value, f"is no date ({error})") from error
    last_month = month or 12
    last_day = day or calendar.monthrange(first.year, last_month)[1]
    return first, datetime.date(first.year, last_month, last_day)


def _cell(term: Term | None, column: Column) -> Cell:
    text = "" if term is None else term.value
    if column.kind == "list":
        return tuple(text.split(LIST_SEPARATOR)) if text else ()
    if term is None or isinstance(term, NamedNode):
        return text or None
    if term.datatype.value in _INTEGERS:
        return int(text)
    if term.datatype.value in _FRACTIONS:
        return float(text)
    if term.datatype.value == f"{XSD}boolean":
        return text == "true"
    return text
