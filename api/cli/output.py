"""What commands print: tables for people on a terminal, CSV for programs, progress on stderr."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol


class Advance(Protocol):
    """Called once for each thing done, with its name."""

    def __call__(self, name: str, /) -> None:
        """Count one more thing as done."""


def say(line: str) -> None:
    """Print a line on stderr, where it disturbs no output."""
    sys.stderr.write(line + "\n")


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table on a terminal, CSV otherwise."""
    if sys.stdout.isatty():
        _print_table(columns, rows)
    else:
        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows(rows)


def _print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(show_lines=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*["" if value is None else str(value) for value in row])
    Console().print(table, markup=False)


@contextmanager
def progress(what: str, total: Callable[[], int]) -> Iterator[Advance]:
    """Show how far the work is, on stderr and only on a terminal; otherwise stay silent.

    ``total`` counts the things to be done, and is asked only where that is shown.
    """
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=total())
        yield lambda _name: bar.advance(task)
