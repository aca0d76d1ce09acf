"""Which recommendations ask for the same, across councils and years?  Communities of likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import networkx

from graph.analytics import engines
from graph.analytics.measuring import Measured, Request, Row, analytic, rounded
from graph.asks import Ask, Named, asks
from graph.ties import project_likenesses

SEED: Final = 1
THEMES_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Community:
    """Recommendations (IRIs, sorted) that are more alike among themselves than to others.

    ``centre`` is the one that is most alike to the rest of it.
    """

    members: tuple[str, ...]
    centre: str


def communities_of(links: networkx.Graph) -> tuple[Community, ...]:
    """Return the communities of two and more recommendations, the largest first.

    Louvain's method (Blondel and others 2008) with the likeness as weight, resolution 1 and a
    fixed seed, within each connected part of the graph by itself: so a community never joins
    what no link joins, and what is loaded elsewhere does not move it.  Directions are left out,
    a node without links belongs to none.  The centre has the highest sum of likenesses to the
    other members, the first by IRI of several.  Empty for a graph without links.

    >>> pair = networkx.Graph([("a", "b", {"weight": 0.9}), ("c", "d", {"weight": 0.6})])
    >>> [each.members for each in communities_of(pair)]
    [('a', 'b'), ('c', 'd')]
    """
    joined = networkx.Graph()
    joined.add_nodes_from(sorted(links))
    joined.add_weighted_edges_from(
        sorted((*sorted((one, other)), weight) for one, other, weight in links.edges(data="weight"))
    )
    found = []
    for part in engines.components(joined):
        if len(part) > 1:
            within = _ordered(joined, part)
            for members in networkx.community.louvain_communities(within, seed=SEED):
                found.append(_community(within, sorted(members)))
    several = [each for each in found if len(each.members) > 1]
    return tuple(sorted(several, key=lambda each: (-len(each.members), each.members)))


def modularity(links: networkx.Graph, communities: Sequence[Community]) -> float | None:
    """Return how much more likeness lies within the communities than chance would put there.

    Newman and Girvan 2004, weighted: −0.5 to 1; None for a graph without links.  Nodes outside
    every community count as communities of one.
    """
    joined = links.to_undirected()
    if not joined.number_of_edges():
        return None
    grouped = [set(each.members) for each in communities]
    alone = set(joined) - set().union(*grouped)
    parts = [*grouped, *({node} for node in alone)]
    return rounded(networkx.community.modularity(joined, parts))


def _ordered(graph: networkx.Graph, part: frozenset[str]) -> networkx.Graph:
    """Return a part of a graph whose nodes and edges stand in one order: Louvain looks at it."""
    within = networkx.Graph()
    within.add_nodes_from(sorted(part))
    within.add_weighted_edges_from(
        sorted((*sorted((one, other)), graph.edges[one, other]["weight"])
               for one, other in graph.subgraph(part).edges)
    )  # fmt: skip
    return within


def _community(graph: networkx.Graph, members: Sequence[str]) -> Community:
    within = graph.subgraph(members)
    strength = {member: within.degree(member, weight="weight") for member in members}
    return Community(tuple(members), min(members, key=lambda each: (-strength[each], each)))


def measure(request: Request) -> Measured:
    """Return one row for each community; the summary tells how many items are in none."""
    asked = {each.recommendation: each for each in asks(request.store, request.selection)}
    chosen = None if request.selection.is_everything else asked
    links = project_likenesses(request.store, chosen)
    found = communities_of(links)
    joined = sum(len(each.members) for each in found)
    return Measured(
        tuple(_row(number, each, asked) for number, each in enumerate(found, start=1)),
        {
            "items": len(asked),
            "communities": len(found),
            "in_none": len(asked) - joined,
            "modularity": modularity(links, found),
        },
    )


def _row(number: int, community: Community, asked: Mapping[str, Ask]) -> Row:
    members = [asked[member] for member in community.members if member in asked]
    themes = Counter(each.theme.label for each in members if each.theme)
    days = sorted(each.asked_on for each in members if each.asked_on)
    councils = {each.council: 1 for each in members if each.council}
    return (
        number,
        len(community.members),
        len(councils),
        tuple(label for label, _ in sorted(themes.items(), key=_most)[:THEMES_SHOWN]),
        days[0] if days else None,
        days[-1] if days else None,
        community.centre,
        asked[community.centre].text if community.centre in asked else None,
        tuple(sorted(_label(council) for council in councils)),
        community.members,
    )


def _most(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _label(council: Named) -> str:
    return council.label


HEADER = """
# Question: Which recommendations ask for the same, across councils and years?
# Column community (number): number of the community
# Column items (number): recommendations in it
# Column councils (number): councils that were told so
# Column themes (list): its most frequent themes
# Column first (date): day of its earliest item
# Column last (date): day of its latest item
# Column centre (iri): the item that is most alike to the others
# Column centre_label (text): its words
# Column council_names (list): the councils
# Column members (list): IRIs of all its items
# Order: items (most first)
# Note: Software finds communities from likenesses; read one as a hint at what to compare.
"""
COST = (
    "near linear in likenesses, and what is joined is worked through several times: "
    "measured 14 times in a graph of ten times as many"
)
ANALYTIC = analytic("communities", HEADER, measure, communities_of, COST)
