"""``answerable check``: the store held to the shapes of the ontology."""

from __future__ import annotations

import sys

from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.output import print_rows, progress, say
from api.settings import read_settings
from graph.checking import violations_by_graph


def check(store: StoreOption = None, base: BaseOption = None) -> None:
    """Hold every graph of the store to the shapes; exit status 1 where one breaks them."""
    settings = read_settings(store=store, base=base)
    breaches: list[tuple[str, str]] = []
    with opened(settings) as open_store:
        graphs = open_store.graphs()
        with progress("Checking", lambda: len(graphs)) as advance:
            for graph, found in violations_by_graph(open_store):
                breaches += [(graph, breach.message) for breach in found]
                advance(graph)
    if breaches:
        print_rows(("graph", "breach"), breaches)
        sys.exit(1)
    say(f"{len(graphs)} graphs conform to the shapes.")
