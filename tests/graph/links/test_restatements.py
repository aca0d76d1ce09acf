from __future__ import annotations

from graph.links.facts import Stated
from graph.links.restatements import resolve_restatements

from .exampleshire import OTHERTON, document, item

REPORT = document("2016-12-09")
LETTER = document("2017-09-20", "monitoring-letter")
PAPER = document("2022-06-21", "committee-report")
REVIEW = document("2024-07-01", "commissioner-report")
LODGINGS = "Make sure that no young person who has left care is lodged in a hotel."
MEETINGS = "Make sure that meetings about a child at risk are held within two days."
ORIGINALS = [item(REPORT, 1, MEETINGS), item(REPORT, 2, LODGINGS)]
NO_ORIGIN = Stated()


def test_small_change_of_wording_still_finds_the_recommendation() -> None:
    said = item(LETTER, 1, LODGINGS.replace("is lodged", "is ever lodged"), stated=NO_ORIGIN)
    assert resolve_restatements([said], ORIGINALS, {}).known == {said.iri: ORIGINALS[1].iri}


def test_remark_about_a_paragraph_is_no_difference() -> None:
    said = item(LETTER, 1, LODGINGS.rstrip(".") + " (paragraph 31).", stated=NO_ORIGIN)
    assert resolve_restatements([said], ORIGINALS, {}).known == {said.iri: ORIGINALS[1].iri}


def test_lead_in_may_be_repeated_without_its_bullets() -> None:
    made = item(REPORT, 3, "Check the records of", parts=("visits and their dates", "meetings"))
    said = item(LETTER, 1, "Check the records of", stated=NO_ORIGIN)
    assert resolve_restatements([said], [made], {}).known == {said.iri: made.iri}


def test_same_words_of_another_council_are_not_meant() -> None:
    elsewhere = item(document("2016-12-09", council=OTHERTON), 1, LODGINGS)
    said = item(LETTER, 1, LODGINGS, stated=NO_ORIGIN)
    assert not resolve_restatements([said], [elsewhere], {}).known


def test_later_document_cannot_be_what_is_repeated() -> None:
    later = item(document("2019-05-24"), 1, LODGINGS)
    said = item(LETTER, 1, LODGINGS, stated=NO_ORIGIN)
    assert not resolve_restatements([said], [later], {}).known


def test_stated_inspection_decides_between_equal_texts() -> None:
    first = item(REPORT, 1, LODGINGS, arises_from="inspection-2016")
    again = item(document("2019-05-24"), 1, LODGINGS, arises_from="inspection-2019")
    said = item(REVIEW, 1, LODGINGS, stated=NO_ORIGIN)
    for meant in (first, again):
        origins = {said.iri: meant.arises_from or ""}
        assert resolve_restatements([said], [first, again], origins).known == {said.iri: meant.iri}


def test_tellers_of_an_unknown_recommendation_share_one_stand_in() -> None:
    by_council = item(PAPER, 4, LODGINGS, stated=NO_ORIGIN)
    by_reviewer = item(REVIEW, 9, LODGINGS.rstrip("."), stated=NO_ORIGIN)
    other = item(REVIEW, 10, MEETINGS, stated=NO_ORIGIN)
    links = resolve_restatements(
        [other, by_reviewer, by_council], [], {by_reviewer.iri: "inspection-2022"}
    )
    stand_in = links.stand_ins[by_council.iri]
    assert links.stand_ins[by_reviewer.iri] == stand_in
    assert links.stand_ins[other.iri] != stand_in
    assert stand_in.slug == "exampleshire-from-exampleshire-2022-06-21-committee-report-4"
    assert stand_in.arises_from == "inspection-2022"


def test_changed_words_of_a_loaded_inspection_make_no_stand_in() -> None:
    made = item(REPORT, 1, LODGINGS, arises_from="inspection-2016")
    said = item(LETTER, 1, "Hotels for those leaving care", stated=NO_ORIGIN)
    links = resolve_restatements([said], [made], {said.iri: "inspection-2016"})
    assert not links.known
    assert not links.stand_ins


def test_same_number_of_the_same_inspection_allows_more_changes() -> None:
    made = item(REPORT, 1, LODGINGS, number="7", arises_from="inspection-2016")
    shorter = "Make sure no young person who left care is lodged in hotels"
    said = item(LETTER, 1, shorter, number="7", stated=NO_ORIGIN)
    assert resolve_restatements([said], [made], {said.iri: "inspection-2016"}).known
