"""Files of decisions: Turtle with `ans:Review`, or a table with one decision a row.

The columns are thing, decision, property, value, by, on, note and words; others are passed over,
and so are rows without a decision: the list of doubts, filled in, is such a file.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

import pyoxigraph
from pyoxigraph import RdfFormat

from graph.errors import DataError
from graph.formats import in_format
from graph.reviews.deciding import property_named, values_named
from graph.reviews.decisions import BadDecision, Decision, Verdict, as_triples, read_triples
from graph.store import Store
from ontology.iris import Iris

COLUMNS = ("thing", "decision", "property", "value", "by", "on", "note", "words")
SEPARATOR = " | "
"""Between several values in a table."""


def read_reviews(data: bytes, suffix: str, store: Store) -> tuple[Decision, ...]:
    """Return the decisions in a file; ``suffix`` ("csv", "ttl") tells its form.

    Relative IRIs start from the store's base.  Raises DataError and BadDecision.
    """
    if suffix == "csv":
        table = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        missing = {"thing", "decision", "by", "on"} - set(table.fieldnames or ())
        if missing:
            raise DataError(f"the table lacks the columns {', '.join(sorted(missing))}")
        rows = [
            {name: (row[name] or "").strip() for name in COLUMNS if name in row} for row in table
        ]
        return tuple(_from_row(row, store) for row in rows if row["decision"])
    if suffix != "ttl":
        raise DataError(f".{suffix}: decisions are read from .csv and .ttl")
    try:
        quads = pyoxigraph.parse(data, RdfFormat.TURTLE, base_iri=f"{store.iris.base}/")
        found = read_triples(quad.triple for quad in quads)
    except SyntaxError as error:
        raise DataError(str(error.msg), error.lineno, error.offset) from error
    return tuple(replace(decision, withdrawn="") for decision in found)


def write_reviews(decisions: Iterable[Decision], suffix: str, iris: Iris) -> bytes:
    """Return decisions as a file of a form that `read_reviews` reads."""
    plain = [replace(decision, withdrawn="") for decision in decisions]
    if suffix == "ttl":
        return in_format([each for one in plain for each in as_triples(one, iris)], "ttl")
    if suffix != "csv":
        raise DataError(f".{suffix}: decisions are written to .csv and .ttl")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(as_row(decision) for decision in plain)
    return out.getvalue().encode()


def as_row(decision: Decision) -> tuple[str, ...]:
    """Return a decision as a row of the table."""
    return (
        decision.thing,
        decision.verdict,
        decision.property or "",
        SEPARATOR.join(value.value for value in decision.values),
        decision.by,
        decision.on.isoformat(),
        decision.note,
        decision.words,
    )


def _from_row(row: Mapping[str, str], store: Store) -> Decision:
    thing = row["thing"].strip("<>")
    if "://" not in thing:
        thing = f"{store.iris.base}/id/{thing}"
    property_iri = property_named(row["property"]) if row.get("property") else None
    words = [word for word in row.get("value", "").split(SEPARATOR) if word]
    values = values_named(store, thing, property_iri, words) if property_iri else ()
    try:
        on = datetime.date.fromisoformat(row["on"])
    except ValueError:
        raise BadDecision(f"{thing}: {row['on']!r} is no date like 2026-01-05") from None
    return Decision(
        thing=thing,
        verdict=cast(Verdict, row["decision"]),
        by=row["by"],
        on=on,
        property=property_iri,
        values=values,
        note=row.get("note", ""),
        words=row.get("words", ""),
    )
