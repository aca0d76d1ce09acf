"""Bodies of the kinds of the vocabulary that serve one council: its improvement board, its MASH."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from loaders.extractors.councils import places_of
from loaders.extractors.namings import kinds_of_bodies
from loaders.records import Actor
from ontology.vocabulary import vocabulary


def local_body(council: Actor | None, kind: str) -> Actor:
    """Return the body of a kind of the vocabulary that serves ``council``.

    "safeguarding-children-board" of Exampleshire is "Exampleshire Safeguarding Children Board",
    slug "exampleshire-safeguarding-children-board".  A group keeps its bare label.
    """
    concept = vocabulary().concept("body-type", kind)
    group = concept.broader[:1] in (("group",), ("people",), ("sector",))
    place = next(iter(places_of(council)), "")
    label = concept.label if group or not place else f"{place} {concept.label}"
    slug = f"{council.body}-{kind}" if council and council.body else kind
    return Actor(
        kind="body",
        label=label,
        body=slug,
        body_type="group" if group else kind,
        serves=council.body if council else None,
    )


def without_a_name(council: Actor | None, kind: str) -> Actor:
    """Return the body of a kind of which a document never prints more than the kind's words."""
    return replace(local_body(council, kind), label=vocabulary().concept("body-type", kind).label)


@lru_cache(maxsize=1)
def local_kinds() -> frozenset[str]:
    """Return the kinds of bodies that serve one council's area."""
    return frozenset(concept.slug for kind, concept in kinds_of_bodies() if kind == "local")
