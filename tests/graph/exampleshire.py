"""A store that holds the invented council's story (tests/graph/data), as often as wanted."""

from __future__ import annotations

from pathlib import Path

from graph import MEMORY, Store, open_store

STORY = Path(__file__).parent / "data" / "exampleshire.trig"
PLACES = ("exampleshire", "otherton", "ann-lead")


def story_store(copies: int = 1) -> Store:
    """Return a store in memory with the story, and with copies of it about other councils."""
    store = open_store(MEMORY)
    story = STORY.read_text(encoding="utf-8")
    for number in range(copies):
        told = story
        for place in PLACES:
            told = told.replace(place, f"{place}{number or ''}")
        with store.transaction() as changes:
            changes.load(told.replace("<graph/links>", "<graph/story-links>").encode(), "trig")
    return store


def short(value: object) -> object:
    """Return a cell of an answer with IRIs cut down to type and slug."""
    base = "http://localhost:8000/id/"
    if isinstance(value, tuple):
        return tuple(short(each) for each in value)
    return value.removeprefix(base) if isinstance(value, str) else value
