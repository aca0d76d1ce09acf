"""Groups without a name: which of them an actor is, as the vocabulary of body types says."""

from __future__ import annotations

from loaders.records import Actor
from ontology.vocabulary import vocabulary

GROUP = "group"
LEADERS = frozenset({"leaders", "managers"})
COUNCIL = "council"


def group_kinds(actor: Actor) -> frozenset[str]:
    """Return what a group is: its own body type and those that it is related to; else nothing.

    "Senior leaders" are senior-leaders and leaders.  A group's label is that of its type.
    """
    if actor.body_type != GROUP:
        return frozenset()
    concept = vocabulary().named("body-type", actor.label)
    return frozenset((concept.slug, *concept.related)) if concept else frozenset()


def leads(actor: Actor) -> bool:
    """Whether this is a group of leaders or managers without a name of its own."""
    return not group_kinds(actor).isdisjoint(LEADERS)


def is_body(actor: Actor) -> bool:
    """Whether this is a body with a name: no group, and nobody's post."""
    return actor.kind == "body" and actor.body_type != GROUP


def is_council(actor: Actor) -> bool:
    """Whether this is a council, of the register or not; a post at one is none."""
    body = vocabulary().body(actor.body) if actor.body else None
    kind = body.body_type if body else actor.body_type
    return actor.kind == "body" and kind == COUNCIL


def is_local(actor: Actor) -> bool:
    """Whether this is a body of one area: a council, or a board or trust that serves one."""
    body = vocabulary().body(actor.body) if actor.body else None
    return actor.serves is not None or (body is not None and body.body_type == COUNCIL)
