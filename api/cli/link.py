"""``answerable link``: the links across documents, computed again."""

from __future__ import annotations

from dataclasses import asdict

from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.orphans import tell_orphans
from api.cli.output import print_rows
from api.settings import read_settings


def link(store: StoreOption = None, base: BaseOption = None) -> None:
    """Compute the links across documents again; what people decided of them is kept."""
    from graph.reviews import link_with_reviews

    settings = read_settings(store=store, base=base)
    with opened(settings, writing=True) as open_store:
        links, reviews = link_with_reviews(open_store)
    numbers = {name: value for name, value in asdict(links).items() if isinstance(value, int)}
    print_rows(("links", "number"), list(numbers.items()))
    tell_orphans(reviews)
