"""Which of several media types a client gets: the Accept field of RFC 9110, section 12.5.1.

Full quality values and ranges; the more exact range decides the quality of a type, the higher
quality wins, and among equals the order in which we offer them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.errors import NotAcceptable


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One entry of an Accept field; ``quality`` is 0 to 1."""

    main: str
    sub: str
    parameters: frozenset[str]
    quality: float

    def exactness(self, media_type: str) -> int | None:
        """How exactly this range means ``media_type``: 0 to 3, None where it does not."""
        offered, *parameters = [part.strip() for part in media_type.lower().split(";")]
        main, _, sub = offered.partition("/")
        if self.main == "*":
            return 0
        if self.main != main:
            return None
        if self.sub == "*":
            return 1
        if self.sub != sub or not self.parameters <= set(parameters) | _ANY_CHARSET:
            return None
        return 3 if self.parameters else 2


_ANY_CHARSET = {"charset=utf-8", "charset=utf8"}  # everything that we send is UTF-8


def parse_accept(field: str) -> tuple[MediaRange, ...]:
    """Return the ranges of an Accept field; an entry that is no media range is left out."""
    ranges = (_parse_range(entry) for entry in field.split(","))
    return tuple(found for found in ranges if found)


def _parse_range(entry: str) -> MediaRange | None:
    media_type, *rest = [part.strip().lower() for part in entry.split(";")]
    main, _, sub = media_type.partition("/")
    if not main or not sub:
        return None
    quality, parameters = 1.0, set()
    for parameter in rest:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            quality = _parse_quality(value)
            break
        if parameter:
            parameters.add(name.strip() + "=" + value.strip().strip('"'))
    return MediaRange(main, sub, frozenset(parameters), quality)


def _parse_quality(value: str) -> float:
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0


def choose(accept: str | None, offered: Sequence[str]) -> str:
    """Return the one of ``offered`` that the client likes best; the first without an Accept.

    Raises NotAcceptable, listing what there is, when the client takes none of them.
    """
    ranges = parse_accept(accept or "*/*")
    qualities = [_quality(media_type, ranges) for media_type in offered]
    best = max(qualities, default=0.0)
    if best <= 0.0:
        raise NotAcceptable(
            f"{accept!r} names none of the types that can be made: {', '.join(offered)}",
            available=list(offered),
        )
    return offered[qualities.index(best)]


def _quality(media_type: str, ranges: Sequence[MediaRange]) -> float:
    matches = [
        (exactness, entry.quality)
        for entry in ranges
        if (exactness := entry.exactness(media_type)) is not None
    ]
    return max(matches)[1] if matches else 0.0
