"""Documents issued again: the later revises the earlier, and both stay.

Two documents are versions of one where they are of one genre, are about one council, report on
one inspection (or, on none, have one day) and ask for nearly the same in nearly the same words.
Which is the later is told by their dates; two of one day are alternates, for nothing says it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from graph.links.facts import DocumentFact, Facts, Item
from graph.links.words import normalised

NEARLY_THE_SAME: Final = 0.85
"""Share of the runs of words that two versions have in common; a corrected word breaks three."""

RUN: Final = 3
FEWEST_WORDS: Final = 12
"""Words from which on likeness says anything: two documents may both ask for one short thing."""

Pairs = tuple[tuple[str, str], ...]
Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Versions:
    """``revisions`` are (later, earlier), ``alternates`` pairs of one day, in both directions."""

    revisions: Pairs = ()
    alternates: Pairs = ()


def find_versions(facts: Facts) -> Versions:
    """Return which documents are versions of one another; the same for any order of facts.

    Of three versions each revises the one before it.
    """
    runs = _runs_of_documents((*facts.items, *facts.restatements))
    groups: dict[tuple[str, str, tuple[str, ...]], list[DocumentFact]] = defaultdict(list)
    for document in facts.documents:
        if document.council and document.iri in runs:
            about = document.reports_on or (document.date,)
            groups[document.genre, document.council, tuple(sorted(about))].append(document)
    revisions, alternates = set(), set()
    for group in groups.values():
        ordered = sorted(group, key=lambda each: each.place_in_time)
        for at, document in enumerate(ordered):
            earlier = [each for each in ordered[:at] if _are_versions(each, document, runs)]
            before = [each for each in earlier if each.date < document.date]
            if before:
                revisions.add((document.iri, before[-1].iri))
        for one, other in combinations(ordered, 2):
            if one.date == other.date and _are_versions(one, other, runs):
                alternates |= {(one.iri, other.iri), (other.iri, one.iri)}
    return Versions(tuple(sorted(revisions)), tuple(sorted(alternates)))


def _are_versions(one: DocumentFact, other: DocumentFact, runs: Mapping[str, Runs]) -> bool:
    first, second = runs[one.iri], runs[other.iri]
    return len(first & second) >= NEARLY_THE_SAME * max(len(first), len(second))


def _runs_of_documents(items: Iterable[Item]) -> dict[str, Runs]:
    """Return the runs of words of what each document asks; none for those that ask for little."""
    words: dict[str, list[Sequence[str]]] = defaultdict(list)
    for item in items:
        words[item.document.iri].append(normalised(item.wording).split())
    return {
        document: frozenset(run for each in said for run in _runs(each))
        for document, said in words.items()
        if sum(map(len, said)) >= FEWEST_WORDS
    }


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[shift:] for shift in range(RUN)), strict=False)
