"""Making decisions take effect again after documents have been loaded."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Triple

from graph.links import LinkReport, compute_links, update_links
from graph.reviews.decisions import BadDecision, Decision, as_ntriples, graph_triples
from graph.reviews.desk import Desk
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision that is kept but has no effect now, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """How many decisions are in force, and which have lost what they are about."""

    in_force: int
    orphans: tuple[Orphan, ...]


def apply_reviews(store: Store) -> ReviewReport:
    """Make all decisions take effect in the documents' graphs of a store.

    A thing is known by its IRI and the words that it quotes.  Where the words have moved to
    another thing of the same type, the decision moves with them; where they are gone, or the
    document is, the decision is kept and reported.
    """
    desk = Desk(store)
    orphans = []
    for decision in tuple(desk.decisions.values()):
        reason = _apply(desk, decision)
        if reason:
            orphans.append(Orphan(decision, reason))
    desk.save()
    return ReviewReport(len(desk.decisions) - len(orphans), tuple(orphans))


def link_with_reviews(store: Store, anew: bool = True) -> tuple[LinkReport, ReviewReport]:
    """Apply all decisions, link the documents, and take rejected statements out of the links.

    Not ``anew``: only what follows from the documents of which `expect_changes` has told.
    """
    reviews = apply_reviews(store)
    report = compute_links(store) if anew else update_links(store, ())
    _correct_links(store)
    return report, reviews


def _apply(desk: Desk, decision: Decision) -> str:
    """Apply one decision where it is not applied yet; return why it cannot be, else nothing."""
    targets = _targets(desk, decision)
    if not targets:
        if desk.graphs_that_apply(decision) or desk.is_link(decision.thing):
            return ""
        return "neither the thing nor its words are in any document that is loaded"
    applied = set(desk.graphs_that_apply(decision))
    if targets[0][1] != decision.thing:
        desk.drop(decision)
        decision = replace(decision, thing=targets[0][1])
    decision = replace(decision, words=decision.words or desk.words(*targets[0]))
    try:
        for graph, thing in targets:
            if graph not in applied:
                decision = desk.apply(decision, graph, thing)
    except BadDecision as error:
        return str(error)
    finally:
        desk.keep(decision)
    return ""


def _targets(desk: Desk, decision: Decision) -> tuple[tuple[str, str], ...]:
    """Return the graphs to apply a decision to, each with the thing that is meant there."""
    graphs = desk.graphs_of(decision.thing)
    quoted = [desk.words(graph, decision.thing) for graph in graphs]
    if graphs and (not decision.words or decision.words in quoted):
        return tuple((graph, decision.thing) for graph in graphs)
    if desk.graphs_that_apply(decision) or not decision.words:
        return ()
    moved = desk.things_quoting(decision)
    return moved if len({thing for _, thing in moved}) == 1 else ()


def _correct_links(store: Store) -> None:
    """Take rejected and corrected statements out of the links graph."""
    about = {
        (NamedNode(decision.thing), NamedNode(decision.property)): decision
        for decision in Desk(store).decisions.values()
        if decision.property and decision.verdict != "accepted"
    }
    if not about:
        return
    graph = str(store.iris.links_graph)
    before = graph_triples(store, graph)
    after = [each for each in before if not _is_rejected(each, about)]
    if len(after) < len(before):
        store.replace(graph, as_ntriples(after))


def _is_rejected(triple: Triple, about: dict[tuple[NamedNode, NamedNode], Decision]) -> bool:
    if not isinstance(triple.subject, NamedNode):
        return False
    decision = about.get((triple.subject, triple.predicate))
    if decision is None:
        return False
    if decision.verdict == "corrected":  # linking has put the right value in its place
        return triple.object not in decision.values
    return not decision.values or triple.object in decision.values
