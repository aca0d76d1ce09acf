"""``answerable load``: documents and RDF into the store, then the links across them."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import BaseOption, ClusterOption, PathsArgument, StoreOption, WorkersOption
from api.settings import read_settings
from loaders.crew import make_ready


def load(
    paths: PathsArgument,
    store: StoreOption = None,
    base: BaseOption = None,
    workers: WorkersOption = None,
    cluster: ClusterOption = None,
    unchecked: Annotated[
        bool, typer.Option("--unchecked", help="Load RDF without holding it to the shapes.")
    ] = False,
) -> None:
    """Read files, folders, archives or addresses into the store, and link what they say."""
    settings = read_settings(store=store, base=base, workers=workers, cluster=cluster)
    if settings.cluster is None:
        make_ready(settings.workers)
    # what stores and links is imported while the process starts from which workers are forked
    from api.cli.intake import take_in

    take_in(settings, paths, unchecked)
