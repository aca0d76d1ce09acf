"""Tells a file of comma-separated values from a text that has commas."""

from __future__ import annotations

import csv
import io
from itertools import islice

SAMPLE_ROWS = 50
MIN_COLUMNS = 3
MAX_HEADER_LENGTH = 60  # characters of a column's name
DELIMITERS = (",", ";", "\t")


def is_table_file(text: str) -> bool:
    """Tell whether every row of a text has the same three or more cells under short headers."""
    return any(_is_table(text, delimiter) for delimiter in DELIMITERS)


def _is_table(text: str, delimiter: str) -> bool:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [row for row in islice(reader, SAMPLE_ROWS) if row]
    except csv.Error:
        return False
    if len(rows) < 2 or len(rows[0]) < MIN_COLUMNS:
        return False
    header = [cell.strip() for cell in rows[0]]
    named = len(set(header)) == len(header) and all(0 < len(c) <= MAX_HEADER_LENGTH for c in header)
    return named and all(len(row) == len(header) for row in rows)
