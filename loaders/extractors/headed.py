"""Whom the heading of a part of a list names: "For the Council", "Exampleshire Police"."""

from __future__ import annotations

from loaders.extractors.actors import ActorFinder
from loaders.extractors.cues import cued
from loaders.records import Actor

_BEFORE = r"(?:<<heading/items-for>> )?(?:(?:for|to) )?(?:the )?"


def actor_of_heading(words: str, finder: ActorFinder) -> Actor | None:
    """Return the one actor that a heading names, where it says nothing else."""
    found = finder.find(words)
    if len(found) != 1:
        return None
    before, after = words[: found[0].start], words[found[0].end :]
    alone = cued(_BEFORE).fullmatch(before) and not after.strip(" .:")
    return found[0].actor if alone else None
