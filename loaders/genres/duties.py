"""Duties in a paper's running text, beside the items that it lists."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extractors.actors import ActorFinder
from loaders.extractors.obligations import find_obligations
from loaders.page import Quote, SourceText
from loaders.records import Fact, Obligation


def obligations_beside(
    source: SourceText, finder: ActorFinder, items: Iterable[Fact]
) -> tuple[Obligation, ...]:
    """Return the binding sentences of running text that are no part of ``items``.

    A sentence that only leads into a list says nothing without it.
    """
    taken = [quote for item in items for quote in item.evidence]
    return tuple(
        each
        for each in find_obligations(source, finder)
        if not each.sentence.endswith(":") and not _overlap(each.evidence, taken)
    )


def _overlap(quotes: Iterable[Quote], taken: Iterable[Quote]) -> bool:
    taken = tuple(taken)
    return any(
        quote.start < other.end and other.start < quote.end for quote in quotes for other in taken
    )
