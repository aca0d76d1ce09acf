"""Room for words in a picture: how wide they run, and where to break or cut them."""

from __future__ import annotations

import textwrap
from typing import Final

CHARACTER: Final = 6.6
"""Mean width of a character at 12 px in the pages' fonts, in px; a little more than most need."""


def width_of(text: str) -> float:
    """Return about how many px a text takes at 12 px."""
    return CHARACTER * len(text)


def cut(text: str, characters: int) -> str:
    """Return a text of at most so many characters, with "…" where it was cut."""
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"


def lines_of(text: str, characters: int, most: int) -> tuple[str, ...]:
    """Return a text broken into at most so many lines; the last ends in "…" where it was cut."""
    found = textwrap.wrap(text, characters) or [""]
    if len(found) > most:
        found = [*found[: most - 1], cut(" ".join(found[most - 1 :]), characters)]
    return tuple(found)
