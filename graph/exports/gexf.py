"""Things and their links as dynamic GEXF: Gephi's timeline plays the years.

A thing is there from its own day on, an actor or a theme from the first day on which anything
dated is linked with it, a link from when both its ends are there.  Colours go by kind.
"""

from __future__ import annotations

import re
from typing import BinaryIO

import networkx

from graph.exports.dot import colour_of
from graph.projections import project_things
from graph.store import Store


def write_gexf(store: Store, out: BinaryIO) -> None:
    """Write things and links as dynamic GEXF 1.2, days as dates."""
    lines = networkx.generate_gexf(dynamic(store))  # type: ignore[no-untyped-call]  # no types
    for line in lines:
        if "<meta " in line:  # has the day of writing: the same graph would give other bytes
            line = re.sub(r' lastmodifieddate="[^"]*"', "", line)
        out.write(f"{line}\n".encode())


def dynamic(store: Store) -> networkx.MultiDiGraph:
    """Return the things and links with the day from which each is there, where it is known."""
    things = project_things(store)
    days = first_days(things)
    graph = networkx.MultiDiGraph(name=things.name, mode="dynamic")
    for iri, data in things.nodes(data=True):
        start = {"start": days[iri]} if iri in days else {}
        graph.add_node(iri, **data, **start, viz={"color": _viz_colour(str(data["kind"]))})
    for number, (source, target, data) in enumerate(things.edges(data=True)):
        known = [days[end] for end in (source, target) if end in days]
        start = {"start": max(known)} if known else {}
        graph.add_edge(source, target, key=number, **data, **start)
    return graph


def first_days(things: networkx.MultiDiGraph) -> dict[str, str]:
    """Return the day of each dated thing, and of others the first day among their neighbours."""
    own = {iri: str(data["date"]) for iri, data in things.nodes(data=True) if "date" in data}
    days = dict(own)
    for iri in things:
        if iri not in own:
            others = (*things.predecessors(iri), *things.successors(iri))
            near = [own[other] for other in others if other in own]
            if near:
                days[iri] = min(near)
    return days


def _viz_colour(kind: str) -> dict[str, int | float]:
    red, green, blue = bytes.fromhex(colour_of(kind).removeprefix("#"))
    return {"r": red, "g": green, "b": blue, "a": 1.0}
