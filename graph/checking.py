"""The graphs of a store held to the shapes of the ontology, one after the other."""

from __future__ import annotations

import io
from collections.abc import Iterator

from graph.store import Store
from ontology.validation import Violation, violations_of_ntriples


def violations_by_graph(store: Store) -> Iterator[tuple[str, tuple[Violation, ...]]]:
    """Yield each graph's name with its breaches of the shapes, sorted; none where it conforms."""
    for graph in store.graphs():
        out = io.BytesIO()
        store.dump(out, "nt", graph)
        yield graph, violations_of_ntriples(out.getvalue())
