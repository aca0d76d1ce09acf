"""All analytics by name: adding one is adding a file and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from graph.analytics import (
    centrality,
    communities,
    paths,
    recurrence,
    timeline,
    trends,
    unanswered,
    workload,
)
from graph.analytics.measuring import Analytic, Finding, Request
from graph.errors import ParameterError, UnknownName
from graph.questions import Answer
from graph.selections import SELECTING, select
from graph.store import Store

ANALYTICS: Final[Mapping[str, Analytic]] = {
    each.name: each
    for each in (
        recurrence.ANALYTIC,
        centrality.ANALYTIC,
        communities.ANALYTIC,
        paths.ANALYTIC,
        workload.ANALYTIC,
        unanswered.ANALYTIC,
        trends.ANALYTIC,
        timeline.ANALYTIC,
    )
}


def analytic_named(name: str) -> Analytic:
    """Return an analytic.  Raises UnknownName."""
    if name not in ANALYTICS:
        raise UnknownName("analytic", name, ANALYTICS)
    return ANALYTICS[name]


def analyse(store: Store, name: str, given: Mapping[str, str] | None = None) -> Finding:
    """Return what an analytic finds in a store, or in the part that ``given`` selects.

    ``given`` are texts, as `graph.questions.ask` takes them.  Raises UnknownName, and
    ParameterError for a parameter that the analytic does not have or a value that means nothing.
    """
    wanted = analytic_named(name)
    known = [parameter.name for parameter in wanted.question.parameters]
    texts = {key: value for key, value in (given or {}).items() if value}
    for key, value in texts.items():
        if key not in known:
            reason = f"{name} has no such parameter; it has {', '.join(known)}"
            raise ParameterError(key, value, reason)
    common = {parameter.name for parameter in SELECTING}
    selection = select(store, {key: text for key, text in texts.items() if key in common})
    own = {key: text for key, text in texts.items() if key not in common}
    measured = wanted.measure(Request(store, selection, own))
    return Finding(wanted, Answer(wanted.question, measured.rows), measured.summary)
