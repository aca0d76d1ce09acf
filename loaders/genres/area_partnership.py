"""What documents about one council's area share: the council, who is named, the partnership."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from loaders.extractors.actors import ActorFinder, find_council, local_body, shared_finder
from loaders.page import SourceText
from loaders.records import Actor

PARTNERSHIP = "local-area-partnership"


@dataclass(frozen=True)
class OfACouncil:
    """A document about the area of one council."""

    source: SourceText

    @cached_property
    def council(self) -> Actor | None:
        """The council of the area, as the document names it."""
        return find_council(self.source)

    @cached_property
    def finder(self) -> ActorFinder:
        """Who is named, as the document and its council's register say."""
        return shared_finder(self.source.text, self.council)


@dataclass(frozen=True)
class OfAnArea(OfACouncil):
    """A document that is addressed to the partnership of that area."""

    @cached_property
    def partnership(self) -> Actor | None:
        """Those who answer for the area together; None where no council is named."""
        return local_body(self.council, PARTNERSHIP) if self.council else None
