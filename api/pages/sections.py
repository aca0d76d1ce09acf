"""What the page of each type of thing tells besides its own properties: one query a section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its heading, its query, and how its rows are laid out.

    ``style`` table is a table; quotes is a list of entries with the words and their page;
    facts is that, grouped by the kind of fact.  ``empty`` is said where there are no rows; a
    section without it is left out.
    """

    heading: str
    query: str
    style: Literal["table", "quotes", "facts"] = "table"
    empty: str | None = None


_ACTOR = (
    Section("What it was asked to do", "actor-asks"),
    Section("What it answers for", "actor-responsibilities"),
)

SECTIONS: Mapping[str, tuple[Section, ...]] = {
    "role": _ACTOR,
    "post": _ACTOR,
    "person": (Section("Posts", "person-tenures"),),
    "inspection": (
        Section("Judgements", "inspection-judgements"),
        Section("Recommendations that arose from it", "inspection-recommendations"),
        Section("What it found of earlier recommendations", "inspection-assessments", "quotes"),
        Section("Documents that report on it", "inspection-documents"),
    ),
    "document": (
        Section("Where it comes from", "document-loads"),
        Section(
            "What it says, with its words",
            "document-facts",
            "facts",
            empty="No facts with quotes were found in this document.",
        ),
    ),
    "theme": (
        Section("Issues within it", "theme-issues"),
        Section("What was asked", "theme-recommendations"),
    ),
}
"""Sections of a page by the type in its address; recommendations and bodies have tellers
(`api.pages.things.TELLERS`), other types show their properties only."""
