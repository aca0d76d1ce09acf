"""``answerable export``: the graph in one of the export formats."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.opening import opened
from api.cli.options import BaseOption, OutputOption, StoreOption
from api.exporting import write_export
from api.settings import read_settings
from graph.exports import FORMATS, Part, export_format


def export(
    name: Annotated[
        str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(sorted(FORMATS))}.")
    ],
    output: OutputOption = None,
    store: StoreOption = None,
    base: BaseOption = None,
    body: Annotated[str | None, typer.Option(help="Only what concerns this body.")] = None,
    theme: Annotated[str | None, typer.Option(help="Only what stands under this theme.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="Only from this day on.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Only up to this day.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only things of this kind.")] = None,
) -> None:
    """Write the graph, or a part of it, in one of the export formats, to a file or stdout."""
    part = Part(body, theme, first, last, tuple(kind or ()))
    settings = read_settings(store=store, base=base)
    wanted = export_format(name)
    with opened(settings) as open_store:
        if output is None:
            write_export(open_store, wanted.name, sys.stdout.buffer, part)
            return
        with output.open("wb") as file:
            write_export(open_store, wanted.name, file, part)
