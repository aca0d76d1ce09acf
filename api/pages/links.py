"""Addresses and names of things on pages: an IRI of ours leads to its page here."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from api.masking import mask
from api.resources.names import ANS, local_name, words
from api.rows import XSD, Row, Table, Value

_DATE_AT_END = re.compile(r"(?<=, )\d{4}-\d{2}(-\d{2})?$")
DAY, MONTH, MOMENT = XSD + "date", XSD + "gYearMonth", XSD + "dateTime"


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of a page: the words, and where they lead (None: nowhere).

    ``style`` is the class of its cell: numbers stand at the right, dates are never broken.
    """

    text: str
    address: str | None = None
    style: Literal["", "number", "date"] = ""


def address_of(iri: str, base: str) -> str | None:
    """Return where a page links to for an IRI: our own page for our own things."""
    if iri.startswith(f"{base}/id/"):
        return "/doc/" + iri.removeprefix(f"{base}/id/")
    if iri.startswith(ANS):
        return "/def/#" + iri.removeprefix(ANS)
    return iri if iri.startswith(("http://", "https://")) else None


def show(value: Value, label: str | None, base: str) -> Shown:
    """Return a value as a page shows it; contact details are masked."""
    if not value.is_iri:
        return _show_literal(value)
    ours = value.text.startswith(f"{base}/id/")
    if value.text.startswith(ANS):
        label = "ans:" + value.text.removeprefix(ANS)
    name = label or (words(local_name(value.text).replace("-", " ")) if ours else value.text)
    return Shown(mask(with_written_date(name)), address_of(value.text, base))


def _show_literal(value: Value) -> Shown:
    if value.datatype in (DAY, MONTH, MOMENT):
        return Shown(written_date(value.text), style="date")
    is_number = not isinstance(value.plain, str | bool)
    return Shown(mask(value.text), style="number" if is_number else "")


def with_written_date(label: str) -> str:
    """Return a label that ends in an ISO date ("Focused visit, 2021-05") with that written out."""
    return _DATE_AT_END.sub(lambda match: written_date(match[0]), label)


def written_date(iso: str) -> str:
    """Return an ISO day, month or moment as people write it ("9 December 2016", "July 2024")."""
    form = "%B %Y" if len(iso) == len("2024-07") else "%-d %B %Y"
    first = f"{iso}-01" if len(iso) == len("2024-07") else iso[:10]
    try:
        day = datetime.date.fromisoformat(first)
    except ValueError:
        return iso
    return day.strftime(form.replace("%-d", str(day.day)))


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of a page: headings in words, and a cell (or None) for each of them in each row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Shown | None, ...], ...]


def show_table(table: Table, base: str) -> ShownTable:
    """Return an answer for a page: a column ``x`` and its ``x_label`` become one."""
    names = [name for name in table.columns if not _is_label(name, table)]
    rows = tuple(tuple(_show_cell(row, name, base) for name in names) for row in table.rows)
    return ShownTable(tuple(words(name) for name in names), rows)


def _is_label(name: str, table: Table) -> bool:
    return name.endswith("_label") and name.removesuffix("_label") in table.columns


def _show_cell(row: Row, name: str, base: str) -> Shown | None:
    if name not in row:
        return None
    label = row.get(f"{name}_label")
    return show(row[name], label.text if label else None, base)
