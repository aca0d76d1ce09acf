"""Linking: the corpus against its loading, growth to a million items, one more document."""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from graph import Store, open_store
from graph.links import compute_links, update_links
from graph.links.elsewhere import find_alike_elsewhere
from graph.links.facts import UNDECIDED, DocumentFact
from graph.links.likeness import describe
from graph.links.recurrence import find_recurrences
from graph.links.triples import lines_of_likenesses
from ontology.iris import Iris
from ontology.terms import ANS
from tests.benchmarks.generated import documents, items
from tests.benchmarks.measuring import measure

SMALL, LARGE = 10_000, 1_000_000
FEW_DOCUMENTS, MANY_DOCUMENTS = 300, 3_000
ADDED = 9
XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"
IRIS = Iris()

Paper = tuple[DocumentFact, tuple[str, ...]]


def run(shared: Path) -> Iterator[str]:
    """Yield the ratios; the million items take some minutes."""
    yield from _corpus(shared)
    yield from _one_more()
    yield from _growth()


def _corpus(shared: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "store")
        command = str(Path(sys.executable).with_name("answerable"))
        loading = measure([command, "load", str(shared / "corpus"), "--store", place])
        with open_store(place) as store:
            begun = time.perf_counter()
            report = compute_links(store)
            linking = time.perf_counter() - begun
    ratio = linking / (loading.seconds - linking)
    yield f"linking the corpus           {linking:6.2f} s for {report.recommendations} items"
    yield f"  against loading it         ratio {ratio:.2f} (at most 0.2)"


def _growth() -> Iterator[str]:
    """Yield what each item takes among few and among many.

    Few are linked before and after the many: the machine may be busier at one time than another.
    """
    before, large, after = _linked(SMALL), _linked(LARGE), _linked(SMALL)
    for count, seconds, resident, links in (before, large, after):
        yield (
            f"linking {count:9,} items      {seconds:6.1f} s, {links:,} links,"
            f" {resident / 2**20:.0f} MiB resident (at most 6144)"
        )
    small_seconds = (before[1] + after[1]) / 2
    ratio = (large[1] / LARGE) / (small_seconds / SMALL)
    yield f"  for each item              ratio {ratio:.2f} (at most 1.3)"


def _linked(count: int) -> tuple[int, float, int, int]:
    """Link so many items in a process of their own: count, CPU seconds, bytes, links."""
    command = [sys.executable, "-m", __name__, str(count)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return count, told["seconds"], told["resident"], told["links"]


def link_items(count: int) -> dict[str, float]:
    """Return the CPU seconds of linking so many items, from their texts to lines of N-Triples."""
    told = list(items(count))
    gc.collect()
    gc.freeze()  # the items stay; collecting garbage need not look at them again
    begun = time.process_time()
    compared = describe(told)
    links = 0
    for found in (find_recurrences(compared), find_alike_elsewhere(compared)):
        for likeness in found:
            links += bool(lines_of_likenesses([likeness], UNDECIDED, IRIS))
    seconds = time.process_time() - begun
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": seconds, "resident": resident, "links": links}


def _one_more() -> Iterator[str]:
    """Yield what one more document takes in a small and in a large graph.

    By turns, so that what else the machine does meanwhile slows both alike.
    """
    sizes = (FEW_DOCUMENTS, MANY_DOCUMENTS)
    with ExitStack() as open_stores:
        graphs = [_linked_papers(count, open_stores) for count in sizes]
        rounds = [
            tuple(_timed(store, added[number]) for store, added in graphs)
            for number in range(ADDED)
        ]
    for count, seconds in zip(sizes, zip(*rounds, strict=True), strict=True):
        yield f"one more among {count:5,} papers {median(seconds) * 1000:6.0f} ms"
    few, many = (median(seconds) for seconds in zip(*rounds, strict=True))
    yield f"  in a graph ten times the size  ratio {many / few:.2f} (at most 1.5)"


def _linked_papers(count: int, open_stores: ExitStack) -> tuple[Store, list[Paper]]:
    """Return a store that holds so many documents, linked, and newer ones to add to it.

    One that is put among older ones also changes what later items see: that takes longer while
    the graph is small, up to a bound that the widths of `graph.links.nearby` set.
    """
    papers = sorted(documents(count + ADDED), key=lambda paper: paper[0].place_in_time)
    folder = open_stores.enter_context(tempfile.TemporaryDirectory())
    store = open_stores.enter_context(open_store(Path(folder) / "store"))
    _put(store, papers[:count])
    compute_links(store)
    return store, papers[count:]


def _timed(store: Store, paper: Paper) -> float:
    _put(store, [paper])
    begun = time.process_time()
    update_links(store, [paper[0].slug])
    return time.process_time() - begun


def _put(store: Store, papers: list[Paper]) -> None:
    with store.transaction() as changes:
        for document, demands in papers:
            graph = str(IRIS.document_graph(document.slug))
            changes.add(graph, _triples(document, demands).encode())


def _triples(document: DocumentFact, demands: tuple[str, ...]) -> str:
    """Return a document and its recommendations in N-Triples."""
    date = f'"{document.date}"^^<{XSD_DATE}>'
    rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    about = f"<{document.iri}>"
    lines = [
        f"{about} {rdf_type} <{ANS.Document}> .",
        f"{about} <{ANS.genre}> <{IRIS.concept('genre', document.genre)}> .",
        f"{about} <{ANS.concerns}> <{document.council}> .",
        f"{about} <{ANS.sortDate}> {date} .",
    ]
    for order, text in enumerate(demands, start=1):
        item = f"<{IRIS.recommendation(f'{document.slug}-{order}')}>"
        lines += [
            f"{item} {rdf_type} <{ANS.Recommendation}> .",
            f'{item} <{ANS.text}> "{text}" .',
            f"{item} <{ANS.madeIn}> {about} .",
            f"{item} <{ANS.sortDate}> {date} .",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(json.dumps(link_items(int(sys.argv[1]))))
