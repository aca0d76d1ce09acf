"""The explain page: every fact of a record is marked in place, in any overlap, and escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, make_dataclass

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from api.explaining.facts import gather, words_of
from api.explaining.marking import Mark, marks_of, pages_of
from api.explaining.page import explain_page
from loaders.page import Line, Quote, SourceText
from loaders.records import (
    Actor,
    DocumentRecord,
    Duty,
    Fact,
    Findings,
    Part,
    PartialDate,
    PostHolding,
    Printed,
    Recommendation,
)

WORDS = (
    "Exampleshire County Council",
    "Improve <supervision> and visits, which",
    "Running footer",
    "drift. Write to clerk@example.org or 01632 960123.",
)


def source_of(*texts: str, furniture: str = "Running footer") -> SourceText:
    lines, start = [], 0
    for text in texts:
        page = 2 if lines and lines[-1].furniture else lines[-1].page if lines else 1
        is_furniture = text == furniture
        lines.append(Line(text, start, start + len(text), page=page, furniture=is_furniture))
        start += len(text) + 1
    return SourceText("text/plain", "0" * 64, "\n".join(texts), tuple(lines))


def item(*quotes: Quote, **more: object) -> Recommendation:
    given = {"text": "Improve <supervision>", "order": 1, "kind": "recommendation", "rule": "list"}
    return Recommendation(evidence=quotes, **{**given, **more})  # type: ignore[arg-type]


def findings(**more: object) -> Findings:
    return Findings(genre="inspection-report", framework=None, concerns=None, **more)  # type: ignore[arg-type]


def page_of(**more: object) -> HTMLParser:
    return HTMLParser(explain_page(DocumentRecord(source_of(*WORDS), findings(**more)), "a.txt"))


def test_fact_is_marked_at_its_words_and_listed_with_its_rule() -> None:
    page = page_of(recommendations=(item(Quote(1, 28, 67)),))
    mark = page.css_first("#at-r1")
    assert mark.text() == "R1Improve <supervision> and visits, which"
    assert "rule: list" in mark.attributes["title"]
    entry = page.css_first("#r1")
    assert entry.css_first(".rule").text() == "list"
    assert entry.css_first(".where a").attributes["href"] == "#at-r1"


def test_words_of_strangers_never_become_markup() -> None:
    page = page_of(title=Printed(evidence=(), rule="cover", value="<script>alert(1)</script>"))
    assert page.css_first("script") is None
    assert page.css_first("supervision") is None


def test_telephone_numbers_and_addresses_are_masked_everywhere() -> None:
    shown = page_of(obligations=(), title=Printed(evidence=(), rule="r", value="01632 960123"))
    assert "960123" not in shown.html
    assert "clerk@example.org" not in shown.html


def test_doubt_comes_first_and_marks_the_words() -> None:
    page = page_of(recommendations=(item(Quote(1, 28, 67), doubt="no end is printed"),))
    assert "no end is printed" in page.css_first(".doubts").text()
    assert page.css_first("#at-r1 > .sign").text() == "R1?"


def test_running_furniture_is_pale() -> None:
    assert page_of().css_first(".furniture").text().strip() == "Running footer"


def test_parts_are_marked_beneath_their_item() -> None:
    part = Part(order=1, text="visits", evidence=(Quote(1, 54, 60),))
    page = page_of(recommendations=(item(Quote(1, 28, 50), parts=(part,)),))
    assert page.css_first("#at-r1-1").text() == "R1.1visits"
    assert page.css_first("#r1 .parts #r1-1") is not None


def test_fact_without_words_says_so() -> None:
    page = page_of(recommendations=(item(),))
    assert "no words in the text" in page.css_first("#r1").text()


def test_every_link_within_the_page_leads_somewhere() -> None:
    page = page_of(recommendations=(item(Quote(1, 28, 40), Quote(2, 83, 88)),))
    names = {node.attributes["id"] for node in page.css("[id]")}
    assert {link.attributes["href"].removeprefix("#") for link in page.css("a[href]")} <= names
    assert len(names) == len(page.css("[id]"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition(Fact):
    plea: str
    text: str


def test_kind_of_fact_that_nobody_listed_is_shown_by_itself() -> None:
    extended = make_dataclass(
        "Extended",
        [("public_petitions", tuple)],
        bases=(Findings,),
        kw_only=True,
        frozen=True,
    )
    petition = Petition(evidence=(Quote(1, 0, 4),), rule="r", plea="a plea", text="More visits")
    known = {field.name: getattr(findings(), field.name) for field in fields(Findings)}
    shown = gather(extended(**known, public_petitions=(petition,)))
    assert [(fact.kind.label, fact.headline, fact.sign) for fact in shown] == [
        ("Public petitions", "More visits", "PP*1")
    ]
    assert [(detail.label, detail.value) for detail in shown[0].details] == [("plea", "a plea")]


@pytest.mark.parametrize(
    "spans",
    [[(0, 10), (5, 15)], [(0, 27), (0, 27)], [(3, 9), (9, 12)], [(0, 20), (2, 5), (4, 30)]],
    ids=["crossing", "same", "neighbours", "three"],
)
def test_overlapping_marks_nest_and_keep_the_text(spans: list[tuple[int, int]]) -> None:
    source = source_of(*WORDS)
    facts = gather(findings(recommendations=tuple(item(Quote(1, *span)) for span in spans)))
    marks = marks_of(facts)
    depth, covered = 0, dict.fromkeys(marks, "")
    open_marks: list[Mark] = []
    for piece in pages_of(source, marks)[0].pieces:
        open_marks += piece.opened
        for mark in open_marks:
            covered[mark] += piece.text
        depth += len(piece.opened) - piece.closed
        open_marks = open_marks[: len(open_marks) - piece.closed]
        assert depth == len(open_marks) >= 0
    assert depth == 0
    assert [covered[mark] for mark in marks] == [source.text[a:b] for a, b in spans]


def test_values_read_as_words() -> None:
    actor = Actor(kind="body", label="Exampleshire", body="exampleshire")
    assert words_of(Duty(bearers=(actor,), modality=("must",))) == (
        "must act: Exampleshire, modality: must"
    )
    assert words_of(PartialDate(2024, 7)) == "2024-07"
    post = Actor(kind="post", label="Director", body="exampleshire", role="director")
    assert words_of(post) == "Director at exampleshire"


def test_page_needs_no_script_and_nothing_from_elsewhere() -> None:
    html = explain_page(DocumentRecord(source_of(*WORDS), findings()), "a.txt")
    assert not re.search(r"<script|https?://|<link|<img", html)


def test_who_has_a_post_at_no_known_body_is_named_alone() -> None:
    nowhere = Actor(kind="body", label="")
    holding = PostHolding(evidence=(Quote(1, 0, 11),), rule="block", post=nowhere, name="Ann Test")
    headings = [node.text() for node in page_of(post_holdings=(holding,)).css("#p1")]
    assert headings and "Ann Test" in headings[0] and "·" not in headings[0]
