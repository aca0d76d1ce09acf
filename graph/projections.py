"""A graph of networkx that a store is looked at through: for people's eyes and other tools.

Nodes are named by their IRIs.  Attributes are plain texts and numbers, never None: what the
exchange formats can carry.  The queries stand beside this module, in projections/.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files

import networkx

from graph.store import Store

Attributes = dict[str, str | int]
Rows = Iterable[tuple[str, ...]]

_THING_COLUMNS = ("class", "label", "text", "year", "date")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no reader of XML accepts and that networkx writes all the same (its #8713)."""


def project_things(store: Store) -> networkx.MultiDiGraph:
    """Return the things of a store that are linked, and their links, in a fixed order.

    Nodes have label, kind, iri, group (genre, theme, progress or kind of body: for colours) and,
    where known, text, year and date.  Edges have relation, label and weight: the likeness of two
    recommendations, else 1.  Several links between two things are several edges.
    """
    nodes = _things(store)
    weights = {
        (later, earlier): float(score) for later, earlier, score in _rows(store, "likenesses")
    }
    links = sorted(
        (source, target, _local_name(relation))
        for source, relation, target in _rows(store, "links")
        if source in nodes and target in nodes
    )
    graph = networkx.MultiDiGraph(name="Answerable")
    for iri in sorted({end for source, target, _ in links for end in (source, target)}):
        graph.add_node(iri, **nodes[iri])
    for source, target, relation in links:
        graph.add_edge(
            source,
            target,
            key=relation,
            relation=relation,
            label=_spaced(relation),
            weight=weights.get((source, target), 1.0) if relation in _LIKENESSES else 1.0,
        )
    return graph


_LIKENESSES = frozenset({"restates", "recursFrom", "relatedTo", "alikeElsewhere"})


def _things(store: Store) -> dict[str, Attributes]:
    described: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri, *values in _rows(store, "things"):
        for column, value in zip(_THING_COLUMNS, values, strict=True):
            if value:
                described[iri][column].add(value)
    for iri, group in _rows(store, "groups"):
        if iri in described:
            described[iri]["group"].add(group)
    return {iri: _attributes(iri, known) for iri, known in described.items()}


def _attributes(iri: str, known: dict[str, set[str]]) -> Attributes:
    """Return the attributes of a node: the most exact class has the longest name."""
    text = _clean(min(known["text"], default=""))
    kind = max(sorted(_local_name(name) for name in known["class"]), key=len)
    attributes: Attributes = {
        "label": _clean(min(known["label"], default="")) or text or _local_name(iri),
        "kind": kind,
        "iri": iri,
        "group": _clean(min(known["group"], default=kind)),
    }
    if text:
        attributes["text"] = text
    if known["year"]:
        attributes["year"] = int(min(known["year"]))
    if known["date"]:
        attributes["date"] = min(known["date"])
    return attributes


def _rows(store: Store, name: str) -> Rows:
    return store.rows(_query(name))


def _query(name: str) -> str:
    return (files("graph") / "projections" / f"{name}.rq").read_text(encoding="utf-8")


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _local_name(iri: str) -> str:
    return re.split("[/#]", iri)[-1]


def _spaced(relation: str) -> str:
    """Return "addressed to" for "addressedTo"."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", relation).lower()
