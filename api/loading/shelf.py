"""Under which slug each document stands, whatever the order in which documents come.

Of several documents whose own slug is the same, the one with the smallest sha256 has it; each
of the others has 8 digits of its sha256 as suffix.  Nothing here touches a store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.triples import second_slug


@dataclass(frozen=True, slots=True)
class Holding:
    """A document in the store.

    ``sources`` are the paths or addresses that it was loaded from.  ``is_current`` tells whether
    this version of the program read it.
    """

    slug: str
    sha256: str
    sources: frozenset[str] = frozenset()
    is_current: bool = True

    @property
    def own_slug(self) -> str:
        """The slug that it has where no other document claims the same."""
        return self.slug.removesuffix(second_slug("", self.sha256))


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a new document goes, which ones go away for it, and which get another slug."""

    slug: str
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


class Shelf:
    """The documents of a store; changes are only planned here."""

    def __init__(self, holdings: Iterable[Holding]) -> None:
        self._held: dict[str, Holding] = {}
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._by_source: dict[str, str] = {}
        for holding in holdings:
            self._put(holding)

    def __contains__(self, slug: object) -> bool:
        """Whether a document has this slug."""
        return any(held.slug == slug for held in self._held.values())

    def is_known(self, sha256: str) -> bool:
        """Whether these bytes are held as this version of the program reads them."""
        return sha256 in self._held and self._held[sha256].is_current

    def slug_of(self, sha256: str) -> str:
        """Return the slug of the document of these bytes; raises KeyError."""
        return self._held[sha256].slug

    def add_source(self, sha256: str, source: str) -> bool:
        """Note one more source of a document; return whether it is new."""
        held = self._held[sha256]
        if source in held.sources:
            return False
        self._put(replace(held, sources=held.sources | {source}))
        return True

    def place(self, own_slug: str, sha256: str, source: str) -> Placement:
        """Take in a document and return where it goes.

        What it replaces goes away: the same bytes as an older version read them, and other
        bytes from the same source, unless those have another source still.
        """
        sources = {source}
        touched = {own_slug}
        removed = []
        if sha256 in self._held:
            older = self._take(sha256)
            sources |= older.sources
            removed.append(older)
        if source in self._by_source and self._by_source[source] in self._held:
            other = self._take(self._by_source[source])
            if other.sources - {source}:
                self._put(replace(other, sources=other.sources - {source}))
            else:
                removed.append(other)
        self._put(Holding(second_slug(own_slug, sha256), sha256, frozenset(sources)))
        touched |= {held.own_slug for held in removed}
        renamed = [change for change in self._settle(touched) if change[2] != sha256]
        return Placement(
            self._held[sha256].slug,
            tuple(sorted(held.slug for held in removed)),
            tuple(sorted((old, new) for old, new, _ in renamed)),
        )

    def remove(self, slug: str) -> Placement:
        """Give up a document and return which others get another slug; raises KeyError."""
        known = {held.slug: sha256 for sha256, held in self._held.items()}
        held = self._take(known[slug])
        renamed = sorted((old, new) for old, new, _ in self._settle({held.own_slug}))
        return Placement("", (slug,), tuple(renamed))

    def _put(self, holding: Holding) -> None:
        self._held[holding.sha256] = holding
        self._groups[holding.own_slug].add(holding.sha256)
        self._by_source.update(dict.fromkeys(holding.sources, holding.sha256))

    def _take(self, sha256: str) -> Holding:
        holding = self._held.pop(sha256)
        self._groups[holding.own_slug].discard(sha256)
        return holding

    def _settle(self, own_slugs: Iterable[str]) -> list[tuple[str, str, str]]:
        """Give the documents of these slugs what is due to them: old slug, new slug, sha256."""
        changes = []
        for own_slug in own_slugs:
            for place, sha256 in enumerate(sorted(self._groups[own_slug])):
                held = self._held[sha256]
                due = second_slug(own_slug, sha256) if place else own_slug
                if due != held.slug:
                    self._held[sha256] = replace(held, slug=due)
                    changes.append((held.slug, due, sha256))
        return changes
