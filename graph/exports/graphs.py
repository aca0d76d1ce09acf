"""Things and their links in the exchange formats of graph programs: GraphML, GEXF, Cytoscape.

Every node has the attributes label, kind, iri and, where known, text, year and date; every edge
has relation.  Attributes are plain texts and numbers: networkx writes neither None nor lists.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import BinaryIO

import networkx

from graph.store import Store

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no reader of XML accepts and that networkx writes all the same (its #8713)."""

Attributes = dict[str, str | int]


def project(store: Store) -> networkx.MultiDiGraph:
    """Return the things of a store that are linked, and their links, in a fixed order.

    Nodes are named by their IRIs; several links between two things are several edges.
    """
    nodes = _nodes(store)
    graph = networkx.MultiDiGraph(name="Answerable")
    edges = sorted(
        (source, target, _local_name(relation))
        for source, relation, target in store.rows(_query("edges"))
        if source in nodes and target in nodes
    )
    for iri in sorted({end for source, target, _ in edges for end in (source, target)}):
        graph.add_node(iri, **nodes[iri])
    for source, target, relation in edges:
        graph.add_edge(source, target, key=relation, relation=relation)
    return graph


def write_graphml(store: Store, out: BinaryIO) -> None:
    """Write things and links as GraphML."""
    networkx.write_graphml(project(store), out, named_key_ids=True)


def write_gexf(store: Store, out: BinaryIO) -> None:
    """Write things and links as GEXF 1.2."""
    lines = networkx.generate_gexf(_numbered(project(store)))  # type: ignore[no-untyped-call]
    for line in lines:
        if "<meta " in line:  # has the day of writing: the same graph would give other bytes
            line = re.sub(r' lastmodifieddate="[^"]*"', "", line)
        out.write(f"{line}\n".encode())


def write_cyjs(store: Store, out: BinaryIO) -> None:
    """Write things and links as Cytoscape JSON."""
    graph = project(store)
    data = networkx.cytoscape_data(graph, name="label", ident="iri")  # type: ignore[no-untyped-call]
    out.write(json.dumps(data, ensure_ascii=False, indent=1).encode())


def _numbered(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """Return the graph with a number for each edge: GEXF takes the key of an edge for its id."""
    numbered = networkx.MultiDiGraph(name=graph.name)
    numbered.add_nodes_from(graph.nodes(data=True))
    for number, (source, target, relation) in enumerate(graph.edges(keys=True)):
        numbered.add_edge(source, target, key=number, relation=relation)
    return numbered


def _nodes(store: Store) -> dict[str, Attributes]:
    described: dict[str, dict[str, set[str]]] = {}
    columns = ("class", "label", "text", "year", "date")
    for iri, *values in store.rows(_query("nodes")):
        known = described.setdefault(iri, {column: set() for column in columns})
        for column, value in zip(columns, values, strict=True):
            if value:
                known[column].add(value)
    return {iri: _attributes(iri, known) for iri, known in described.items()}


def _attributes(iri: str, known: dict[str, set[str]]) -> Attributes:
    """Return the attributes of a node: the most exact class has the longest name."""
    kinds = {_local_name(name) for name in known["class"]}
    text = _clean(min(known["text"], default=""))
    attributes: Attributes = {
        "label": _clean(min(known["label"], default="")) or text or _local_name(iri),
        "kind": max(sorted(kinds), key=len),
        "iri": iri,
    }
    if text:
        attributes["text"] = text
    if known["year"]:
        attributes["year"] = int(min(known["year"]))
    if known["date"]:
        attributes["date"] = min(known["date"])
    return attributes


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _local_name(iri: str) -> str:
    return re.split("[/#]", iri)[-1]


def _query(name: str) -> str:
    return (files("graph.exports") / "queries" / f"{name}.rq").read_text(encoding="utf-8")
