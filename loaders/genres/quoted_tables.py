"""What a paper to a meeting quotes of an overseer: the words that tell so, and tables of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extractors.actors import ActorFinder
from loaders.extractors.captioned_tables import captioned_tables
from loaders.extractors.cues import cued
from loaders.extractors.paragraphs import Paragraph
from loaders.genres.items import ListForm
from loaders.genres.tabled import items_of_table
from loaders.page import SourceText
from loaders.records import Actor, ItemKind, Recommendation

_QUOTED: tuple[tuple[ItemKind, re.Pattern[str]], ...] = (
    ("priority action", re.compile(r"\bpriority actions?\b", re.IGNORECASE)),
    (
        "area for improvement",
        re.compile(r"\bareas? (?:for|of|requiring) improvement\b|\bneeds? to improve", re.I),
    ),
    ("recommendation", re.compile(r"\brecommendations?\b", re.IGNORECASE)),
)
_OVERSEER = r"\b<<attribution/overseers-list>>\b"


def kind_quoted(words: str) -> ItemKind | None:
    """Return what a sentence or header calls the items that it leads into."""
    return next((kind for kind, named in _QUOTED if named.search(words)), None)


def names_overseer(words: str) -> bool:
    """Tell whether words ascribe a list to an overseer."""
    return cued(_OVERSEER).search(words) is not None


def quoted_rows(
    source: SourceText,
    paragraphs: Sequence[Paragraph],
    finder: ActorFinder,
    council: Actor | None,
    first_order: int,
) -> Iterator[Recommendation]:
    """Yield the rows of tables of an overseer's items, with owner and day, numbered on.

    The header names the items; it, the heading or the caption names the overseer.
    """
    for table in captioned_tables(source, paragraphs):
        header = " ".join(table.header)
        kind = kind_quoted(header)
        if kind and names_overseer(f"{table.around} {header}"):
            form = ListForm(kind, "overseer-table-quoted-list", table.heading, council)
            rows = tuple(items_of_table(table.table, form, finder, first_order))
            first_order += len(rows)
            yield from rows
