"""Where every answer to an assistant can be checked: document, page and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from api.library import Library
from api.masking import mask
from api.rows import Row, Value

MOST = 40
"""Citations of one answer; more would fill a model's window, and are counted instead."""

_MOST_THINGS = 200


def with_citations(library: Library, answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return an answer with the evidence of all the things that it names.

    ``citations`` are in the order in which the answer names the things; ``citations_left_out``
    counts those that are not shown.
    """
    found = citations(library, things_in(library, answer))
    return {
        **answer,
        "citations": found[:MOST],
        "citations_left_out": max(0, len(found) - MOST),
    }


def citations(library: Library, things: Iterable[str]) -> list[dict[str, Any]]:
    """Return the passages on which things rest, in the order of the things."""
    wanted = list(dict.fromkeys(things))[:_MOST_THINGS]
    if not wanted:
        return []
    order = {iri: place for place, iri in enumerate(wanted)}
    rows = library.rows("evidence", thing=[Value(iri) for iri in wanted])
    return [_citation(row) for row in sorted(rows, key=lambda row: order[row["thing"].text])]


def things_in(library: Library, answer: object) -> Iterator[str]:
    """Yield the IRIs of our things that an answer names, wherever in it they stand."""
    start = f"{library.iris.base}/id/"
    if isinstance(answer, str):
        if answer.startswith(start) and not set(answer) & set('<>"{}|\\^` \n'):
            yield answer
    elif isinstance(answer, Mapping):
        for value in answer.values():
            yield from things_in(library, value)
    elif isinstance(answer, Iterable):
        for value in answer:
            yield from things_in(library, value)


def _citation(row: Row) -> dict[str, Any]:
    return {
        "about": row["thing"].text,
        "document": row["document"].text,
        "title": mask(row["document_label"].text) if "document_label" in row else None,
        "page": int(row["page"].text) if "page" in row else None,
        "quote": mask(row["quote"].text),
    }
