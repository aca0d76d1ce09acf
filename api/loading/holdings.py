"""What a store holds already, so that only what is new or has changed is read."""

from __future__ import annotations

from api.loading.shelf import Holding
from api.queries import query_text
from graph.store import Store
from loaders.triples import software_version
from loaders.triples.classes import ontology_version


def read_holdings(store: Store) -> tuple[Holding, ...]:
    """Return the documents of a store."""
    sources: dict[str, set[str]] = {}
    read: dict[str, tuple[str, bool]] = {}
    for document, sha256, software, ontology, source in store.rows(query_text("holdings")):
        named = store.iris.type_and_slug(document)
        if named is None:
            continue
        is_current = (software, ontology) == (software_version(), ontology_version())
        read[named[1]] = sha256, is_current
        sources.setdefault(named[1], set()).update(filter(None, [source]))
    return tuple(
        Holding(slug, sha256, frozenset(sources[slug]), is_current)
        for slug, (sha256, is_current) in read.items()
    )
