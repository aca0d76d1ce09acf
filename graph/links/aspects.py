"""What is wanted of a matter: that it be in time, reach all, be used, be joined, be staffed.

Two items about one matter can ask for unlike things of it: that return interviews be offered,
or that what they tell be used.  That it be good is no aspect: it goes with each of them.
"""

from __future__ import annotations

from functools import lru_cache

from graph.links.facts import Item
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary


@lru_cache(maxsize=1)
def _names() -> Matcher[str]:
    scheme = vocabulary().scheme("aspect")
    return Matcher([(name, aspect.slug) for aspect in scheme for name in aspect.names])


@lru_cache(maxsize=10_000)
def aspects_of(text: str) -> frozenset[str]:
    """Return the aspects that a text names (slugs); none where it only wants better."""
    return frozenset(match.key for match in _names().find(text))


def ask_for_unlike_aspects(one: Item, other: Item) -> bool:
    """Say whether each of two items names aspects, and none that the other names."""
    mine, theirs = (aspects_of(" ".join((each.text, *each.parts))) for each in (one, other))
    return bool(mine and theirs) and not mine & theirs
