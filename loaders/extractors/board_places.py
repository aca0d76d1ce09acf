"""What places the name of a safeguarding board holds: "Upham and Wye Safeguarding …".

A report on one of several councils that share a board is about that board, and prints no name
with its place alone; and "Hull" has a board, not "Kingston upon Hull".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from loaders.extractors.councils import is_council, places_of
from loaders.extractors.cues import cued
from loaders.extractors.registered import registered_actor
from loaders.records import Actor
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

BOARD = r"(?-i:\s+(?:Local\s+)?<<naming/board-of-safeguarding>>\b)"
LONGEST = 120  # characters of the places before the words of a board
CITY = "City"  # of London, in the names of boards that it shares


@lru_cache(maxsize=2)  # asked again once a document is read
def board_places(text: str, council: Actor | None) -> str | None:
    """Return the places in the name by which a text calls the board of ``council`` most often.

    None where that is the usual name of the council's place alone.
    """
    if council is None or "Safeguarding" not in text:
        return None
    own = re.compile(rf"\b{any_of(places_of(council))}\b")
    named: Counter[str] = Counter()
    for board in cued(BOARD).finditer(text):
        places = _places().search(text, max(0, board.start() - LONGEST), board.start())
        if places and own.search(places["places"]):
            named[" ".join(places["places"].split())] += 1
    most = next((places for places, _ in named.most_common(1)), None)
    return None if most == places_of(council)[0] else most


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    """Return the pattern of a council's place, or a row of them, at the end of a stretch."""
    councils = (body for body in vocabulary().bodies if is_council(body))
    place = any_of(
        (CITY, *(name for body in councils for name in places_of(registered_actor(body))))
    )
    place = place.replace("[- ]", r"[-\s]")
    others = rf"(?P<others>(?:(?:,\s+|,?\s+(?:and|&)\s+(?:the\s+)?){place})*)"
    return re.compile(rf"\b(?P<places>{place}{others})\Z")
