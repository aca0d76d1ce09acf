from __future__ import annotations

import datetime

import pytest

from graph.links.periods import Period
from graph.links.rarity import WHOLE, Frequencies, cosine, frequencies
from graph.links.themes import Agreement, choose_themes
from graph.links.words import content_words, normalised

from .exampleshire import document, item


@pytest.mark.parametrize(
    ("printed", "days"), [("2016", 366), ("2017-02", 28), ("2017-02-03", 1), ("2017-02-03Z", 1)]
)
def test_period_is_as_long_as_the_date_is_vague(printed: str, days: int) -> None:
    assert Period.of(printed).days == days


def test_period_can_be_extended_over_the_turn_of_a_year() -> None:
    assert Period.of("2016-12").extended(1).last == datetime.date(2017, 1, 1)


def test_text_is_compared_without_case_punctuation_and_remarks() -> None:
    assert normalised("The ‘Pledge’ (paragraph 19), re-issued.") == "the pledge re issued"


def test_endings_do_not_keep_words_apart() -> None:
    assert content_words("planning of assessments") == content_words("the plans and assessment")


COUNTED = Frequencies(items=100, issues={"audit": 40, "life-story": 1}, words={"children": 100})


def test_word_of_every_item_weighs_nothing_beside_a_rare_one() -> None:
    assert COUNTED.word_weight("children") < 0.01 < COUNTED.word_weight("hotel")
    vector = COUNTED.vector(["children", "hotel", "nurse"])
    assert cosine(vector, vector) == pytest.approx(1, abs=0.01)
    assert cosine(vector, {}) == 0
    assert COUNTED.vector(["nurse"], without=["nurse"]) == COUNTED.vector([]) == {}


def test_rare_issue_weighs_more_and_a_new_one_as_most() -> None:
    weights = [COUNTED.issue_weight(issue) for issue in ("life-story", "new", "audit")]
    assert weights == sorted(weights, reverse=True)


def test_reference_counts_hold_common_stems_and_no_place() -> None:
    known = frequencies()
    assert known.words["children"] > known.words["audit"] > 1
    assert not {"tameside", "bradford", "kent"} & known.words.keys()
    assert all(isinstance(weight, int) for weight in known.vector(["audit", "plan"]).values())
    assert max(known.vector(["audit"]).values()) == WHOLE


def test_printed_theme_wins_and_disagreement_is_counted() -> None:
    report, review = document("2016-12-09"), document("2024-07-01", "commissioner-report")
    made = item(report, 1, "Plans.", themes=("permanence",))
    other = item(report, 2, "Visits.", themes=("assessment-and-practice",))
    quoted = item(review, 1, "Plans.", printed_themes=("partnership-working",))
    chosen, agreement = choose_themes([made, other], {made.iri: [quoted]})
    assert (chosen[made.iri].themes, chosen[made.iri].basis) == (
        ("partnership-working",),
        "printed",
    )
    assert chosen[other.iri].basis == "computed"
    assert agreement.rate == 0


def test_no_printed_theme_gives_no_rate() -> None:
    assert Agreement(0, 0).rate is None
