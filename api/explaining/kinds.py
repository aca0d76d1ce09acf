"""How each kind of fact is shown: its heading, its letter, its colour and the words that head it.

A kind is the name of a field of `loaders.records.Findings`.  One that is not listed here is
shown under its own name, so that a new kind of fact appears by itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact as shown.

    ``letter`` marks it in the text where colour is not seen; ``hue`` is a class of the style
    sheet; ``headline`` are the fields whose words name one fact of the kind.
    """

    name: str
    label: str
    letter: str
    hue: str = "plain"
    headline: tuple[str, ...] = ()


_LISTED = (
    Kind("title", "Title", "T", "ink"),
    Kind("author", "Author", "AU", "ink"),
    Kind("concerns", "Council concerned", "C", "ink"),
    Kind("published", "Date of issue", "D", "ink"),
    Kind("addressee", "Addressee as printed", "TO", "ink"),
    Kind("addressees", "Addressees", "AD", "people", ("name", "post")),
    Kind("inspection", "Inspection", "I", "ink", ("windows", "stated_date")),
    Kind("judgements", "Grades", "G", "grade", ("area_as_printed", "grade_as_printed")),
    Kind("inspectors", "Inspectors", "N", "people", ("name", "role")),
    Kind("recommendations", "Recommendations", "R", "ask", ("number", "text")),
    Kind("requirements", "Requirements", "Q", "ask"),
    Kind("assessments", "Progress", "A", "progress", ("progress", "area")),
    Kind("obligations", "Obligations", "O", "duty"),
    Kind("responsibilities", "Responsibilities", "RS", "duty", ("held_by", "text")),
    Kind("escalation_options", "What may follow", "E", "duty", ("label", "text")),
    Kind("responses", "Responses", "RE", "progress", ("position", "responder")),
    Kind("inspection_references", "Mentions of inspections", "MI", "mention"),
    Kind("document_references", "Mentions of documents", "MD", "mention"),
    Kind("post_holdings", "People in posts", "P", "people", ("name", "post")),
    Kind("focus_areas", "Focus areas", "F", "mention"),
    Kind("events", "Events", "EV", "mention", ("label", "date")),
    Kind("figures", "Figures", "#", "figure", ("label", "as_printed")),
)
_BY_NAME = {kind.name: kind for kind in _LISTED}
ORDER = tuple(_BY_NAME)


def kind_of(field: str) -> Kind:
    """Return how the facts of a field of Findings are shown."""
    if field in _BY_NAME:
        return _BY_NAME[field]
    words = field.split("_")
    initials = "".join(word[0] for word in words if word).upper()
    return Kind(field, " ".join(words).capitalize(), f"{initials}*")


FIELD_LABELS = {
    "made_by": "asked by",
    "made_with": "asked together with",
    "assessed_with": "assessed together with",
    "bearers": "must act",
    "default_addressee": "list is about",
    "addressee_basis": "addressee is",
    "agreed_by": "agreed by",
    "supported_by": "supported by",
    "overseen_by": "overseen by",
    "reports_to": "reports to",
    "as_printed": "as printed",
    "due": "due on",
    "held_by": "held by",
    "windows": "fieldwork",
    "item": "about restated item",
    "reported_from": "taken over from mention",
    "to_document": "answers mention",
}


def field_label(name: str) -> str:
    """Return the words for a field of a record."""
    return FIELD_LABELS.get(name, name.replace("_", " "))
