"""``answerable export``: the graph in one of the export formats."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.opening import opened
from api.cli.options import BaseOption, OutputOption, StoreOption
from api.exporting import write_export
from api.settings import read_settings
from graph.exports import FORMATS, export_format


def export(
    name: Annotated[
        str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(sorted(FORMATS))}.")
    ],
    output: OutputOption = None,
    store: StoreOption = None,
    base: BaseOption = None,
) -> None:
    """Write the graph in one of the export formats, to a file or to standard output."""
    settings = read_settings(store=store, base=base)
    wanted = export_format(name)
    with opened(settings) as open_store:
        if output is None:
            write_export(open_store, wanted.name, sys.stdout.buffer)
            return
        with output.open("wb") as file:
            write_export(open_store, wanted.name, file)
