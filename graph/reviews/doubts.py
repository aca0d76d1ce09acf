"""What documents' graphs say in doubt: the work list of a person who reviews."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from graph.reviews.decisions import decisions
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something in doubt: why, and the document, page (from 1) and words of its evidence."""

    thing: str
    doubt: str
    document: str = ""
    page: int | None = None
    words: str = ""


def doubtful(store: Store) -> tuple[Doubtful, ...]:
    """Return what is in doubt and not yet decided, in the order of documents and their texts."""
    query = (files("graph.reviews") / "queries" / "doubts.rq").read_text(encoding="utf-8")
    decided = {decision.thing for decision in decisions(store)}
    found: dict[tuple[str, str], list[tuple[int, str, str, str]]] = {}
    for thing, doubt, document, page, start, quote in store.rows(query):
        if thing not in decided:
            stretch = (int(start or 0), document, page, " ".join(quote.split()))
            found.setdefault((thing, doubt), []).append(stretch)
    listed = [_doubtful(*key, sorted(stretches)) for key, stretches in found.items()]
    return tuple(each for _, each in sorted(listed, key=lambda pair: pair[0]))


def _doubtful(
    thing: str, doubt: str, stretches: list[tuple[int, str, str, str]]
) -> tuple[tuple[str, int, str, str], Doubtful]:
    start, document, page, _ = stretches[0]
    words = " ".join(quote for *_, quote in stretches)
    entry = Doubtful(thing, doubt, document, int(page) if page else None, words)
    return (document, start, thing, doubt), entry
