"""Things and their links as the two CSV files that ``neo4j-admin database import`` reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from graph.exports.archives import write_archive
from graph.exports.csv_archive import escaped
from graph.masking import mask
from graph.projections import project_things
from graph.store import Store

NODE_COLUMNS = ("iri:ID", "label", "group", "text", "year:int", "date:date", ":LABEL")
LINK_COLUMNS = (":START_ID", ":END_ID", ":TYPE", "weight:double")


def write_neo4j(store: Store, out: BinaryIO) -> None:
    """Write nodes.csv and relationships.csv; labels are kinds, types the names of relations."""
    graph = project_things(store)
    nodes = (
        [iri, *(_cell(data, name) for name in ("label", "group", "text", "year", "date", "kind"))]
        for iri, data in graph.nodes(data=True)
    )
    links = (
        [source, target, data["relation"], data["weight"]]
        for source, target, data in graph.edges(data=True)
    )
    files = [
        ("nodes.csv", _table(NODE_COLUMNS, nodes)),
        ("relationships.csv", _table(LINK_COLUMNS, links)),
    ]
    write_archive(out, files)


def _cell(data: dict[str, object], name: str) -> object:
    value = data.get(name, "")
    return escaped(mask(value)) if isinstance(value, str) else value


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
