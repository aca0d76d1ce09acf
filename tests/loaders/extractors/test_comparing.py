"""What compares with an earlier inspection or time, by every word that there is for it."""

from __future__ import annotations

import pytest

from loaders.extractors.comparing import comparison_in, earlier_in
from ontology.vocabulary import vocabulary


def _cues(slug: str) -> tuple[str, ...]:
    return tuple(cue.removesuffix("*") for cue in vocabulary().concept("claim", slug).cues)


@pytest.mark.parametrize("visit", _cues("visit"))
def test_every_kind_of_visit_may_be_the_last(visit: str) -> None:
    assert comparison_in(f"Plans are better than at the last {visit}.")


@pytest.mark.parametrize("raised", _cues("raised"))
@pytest.mark.parametrize("at", ["in", "by", "at", "during"])
def test_what_an_inspection_raised_lies_back(raised: str, at: str) -> None:
    assert comparison_in(f"What was {raised} {at} the inspection is put right.")


@pytest.mark.parametrize("paper", _cues("of-a-visit"))
def test_papers_of_an_inspection_are_no_inspection(paper: str) -> None:
    assert not comparison_in(f"What was raised by the inspection {paper} is put right.")


@pytest.mark.parametrize("finding", _cues("finding"))
def test_what_an_inspection_left_lies_back(finding: str) -> None:
    assert comparison_in(f"The {finding} of the inspection got its full attention.")


@pytest.mark.parametrize("words", [*_cues("judged-before"), *_cues("found-before")])
def test_words_that_do_not_name_the_inspection_compare_too(words: str) -> None:
    assert comparison_in(f"Visits are regular, and {words} came of it.")


@pytest.mark.parametrize("fault", _cues("fault"))
@pytest.mark.parametrize("found", _cues("fault-found"))
def test_faults_of_an_earlier_year_lie_back(fault: str, found: str) -> None:
    assert comparison_in(f"The {fault} first {found} in May 2019 are gone.")


@pytest.mark.parametrize("who", _cues("inspects"))
@pytest.mark.parametrize("saw", _cues("saw"))
def test_what_inspectors_saw_was_earlier(who: str, saw: str) -> None:
    assert earlier_in(f"Plans are as {who} had {saw} them.")


@pytest.mark.parametrize("paper", _cues("earlier-paper"))
def test_earlier_papers_tell_of_an_earlier_time(paper: str) -> None:
    assert earlier_in(f"It was named in the previous monitoring {paper}.")


@pytest.mark.parametrize("reported", _cues("reported"))
@pytest.mark.parametrize("when", ["in spring", "as long ago as May 2019", "three years ago"])
def test_what_was_reported_then_was_earlier(reported: str, when: str) -> None:
    assert earlier_in(f"Much that was {reported} {when} has gone.")
