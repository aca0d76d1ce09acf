"""Making and unmaking decisions, and reading their properties and values from words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from graph.formats import PREFIXES
from graph.reviews.applying import ReviewReport, apply_reviews
from graph.reviews.decisions import BadDecision, Decision, review_iri
from graph.reviews.desk import Desk
from graph.store import Store, Term
from ontology.terms import ANS


def decide(store: Store, decision: Decision) -> Decision:
    """Keep a decision, in the place of an earlier one on the same, and make it take effect.

    Returns it with the words by which its thing is found again.  Raises BadDecision for a thing
    that is in no document and no link, and for a change after which a shape would be broken;
    then all is as it was.
    """
    earlier = undo(store, decision.thing, decision.property)
    desk = Desk(store)
    try:
        graphs = require_known(store, decision.thing)
        words = desk.words(graphs[0], decision.thing) if graphs else ""
        decision = replace(decision, words=words, withdrawn="")
        for graph in graphs:
            decision = desk.apply(decision, graph, decision.thing)
    except BadDecision:
        if earlier:
            keep_all(store, [earlier])
        raise
    desk.keep(decision)
    desk.save()
    return decision


def require_known(store: Store, thing: str) -> tuple[str, ...]:
    """Return the documents' graphs that say what a thing is, none for a link.

    Raises BadDecision for a thing that no document and no link tells of.
    """
    desk = Desk(store)
    graphs = desk.graphs_of(thing)
    if not graphs and not desk.is_link(thing):
        raise BadDecision(f"<{thing}>: no document and no link says anything of it")
    return graphs


def undo(store: Store, thing: str, property_iri: str | None = None) -> Decision | None:
    """Take a decision back, with its effect; return it, None where there is none."""
    desk = Desk(store)
    decision = desk.decisions.get(review_iri(store.iris, thing, property_iri).value)
    if decision is not None:
        desk.take_back(decision)
        desk.drop(decision)
        desk.save()
    return decision


def keep_all(store: Store, decisions: Iterable[Decision]) -> ReviewReport:
    """Keep decisions that were made elsewhere, and apply those whose things are here."""
    decided = tuple(decisions)
    for decision in decided:
        undo(store, decision.thing, decision.property)
    desk = Desk(store)
    for decision in decided:
        desk.keep(replace(decision, withdrawn=""))
    desk.save()
    return apply_reviews(store)


def property_named(name: str) -> str:
    """Return the IRI of a property as people write it: ``text``, ``dcterms:issued``, an IRI."""
    if "://" in name:
        return name.strip("<>")
    prefix, colon, local = name.rpartition(":")
    if colon and prefix != "ans":
        if prefix not in PREFIXES:
            raise BadDecision(f"{name}: unknown prefix; there are {', '.join(PREFIXES)}")
        return PREFIXES[prefix] + local
    if local not in ANS.__annotations__ or not local[:1].islower():
        raise BadDecision(f"{name}: the ontology has no property of this name")
    return str(ANS[local])


def values_named(
    store: Store, thing: str, property_iri: str, words: Sequence[str]
) -> tuple[Term, ...]:
    """Return values as people write them, as terms of the kind that the property has.

    A thing is written as its IRI, as ``theme/permanence``, or as ``permanence`` where the values
    that it replaces are of the same type.  Raises BadDecision for a thing that is not known.
    """
    desk = Desk(store)
    known = sorted(
        (
            triple.object
            for graph in desk.graphs_of(thing)
            for triple in desk.triples(graph)
            if triple.subject == NamedNode(thing) and triple.predicate.value == property_iri
        ),
        key=str,
    )
    return tuple(_value(store, property_iri, word.strip(), known) for word in words)


def _value(store: Store, property_iri: str, word: str, known: Sequence[object]) -> Term:
    definition = _coercions().get(property_iri.removeprefix(str(ANS)), "")
    if definition == "@id" or (known and isinstance(known[0], NamedNode)):
        return _thing(store, word, known)
    if known and isinstance(known[0], Literal):
        if known[0].language:
            return Literal(word, language=known[0].language)
        return Literal(word, datatype=known[0].datatype)
    if definition.startswith("xsd:"):
        return Literal(word, datatype=NamedNode(PREFIXES["xsd"] + definition.removeprefix("xsd:")))
    return Literal(word)


def _thing(store: Store, word: str, known: Sequence[object]) -> NamedNode:
    kind, slash, slug = word.strip("<>").rpartition("/")
    iri = word.strip("<>")
    if "://" not in iri:
        like = store.iris.type_and_slug(known[0].value) if known else None  # type: ignore[attr-defined]
        if not slash and like is None:
            raise BadDecision(f"{word}: write a thing as its type and slug, like theme/permanence")
        iri = str(store.iris.thing(kind if slash else (like or ("", ""))[0], slug))
    if not store.holds(iri):
        raise BadDecision(f"{word}: nothing is known of <{iri}>")
    return NamedNode(iri)


@cache
def _coercions() -> dict[str, str]:
    """Return what the values of each of our properties are: "@id", "xsd:date", …"""
    text = (files("ontology") / "context.jsonld").read_text(encoding="utf-8")
    defined = json.loads(text)["@context"]
    return {name: each["@type"] for name, each in defined.items() if isinstance(each, dict)}
