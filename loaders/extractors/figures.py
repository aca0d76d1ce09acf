"""Printed numbers of data tables, each with the labels of its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from loaders.extractors.captioned_tables import CaptionedTable, cell_flow
from loaders.extractors.flows import Flow
from loaders.extractors.sentences import sentence_flows
from loaders.page import Cell, SourceText
from loaders.records import Figure

_NUMBER = re.compile(
    r"(?P<pound>£)?\s*(?P<sign>[-−])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<unit>%|k\b|m\b|per cent)?",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\b(?:19|20)\d\d(?:\s*[/–-]\s*\d{2,4})?\b|\bQ[1-4]\b")
_TABLE_TITLE = re.compile(r"(?:table|figure|chart)\b", re.IGNORECASE)
MOST = 0.5  # of the cells beside the first column hold numbers in a data table


def is_data_table(table: CaptionedTable) -> bool:
    """Tell whether most cells right of the first column are numbers."""
    if re.search(r"\bcontents\W*$", table.around, re.IGNORECASE):
        return False
    cells = [cell for row in table.table.rows[1:] for cell in row[1:] if cell.text]
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell.text)]
    return bool(cells) and len(numbers) > MOST * len(cells)


def read_figures(source: SourceText, table: CaptionedTable) -> Iterator[Figure]:
    """Yield the numbers of a data table, row by row."""
    header = table.header
    for row in table.table.rows[1:]:
        if not row or not row[0].text:
            continue
        for column, cell in enumerate(row[1:], start=1):
            name = header[column] if column < len(header) else ""
            figure = _figure(source, cell, (row[0].text, name, table.caption))
            if figure:
                yield figure


def _figure(source: SourceText, cell: Cell, labels: tuple[str, str, str]) -> Figure | None:
    found = _NUMBER.fullmatch(cell.text)
    if not found:
        return None
    row, column, caption = labels
    titled = caption if _TABLE_TITLE.match(caption) else ""
    period = _PERIOD.search(column) or _PERIOD.search(row) or _PERIOD.search(titled)
    unit = "%" if found["unit"] or "%" in column else "£" if found["pound"] else None
    return Figure(
        evidence=cell_flow(cell).quotes(source),
        rule="data-table",
        label=f"{row}: {column}" if column else row,
        value=Decimal(("-" if found["sign"] else "") + found["digits"].replace(",", "")),
        as_printed=cell.text,
        unit=unit,
        period=period.group() if period else None,
    )


_MONEY = re.compile(
    r"£\s?(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|m|bn|thousand|million|billion)?\b", re.I
)
_BEFORE = re.compile(
    r"(?P<label>[\w’'-]+(?:[ ,][\w’'-]+){0,7}?)\s+(?:of|is|was|were|totalling|at)\s+$"
)
NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9,
}  # fmt: skip


def find_money(source: SourceText, flows: Iterable[Flow]) -> Iterator[Figure]:
    """Yield the sums of money that sentences print, in pounds, with the words before them."""
    for flow in flows:
        for sentence in sentence_flows(flow):
            for found in _MONEY.finditer(sentence.text):
                scale = SCALES.get((found["scale"] or "").lower(), 1)
                yield Figure(
                    evidence=sentence.quotes(source),
                    rule="money-in-prose",
                    label=_label_before(sentence.text, found.start()),
                    value=Decimal(found["digits"].replace(",", "")) * scale,
                    as_printed=found.group(),
                    unit="£",
                )


def _label_before(text: str, place: int) -> str:
    """Return the noun phrase before "of £…", else the whole sentence."""
    clause = re.split(r"[,;:]\s", text[:place])[-1]
    found = _BEFORE.search(clause)
    return found["label"] if found else text
