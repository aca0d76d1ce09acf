"""A person's decision on something that software found, and its triples in the reviews graph."""

from __future__ import annotations

import datetime
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import cast, get_args

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from graph.errors import GraphError
from graph.formats import in_format
from graph.store import Store, Term
from ontology.iris import Iris
from ontology.terms import ANS

Verdict = OneOf["accepted", "corrected", "rejected"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")


class BadDecision(GraphError):
    """A decision that cannot be made as given: unknown thing or property, or it breaks a shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of a thing, or of one property of it.

    ``thing`` and ``property`` are IRIs; without a property it is about the whole thing.
    ``values`` are the right values where the verdict is corrected, the wrong ones where it is
    rejected (none: all).  ``words`` are those that the thing's evidence quotes, by which it is
    found again; ``withdrawn`` (N-Quads) is what the decision took out of documents' graphs.
    """

    thing: str
    verdict: Verdict
    by: str
    on: datetime.date
    property: str | None = None
    values: tuple[Term, ...] = ()
    note: str = ""
    words: str = ""
    withdrawn: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be understood."""
        if self.verdict not in VERDICTS:
            raise BadDecision(f"{self.verdict}: a decision is one of {', '.join(VERDICTS)}")
        if not self.by.strip():
            raise BadDecision(f"{self.thing}: a decision needs the name of who made it")
        if self.verdict == "corrected" and not (self.property and self.values):
            raise BadDecision(f"{self.thing}: a correction needs a property and its right value")


def review_iri(iris: Iris, thing: str, property_iri: str | None = None) -> NamedNode:
    """Return the name of the review of a thing, or of one property of it: there is one only."""
    named = iris.type_and_slug(thing)
    if named is None:
        raise BadDecision(f"<{thing}> is no thing of <{iris.base}>")
    slug = "-".join(named)
    return NamedNode(str(iris.review(f"{slug}-{_local(property_iri)}" if property_iri else slug)))


def decisions(store: Store) -> tuple[Decision, ...]:
    """Return all decisions that a store keeps, sorted by thing and property."""
    return read_triples(graph_triples(store, str(store.iris.reviews_graph)))


def read_triples(triples: Iterable[Triple]) -> tuple[Decision, ...]:
    """Return the decisions that triples state; raises BadDecision for one that lacks something."""
    stated: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        stated[str(triple.subject)][triple.predicate.value].append(cast(Term, triple.object))
    found = [
        _decision(name, values, thing.value)
        for name, values in stated.items()
        for thing in values.get(str(ANS.reviewOf), ())
    ]
    return tuple(sorted(found, key=lambda each: (each.thing, each.property or "")))


def as_triples(decision: Decision, iris: Iris) -> Iterator[Triple]:
    """Yield the triples of a decision for the reviews graph."""
    review = review_iri(iris, decision.thing, decision.property)
    yield Triple(review, RDF_TYPE, _named(ANS.Review))
    yield Triple(review, _named(ANS.reviewOf), NamedNode(decision.thing))
    yield Triple(review, _named(ANS.reviewDecision), Literal(decision.verdict))
    yield Triple(review, _named(ANS.reviewedBy), Literal(decision.by))
    on = Literal(decision.on.isoformat(), datatype=DATE)
    yield Triple(review, _named(ANS.reviewedOn), on)
    if decision.property:
        yield Triple(review, _named(ANS.reviewedProperty), NamedNode(decision.property))
    for value in decision.values:
        yield Triple(review, _named(ANS.reviewedValue), value)
    texts = (
        (ANS.reviewNote, decision.note),
        (ANS.reviewedWords, decision.words),
        (ANS.withdrawn, decision.withdrawn),
    )
    for term, text in texts:
        if text:
            yield Triple(review, _named(term), Literal(text))


def graph_triples(store: Store, graph: str) -> tuple[Triple, ...]:
    """Return the triples of one graph of a store; none where there is no such graph."""
    if graph not in store.graphs():
        return ()
    out = io.BytesIO()
    store.dump(out, "nt", graph)
    quads = pyoxigraph.parse(out.getvalue(), RdfFormat.N_TRIPLES)
    return tuple(quad.triple for quad in quads)


def as_ntriples(triples: Iterable[Triple]) -> bytes:
    """Return triples in N-Triples, sorted."""
    lines = in_format(triples, "nt").splitlines(keepends=True)
    return b"".join(sorted(lines))


def _decision(name: str, values: dict[str, list[Term]], thing: str) -> Decision:
    def only(term: str) -> str:
        return values[str(ANS[term])][0].value if str(ANS[term]) in values else ""

    on = only("reviewedOn")[:10]
    try:
        day = datetime.date.fromisoformat(on)
    except ValueError:
        raise BadDecision(f"{name}: reviewedOn {on!r} is no date like 2026-01-05") from None
    return Decision(
        thing=thing,
        verdict=cast(Verdict, only("reviewDecision")),
        by=only("reviewedBy"),
        on=day,
        property=only("reviewedProperty") or None,
        values=tuple(sorted(values.get(str(ANS.reviewedValue), ()), key=str)),
        note=only("reviewNote"),
        words=only("reviewedWords"),
        withdrawn=only("withdrawn"),
    )


def _local(iri: str | None) -> str:
    name = (iri or "").rpartition("#")[2].rpartition("/")[2]
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)


def _named(term: str) -> NamedNode:
    return NamedNode(str(term))
