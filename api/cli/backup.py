"""``answerable backup``: the store copied to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.output import say
from api.settings import read_settings
from api.texts import Texts


def backup(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A folder to be made.")],
    store: StoreOption = None,
    base: BaseOption = None,
) -> None:
    """Copy the store, with the texts of its documents, to a folder that is not there yet."""
    settings = read_settings(store=store, base=base)
    with opened(settings, writing=True) as open_store:
        open_store.backup(directory)
        Texts.beside(settings.store).copy_to(directory)
    say(f"{settings.store} is copied to {directory}.")
