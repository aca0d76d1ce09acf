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
    """Return what is in doubt and not yet decided, in the order of documents and their texts.

    Of several things with one doubt about the same words, the first stands for all.
    """
    query = (files("graph.reviews") / "queries" / "doubts.rq").read_text(encoding="utf-8")
    decided = {decision.thing for decision in decisions(store)}
    found: dict[tuple[str, str], list[tuple[int, str, str, str]]] = {}
    for thing, doubt, document, page, start, quote in store.rows(query):
        stretch = (int(start or 0), document, page, " ".join(quote.split()))
        found.setdefault((thing, doubt), []).append(stretch)
    groups: dict[tuple[str, ...], list[Doubtful]] = {}
    ordered = sorted(found.items(), key=lambda entry: (_place(entry[1]), entry[0]))
    for (thing, doubt), stretches in ordered:
        each = _doubtful(thing, doubt, sorted(stretches))
        groups.setdefault((each.document, each.words, doubt), []).append(each)
    return tuple(
        group[0] for group in groups.values() if not any(each.thing in decided for each in group)
    )


def _place(stretches: list[tuple[int, str, str, str]]) -> tuple[str, int]:
    start, document, _, _ = min(stretches)
    return document, start


def _doubtful(thing: str, doubt: str, stretches: list[tuple[int, str, str, str]]) -> Doubtful:
    _, document, page, _ = stretches[0]
    words = " ".join(quote for *_, quote in stretches)
    return Doubtful(thing, doubt, document, int(page) if page else None, words)
