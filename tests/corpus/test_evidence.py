"""Every quote of every document stands in its text at its offsets, on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from api.texts import Texts
from graph.store import Store
from loaders.errors import DocumentError
from loaders.page import Quote, SourceText
from loaders.pipeline import read_document
from tests.evaluation.system import DOCUMENTS

pytestmark = pytest.mark.corpus


PASSAGES = """
PREFIX ans: <https://w3id.org/answerable/ns#>
SELECT (STR(?document) AS ?slug) ?quote ?start ?end WHERE {
  ?passage ans:inDocument ?document ; ans:quote ?quote ; ans:start ?start ; ans:end ?end
}
"""


def quotes_of(value: object) -> Iterator[Quote]:
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from quotes_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from quotes_of(getattr(value, field.name))


def stands_on_its_page(source: SourceText, quote: Quote) -> bool:
    inside = source.text[quote.start : quote.end]
    first, last = source.line_at(quote.start), source.line_at(quote.end - 1)
    return bool(inside.strip()) and first.page == last.page == quote.page


def test_every_quote_stands_in_its_text_and_on_its_page(shared_folder: Path) -> None:
    read, wrong = 0, []
    for path in sorted((shared_folder / "corpus").rglob("*")):
        if path.suffix not in DOCUMENTS:
            continue
        try:
            record = read_document(path.read_bytes(), path.name)
        except DocumentError:
            continue
        for quote in quotes_of(record.findings):
            read += 1
            if not stands_on_its_page(record.source, quote):
                wrong.append((path.name, quote))
    assert read > 2000
    assert wrong == []


def test_every_passage_of_the_graph_quotes_the_text_that_is_served(corpus_store: Store) -> None:
    texts = Texts.beside(corpus_store.location)
    wrong, seen = [], 0
    for slug, quote, start, end in corpus_store.rows(PASSAGES):
        seen += 1
        text = texts.kept(slug.rpartition("/")[2])
        if text is None or text[int(start) : int(end)] != quote:
            wrong.append((slug, quote))
    assert seen > 1500
    assert wrong == []
