"""Which inspectorates a text names: joint inspections have two to four."""

from __future__ import annotations

from functools import lru_cache

from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

INSPECTORATE = "inspectorate"


def inspectorates_in(text: str) -> tuple[str, ...]:
    """Return the slugs of the inspectorates that ``text`` names, in the order of the text."""
    return tuple(dict.fromkeys(match.key for match in _matcher().find(text)))


@lru_cache(maxsize=1)
def _matcher() -> Matcher[str]:
    return Matcher(
        (name, body.slug)
        for body in vocabulary().bodies
        if body.body_type == INSPECTORATE
        for name in body.names
    )
