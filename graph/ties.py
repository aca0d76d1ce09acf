"""Who has to do with whom: the graphs of actors and of likeness that measures run over.

Projections, each a networkx graph whose nodes are IRIs:

* `project_actors`: whoever asks, acts, agrees, supports, oversees, is consulted, told, inspected;
* `project_accountability`: an arrow from whoever has to answer to whom it answers to;
* `project_likenesses`: recommendations joined by how alike they are;
* `project_returns`: recommendations and the later ones in which they came back.

The queries stand in projections/; a selection by body, theme and period narrows the first two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import networkx
from pyoxigraph import NamedNode

from graph.lives import HEARD_AGAIN_FROM
from graph.questions import Cell, answer_to, question_in
from graph.selections import EVERYTHING, Selection
from graph.store import Store

Record = dict[str, Cell]
Parts = dict[str, list[str]]

AT_ONCE: Final = 2_000
"""Things that one query tells about."""

COMING_BACK: Final = frozenset({"restates", "recursFrom"})

DEALINGS: Final = (
    ("madeBy", "addressedTo", "asks"),
    ("addressedTo", "agreedBy", "agrees with"),
    ("addressedTo", "supportedBy", "is supported by"),
    ("addressedTo", "overseenBy", "is overseen by"),
    ("addressedTo", "consults", "consults"),
    ("addressedTo", "reportsTo", "reports to"),
    ("heldBy", "towards", "answers to"),
    ("inspectedBy", "inspects", "inspects"),
)
"""What joins two actors of one item: the part of one, that of the other, and its name."""

ANSWERING: Final = (
    ("addressedTo", "madeBy", "is asked by"),
    ("addressedTo", "agreedBy", "has to agree with"),
    ("addressedTo", "overseenBy", "is overseen by"),
    ("addressedTo", "reportsTo", "reports to"),
    ("heldBy", "towards", "answers to"),
    ("inspects", "inspectedBy", "is inspected by"),
)
"""What makes one actor answer to another: help and consultation do not."""


def project_actors(store: Store, selection: Selection = EVERYTHING) -> networkx.DiGraph:
    """Return who has to do with whom: bodies, posts and roles, and how many items join them.

    Nodes have label, kind and iri; an edge leads from who asks, agrees, reports, answers or
    inspects to the other, with weight (the number of items over all relations) and relations
    (their names, joined by ", ").  No edge joins an actor to itself.
    """
    return _project(store, "Actors", DEALINGS, _items(store, selection))


def project_accountability(store: Store, selection: Selection = EVERYTHING) -> networkx.DiGraph:
    """Return who answers to whom: as `project_actors`, but every edge leads to who is answered.

    An addressee answers to who asks, oversees, is reported to or has to agree; a duty's holder
    to those towards whom it is; the inspected to the inspectorate.  A post is joined to its
    body, a body to the one that it belongs to ("is a post at", "belongs to"; weight 1).
    """
    graph = _project(store, "Accountability", ANSWERING, _items(store, selection))
    actors = set(graph)
    for row in _told(store, "posts", "actor", actors):
        source, target = str(row["actor"]), str(row["body"])
        if target not in graph:
            actors.add(target)
            graph.add_node(target, **_attributes(target, _names(store, {target})))
        if source != target and not graph.has_edge(source, target):
            graph.add_edge(source, target, weight=1, relations=str(row["relation"]))
    return graph


def project_likenesses(
    store: Store, recommendations: Iterable[str] | None = None
) -> networkx.DiGraph:
    """Return which recommendations are like which earlier ones: later → earlier.

    Edges have relation (restates, recursFrom, relatedTo, alikeElsewhere) and weight (the
    likeness, 0 to 1); rejected links are left out.  ``recommendations`` (IRIs) are the nodes,
    also those without an edge; None is all that have one.
    """
    chosen = None if recommendations is None else set(recommendations)
    graph = networkx.DiGraph(name="Likenesses")
    graph.add_nodes_from(sorted(chosen or ()))
    for later, earlier, relation, score, _ in _likenesses(store, "later", chosen):
        if chosen is None or earlier in chosen:
            graph.add_edge(later, earlier, relation=relation, weight=score)
    return graph


def project_returns(
    store: Store, earlier: Iterable[str] | None = None, least: float = HEARD_AGAIN_FROM
) -> networkx.DiGraph:
    """Return in which later ones recommendations came back at their council: later → earlier.

    An item comes back in one that restates it or recurs from it with a likeness of ``least`` or
    more.  ``earlier`` (IRIs; None is all) are those whose returns are wanted; these may lie
    outside.  Edges have weight (the likeness) and on (the day of the later item, ISO or empty).
    """
    chosen = None if earlier is None else set(earlier)
    graph = networkx.DiGraph(name="Returns")
    for later, of, relation, score, on in _likenesses(store, "earlier", chosen):
        if relation in COMING_BACK and score >= least:
            graph.add_edge(later, of, weight=score, on=on)
    return graph


def _likenesses(
    store: Store, end: str, chosen: set[str] | None
) -> list[tuple[str, str, str, float, str]]:
    """Return links as (later, earlier, relation, score, day), sorted."""
    return sorted(
        (
            str(row["later"]),
            str(row["earlier"]),
            str(row["relation"]),
            float(str(row["score"])),
            str(row["on"] or ""),
        )
        for row in _told(store, "recurrences", end, chosen)
    )


def _project(
    store: Store, name: str, ways: tuple[tuple[str, str, str], ...], items: Iterable[Parts]
) -> networkx.DiGraph:
    between: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for parts in items:
        for first, second, relation in ways:
            pairs = {
                (source, target)
                for source in parts.get(first, ())
                for target in parts.get(second, ())
                if source != target
            }
            for pair in pairs:
                between[pair][relation] += 1
    ends = {end for pair in between for end in pair}
    names = _names(store, ends)
    graph = networkx.DiGraph(name=name)
    for iri in sorted(ends):
        graph.add_node(iri, **_attributes(iri, names))
    for (source, target), relations in sorted(between.items()):
        told = ", ".join(sorted(relations))
        graph.add_edge(source, target, weight=relations.total(), relations=told)
    return graph


def _items(store: Store, selection: Selection) -> Iterable[Parts]:
    """Return the items of a selection: the actors by their part in each."""
    chosen = None
    if selection != EVERYTHING:
        asked = question_in("projections", "items")
        chosen = {str(row["item"]) for row in answer_to(store, asked, selection.terms()).records}
    items: dict[Cell, Parts] = defaultdict(lambda: defaultdict(list))
    for row in _told(store, "ties" if chosen is None else "ties-of", "item", chosen):
        items[row["item"]][str(row["part"]).rpartition("#")[2]].append(str(row["actor"]))
    return items.values()


def _names(store: Store, actors: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return label and kind of each actor; the first by alphabet where it has several labels."""
    rows = _told(store, "actor-names", "actor", actors)
    found = sorted(
        ((str(row["actor"]), str(row["label"]), str(row["class"])) for row in rows), reverse=True
    )
    return {actor: (label, kind.rpartition("#")[2]) for actor, label, kind in found}


def _attributes(iri: str, names: dict[str, tuple[str, str]]) -> dict[str, str]:
    label, kind = names.get(iri, (iri.rpartition("/")[2], "actor"))
    return {"label": label, "kind": kind, "iri": iri}


def _told(
    store: Store, name: str, parameter: str, things: Iterable[str] | None
) -> Iterator[Record]:
    """Yield what a query tells of things, some thousands at a time; None is all of them."""
    asked = question_in("projections", name)
    if things is None:
        yield from answer_to(store, asked, {}).records
        return
    ordered = sorted(things)
    for start in range(0, len(ordered), AT_ONCE):
        some = tuple(NamedNode(thing) for thing in ordered[start : start + AT_ONCE])
        yield from answer_to(store, asked, {parameter: some}).records
