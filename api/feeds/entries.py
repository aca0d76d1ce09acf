"""The entries of the feeds, from rows of the graph."""

from __future__ import annotations

import textwrap

from api.feeds.atom import Entry
from api.library import Library, Parameter
from api.masking import mask
from api.rows import Row

_TITLE_CHARACTERS = 100


def changes(library: Library, **wanted: Parameter) -> list[Entry]:
    """Return an entry for each document that came, was replaced or went, the latest first."""
    return [_change(row) for row in library.rows("feed-changes", **wanted)]


def recommendations(library: Library, **wanted: Parameter) -> list[Entry]:
    """Return an entry for each recommendation, the one that was loaded last first."""
    return [_recommendation(row) for row in library.rows("feed-recommendations", **wanted)]


def _change(row: Row) -> Entry:
    kind, document = row["kind"].text, row["document"].text
    name = mask(_text(row, "title") or document.rpartition("/")[2])
    told = ", ".join(filter(None, (_text(row, "genre"), _text(row, "about"))))
    return Entry(
        id=row["change"].text,
        title=f"{kind.capitalize()}: {name}",
        updated=row["when"].text,
        summary=f"The document was {kind}. {told}".strip(),
        link=None if kind == "removed" else document,
        categories=(kind,),
    )


def _recommendation(row: Row) -> Entry:
    text = mask(row["text"].text)
    about, who = _text(row, "about"), _text(row, "who")
    title = textwrap.shorten(text, _TITLE_CHARACTERS, placeholder=" …")
    addressed = f" (asked of {mask(who)})" if who else ""
    return Entry(
        id=row["item"].text,
        title=f"{about}: {title}" if about else title,
        updated=row["when"].text,
        summary=f"{text}{addressed}",
        link=row["item"].text,
        published=f"{row['date'].text}T00:00:00Z" if "date" in row else None,
        categories=tuple(filter(None, (_text(row, "topic"), _text(row, "kind")))),
    )


def _text(row: Row, name: str) -> str:
    return row[name].text if name in row else ""
