"""Dates as exact as printed, compared as periods: "2016", "2016-12" and "2016-12-09".

ISO text throughout, as the graph holds it; nothing here knows the clock.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both included."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def of(cls, printed: str) -> Period:
        """Return the days of an ISO year, month or day; a time zone or time is ignored.

        Raises ValueError for anything else.
        """
        parts = [int(part) for part in printed[:10].split("-")]
        if len(parts) == 1:
            return cls(datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31))
        if len(parts) == 2:
            year, month = parts
            days = calendar.monthrange(year, month)[1]
            return cls(datetime.date(year, month, 1), datetime.date(year, month, days))
        day = datetime.date.fromisoformat(printed[:10])
        return cls(day, day)

    @property
    def days(self) -> int:
        """How many days it has: 1 for a day, up to 31 for a month, up to 366 for a year."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: Period) -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def extended(self, days: int) -> Period:
        """Return the period with so many days added at its end."""
        return Period(self.first, self.last + datetime.timedelta(days=days))
