"""Which themes come back?  Items that are raised again, by theme, with what could be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

import networkx

from graph.analytics.measuring import Measured, Request, Row, analytic, rounded
from graph.asks import Ask, Named, asks
from graph.ties import project_returns

NO_THEME: Final = Named("", "no theme")
YEAR_DAYS: Final = 365.25


@dataclass(frozen=True, slots=True)
class Recurring:
    """How often the items of a theme came back.

    ``testable`` are items after which another document about the council is loaded, ``returned``
    those of them that came back, ``share`` the one by the other (None where nothing is
    testable), ``longest`` the most times that one weakness was raised again in a row, ``years``
    the median time until an item first came back.
    """

    theme: Named
    items: int
    councils: int
    testable: int
    returned: int
    share: float | None
    longest: int
    years: float | None


def recurrence_by_theme(asked: Sequence[Ask], returns: networkx.DiGraph) -> tuple[Recurring, ...]:
    """Return how often items of each theme came back, the highest share first.

    ``returns`` leads from later items to those that come back in them (`project_returns`: about
    the same council, restating or recurring with a likeness of 0.5 or more).  The share is over
    the items that could come back: those after which another document about the council is
    loaded; 0 to 1, None where there is none.  An item has one primary theme, its return may have
    another.  The longest chain counts links from item to item, as far as ``returns`` holds them.
    Empty for no items; a graph without links gives shares of 0.

    >>> recurrence_by_theme((), networkx.DiGraph())
    ()
    """
    chains = _chains(returns)
    by_theme: dict[Named, list[Ask]] = defaultdict(list)
    for each in asked:
        by_theme[each.theme or NO_THEME].append(each)
    found = (_recurring(theme, of, returns, chains) for theme, of in by_theme.items())
    return tuple(sorted(found, key=lambda each: (-(each.share or 0), each.theme.label)))


def _recurring(
    theme: Named, items: Sequence[Ask], returns: networkx.DiGraph, chains: dict[str, int]
) -> Recurring:
    testable = [each for each in items if each.later_documents]
    returned = [each for each in testable if each.recommendation in chains]
    firsts = [(each.asked_on, _first_return(returns, each.recommendation)) for each in returned]
    waits = [_years(asked_on, first) for asked_on, first in firsts if asked_on and first]
    return Recurring(
        theme=theme,
        items=len(items),
        councils=len({each.council for each in items}),
        testable=len(testable),
        returned=len(returned),
        share=rounded(len(returned) / len(testable)) if testable else None,
        longest=max(chains.get(each.recommendation, 0) for each in items),
        years=round(median(waits), 1) if waits else None,
    )


def _first_return(returns: networkx.DiGraph, item: str) -> str:
    days = (on for _, _, on in returns.in_edges(item, data="on"))
    return min((on for on in days if on), default="")


def _chains(returns: networkx.DiGraph) -> dict[str, int]:
    """Return how many times in a row each item that came back did so; links have no cycles."""
    longest = dict.fromkeys(returns, 0)
    for later in networkx.topological_sort(returns):
        for earlier in returns.successors(later):
            longest[earlier] = max(longest[earlier], 1 + longest[later])
    return {item: count for item, count in longest.items() if count}


def _years(first: str, last: str) -> float:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days / YEAR_DAYS


def measure(request: Request) -> Measured:
    """Return the rows of the analytic; the summary is over all themes."""
    asked = asks(request.store, request.selection)
    chosen = [each.recommendation for each in asked]
    returns = project_returns(request.store, None if request.selection.is_everything else chosen)
    found = recurrence_by_theme(asked, returns)
    testable, returned = sum(e.testable for e in found), sum(e.returned for e in found)
    share = rounded(returned / testable) if testable else None
    summary = {"items": len(asked), "testable": testable, "returned": returned, "share": share}
    return Measured(tuple(_row(each) for each in found), summary)


def _row(each: Recurring) -> Row:
    return (
        each.theme.iri or None, each.theme.label, each.items, each.councils, each.testable,
        each.returned, each.share, each.longest, each.years,
    )  # fmt: skip


HEADER = """
# Question: Which themes come back at the same council, and how often?
# Column theme (iri): the primary theme of the items
# Column theme_label (text): its name
# Column items (number): items under it
# Column councils (number): councils that were told of it
# Column testable (number): items after which another document about the council is loaded
# Column returned (number): those of them that came back later
# Column share (number): returned by testable, 0 to 1; empty where nothing is testable
# Column longest (number): how many times in a row one weakness was raised again, at most
# Column years (number): median years until an item first came back
# Order: share (highest first), theme
# Note: A theme or period narrows the items; they may come back later and under another theme.
"""
COST = "linear in items and links"
ANALYTIC = analytic("recurrence", HEADER, measure, recurrence_by_theme, COST)
