"""People whom somebody may have to hear: children in care, parents, families.

They are no bodies that act, so `ActorFinder` does not find them; they count only where a sentence
wants them consulted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.extractors.actors import FoundActor, local_body
from loaders.records import Actor
from ontology.matching import any_of
from ontology.vocabulary import Concept, vocabulary

PEOPLE = "people"


def people_named(
    text: str, actors: Sequence[FoundActor], council: Actor | None
) -> tuple[FoundActor, ...]:
    """Return the people whom a sentence names, in order.

    ``actors`` are the bodies that it names: the Children in Care Council is no children in care.
    """
    named = (
        (*match.span(), " ".join(match.group().lower().replace("-", " ").split()))
        for match in _names().finditer(text)
    )
    return tuple(
        FoundActor(start, end, local_body(council, _kinds()[name].slug))
        for start, end, name in named
        if not any(each.start < end and start < each.end for each in actors)
    )


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Concept]:
    return {
        name.lower().replace("-", " "): concept
        for concept in vocabulary().scheme("body-type")
        if concept.broader == (PEOPLE,)
        for name in concept.names
    }


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_kinds())}(?![\w’'-])", re.IGNORECASE)
