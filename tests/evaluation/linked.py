"""Which items of the corpus the program links, in the form that the scorer reads."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, product
from pathlib import Path
from typing import Any

from api.loading import Loader
from api.loading.loader import Crew
from api.texts import Texts
from graph import MEMORY, Store, open_store

Json = dict[str, Any]
PREFIX = "PREFIX ans: <https://w3id.org/answerable/ns#>\n"
ITEMS = PREFIX + "SELECT ?item ?text ?document { ?item ans:madeIn ?document ; ans:text ?text }"
RESTATEMENTS = (
    PREFIX
    + """
SELECT ?reference ?text ?document ?meant (BOUND(?theme) AS ?tabled) {
  ?reference a ans:Restatement ; ans:text ?text ; ans:statedIn ?document ; ans:refersTo ?meant .
  OPTIONAL { ?reference ans:printedTheme ?theme }
}"""
)
LINKS = (
    PREFIX
    + """
SELECT ?one ?other ?relation {
  ?link a ans:Recurrence ; ans:earlier ?one ; ans:later ?other ; ans:relation ?relation
}"""
)


def linked_pairs(shared: Path) -> Json:
    """Return the pairs that linking finds among the documents of the gold's links."""
    gold = json.loads((shared / "evaluation" / "linking.json").read_text())
    files = sorted({item["document"] for item in gold["items"].values()})
    with open_store(MEMORY) as store:
        documents = _load(store, shared, files)
        return {"pairs": list(_pairs(store, documents))}


def _load(store: Store, shared: Path, files: list[str]) -> dict[str, str]:
    """Load and link the files; return each document's IRI with the path in the corpus."""
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    loader = Loader(store, Texts(None), lambda: moment)
    paths = {str(shared / "corpus" / file): file for file in files}
    entries = tuple(loader.load(paths, Crew(workers=1)))
    loader.link()
    return {str(store.iris.document(each.slug)): paths[each.name] for each in entries if each.slug}


def _pairs(store: Store, documents: Mapping[str, str]) -> Iterator[Json]:
    """Yield the tellings of one item as restatements, and those of two that are linked."""
    tellings = _tellings(store, documents)
    for told in tellings.values():
        for one, other in combinations(told, 2):
            yield {"a": one, "b": other, "label": "restates"}
    for earlier, later, relation in sorted(store.rows(LINKS)):
        for one, other in product(tellings[earlier], tellings[later]):
            yield {"a": one, "b": other, "label": relation.rpartition("/")[2]}


def _tellings(store: Store, documents: Mapping[str, str]) -> dict[str, list[Json]]:
    """Return where each item stands: in the document that makes it and in those that repeat it."""
    found: dict[str, list[Json]] = defaultdict(list)
    for item, text, document in sorted(store.rows(ITEMS)):
        found[item].append({"document": documents[document], "text": text})
    for _, text, document, meant, tabled in sorted(store.rows(RESTATEMENTS)):
        place = {"part": "Appendix 2"} if tabled == "true" else {}
        found[meant].append({"document": documents[document], "text": text, **place})
    return found
