"""Which covers announce an inspection, and what text without line ends prints of it."""

from __future__ import annotations

import pytest

from loaders.errors import UnknownGenre
from loaders.genres import board_review, ilacs, sif
from loaders.pipeline import read_document
from loaders.readers import text

TITLE = (
    "Inspection of services for children in need of help and protection, children looked after"
    " and care leavers"
)
GRADES = (
    "1. Children who need help and protection\nRequires\nImprovement\n"
    "2. Children looked after and achieving\npermanence\nGood\n"
    "3. Leadership, management and governance\nRequires\nImprovement\n"
)
DAYS = "Inspection date: 3 March 2015 – 25 March 2015\nReport published: 13 May 2015\n"
OVERALL = "The overall judgement is that children’s services require improvement\n"


@pytest.mark.parametrize(
    "opening",
    [
        f"Agenda item\nThe Cabinet considered the report on the Ofsted {TITLE}.",
        f"Framework and evaluation schedule\nThis is the framework for the {TITLE}.\n"
        "Published: 12 December 2014",
        "Minutes\nMembers received the review of the effectiveness of the Local Safeguarding"
        " Children Board.",
        "Report to cabinet\nInspection of children’s social care services\n"
        "The impact of leaders on social work practice with children and families: good",
    ],
    ids=["minutes", "framework", "board-minutes", "cabinet-report"],
)
def test_a_text_that_only_names_an_inspection_is_no_report_of_it(opening: str) -> None:
    source = text.read(opening.encode())
    assert not any(genre.recognises(source) for genre in (sif, board_review, ilacs))


def test_a_framework_for_inspections_is_no_document_of_a_known_genre() -> None:
    words = f"Framework\nThis document sets out the framework for the {TITLE}.\nContents"
    with pytest.raises(UnknownGenre):
        read_document(words.encode(), "framework.txt")


def test_a_cover_on_one_line_gives_title_and_days() -> None:
    cover = f"Durham County Council {TITLE} {DAYS} {OVERALL}".replace("\n", " ")
    findings = sif.read(text.read(cover.encode()))
    assert findings.title and findings.title.value == f"Durham County Council {TITLE}"
    assert findings.published and findings.published.iso == "2015-05-13"
    assert findings.inspection and findings.inspection.start
    assert findings.inspection.start.isoformat() == "2015-03-03"


def test_a_grade_on_two_lines_below_its_label_is_read() -> None:
    cover = f"Durham County Council\n{TITLE}\n{DAYS}{OVERALL}{GRADES}"
    judgements = sif.read(text.read(cover.encode())).judgements
    grades = {each.area: each.grade for each in judgements}
    assert grades["help-and-protection"] == "requires-improvement"
    assert grades["leadership-management-governance"] == "requires-improvement"


def test_a_title_on_a_line_of_its_own_may_follow_any_name() -> None:
    cover = f"Bristol, City of\n{TITLE}\n{DAYS}{OVERALL}{GRADES}"
    assert sif.recognises(text.read(cover.encode()))
