"""Measures of undirected graphs, on rustworkx where it is installed and the graph is big.

Both engines give the same results (a test compares them); rustworkx is the optional extra
``fast``, a hundred times faster on big graphs.  Below `FAST_FROM` nodes the conversion is not
worth it.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, Final

import networkx

FAST_FROM: Final = 300
"""Nodes from which on rustworkx is taken."""

EXACT_UP_TO: Final = 2_000
"""Nodes up to which networkx counts every pair; beyond it, paths from `PIVOTS` of them."""

PIVOTS: Final = 400
SEED: Final = 1


def is_fast(graph: networkx.Graph) -> bool:
    """Return whether rustworkx measures this graph."""
    return len(graph) >= FAST_FROM and find_spec("rustworkx") is not None


def is_estimated(graph: networkx.Graph) -> bool:
    """Return whether betweenness of this graph is estimated: it is big, and rustworkx absent."""
    return len(graph) > EXACT_UP_TO and not is_fast(graph)


def betweenness(graph: networkx.Graph) -> dict[str, float]:
    """Return each node's share of the shortest paths between others, 0 to 1 (Brandes 2001).

    Without rustworkx a graph above `EXACT_UP_TO` nodes is estimated from `PIVOTS` of them,
    always the same (Brandes and Pich 2007).
    """
    if is_fast(graph):
        nodes, fast = _converted(graph)
        import rustworkx

        shares = rustworkx.betweenness_centrality(fast, normalized=True)
        return {node: shares[place] for place, node in enumerate(nodes)}
    pivots = PIVOTS if len(graph) > EXACT_UP_TO else None
    found: dict[str, float] = networkx.betweenness_centrality(graph, k=pivots, seed=SEED)
    return found


def articulation_points(graph: networkx.Graph) -> frozenset[str]:
    """Return the nodes without which their part of the graph would fall apart.

    Found in one depth-first walk (Hopcroft and Tarjan 1973); none in an empty graph.
    """
    if is_fast(graph):
        nodes, fast = _converted(graph)
        import rustworkx

        return frozenset(nodes[place] for place in rustworkx.articulation_points(fast))
    return frozenset(networkx.articulation_points(graph))


def components(graph: networkx.Graph) -> tuple[frozenset[str], ...]:
    """Return the connected parts of a graph, the largest first, then by their first node."""
    if is_fast(graph):
        nodes, fast = _converted(graph)
        import rustworkx

        found = [
            frozenset(nodes[place] for place in part)
            for part in rustworkx.connected_components(fast)
        ]
    else:
        found = [frozenset(part) for part in networkx.connected_components(graph)]
    return tuple(sorted(found, key=lambda part: (-len(part), min(part))))


def _converted(graph: networkx.Graph) -> tuple[list[str], Any]:
    """Return the nodes in order, and the graph of rustworkx whose nodes are their places."""
    import rustworkx

    nodes = list(graph)
    places = {node: place for place, node in enumerate(nodes)}
    fast = rustworkx.PyGraph(multigraph=False)
    fast.add_nodes_from(nodes)
    fast.add_edges_from_no_data(
        [(places[one], places[other]) for one, other in graph.edges if one != other]
    )
    return nodes, fast
