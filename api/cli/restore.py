"""``answerable restore``: a copy of a store put back in its place."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.output import say
from api.settings import read_settings
from graph.store import open_store
from ontology.errors import AnswerableError


class StoreInTheWay(AnswerableError):
    """There is a store where the copy is to go."""


def restore(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A folder made by backup.")],
    store: StoreOption = None,
    base: BaseOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Give up the store that is there.")
    ] = False,
) -> None:
    """Put a copy back as the store; one that is there goes only with --replace."""
    settings = read_settings(store=store, base=base)
    place = Path(settings.store)
    open_store(directory, read_only=True, base=settings.base).close()
    if place.exists():
        if not replace:
            raise StoreInTheWay(f"{place} is there already; --replace gives it up for the copy")
        with opened(settings, writing=True):  # nobody else may have it open
            pass
    arriving = place.with_name(place.name + ".arriving")
    shutil.rmtree(arriving, ignore_errors=True)
    shutil.copytree(directory, arriving)
    shutil.rmtree(place, ignore_errors=True)
    arriving.rename(place)
    say(f"{place} is restored from {directory}.")
