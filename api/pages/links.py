"""Addresses and names of things on pages: an IRI of ours leads to its page here."""

from __future__ import annotations

from dataclasses import dataclass

from api.masking import mask
from api.resources.names import local_name, words
from api.rows import Row, Table, Value


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of a page: the words, and where they lead (None: nowhere)."""

    text: str
    address: str | None = None
    is_number: bool = False


def address_of(iri: str, base: str) -> str | None:
    """Return where a page links to for an IRI: our own page for our own things."""
    if iri.startswith(f"{base}/id/"):
        return "/doc/" + iri.removeprefix(f"{base}/id/")
    return iri if iri.startswith(("http://", "https://")) else None


def show(value: Value, label: str | None, base: str) -> Shown:
    """Return a value as a page shows it; contact details are masked."""
    if not value.is_iri:
        return Shown(mask(value.text), is_number=not isinstance(value.plain, str))
    ours = value.text.startswith(f"{base}/id/")
    name = label or (words(local_name(value.text).replace("-", " ")) if ours else value.text)
    return Shown(mask(name), address_of(value.text, base))


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
