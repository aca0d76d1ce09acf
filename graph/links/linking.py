"""From what a store's documents say to its links graph, and how much was found."""

from __future__ import annotations

from dataclasses import dataclass

from graph.links.conclusions import Conclusions, conclude
from graph.links.facts import Facts
from graph.links.reading import Select, read_facts
from graph.links.themes import Agreement
from graph.links.triples import as_ntriples
from graph.store import Store
from ontology.iris import Iris


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """What linking found, in numbers.

    ``restatements`` of which ``resolved`` are found in a loaded document or stand-in.
    ``themes`` says how often the first computed theme is the printed one.
    """

    recommendations: int
    restatements: int
    resolved: int
    stand_ins: int
    recurrences: int
    alike_elsewhere: int
    discussions: int
    triples: int
    themes: Agreement


def compute_links(store: Store) -> LinkReport:
    """Write the links graph of a store anew, at one stroke, and return what was found.

    The same for the same documents in any order of loading; decisions in the reviews graph
    are kept, and a link that a person rejected has no shortcut.
    """
    links, report = derive_links(store.rows, store.iris)
    store.replace(str(store.iris.links_graph), links)
    return report


def derive_links(select: Select, iris: Iris) -> tuple[bytes, LinkReport]:
    """Return the links graph in N-Triples, and the report on it."""
    facts = read_facts(select)
    conclusions = conclude(facts, iris)
    links = as_ntriples(conclusions, iris)
    return links, _report(facts, conclusions, links.count(b"\n"))


def _report(facts: Facts, conclusions: Conclusions, triples: int) -> LinkReport:
    resolved = {reference for reference, _ in conclusions.refers_to}
    return LinkReport(
        recommendations=len(facts.items),
        restatements=len(facts.restatements),
        resolved=sum(each.iri in resolved for each in facts.restatements),
        stand_ins=len(conclusions.stand_in_items),
        recurrences=len(conclusions.recurrences),
        alike_elsewhere=len(conclusions.elsewhere),
        discussions=len(conclusions.discusses),
        triples=triples,
        themes=conclusions.agreement,
    )
