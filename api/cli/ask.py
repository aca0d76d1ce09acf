"""``answerable ask``: the named questions."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.output import print_rows
from api.cli.usage import WrongUsage
from api.settings import read_settings
from graph.questions import ask as ask_question
from graph.questions import questions


def ask(
    name: Annotated[str | None, typer.Argument(help="The question; without it, a list.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]…", help="Such as body=tameside.")
    ] = None,
    store: StoreOption = None,
    base: BaseOption = None,
) -> None:
    """Ask one of the named questions; lists are joined by semicolons."""
    if name is None:
        rows = [
            (each.name, each.question, " ".join(p.name for p in each.parameters))
            for each in questions()
        ]
        print_rows(("name", "question", "parameters"), rows)
        return
    settings = read_settings(store=store, base=base)
    with opened(settings) as open_store:
        answer = ask_question(open_store, name, read_parameters(parameters or []))
    print_rows(answer.columns, [[written(cell) for cell in row] for row in answer.rows])


def read_parameters(given: list[str]) -> dict[str, str]:
    """Return ``key=value`` arguments by key.  Raises WrongUsage."""
    for each in given:
        if "=" not in each:
            raise WrongUsage(f"{each!r} is no parameter: write it as KEY=VALUE")
    return dict(each.split("=", 1) for each in given)


def written(cell: object) -> object:
    """Return a cell as it is printed: lists joined by semicolons, truth in lower case."""
    if isinstance(cell, tuple):
        return "; ".join(cell)
    return str(cell).lower() if isinstance(cell, bool) else cell
