"""Bodies of the register as actors, each under its official name."""

from __future__ import annotations

from loaders.records import Actor
from ontology.vocabulary import Body, vocabulary

OFSTED = Actor(kind="body", label="Ofsted", body="ofsted")
DEPARTMENT = "department-for-education"  # slug


def registered_actor(body: Body) -> Actor:
    """Return a body of the register as an actor."""
    return Actor(kind="body", label=body.label, body=body.slug)


def registered(slug: str | None) -> Actor | None:
    """Return the body with a slug as an actor, None where the register lacks it."""
    body = vocabulary().body(slug or "")
    return registered_actor(body) if body else None
