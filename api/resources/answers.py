"""Answers of query files as JSON: a thing and its name become one value, null where unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from api.masking import mask
from graph.questions import Answer, Cell

LABEL = "_label"


def answer_as_json(answer: Answer) -> list[dict[str, object]]:
    """Return the rows of an answer as objects, without contact details."""
    return records_as_json(answer.records)


def records_as_json(records: Iterable[Mapping[str, Cell]]) -> list[dict[str, object]]:
    """Return records as objects: ``x`` and ``x_label`` become one ``{"@id", "name"}``."""
    return [record_as_json(record) for record in records]


def record_as_json(record: Mapping[str, Cell]) -> dict[str, object]:
    """Return one record as an object."""
    return {
        name: _value(cell, record.get(name + LABEL), name + LABEL in record)
        for name, cell in record.items()
        if not (name.endswith(LABEL) and name.removesuffix(LABEL) in record)
    }


def named(iri: str, label: str | None) -> dict[str, object]:
    """Return a thing with its name."""
    return {"@id": iri, "name": mask(label) if label else None}


def _value(cell: Cell, label: Cell, is_named: bool) -> object:
    if isinstance(cell, tuple):
        return [mask(each) for each in cell]
    if is_named and isinstance(cell, str):
        return named(cell, label if isinstance(label, str) else None)
    return mask(cell) if isinstance(cell, str) else cell
