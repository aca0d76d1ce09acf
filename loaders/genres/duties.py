"""Duties in a paper's running text, beside the items that it lists."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extractors.actors import ActorFinder
from loaders.extractors.asking_prose import apart_from, find_obligations
from loaders.page import SourceText
from loaders.records import Fact, Obligation


def obligations_beside(
    source: SourceText, finder: ActorFinder, items: Iterable[Fact]
) -> tuple[Obligation, ...]:
    """Return the binding sentences of running text that are no part of ``items``."""
    return apart_from(find_obligations(source, finder), items)
