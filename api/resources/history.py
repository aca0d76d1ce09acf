"""What became of a recommendation: the queries that tell it, as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from api.library import Library
from api.masking import mask
from api.rows import Row, Table, Value

HISTORY: Mapping[str, Mapping[str, str]] = {
    "history": {
        "assessments": "recommendation-assessments",
        "restatements": "recommendation-restatements",
        "recurrences": "recommendation-recurrences",
        "responses": "recommendation-responses",
    },
    "elsewhere": {"alike": "recommendation-elsewhere"},
}
"""Aspects of a recommendation: the parts of the answer and the query of each."""


def history_of(library: Library, iri: str, aspect: str) -> dict[str, object]:
    """Return one aspect of a recommendation: a list of rows for each of its parts."""
    parts = {
        part: rows_as_json(library.table(query, thing=Value(iri)))
        for part, query in HISTORY[aspect].items()
    }
    return {"@id": iri, **parts}


def rows_as_json(table: Table) -> list[dict[str, object]]:
    """Return rows as objects: a thing and its label become one value, null where unbound."""
    columns = [name for name in table.columns if not name.endswith("_label")]
    return [{name: _cell(row, name) for name in columns} for row in table.rows]


def _cell(row: Row, name: str) -> object:
    value = row.get(name)
    if value is None:
        return None
    label = row.get(f"{name}_label")
    if value.is_iri:
        return {"@id": value.text, "name": mask(label.text)} if label else value.text
    return mask(value.plain) if isinstance(value.plain, str) else value.plain
