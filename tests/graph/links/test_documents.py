from __future__ import annotations

from graph.links.documents import resolve_documents

from .exampleshire import OTHERTON, document, mention

LETTER = document("2017-09-20", "monitoring-letter", issued="2017-09-27")
NEWS = document("2017-10-02", "news-article")
PAPER = document("2022-06-21", "committee-report")


def test_month_and_kind_name_the_letter() -> None:
    said = mention(NEWS, 1, genre="monitoring-letter", date="2017-09")
    assert resolve_documents([said], [LETTER, NEWS]).known == {said.iri: LETTER.iri}


def test_letter_to_another_council_is_not_meant() -> None:
    other = document("2017-09-20", "monitoring-letter", council=OTHERTON, issued="2017-09-27")
    said = mention(NEWS, 1, genre="monitoring-letter", date="2017-09")
    assert not resolve_documents([said], [other]).known


def test_undated_mention_names_the_only_recent_one_of_its_kind() -> None:
    recent, old = (
        mention(NEWS, 1, genre="monitoring-letter"),
        mention(PAPER, 1, genre="monitoring-letter"),
    )
    links = resolve_documents([recent, old], [LETTER])
    assert links.known == {recent.iri: LETTER.iri}
    assert not links.stand_ins


def test_mentions_of_a_missing_letter_share_a_stand_in() -> None:
    review = document("2024-07-01", "commissioner-report")
    said = [
        mention(teller, 2, genre="focused-visit-letter", date="2022-06-06")
        for teller in (review, PAPER)
    ]
    stand_ins = resolve_documents(said, [LETTER]).stand_ins
    assert stand_ins[said[0].iri] == stand_ins[said[1].iri]
    assert stand_ins[said[0].iri].slug.endswith("exampleshire-2022-06-21-committee-report-2")


def test_mention_without_a_kind_names_nothing() -> None:
    said = mention(NEWS, 1, title="Improvement Plan", date="2017-09")
    links = resolve_documents([said], [LETTER])
    assert not links.known
    assert not links.stand_ins
