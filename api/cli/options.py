"""Options that several commands share, named once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

StoreOption = Annotated[
    str | None,
    typer.Option("--store", help="Directory of the store, or address of a SPARQL server."),
]
BaseOption = Annotated[
    str | None, typer.Option("--base", help="Start of every IRI, without a slash at its end.")
]
WorkersOption = Annotated[
    int | None, typer.Option("--workers", help="Processes that read documents; 0: one a core.")
]
ClusterOption = Annotated[
    str | None, typer.Option("--cluster", help="Address of a Dask scheduler to read documents.")
]
PathsArgument = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help="Files, folders, zip archives or http(s) addresses."),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="File to write; standard output otherwise.")
]
