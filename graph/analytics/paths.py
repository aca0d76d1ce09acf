"""Through whom does one actor answer to another?  Shortest paths of accountability."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import Final

import networkx

from graph.analytics.measuring import Measured, Request, Row, analytic
from graph.errors import ParameterError
from graph.store import Store
from graph.ties import project_accountability

MOST_PATHS: Final = 50
"""Paths that are told; of longer lists the first by their actors' IRIs."""

KINDS: Final = ("body", "post", "role")


def accountability_paths(
    graph: networkx.DiGraph, source: str, target: str
) -> tuple[tuple[str, ...], ...]:
    """Return the shortest paths on which ``source`` answers to ``target``, at most `MOST_PATHS`.

    A step leads from an actor to one that it answers to (`graph.ties.project_accountability`);
    each counts 1.  All shortest paths, found breadth first (Dijkstra 1959 with unit weights), in
    order of their actors.  Empty where either is absent, where no path leads there, in an empty
    graph, and from an actor to itself: nobody answers to itself.

    >>> graph = networkx.DiGraph([("director", "council"), ("council", "ofsted")])
    >>> accountability_paths(graph, "director", "ofsted")
    (('director', 'council', 'ofsted'),)
    >>> accountability_paths(graph, "ofsted", "director")
    ()
    """
    if source == target or source not in graph or target not in graph:
        return ()
    if not networkx.has_path(graph, source, target):
        return ()
    found = islice(networkx.all_shortest_paths(graph, source, target), 20 * MOST_PATHS)
    return tuple(sorted(tuple(path) for path in found)[:MOST_PATHS])


def steps_from(graph: networkx.DiGraph, source: str) -> tuple[tuple[str, ...], ...]:
    """Return one shortest path from an actor to everyone it answers to, the nearest first."""
    if source not in graph:
        return ()
    paths = networkx.single_source_shortest_path(graph, source)
    return tuple(sorted((tuple(path) for path in paths.values() if len(path) > 1), key=_near_first))


def measure(request: Request) -> Measured:
    """Return the steps of the paths from ``source`` to ``target``, or to everyone without one."""
    graph = project_accountability(request.store, request.selection)
    if "source" not in request.given:
        return Measured(_ties(graph), {"actors": len(graph), "ties": graph.number_of_edges()})
    source = actor_named(request.store, "source", request.given["source"])
    if "target" in request.given:
        target = actor_named(request.store, "target", request.given["target"])
        paths = accountability_paths(graph, source, target)
    else:
        paths = steps_from(graph, source)
    rows = [
        row
        for number, path in enumerate(paths, start=1)
        for place, step in enumerate(pairwise(path), start=1)
        for row in [_row(graph, number, place, step)]
    ]
    shortest = min((len(path) - 1 for path in paths), default=None)
    return Measured(tuple(rows), {"paths": len(paths), "steps": shortest})


def actor_named(store: Store, name: str, value: str) -> str:
    """Return the IRI of a body, post or role given by its slug or IRI.

    Raises ParameterError where the store knows none.
    """
    if value.startswith(("http://", "https://")):
        choices = [value]
    else:
        choices = [f"{store.iris.base}/id/{kind}/{value}" for kind in KINDS]
    for choice in choices:
        if store.iris.type_and_slug(choice) and store.holds(choice):
            return choice
    raise ParameterError(name, value, "no body, post or role is known by this slug or IRI")


def _ties(graph: networkx.DiGraph) -> tuple[Row, ...]:
    """Return every single step, the strongest first: who answers to whom at all."""
    ties = sorted(graph.edges(data="weight"), key=lambda tie: (-tie[2], tie[0], tie[1]))
    return tuple(
        _row(graph, number, 1, (source, target))
        for number, (source, target, _) in enumerate(ties, start=1)
    )


def _row(graph: networkx.DiGraph, number: int, place: int, step: tuple[str, str]) -> Row:
    source, target = step
    tie = graph.edges[source, target]
    labels = graph.nodes[source]["label"], graph.nodes[target]["label"]
    return (
        number, place, source, labels[0], tie["relations"], target, labels[1], int(tie["weight"])
    )  # fmt: skip


def _near_first(path: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return len(path), path


HEADER = """
# Question: Through whom does one actor answer to another?
# Parameter source (actor): who answers: slug or IRI of a body, post or role; without it, every tie
# Parameter target (actor): to whom; without it, everyone to whom the source answers
# Column path (number): number of the path
# Column step (number): place of the step in it, from 1
# Column actor (iri): who answers
# Column actor_label (text): its name
# Column relation (text): how: is asked by, is overseen by, reports to, has to agree with …
# Column answers_to (iri): to whom
# Column answers_to_label (text): its name
# Column items (number): how many asks, duties and inspections say so
# Order: length of the path, its actors, step
# Note: Without a source every tie is a path of one step, the strongest first.
"""
COST = (
    "the items that join actors, and the ties between them: measured 18 times in a graph of ten "
    "times as many"
)
ANALYTIC = analytic("paths", HEADER, measure, accountability_paths, COST)
