"""Which actors sit between others?  Betweenness over who has to do with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import networkx

from graph.projections import project_actors
from graph.store import Store

EXACT_UP_TO: Final = 2_000
"""Actors up to which every pair is counted; beyond it, paths from `PIVOTS` of them."""

PIVOTS: Final = 400
SEED: Final = 1
DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Between:
    """How far an actor sits between others.

    ``betweenness`` 0 to 1, ``neighbours`` the number of others it deals with, ``items`` the
    number of asks, duties and inspections that join it to them.
    """

    actor: str
    label: str
    kind: str
    betweenness: float
    neighbours: int
    items: int


def between(actors: networkx.DiGraph) -> tuple[Between, ...]:
    """Return the betweenness of every actor, the highest first, then by label.

    Betweenness is the share of the shortest paths between all pairs of other actors that lead
    through one (Freeman 1977; Brandes 2001), on the graph without directions: whoever is asked
    and whoever asks are equally joined.  Each step counts 1, whatever its weight.  Normalised by
    the number of pairs, so 1 is the centre of a star; 0 for an actor at the rim, in an empty
    graph and with fewer than three actors.  Pairs without a path count nothing; loops are
    ignored.  Above `EXACT_UP_TO` actors it is estimated from `PIVOTS` of them, always the same.

    >>> star = networkx.DiGraph([("dfe", "council"), ("commissioner", "council")])
    >>> [(each.actor, each.betweenness) for each in between(star)]
    [('council', 1.0), ('commissioner', 0.0), ('dfe', 0.0)]
    """
    joined = actors.to_undirected()
    pivots = PIVOTS if len(joined) > EXACT_UP_TO else None
    shares = networkx.betweenness_centrality(joined, k=pivots, seed=SEED)
    found = (_between(actors, actor, share) for actor, share in shares.items())
    return tuple(sorted(found, key=lambda each: (-each.betweenness, each.label, each.actor)))


def actors_between(store: Store, body: str | None = None) -> tuple[Between, ...]:
    """Return the actors of a store, or of what concerns one body (an IRI), as `between` does."""
    return between(project_actors(store, body))


def _between(actors: networkx.DiGraph, actor: str, share: float) -> Between:
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
    )
