"""What the first page says: what is loaded, since when, about whom."""

from __future__ import annotations

from api.library import Library
from api.pages.links import show_table, written_date
from api.resources.names import local_name
from graph.questions import questions

COUNTED = (
    ("Document", "documents", "/documents"),
    ("Inspection", "inspections", "/inspections"),
    ("Recommendation", "recommendations", "/recommendations"),
    ("ProgressAssessment", "findings on progress", "/questions"),
    ("Responsibility", "standing duties", "/responsibilities"),
    ("Person", "people in office", "/people"),
)


def home_page(library: Library) -> dict[str, object]:
    """Return what the template of the first page uses."""
    counted = {
        local_name(row["class"].text): int(row["count"].text) for row in library.rows("counts")
    }
    last = library.rows("last-load")
    loaded = written_date(last[0]["latest"].text) if last and "latest" in last[0] else None
    return {
        "documents": counted.get("Document", 0),
        "counts": [
            (name, counted[kind], address) for kind, name, address in COUNTED if kind in counted
        ],
        "councils": show_table(library.table("councils"), library.iris.base),
        "loaded": loaded,
        "questions": questions(),
    }
