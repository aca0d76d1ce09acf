"""A zip archive with a Parquet file for each table, for notebooks.

Needs the extra ``parquet`` (pyarrow), which is too big to be installed for all.
"""

from __future__ import annotations

import io
from typing import Any, BinaryIO

from graph.exports.archives import write_archive
from graph.exports.extras import needed
from graph.exports.tables import Table, Tables
from graph.store import Store


def write_parquet(store: Store, out: BinaryIO) -> None:
    """Write every table that has a row.  Raises ExtraMissing without pyarrow."""
    write_archive(out, [(f"{table.name}.parquet", as_parquet(table)) for table in Tables(store)])


def as_parquet(table: Table) -> bytes:
    """Return a table as a Parquet file: texts, doubles and days.  Raises ExtraMissing."""
    arrow = needed("pyarrow", "parquet")
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    data = {
        column.name: _array(arrow, column.kind, cells)
        for column, cells in zip(table.columns, columns, strict=True)
    }
    out = io.BytesIO()
    needed("pyarrow.parquet", "parquet").write_table(arrow.table(data), out)
    return out.getvalue()


def _array(arrow: Any, kind: str, cells: tuple[object, ...]) -> Any:  # pyarrow has no types
    if kind == "number":
        return arrow.array(
            [None if cell is None else float(str(cell)) for cell in cells], arrow.float64()
        )
    texts = arrow.array(cells, arrow.string())
    return texts.cast(arrow.date32()) if kind == "date" else texts
