"""All genres, in the order in which they are asked whether a document is theirs.

Those told by their cover come first: they are the most frequent, and asking them is cheap.  A new
genre is one file and one line here.
"""

from __future__ import annotations

from typing import Protocol, cast

from loaders.errors import UnknownGenre
from loaders.genres import (
    area_send,
    board_review,
    commissioner,
    committee,
    direction,
    focused_letter,
    ilacs,
    joint_letter,
    looked_after,
    monitoring_letter,
    news,
    send_letter,
    sif,
)
from loaders.page import SourceText
from loaders.records import Findings


class Genre(Protocol):
    """One kind of document."""

    def recognises(self, source: SourceText) -> bool:
        """Whether the document is of this kind, by its words and layout."""
        ...

    def read(self, source: SourceText) -> Findings:
        """Return what a document of this kind says."""
        ...


GENRES = cast(  # modules satisfy the protocol; type checkers cannot see it in a tuple
    tuple[Genre, ...],
    (
        looked_after,
        sif,
        board_review,
        ilacs,
        send_letter,
        area_send,
        joint_letter,
        monitoring_letter,
        focused_letter,
        commissioner,
        committee,
        direction,
        news,
    ),
)


def genre_of(source: SourceText) -> Genre:
    """Return the first genre that recognises the document; raise UnknownGenre if none does."""
    for genre in GENRES:
        if genre.recognises(source):
            return genre
    raise UnknownGenre("no document of a kind that is known")
