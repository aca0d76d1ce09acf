"""The bodies of which a document's facts tell: whoever acts, oversees, judges or has a post there.

Collectives without a name ("partners", "schools") are no bodies, and one that a sentence only
mentions has no part in a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from loaders.extractors.actors import local_body
from loaders.extractors.registered import registered_actor
from loaders.records import Actor, Findings
from ontology.vocabulary import vocabulary

COLLECTIVES = frozenset(("group", "safeguarding-partners"))  # several bodies together
MENTIONED = "printed"  # the field of a duty that holds actors with no part in it


def bodies_told(findings: Findings) -> tuple[Actor, ...]:
    """Return the bodies, each once: the one concerned and the publisher first."""
    inspection = findings.inspection
    inspectorates = inspection.inspected_by if inspection else ()
    told = (
        *filter(None, (findings.concerns, findings.publisher)),
        *findings.bodies,
        *(Actor(kind="body", label=slug, body=slug) for slug in inspectorates),
        *_actors_in(findings),
    )
    bodies: dict[str, Actor] = {}
    for actor in told:
        body = body_of(actor)
        if body and body.body and body.body_type not in COLLECTIVES:
            bodies.setdefault(body.body, body)
    return tuple(bodies.values())


def body_of(actor: Actor) -> Actor | None:
    """Return the body that an actor is, or at which a post is; None for a role."""
    if actor.body is None:
        return None
    known = vocabulary().body(actor.body)
    if known and (actor.kind != "body" or actor.label == known.slug):
        return registered_actor(known)
    if actor.kind == "body":
        return actor
    council = vocabulary().body(actor.serves or "")
    if actor.kind != "post" or council is None or actor.body_type is None:
        return None
    body = local_body(registered_actor(council), actor.body_type)
    return body if body.body == actor.body else None


def _actors_in(found: object) -> Iterator[Actor]:
    if isinstance(found, Actor):
        yield found
    elif isinstance(found, tuple):
        for each in found:
            yield from _actors_in(each)
    elif is_dataclass(found) and not isinstance(found, type):
        for field in fields(found):
            if field.name != MENTIONED:
                yield from _actors_in(getattr(found, field.name))
