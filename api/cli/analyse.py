"""``answerable analyse``: measures over the graph."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.ask import read_parameters, written
from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.output import print_rows, say
from api.settings import read_settings
from graph.analytics.registry import ANALYTICS
from graph.analytics.registry import analyse as run_analytic


def analyse(
    name: Annotated[str | None, typer.Argument(help="The measure; without it, a list.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]…", help="Such as body=tameside.")
    ] = None,
    store: StoreOption = None,
    base: BaseOption = None,
) -> None:
    """Measure the graph or a part of it; figures about the whole go to standard error."""
    if name is None:
        rows = [
            (each.name, each.question.question, " ".join(p.name for p in each.question.parameters))
            for each in ANALYTICS.values()
        ]
        print_rows(("name", "question", "parameters"), rows)
        return
    settings = read_settings(store=store, base=base)
    with opened(settings) as open_store:
        finding = run_analytic(open_store, name, read_parameters(parameters or []))
    answer = finding.answer
    print_rows(answer.columns, [[written(cell) for cell in row] for row in answer.rows])
    figures = ((key.replace("_", " "), value) for key, value in finding.summary.items())
    say(", ".join(f"{key}: {'–' if value is None else value}" for key, value in figures))
