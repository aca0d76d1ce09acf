"""``answerable remove``: a document out of the store."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.intake import now
from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.output import say
from api.loading.loader import Loader
from api.settings import read_settings
from api.texts import Texts
from ontology.errors import AnswerableError


class NoSuchDocument(AnswerableError):
    """The store holds no document of this name."""


def remove(
    name: Annotated[str, typer.Argument(metavar="ID", help="Slug or IRI of a document.")],
    store: StoreOption = None,
    base: BaseOption = None,
) -> None:
    """Remove a document with its text and record, and link the others anew."""
    settings = read_settings(store=store, base=base)
    slug = name.rstrip("/").rpartition("/")[2]
    with opened(settings, writing=True) as open_store:
        loader = Loader(open_store, Texts.beside(settings.store), now)
        try:
            loader.remove(slug)
        except KeyError:
            raise NoSuchDocument(
                f"{slug}: no such document; `answerable query` or the documents page lists them"
            ) from None
        loader.link()
    say(f"{slug} is removed.")
