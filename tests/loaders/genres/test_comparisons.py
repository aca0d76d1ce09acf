"""What has changed since an earlier inspection, sentence by sentence."""

from __future__ import annotations

from loaders.extractors.paragraphs import split_paragraphs
from loaders.genres.comparisons import comparisons
from loaders.readers.text import read
from loaders.records import Actor

OFSTED = Actor(kind="body", label="Ofsted", body="ofsted")
REPORT = """Help and protection

Visits to carers have improved since the last inspection. Plans are good. The use of agency
staff has not been addressed since the inspection in 2019.
"""


def test_only_sentences_that_compare_are_assessments() -> None:
    source = read(REPORT.encode())
    found = comparisons(source, split_paragraphs(source), OFSTED)
    assert [(each.area, each.progress) for each in found] == [
        ("Visits to carers", "improved"),
        ("The use of agency staff", "insufficient-progress"),
    ]
    (quote,) = found[1].evidence
    assert "".join(source.text[quote.start : quote.end].split()).startswith("Theuseofagencystaff")
