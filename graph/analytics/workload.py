"""Who has most to do?  Asks by addressee, and what is known of them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.analytics.measuring import Measured, Request, Row, analytic, rounded
from graph.asks import Ask, Named, asks
from graph.errors import ParameterError


@dataclass(frozen=True, slots=True)
class Workload:
    """What one actor was asked.  ``share`` is of all asks, 0 to 1; counts are of asks.

    ``open`` are those not known to be met, ``overdue`` those of them due before the day
    (None without a day).
    """

    actor: Named
    asks: int
    share: float
    open: int
    met: int
    never_assessed: int
    raised_again: int
    overdue: int | None
    next_due: str


def workload_by_addressee(asked: Sequence[Ask], day: str = "") -> tuple[Workload, ...]:
    """Return what each actor was asked, those with most open asks first, then by name.

    A count of documents' items, not of effort: one ask may be a sentence or a year's work.  An
    ask to two actors counts for both, so shares may add up to more than 1; an ask is open unless
    its latest assessment finds it met, and silence is no proof that nothing was done.  ``day``
    (ISO) tells what is overdue.  Empty for no asks.

    >>> workload_by_addressee(())
    ()
    """
    by_actor: dict[Named, list[Ask]] = defaultdict(list)
    for each in asked:
        for actor in each.addressees:
            by_actor[actor].append(each)
    found = (_workload(actor, of, len(asked), day) for actor, of in by_actor.items())
    return tuple(sorted(found, key=lambda each: (-each.open, each.actor.label, each.actor.iri)))


def _workload(actor: Named, of: Sequence[Ask], total: int, day: str) -> Workload:
    is_open = [each for each in of if not each.is_met]
    ahead = sorted(each.due for each in is_open if each.due and each.due >= day)
    return Workload(
        actor=actor,
        asks=len(of),
        share=rounded(len(of) / total),
        open=len(is_open),
        met=len(of) - len(is_open),
        never_assessed=sum(not each.is_assessed for each in of),
        raised_again=sum(each.returns > 0 for each in of),
        overdue=sum(each.is_overdue(day) for each in of) if day else None,
        next_due=ahead[0] if ahead else "",
    )


def measure(request: Request) -> Measured:
    """Return one row for each addressee."""
    day = read_day(request.given.get("day", ""))
    asked = asks(request.store, request.selection)
    found = workload_by_addressee(asked, day)
    summary = {
        "asks": len(asked),
        "actors": len(found),
        "met": sum(each.is_met for each in asked),
        "without_addressee": sum(not each.addressees for each in asked),
    }
    return Measured(tuple(_row(each) for each in found), summary)


def read_day(value: str) -> str:
    """Return an ISO day; empty for none.  Raises ParameterError."""
    try:
        return datetime.date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise ParameterError("day", value, "must be a day like 2024-07-01") from error


def _row(each: Workload) -> Row:
    return (
        each.actor.iri, each.actor.label, each.asks, each.share, each.open, each.met,
        each.never_assessed, each.raised_again, each.overdue, each.next_due or None,
    )  # fmt: skip


HEADER = """
# Question: Who was asked to do most, and what is known of it?
# Parameter day (day): the day on which to tell what is overdue; nothing is told without it
# Column actor (iri): who has to act
# Column actor_label (text): its name
# Column asks (number): what it was asked
# Column share (number): its part of all asks, 0 to 1
# Column open (number): asks that no latest assessment finds met
# Column met (number): asks whose latest assessment finds them met
# Column never_assessed (number): asks without any assessment
# Column raised_again (number): asks that came back later
# Column overdue (number): open asks that were due before the day; empty without a day
# Column next_due (date): the next day by which an open one is due, from the day on
# Order: open (most first), name
# Note: An ask to two actors counts for both.
"""
COST = "linear in asks"
ANALYTIC = analytic("workload", HEADER, measure, workload_by_addressee, COST)
