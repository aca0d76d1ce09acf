"""Things and their links in the exchange formats of graph programs: GraphML and Cytoscape.

What nodes and edges carry is said by `graph.projections.project_things`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

import networkx

from graph.projections import project_things
from graph.store import Store


def write_graphml(store: Store, out: BinaryIO) -> None:
    """Write things and links as GraphML; each edge has an id of its own."""
    networkx.write_graphml(_numbered(store), out, named_key_ids=True)


def write_cyjs(store: Store, out: BinaryIO) -> None:
    """Write things and links as Cytoscape JSON: for Cytoscape's import and Cytoscape.js alike.

    One element a line, so that it can be passed on as it comes.
    """
    graph = _numbered(store)
    head = {
        "format_version": "1.0",
        "generated_by": "answerable",
        "target_cytoscapejs_version": "~2.1",
        "data": {"name": graph.name, "shared_name": graph.name},
    }
    out.write(json.dumps(head, indent=1).removesuffix("\n}").encode())
    out.write(b',\n "elements": {\n  "nodes": [\n')
    out.write(",\n".join(_cytoscape_nodes(graph)).encode())
    out.write(b'\n  ],\n  "edges": [\n')
    out.write(",\n".join(_cytoscape_edges(graph)).encode())
    out.write(b"\n  ]\n }\n}\n")


def _cytoscape_nodes(graph: networkx.MultiDiGraph) -> Iterator[str]:
    for iri, attributes in graph.nodes(data=True):
        data = {"id": iri, "name": attributes["label"], **attributes}
        yield json.dumps({"data": data}, ensure_ascii=False)


def _cytoscape_edges(graph: networkx.MultiDiGraph) -> Iterator[str]:
    for source, target, number, attributes in graph.edges(keys=True, data=True):
        ends = {"id": f"e{number}", "source": source, "target": target}
        data = {**ends, "interaction": attributes["relation"], **attributes}
        yield json.dumps({"data": data}, ensure_ascii=False)


def _numbered(store: Store) -> networkx.MultiDiGraph:
    """Return the things and links with a number as the key of each edge: formats take it for id."""
    graph = project_things(store)
    numbered = networkx.MultiDiGraph(name=graph.name)
    numbered.add_nodes_from(graph.nodes(data=True))
    for number, (source, target, attributes) in enumerate(graph.edges(data=True)):
        numbered.add_edge(source, target, key=number, **attributes)
    return numbered
