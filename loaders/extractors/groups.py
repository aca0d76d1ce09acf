"""Groups without a name: which of them an actor is, as the vocabulary of body types says."""

from __future__ import annotations

from loaders.records import Actor
from ontology.vocabulary import vocabulary


def group_kinds(actor: Actor) -> frozenset[str]:
    """Return what a group is: its own body type and those that it is related to; else nothing.

    "Senior leaders" are senior-leaders and leaders.  A group's label is that of its type.
    """
    if actor.body_type != "group":
        return frozenset()
    concept = vocabulary().named("body-type", actor.label)
    return frozenset((concept.slug, *concept.related)) if concept else frozenset()
