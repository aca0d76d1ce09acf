"""Small records of the invented council, for tests of what becomes of records."""

from __future__ import annotations

import datetime
from typing import Any

from loaders.page import Quote, SourceText
from loaders.readers import read_source
from loaders.records import (
    Actor,
    DocumentRecord,
    Findings,
    Inspection,
    Printed,
    Recommendation,
)

COUNCIL = Actor(
    kind="body", label="Exampleshire County Council", body="exampleshire", body_type="council"
)
OFSTED = Actor(kind="body", label="Ofsted", body="ofsted")
DIRECTOR = Actor(
    kind="post",
    label="Director of Children’s Services",
    body="exampleshire",
    role="director-of-childrens-services",
)
COMMISSIONER = Actor(kind="role", label="Commissioner", role="commissioner")

TEXT = """Inspection of Exampleshire

Inspection dates: 18 to 29 January 2021

What needs to improve?

1. The timeliness of return home interviews.
2. Plans must be agreed by the Commissioner.
"""


def quoted(words: str, source: SourceText) -> tuple[Quote, ...]:
    """Return the place of the words in the text."""
    start = source.text.index(words)
    return (Quote(None, start, start + len(words)),)


def source(text: str = TEXT) -> SourceText:
    """Return a text as read."""
    return read_source(text.encode())


def item(words: str, order: int = 1, **more: Any) -> Recommendation:
    """Return an item whose words stand in `TEXT`."""
    given: dict[str, Any] = {
        "kind": "area for improvement",
        "default_addressee": COUNCIL,
        "made_by": OFSTED,
        "evidence": quoted(words, source()),
        "rule": "test-list",
    }
    return Recommendation(order=order, text=words, **given | more)


def inspection() -> Inspection:
    """Return the inspection of January 2021."""
    return Inspection(
        evidence=quoted("18 to 29 January 2021", source()),
        rule="test-dates",
        inspection_type="ilacs-standard",
        framework="ilacs",
        windows=((datetime.date(2021, 1, 18), datetime.date(2021, 1, 29)),),
        inspects=(COUNCIL,),
        inspected_by=("ofsted",),
    )


def record(**findings: Any) -> DocumentRecord:
    """Return an inspection report with these further findings."""
    title = Printed(
        value="Inspection of Exampleshire",
        evidence=quoted("Inspection of Exampleshire", source()),
        rule="test-title",
    )
    given: dict[str, Any] = {
        "genre": "inspection-report",
        "framework": "ilacs",
        "concerns": COUNCIL,
        "publisher": OFSTED,
        "title": title,
        "inspection": inspection(),
    }
    return DocumentRecord(source(), Findings(**given | findings))
