"""From what a store's documents say to its links graph, and how much was found.

The graph is made of parts: one for each council, for each item that is alike elsewhere, and for
each group of like names.  A part depends on nothing but the documents of its council, or what
stands near its item or in its group; so a part is replaced and the others stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.links.conclusions import conclude
from graph.links.councils import by_council
from graph.links.elsewhere import find_alike_elsewhere
from graph.links.facts import Decisions, Facts, NamedFact
from graph.links.identity import groups_of, identities_in
from graph.links.likeness import Features, Likeness
from graph.links.reading import Select, read_facts, read_names
from graph.links.state import Counts, Lines, Part, merged
from graph.links.themes import Agreement
from graph.links.triples import lines_of, lines_of_identities, lines_of_likenesses
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
    same: int
    conflicts: int
    discussions: int
    triples: int
    themes: Agreement

    @classmethod
    def of(cls, counts: Counts) -> LinkReport:
        """Return the report of the counts of all parts together."""
        numbers = {name: counts.get(name, 0) for name in cls.__annotations__ if name != "themes"}
        agreement = Agreement(counts.get("printed", 0), counts.get("agreeing", 0))
        return cls(**numbers, themes=agreement)


@dataclass(frozen=True, slots=True)
class Linked:
    """The part of one council, and its items as they are compared with those of others."""

    part: Part
    compared: tuple[Features, ...]


def link_council(facts: Facts, iris: Iris) -> Linked:
    """Return the links that follow from the documents of one council."""
    conclusions = conclude(facts, iris)
    lines = lines_of(conclusions, iris)
    resolved = {reference for reference, _ in conclusions.refers_to}
    counts = {
        "recommendations": len(facts.items),
        "restatements": len(facts.restatements),
        "resolved": sum(each.iri in resolved for each in facts.restatements),
        "stand_ins": len(conclusions.stand_in_items),
        "recurrences": len(conclusions.recurrences),
        "conflicts": len(conclusions.conflicts),
        "discussions": len(conclusions.discusses),
        "printed": conclusions.agreement.printed,
        "agreeing": conclusions.agreement.agreeing,
        "triples": len(lines),
    }
    return Linked(Part(lines, counts), conclusions.compared)


def link_elsewhere(links: Iterable[Likeness], decisions: Decisions, iris: Iris) -> Part:
    """Return the part of one item that is like earlier ones elsewhere."""
    found = tuple(links)
    lines = lines_of_likenesses(found, decisions, iris)
    return Part(lines, {"alike_elsewhere": len(found), "triples": len(lines)})


def link_group(group: str, members: Iterable[NamedFact], decisions: Decisions) -> Part:
    """Return the part of one group of like names."""
    found = identities_in(group, members)
    lines = lines_of_identities(found, decisions)
    return Part(lines, {"same": len(found), "triples": len(lines)})


def link_everything(facts: Facts, named: Iterable[NamedFact], iris: Iris) -> Iterator[Part]:
    """Yield all parts of the links graph; the same for any order of the facts."""
    compared: list[Features] = []
    for _, own in sorted(by_council(facts).items()):
        linked = link_council(own, iris)
        compared += linked.compared
        yield linked.part
    compared.sort(key=lambda each: each.order)
    yield link_elsewhere(find_alike_elsewhere(compared), facts.decisions, iris)
    for group, members in sorted(grouped(named).items()):
        yield link_group(group, members, facts.decisions)


def grouped(named: Iterable[NamedFact]) -> dict[str, list[NamedFact]]:
    """Return who belongs to each group of like names; those that stand alone are left out."""
    groups: dict[str, list[NamedFact]] = {}
    for each in merged(named):
        for group in groups_of(each):
            groups.setdefault(group, []).append(each)
    return {group: members for group, members in groups.items() if len(members) > 1}


def derive_links(select: Select, iris: Iris) -> tuple[bytes, LinkReport]:
    """Return the links graph in N-Triples, sorted, and the report on it."""
    named = (each for graph in read_names(select).values() for each in graph)
    lines: Lines = []
    counts: Counter[str] = Counter()
    for part in link_everything(read_facts(select), named, iris):
        lines += part.lines
        counts.update(part.counts)
    return "".join(sorted(lines)).encode(), LinkReport.of(counts)
