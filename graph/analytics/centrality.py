"""Which actors sit between others?  Betweenness over who has to do with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import networkx

from graph.analytics import engines
from graph.analytics.measuring import Measured, Request, analytic
from graph.selections import EVERYTHING, Selection
from graph.store import Store
from graph.ties import project_actors

DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Between:
    """How far an actor sits between others.

    ``betweenness`` 0 to 1, ``neighbours`` the number of others it deals with, ``items`` the
    number of asks, duties and inspections that join it to them.  ``is_cut`` where without it
    others would no longer be joined at all.
    """

    actor: str
    label: str
    kind: str
    betweenness: float
    neighbours: int
    items: int
    is_cut: bool


def between(actors: networkx.DiGraph) -> tuple[Between, ...]:
    """Return the betweenness of every actor, the highest first, then by label.

    Betweenness is the share of the shortest paths between all pairs of other actors that lead
    through one (Freeman 1977; Brandes 2001), on the graph without directions: whoever is asked
    and whoever asks are equally joined.  Each step counts 1, whatever its weight.  Normalised by
    the number of pairs, so 1 is the centre of a star; 0 for an actor at the rim, in an empty
    graph and with fewer than three actors.  Pairs without a path count nothing; loops are
    ignored.  A cut is an articulation point (Hopcroft and Tarjan 1973): the only way between
    some others.  `graph.analytics.engines` tells when a big graph is estimated.

    >>> star = networkx.DiGraph([("dfe", "council"), ("commissioner", "council")])
    >>> [(each.actor, each.betweenness, each.is_cut) for each in between(star)]
    [('council', 1.0, True), ('commissioner', 0.0, False), ('dfe', 0.0, False)]
    """
    joined = actors.to_undirected()
    cuts = engines.articulation_points(joined)
    shares = engines.betweenness(joined)
    found = (_between(actors, actor, share, actor in cuts) for actor, share in shares.items())
    return tuple(sorted(found, key=lambda each: (-each.betweenness, each.label, each.actor)))


def actors_between(store: Store, selection: Selection = EVERYTHING) -> tuple[Between, ...]:
    """Return the actors of a store, or of a part of it, as `between` does."""
    return between(project_actors(store, selection))


def _between(actors: networkx.DiGraph, actor: str, share: float, is_cut: bool) -> Between:
    attributes = actors.nodes[actor]
    others = set(actors.predecessors(actor)) | set(actors.successors(actor))
    items = actors.degree(actor, weight="weight")
    return Between(
        actor=actor,
        label=attributes.get("label", actor),
        kind=attributes.get("kind", "actor"),
        betweenness=round(share, DECIMALS),
        neighbours=len(others - {actor}),
        items=int(items),
        is_cut=is_cut,
    )


def measure(request: Request) -> Measured:
    """Return the rows of the analytic, and what the graph of actors is like."""
    actors = project_actors(request.store, request.selection)
    found = between(actors)
    parts = engines.components(actors.to_undirected())
    return Measured(
        tuple(
            (one.actor, one.label, one.kind, one.betweenness, one.neighbours, one.items, one.is_cut)
            for one in found
        ),
        {
            "actors": len(actors),
            "ties": actors.number_of_edges(),
            "separate_parts": len(parts),
            "estimated": engines.is_estimated(actors),
        },
    )


HEADER = """
# Question: Which actors sit between others, and without whom would others not be joined at all?
# Column actor (iri): a body, post or role
# Column actor_label (text): its name
# Column class (text): Body, Post or Role
# Column betweenness (number): share of the shortest paths between others that lead through it
# Column neighbours (number): how many others it deals with
# Column items (number): how many asks, duties and inspections join it to them
# Column cut (truth): whether some others are joined through it alone
# Order: betweenness (highest first), name
"""
COST = (
    "actors × ties with every pair counted; linear in the items that join them. "
    "Above 2,000 actors estimated, unless the extra `fast` is installed."
)
ANALYTIC = analytic("centrality", HEADER, measure, between, COST)
