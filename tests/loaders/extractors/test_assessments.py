"""What a letter or an article finds of areas, paragraph by paragraph, in our own words."""

from __future__ import annotations

from loaders.extractors.assessments import find_findings
from loaders.extractors.sections import paragraph_groups, unmarked_flow
from loaders.readers.text import read


def found(*paragraphs: str) -> list[tuple[str | None, str | None, int]]:
    """Return what is found of no listed thing: area, progress, number of sentences."""
    source = read("\n\n".join(paragraphs).encode())
    flows = [unmarked_flow(group) for group in paragraph_groups(source.body)]
    return [(each.area, each.progress, len(each.sentences)) for each in find_findings((), flows)]


def test_what_turns_round_an_area_without_naming_its_own_is_left_out() -> None:
    told = "Visiting has improved since the last visit. However, progress is too slow."
    assert found(told) == [("Visiting", "improved", 1)]


def test_what_turns_round_an_area_and_names_another_stands_apart() -> None:
    told = "Visiting has improved since the last visit. Case recording has deteriorated."
    assert found(told) == [("Visiting", "improved", 1), ("Case recording", "declined", 1)]


def test_one_finding_printed_twice_is_one() -> None:
    told = ("Case recording has improved.", "“Case recording has improved since the last visit.”")
    assert found(*told) == [("Case recording", "improved", 2)]


def test_an_area_that_is_not_named_has_no_name() -> None:
    assert found("There has been some progress since the last visit.") == [
        (None, "some-progress", 1)
    ]


def test_hardly_any_improvement_is_not_taken_for_one() -> None:
    told = "Few improvements have been made in recording since the last visit."
    assert [each[1] for each in found(told)] == ["insufficient-progress"]


def test_what_is_put_right_on_the_spot_is_no_progress() -> None:
    told = "Visiting has improved since the last visit. "
    spot = "Inspectors made managers aware of this and they took immediate action."
    assert found(told + spot) == [("Visiting", "improved", 1)]


def test_a_burden_that_grows_is_no_evidence_of_improvement() -> None:
    told = "Visiting has improved since the last visit. Changes led to an increase in caseloads."
    assert ("Visiting", "improved", 1) in found(told)


def test_what_some_plans_had_is_no_progress() -> None:
    told = (
        "Progress in visiting is slow. Inspectors noted that some of the plans had clear actions."
    )
    assert [number for *_, number in found(told)] == [1]


def test_a_paragraph_on_the_whole_service_is_evidence_of_no_single_focus() -> None:
    things = ("The quality of assessments and plans.", "The timeliness of visits.")
    whole = (
        "The council’s self-assessment names weak assessments and plans in many areas of the"
        " children’s service. Progress has been slow."
    )
    found = find_findings(things, [unmarked_flow(read(whole.encode()).body)])
    assert [(each.thing, each.progress) for each in found] == [(None, "insufficient-progress")]
