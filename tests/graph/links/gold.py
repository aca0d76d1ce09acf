"""The hand-made gold as facts, so that linking is measured apart from reading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.links.conclusions import Conclusions, conclude
from graph.links.facts import DocumentFact, Facts, InspectionFact, Item, Stated
from graph.links.periods import Period
from loaders.extractors.themes import classify
from ontology.iris import Iris

from .exampleshire import BASE

GENRES = {"monitoring-visit-letter": "monitoring-letter", "jtai-letter": "joint-inspection-letter"}
TYPES = {"SIF": "sif", "ILACS": "ilacs", "JTAI": "jtai", "Area SEND": "area-send"}
LETTER, PAPER = "2017-09-ofsted-monitoring-visit-3", "2022-06-council-report-ofsted-response"
NOT_IN_A_NAME = re.compile(r"\b(?:city|metropolitan|borough|county|council|district|of)\b|[^a-z]")
Gold = dict[str, Any]


@dataclass(frozen=True)
class Linked:
    """What linking the gold gave: for each id of `linking.json` the item meant, and relations."""

    meant: dict[str, str]
    relations: dict[frozenset[str], str]
    conclusions: Conclusions

    def relation(self, pair: Gold) -> str | None:
        """Return how the two items of a pair are linked."""
        one, other = self.meant[pair["a"]], self.meant[pair["b"]]
        return "restates" if one == other else self.relations.get(frozenset((one, other)))


def link_gold(folder: Path) -> Linked:
    """Return the links between the items of the gold files."""
    read = [_read(path) for path in sorted((folder / "gold").glob("*.json"))]
    review = next(document for document, gold, _ in read if gold.get("appendix2"))
    linking = json.loads((folder / "linking.json").read_text(encoding="utf-8"))
    items = [
        (name, item) for document, gold, stem in read for name, item in _items(document, gold, stem)
    ]
    items += [(row["id"], _row(review, row)) for row in linking["appendix2"]]
    facts = Facts(
        documents=tuple(document for document, _, _ in read),
        inspections=tuple(
            found for document, gold, _ in read for found in _inspection(document, gold)
        ),
        items=tuple(item for _, item in items if item.stated == Stated()),
        restatements=tuple(item for _, item in items if item.stated != Stated()),
    )
    conclusions = conclude(facts, Iris())
    refers_to = dict(conclusions.refers_to)
    return Linked(
        meant={name: refers_to.get(item.iri, item.iri) for name, item in items},
        relations={
            frozenset((each.earlier.iri, each.later.iri)): each.relation
            for each in conclusions.recurrences
        },
        conclusions=conclusions,
    )


def _read(path: Path) -> tuple[DocumentFact, Gold, str]:
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    dated = gold["published"] if gold.get("published_basis") != "filename" else None
    day = dated or gold["inspection"]["end"]
    council = NOT_IN_A_NAME.sub("", gold["local_authority"].lower())
    genre = GENRES.get(gold["genre"], gold["genre"])
    document = DocumentFact(
        iri=f"{BASE}/document/{council}-{day}-{genre}",
        genre=genre,
        date=day if len(day) == 10 else f"{day}-01",
        council=f"{BASE}/body/{council}",
        issued=dated,
    )
    return document, gold, path.stem


def _inspection(document: DocumentFact, gold: Gold) -> Iterator[InspectionFact]:
    start, end = gold["inspection"].get("start"), gold["inspection"].get("end")
    if start:
        yield InspectionFact(
            iri=f"{BASE}/inspection/{document.slug}",
            council=document.council or "",
            date=start,
            inspection_type=TYPES.get(gold["framework"]),
            fieldwork=Period(Period.of(start).first, Period.of(end).last),
            issued=(Period.of(document.issued),) if document.issued else (),
            is_full=document.genre == "inspection-report",
        )


def _items(document: DocumentFact, gold: Gold, stem: str) -> Iterator[tuple[str, Item]]:
    for order, found in enumerate(gold["recommendations"], start=1):
        parts = tuple(part if isinstance(part, str) else part["text"] for part in found["parts"])
        item = _item(document, order, found["text"], parts)
        if stem == LETTER:
            stated = Stated(date="2016-12", grade="inadequate")
            item = replace(item, stated=stated, arises_from=None)
        elif stem == PAPER and "Ofsted" in found["source"]:
            stated = Stated(date="2022-06", inspection_type="focused-visit")
            item = replace(item, stated=stated, arises_from=None)
        yield f"{stem}#{order}", item


def _row(document: DocumentFact, row: Gold) -> Item:
    year = row["inspection_year_as_printed"]
    kind = "focused-visit" if year == "2022" else "full-inspection"
    order = 100 + int(row["id"].rpartition("-")[2])
    item = _item(document, order, row["text"], ())
    stated = Stated(date=year, inspection_type=kind)
    return replace(item, stated=stated, arises_from=None, printed_themes=(row["theme"],))


def _item(document: DocumentFact, order: int, text: str, parts: tuple[str, ...]) -> Item:
    found = classify(" ".join((text, *parts)))
    return Item(
        iri=f"{BASE}/recommendation/{document.slug}-{order}",
        document=document,
        text=text,
        parts=parts,
        date=document.date,
        issues=found.issues,
        themes=found.themes,
        arises_from=f"{BASE}/inspection/{document.slug}",
    )
