from __future__ import annotations

import pytest

from ontology.vocabulary import UnknownConcept, vocabulary


def test_a_grade_has_its_rank_and_names() -> None:
    grade = vocabulary().concept("grade", "requires-improvement")
    assert grade.rank == 3
    assert "Requires improvement" in grade.names


def test_adequate_is_its_own_grade() -> None:
    adequate = vocabulary().named("grade", "Adequate")
    assert adequate is not None
    assert adequate.slug == "adequate"


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Overall effectiveness", "overall-effectiveness"),
        ("Children who need help and protection", "help-and-protection"),
        ("experiences and progress of care leavers", "care-leavers"),
        ("Leadership, management and governance", "leadership-management-governance"),
        ("Capacity to improve", "capacity-to-improve"),
    ],
)
def test_a_printed_row_label_finds_its_area(printed: str, slug: str) -> None:
    area = vocabulary().named("area", printed)
    assert area is not None
    assert area.slug == slug


def test_a_genre_gives_its_name_in_records() -> None:
    assert vocabulary().concept("genre", "joint-inspection-letter").notation == "jtai-letter"


def test_an_unknown_slug_is_named_in_the_error() -> None:
    with pytest.raises(UnknownConcept, match="mediocre"):
        vocabulary().concept("grade", "mediocre")


def test_an_inspection_may_be_named_without_its_type() -> None:
    assert "inspection" in vocabulary().general_words("inspection-type")
    assert vocabulary().general_words("grade") == ()
