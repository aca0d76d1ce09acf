"""Actors found in a text, and their posts: chairs, deputies, officers of other bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.extractors.cues import cued
from loaders.extractors.groups import GROUP
from loaders.records import Actor
from ontology.vocabulary import Concept, vocabulary

OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
DEPUTY = r"\b<<naming/deputy>>[\s-]+$"
CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class FoundActor:
    """An actor named at ``text[start:end]``."""

    start: int
    end: int
    actor: Actor


def or_deputy(text: str, found: FoundActor) -> FoundActor:
    """Return ``found``, or who only deputises for it: the Deputy Chair is not the Chair."""
    deputy = cued(DEPUTY).search(text, 0, found.start) if found.actor.role else None
    if deputy is None:
        return found
    title = " ".join(text[deputy.start() : found.end].split())
    return FoundActor(deputy.start(), found.end, Actor("role", title[0].upper() + title[1:]))


def with_bodies_of_posts(text: str, found: Sequence[FoundActor]) -> tuple[FoundActor, ...]:
    """Join "Chair" and the body that follows it to the post of its chair, and so other posts.

    The chief executive of a health board is not the council's.
    """
    joined: list[FoundActor] = []
    for each in found:
        last = joined[-1] if joined else None
        if last and _is_at(last, each) and OF.fullmatch(text, last.end, each.start):
            role = vocabulary().concept("role", last.actor.role or CHAIR)
            joined[-1] = FoundActor(last.start, each.end, post_at(role, each.actor))
        else:
            joined.append(each)
    return tuple(joined)


def _is_at(post: FoundActor, at: FoundActor) -> bool:
    """Tell whether a post may be one at a body; that of a council is no council's but its own."""
    named = at.actor.kind == "body" and at.actor.body_type != GROUP
    elsewhere = post.actor.kind == "post" and post.actor.body != at.actor.body
    return (post.actor.role == CHAIR and at.actor.kind == "body") or (named and elsewhere)


def post_at(role: Concept, body: Actor) -> Actor:
    """Return the post of ``role`` at ``body``, by the name that it has at bodies of its kind.

    The chair of a safeguarding board is its own role.
    """
    own_names = (
        narrower
        for narrower in vocabulary().scheme("role")
        if role.slug in narrower.broader and body.body_type in narrower.related
    )
    named = next(own_names, role)
    return replace(body, kind="post", label=named.label, role=named.slug)
