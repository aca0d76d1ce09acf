"""Builders of facts about invented councils, for the tests of linking."""

from __future__ import annotations

from graph.links.facts import DocumentFact, InspectionFact, Item, Mention, Stated
from graph.links.periods import Period

BASE = "http://localhost:8000/id"
EXAMPLESHIRE = f"{BASE}/body/exampleshire"
OTHERTON = f"{BASE}/body/otherton"


def document(
    date: str, genre: str = "inspection-report", council: str = EXAMPLESHIRE, **more: object
) -> DocumentFact:
    slug = f"{council.rpartition('/')[2]}-{date}-{genre}"
    return DocumentFact(
        iri=f"{BASE}/document/{slug}",
        genre=genre,
        date=date,
        council=council,
        **more,  # type: ignore[arg-type]
    )


def item(source: DocumentFact, order: int, text: str, **more: object) -> Item:
    kind = "reference" if "stated" in more else "recommendation"
    more.setdefault("date", source.date)
    return Item(
        iri=f"{BASE}/{kind}/{source.slug}-{order}",
        document=source,
        text=text,
        **more,  # type: ignore[arg-type]
    )


def inspection(start: str, end: str, council: str = EXAMPLESHIRE, **more: object) -> InspectionFact:
    return InspectionFact(
        iri=f"{BASE}/inspection/{council.rpartition('/')[2]}-{start}",
        council=council,
        date=start,
        fieldwork=Period(Period.of(start).first, Period.of(end).last),
        **more,  # type: ignore[arg-type]
    )


def mention(source: DocumentFact, order: int, **stated: object) -> Mention:
    return Mention(
        iri=f"{BASE}/reference/{source.slug}-{order}",
        document=source,
        stated=Stated(**stated),  # type: ignore[arg-type]
    )
