"""Inspection reports of an invented council, drawn as the frameworks print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loaders.pipeline import read_document
from loaders.records import Findings, Recommendation
from tests.drawn import Drawing

IMPROVE = "Requires improvement to be good"
COLUMNS = (72.0, 390.0)
LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
FOUR = (LEADERS, HELP, "The experiences and progress of children in care and care leavers")
FIVE = (LEADERS, HELP, CARE, LEAVERS)
ITEMS = (
    "The timeliness of return home interviews.",
    "The quality of written plans, so that families know what will happen next and by when.",
    "The oversight of children who are educated at home",
)
OPENING = (
    "Leaders know their services. They have listened to families and have changed how the front "
    "door works, so that most children are seen quickly.",
    "Care leavers speak well of their advisers, who stay in touch with them for a long time.",
)


def found(drawing: Drawing) -> Findings:
    return read_document(drawing.pdf()).findings


def texts(items: Sequence[Recommendation]) -> list[str]:
    return [item.text for item in items]


def ilacs_cover(
    *titles: str,
    dates: str = "20 June to 1 July 2022",
    dates_label: str = "Inspection dates:",
    lead: str = "Lead inspector: Nora Fielding, His Majesty’s Inspector",
    rows: Sequence[tuple[str, str]] | None = None,
) -> Drawing:
    """Draw the first page down to its opening paragraphs."""
    drawing = Drawing(("Inspection of Exampleshire local authority children’s services", dates))
    drawing.text(*titles, size=24)
    drawing.text(f"{dates_label} {dates}", lead, bold=True, gap=1.8)
    drawing.y -= 12
    drawing.row("Judgement", "Grade", at=COLUMNS, bold=True)
    for label, grade in rows or grades(FOUR):
        drawing.row(label, grade, at=COLUMNS)
    drawing.text(*OPENING, gap=1.6)
    return drawing


def grades(areas: Sequence[str], *printed: str) -> list[tuple[str, str]]:
    given = printed or ("Good", IMPROVE, "Good", "Inadequate", IMPROVE)
    return list(zip((*areas, "Overall effectiveness"), given, strict=False))


Body = Callable[[Drawing], None]


def ilacs(body: Body | None = None, heading: str = "What needs to improve?") -> Drawing:
    """Draw a whole report; ``body`` sets what stands below the heading."""
    drawing = ilacs_cover("Inspection of Exampleshire County Council children’s services")
    drawing.heading(heading)
    if body:
        body(drawing)
    else:
        drawing.items(*ITEMS)
    return narrative(drawing)


def narrative(drawing: Drawing) -> Drawing:
    """Draw the section after the list."""
    drawing.heading(f"{HELP}: requires improvement to be good")
    drawing.item("1.", "Families who ask for help are heard. What follows depends on the district.")
    drawing.page_break()
    drawing.text("Plans are written with parents.")
    return drawing
