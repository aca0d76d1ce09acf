"""``answerable query``: SPARQL against the store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.output import print_rows
from api.cli.usage import WrongUsage
from api.rows import parse_table
from api.settings import read_settings
from api.sparql.formats import format_named, formats_for, shape_of
from api.sparql.lexer import check_query
from api.sparql.searching import rewrite_search
from graph.store import Store

TABLE = "table"


def query(
    text: Annotated[str, typer.Argument(metavar="FILE-or-TEXT", help="A file, or the query.")],
    store: StoreOption = None,
    base: BaseOption = None,
    output_format: Annotated[
        str | None,
        typer.Option("--format", help="table, csv, tsv, json, xml; ttl, nt, jsonld, rdf."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell how the query is understood, and its time.")
    ] = False,
) -> None:
    """Run a SPARQL query: rows as a table on a terminal, else CSV; triples as Turtle."""
    settings = read_settings(store=store, base=base)
    given = read_text(text)
    checked = check_query(given)
    shape = shape_of(checked.form)
    wanted = output_format or {"rows": TABLE, "truth": "json"}.get(shape, "ttl")
    with opened(settings) as open_store:
        if explain:
            _explain(open_store, given)
            return
        sparql, _ = rewrite_search(checked, open_store.search)
        if wanted == TABLE and shape == "rows":
            table = parse_table(open_store.query(sparql, "json"))
            rows = [
                [row[name].text if name in row else "" for name in table.columns]
                for row in table.rows
            ]
            print_rows(table.columns, rows)
            return
        if format_named(wanted) not in formats_for(shape):
            names = ", ".join(entry.name for entry in formats_for(shape))
            raise WrongUsage(f"--format {wanted}: the answer can be had as {names}")
        sys.stdout.buffer.write(open_store.query(sparql, wanted))


def _explain(store: Store, text: str) -> None:
    from api.sparql.explaining import explain  # rdflib's SPARQL takes 100 ms to import

    for line in explain(store, text):
        sys.stdout.write(line + "\n")


def read_text(given: str) -> str:
    """Return the content of a file of this name, else the text itself.

    Raises WrongUsage for what can only be the name of a file that is not there.
    """
    try:
        is_file = Path(given).is_file()
    except (OSError, ValueError):  # a query that is too long for a file's name, or has a NUL
        is_file = False
    if not is_file and not any(mark.isspace() or mark == "{" for mark in given):
        raise WrongUsage(f"{given}: no such file, and no query")
    return Path(given).read_text(encoding="utf-8") if is_file else given
