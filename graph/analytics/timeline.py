"""What happened when?  Inspections, documents, asks, findings, posts and deadlines in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pyoxigraph import NamedNode

from graph.analytics.measuring import Measured, Request, Row, analytic
from graph.asks import Ask, asks
from graph.questions import Cell, answer_to, ask, question_in
from graph.selections import Selection
from graph.store import Store
from graph.stories import stated_dates

Record = dict[str, Cell]

LANES: Final = ("inspection", "document", "asks", "finding", "post", "due")
"""Kinds of moments, in the order in which they stand on one day."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened or is due, from ``on`` to ``until`` (ISO, empty where one day).

    ``on`` is as exact as known: a day, a month or a year.  ``thing`` is its IRI, ``detail`` what
    there is to say of it, such as a grade.
    """

    on: str
    lane: str
    label: str
    thing: str
    until: str = ""
    detail: str = ""
    document: str = ""


def in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return moments in order of time; on one day by `LANES`, then by name.

    A month or year comes before its days.  What has no date at all is left out: it has no place
    in time.  Empty for no moments.

    >>> later, sooner = Moment("2021", "post", "b", ""), Moment("2019-05", "asks", "a", "")
    >>> [each.label for each in in_order([later, sooner])]
    ['a', 'b']
    """
    dated = (moment for moment in moments if moment.on)
    return tuple(
        sorted(dated, key=lambda each: (each.on, LANES.index(each.lane), each.label, each.thing))
    )


def timeline_of(store: Store, selection: Selection) -> tuple[Moment, ...]:
    """Return all dated moments of a selection.

    A theme leaves only asks, findings and deadlines under it: the rest has no theme.
    """
    asked = asks(store, selection)
    moments = [*_asked(asked), *_found(asked), *_due(asked, selection)]
    if selection.theme is None:
        texts = selection.texts
        inspected = ask(store, "inspection-history", texts).records
        moments += _inspected(inspected, stated_dates(store, selection))
        moments += _in_post(ask(store, "post-holders", texts).records, selection)
        moments += _documented(_documents(store, selection), selection)
    return in_order(moments)


def _inspected(rows: Iterable[Record], stated: Mapping[str, str]) -> Iterator[Moment]:
    for row in rows:
        ordinal = f" {row['ordinal']}" if row["ordinal"] else ""
        grade = row["grade"] or "; ".join(_list(row["grade_elsewhere"]) or _list(row["outcome"]))
        yield Moment(
            on=stated.get(_text(row["inspection"])) or _text(row["inspected_on"]),
            until=_text(row["ended_on"]),
            lane="inspection",
            label=f"{row['inspection_type'] or 'Inspection'}{ordinal}",
            thing=_text(row["inspection"]),
            detail=_text(grade),
        )


def _documents(store: Store, selection: Selection) -> Iterable[Record]:
    named = {"body": (selection.body,)} if isinstance(selection.body, NamedNode) else {}
    return answer_to(store, question_in("elsewhere", "documents"), named).records


def _documented(rows: Iterable[Record], selection: Selection) -> Iterator[Moment]:
    for row in rows:
        if selection.holds(_text(row["date"])):
            document = _text(row["document"])
            yield Moment(
                on=_text(row["date"]),
                lane="document",
                label=_text(row["genre"]) or "Document",
                thing=document,
                detail=_text(row["document_label"]),
                document=document,
            )


def _asked(asked: Iterable[Ask]) -> Iterator[Moment]:
    by_document = groupby(asked, key=lambda each: (each.asked_on, each.document))
    for (day, document), of in by_document:
        found = list(of)
        themes = sorted({each.theme.label for each in found if each.theme})
        count = f"{len(found)} recommendation{'s' if len(found) > 1 else ''}"
        yield Moment(
            day, "asks", count, document.iri, detail="; ".join(themes), document=document.iri
        )


def _found(asked: Iterable[Ask]) -> Iterator[Moment]:
    for each in asked:
        if each.state.on:
            yield Moment(
                each.state.on,
                "finding",
                each.state.name,
                each.recommendation,
                detail=each.text,
                document=next(iter(each.state.documents), ""),
            )


def _due(asked: Iterable[Ask], selection: Selection) -> Iterator[Moment]:
    for each in asked:
        if each.due and selection.holds(each.due):
            to_whom = ", ".join(actor.label for actor in each.addressees) or "somebody"
            yield Moment(
                each.due, "due", f"Due from {to_whom}", each.recommendation,
                detail=each.text, document=each.document.iri,
            )  # fmt: skip


def _in_post(rows: Iterable[Record], selection: Selection) -> Iterator[Moment]:
    for row in rows:
        on = _text(row["start"] or row["in_post_on"] or row["end"])
        if row["person"] and selection.holds(on):
            yield Moment(
                on=on,
                until=_text(row["end"]) if row["start"] else "",
                lane="post",
                label=f"{row['person']}, {row['post']}",
                thing=_text(row["tenure"]),
                detail=_text(row["organisation"]),
                document=_text(row["document"]),
            )


def measure(request: Request) -> Measured:
    """Return one row for each moment; the summary counts them by lane."""
    found = timeline_of(request.store, request.selection)
    counts: dict[str, Cell] = {lane: sum(each.lane == lane for each in found) for lane in LANES}
    summary = {"first": found[0].on, "last": found[-1].on, **counts} if found else counts
    return Measured(tuple(_row(each) for each in found), summary)


def _row(each: Moment) -> Row:
    return (
        each.on, each.until or None, each.lane, each.thing or None, each.label,
        each.detail or None, each.document or None,
    )  # fmt: skip


def _list(cell: Cell) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


HEADER = """
# Question: What happened when: inspections, documents, asks, findings, posts, deadlines?
# Column on (date): day, month or year, as exact as known
# Column until (date): last day, where it took longer
# Column lane (text): inspection, document, asks, finding, post or due
# Column thing (iri): the thing
# Column thing_label (text): what it is called
# Column detail (text): grade, themes, words or body
# Column document (iri): the document that says so
# Order: on, lane, thing
# Note: With a theme, only asks, findings and deadlines under it are told.
"""
COST = "linear in what is dated"
ANALYTIC = analytic("timeline", HEADER, measure, in_order, COST)
