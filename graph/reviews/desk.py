"""The graphs that reviews change, held in memory and written back at one stroke."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from typing import cast

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from graph.formats import in_format
from graph.reviews.decisions import (
    BadDecision,
    Decision,
    as_ntriples,
    as_triples,
    decisions,
    graph_triples,
    review_iri,
)
from graph.store import Store
from ontology.terms import ANS
from ontology.validation import violations_of_ntriples

QUOTE, START, EVIDENCE = (NamedNode(str(ANS[name])) for name in ("quote", "start", "evidence"))
APPLIES = NamedNode(str(ANS.appliesReview))
DEPENDENT = tuple(NamedNode(str(ANS[name])) for name in ("partOf", "assesses", "respondsTo"))
"""What has no sense without the thing that it names by one of these is rejected with it."""

Triples = set[Triple]


class Desk:
    """The decisions of a store and the documents' graphs that they touch."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.iris = store.iris
        self.decisions = {self._key(decision): decision for decision in decisions(store)}
        self._graphs: dict[str, Triples] = {}
        self._changed: set[str] = set()
        self._has_decided = False

    def keep(self, decision: Decision) -> None:
        """Keep a decision in the place of an earlier one on the same."""
        key = self._key(decision)
        self._has_decided = self._has_decided or self.decisions.get(key) != decision
        self.decisions[key] = decision

    def drop(self, decision: Decision) -> None:
        """Take a decision out."""
        del self.decisions[self._key(decision)]
        self._has_decided = True

    def graphs_of(self, thing: str) -> tuple[str, ...]:
        """Return the documents' graphs that say what a thing is, sorted."""
        return self._document_graphs("graphs-of", thing=NamedNode(thing))

    def is_link(self, thing: str) -> bool:
        """Whether a thing is a conclusion of the links graph."""
        return str(self.iris.links_graph) in self._graphs_in("graphs-of", thing=NamedNode(thing))

    def graphs_that_apply(self, decision: Decision) -> tuple[str, ...]:
        """Return the documents' graphs that take a decision into account already."""
        return self._document_graphs("applied", review=self._review(decision))

    def things_quoting(self, decision: Decision) -> tuple[tuple[str, str], ...]:
        """Return the graphs and things of the same type that quote the words of a decision."""
        kind = (self.iris.type_and_slug(decision.thing) or ("", ""))[0]
        rows = self._store.select(_query("quoting"), {"words": [Literal(decision.words)]})
        pairs = {(row[0].value, row[1].value) for row in rows.rows if row[0] and row[1]}
        return tuple(
            (graph, thing)
            for graph, thing in sorted(pairs)
            if (self.iris.type_and_slug(thing) or ("", ""))[0] == kind
            and self.words(graph, thing) == decision.words
        )

    def words(self, graph: str, thing: str) -> str:
        """Return the words that a thing's evidence quotes, in the order of the text."""
        triples = self.triples(graph)
        passages = {
            triple.object
            for triple in triples
            if triple.subject == NamedNode(thing) and triple.predicate == EVIDENCE
        }
        told = {
            (triple.subject, triple.predicate): cast(Literal, triple.object).value
            for triple in triples
            if triple.subject in passages and triple.predicate in (QUOTE, START)
        }
        quotes = [
            (int(told.get((passage, START), "0")), " ".join(quote.split()))
            for (passage, predicate), quote in told.items()
            if predicate == QUOTE
        ]
        return " ".join(quote for _, quote in sorted(quotes))

    def triples(self, graph: str) -> Triples:
        """Return the triples of a document's graph."""
        if graph not in self._graphs:
            self._graphs[graph] = set(graph_triples(self._store, graph))
        return self._graphs[graph]

    def apply(self, decision: Decision, graph: str, thing: str) -> Decision:
        """Make a decision take effect in a document's graph; return it with what it took out.

        Raises BadDecision where the graph would break a shape by it.
        """
        before = self.triples(graph)
        withdrawn = _withdrawn(decision, before, NamedNode(thing))
        added = _added(decision, NamedNode(thing))
        after = (before - withdrawn) | added
        breaches = _breaches(after) - _breaches(before) if after != before else set()
        if breaches:
            raise BadDecision(f"<{thing}> cannot be decided so: {min(breaches)}")
        document = graph.replace("/graph/", "/id/", 1)
        after.add(Triple(NamedNode(document), APPLIES, self._review(decision)))
        self._graphs[graph] = after
        self._changed.add(graph)
        taken = in_format([_quad(each, graph) for each in withdrawn - added], "nq").decode()
        lines = sorted({*decision.withdrawn.splitlines(), *taken.splitlines()})
        return replace(decision, withdrawn="\n".join(lines))

    def take_back(self, decision: Decision) -> None:
        """Make a decision without effect in all documents' graphs that apply it."""
        data = decision.withdrawn.encode()
        quads = list(pyoxigraph.parse(data, RdfFormat.N_QUADS)) if data else []
        review = self._review(decision)
        for graph in self.graphs_that_apply(decision):
            back = {quad.triple for quad in quads if quad.graph_name == NamedNode(graph)}
            added = _added(decision, NamedNode(decision.thing))
            kept = {each for each in self.triples(graph) if each.object != review}
            self._graphs[graph] = (kept - added) | back
            self._changed.add(graph)

    def save(self) -> None:
        """Write all changes at one stroke."""
        if not (self._changed or self._has_decided):
            return
        kept = [
            each for decision in self.decisions.values() for each in as_triples(decision, self.iris)
        ]
        with self._store.transaction() as transaction:
            for graph in sorted(self._changed):
                transaction.replace(graph, as_ntriples(self._graphs[graph]))
            transaction.replace(str(self.iris.reviews_graph), as_ntriples(kept))
        self._changed, self._has_decided = set(), False

    def _key(self, decision: Decision) -> str:
        return self._review(decision).value

    def _review(self, decision: Decision) -> NamedNode:
        return review_iri(self.iris, decision.thing, decision.property)

    def _document_graphs(self, query: str, **terms: NamedNode) -> tuple[str, ...]:
        prefix = f"{self.iris.base}/graph/document/"
        found = self._graphs_in(query, **terms)
        return tuple(sorted(graph for graph in found if graph.startswith(prefix)))

    def _graphs_in(self, query: str, **terms: NamedNode) -> set[str]:
        bindings = {name: [term] for name, term in terms.items()}
        rows = self._store.select(_query(query), bindings).rows
        return {row[0].value for row in rows if row[0] is not None}


def _query(name: str) -> str:
    return (files("graph.reviews") / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def _breaches(triples: Triples) -> set[str]:
    return {breach.message for breach in violations_of_ntriples(as_ntriples(triples))}


def _withdrawn(decision: Decision, triples: Iterable[Triple], thing: NamedNode) -> Triples:
    """Return what a decision takes out of a graph."""
    if decision.verdict == "accepted":
        return set()
    if decision.property is None:
        return _all_of(thing, set(triples))
    wrong = decision.values if decision.verdict == "rejected" else ()
    return {
        each
        for each in triples
        if each.subject == thing
        and each.predicate.value == decision.property
        and (not wrong or each.object in wrong)
    }


def _all_of(thing: NamedNode, triples: Triples) -> Triples:
    """Return all that is said of a thing and of what depends on it."""
    gone, found = {thing}, set[Triple]()
    while gone:
        about = {each for each in triples - found if each.subject in gone or each.object in gone}
        found |= about
        gone = {
            each.subject
            for each in about
            if each.predicate in DEPENDENT and isinstance(each.subject, NamedNode)
        } - gone
    return found


def _added(decision: Decision, thing: NamedNode) -> Triples:
    if decision.verdict != "corrected" or decision.property is None:
        return set()
    return {Triple(thing, NamedNode(decision.property), value) for value in decision.values}


def _quad(triple: Triple, graph: str) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph))
