"""A zip archive with a CSV file for each table and a Frictionless ``datapackage.json``.

UTF-8 with a byte order mark, which Excel needs to see that it is.  A cell that a spreadsheet
would take for a formula begins with an apostrophe (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from graph.exports.archives import write_archive
from graph.exports.tables import SEPARATOR, Cell, Table, Tables
from graph.store import Store

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a spreadsheet knows a formula."""

_TYPES = {"text": "string", "number": "number", "date": "date"}


def write_csv_archive(store: Store, out: BinaryIO) -> None:
    """Write every table that has a row, and the description of all."""
    tables = tuple(Tables(store))
    files = [(f"{table.name}.csv", as_csv(table)) for table in tables]
    described = json.dumps(datapackage(tables), ensure_ascii=False, indent=1)
    write_archive(out, [("datapackage.json", described.encode()), *files])


def as_csv(table: Table) -> bytes:
    """Return a table as CSV (RFC 4180), its first line the names of the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([escaped(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def escaped(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell


def datapackage(tables: Sequence[Table]) -> dict[str, object]:
    """Return the description of the tables as a Frictionless tabular data package (version 1)."""
    ids = {table.name: {row[0] for row in table.rows} for table in tables}
    return {
        "profile": "tabular-data-package",
        "name": "answerable",
        "title": "Answerable: who was asked to do what, by whom, and what came of it",
        "resources": [_resource(table, ids) for table in tables],
    }


def _resource(table: Table, ids: Mapping[str, set[Cell]]) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [
            {"name": column.name, "type": _TYPES[column.kind], "description": column.meaning}
            for column in table.columns
        ],
        "primaryKey": "id",
        "missingValues": [""],
    }
    keys = [
        {"fields": name, "reference": {"resource": other, "fields": "id"}}
        for name, other in _foreign_keys(table, ids)
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": schema,
    }


def _foreign_keys(table: Table, ids: Mapping[str, set[Cell]]) -> list[tuple[str, str]]:
    """Return columns and the table that each points into: all its cells are one id of that."""
    found = []
    for place, column in enumerate(table.columns):
        if not column.name.endswith("_id"):
            continue
        cells = {row[place] for row in table.rows} - {None}
        if not cells or any(SEPARATOR in str(cell) for cell in cells):
            continue
        target = next((name for name, known in ids.items() if cells <= known), None)
        if target is not None:
            found.append((column.name, target))
    return found
