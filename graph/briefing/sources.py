"""The documents that a briefing cites, numbered in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from graph.briefing.model import Source
from graph.exports.tables import SEPARATOR, Cell

_MONTH = 7
_YEAR = 4


def day_in_words(day: object) -> str:
    """Return "5 September 2016", "July 2024" or "2019" for an ISO date; other texts as given."""
    text = "" if day is None else str(day)
    try:
        if len(text) == _YEAR:
            return str(int(text))
        if len(text) == _MONTH:
            return f"{date.fromisoformat(f'{text}-01'):%B %Y}"
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{found.day} {found:%B %Y}"


class Sources:
    """The loaded documents of a briefing, and which of them were cited."""

    def __init__(self, documents: Iterable[Mapping[str, Cell]]) -> None:
        loaded = [record for record in documents if not record["known_only_from_id"]]
        ordered = sorted(loaded, key=lambda record: (str(record["date"] or ""), str(record["id"])))
        self._numbers = {str(record["id"]): n for n, record in enumerate(ordered, start=1)}
        self._documents = {str(record["id"]): record for record in ordered}

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._numbers)

    @property
    def latest_day(self) -> str:
        """The day of the latest document, in words."""
        days = [str(record["date"]) for record in self._documents.values() if record["date"]]
        return day_in_words(max(days, default=""))

    def cite(self, document: object, page: object = None) -> str:
        """Return "[3], page 2" for an IRI; nothing for a document that is not loaded."""
        number = self._numbers.get(str(document))
        if number is None:
            return ""
        return f"[{number}], page {page}" if page else f"[{number}]"

    def day(self, document: object, otherwise: object) -> str:
        """Return the day of a document as exact as it is printed, else that which is given."""
        record = self._documents.get(str(document), {})
        return day_in_words(record.get("issued") or otherwise)

    def listed(self) -> tuple[Source, ...]:
        """Return all sources in their order."""
        return tuple(
            Source(
                number,
                str(self._documents[iri]["title"] or self._documents[iri]["genre"] or iri),
                str(self._documents[iri]["publisher"] or "").replace(SEPARATOR, ", "),
                day_in_words(self._documents[iri]["issued"] or self._documents[iri]["date"]),
                iri,
            )
            for iri, number in self._numbers.items()
        )
