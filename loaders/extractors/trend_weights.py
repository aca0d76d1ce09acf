"""Words beside a change that tell how much of it there is: "hardly improved", "patchy progress".

A change of which there is hardly any is not enough of it; what has hardly become worse is none.
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.word_patterns import Found

_GOOD = frozenset(("improved", "some-progress", "met", "maintained"))
_BETTER = frozenset(("improved", "some-progress", "met"))
_HARDLY = r"\b<<trend/hardly>>\b(?! by little\b)"
_HARDLY_BEFORE = r"\b<<trend/hardly>> $"
_DENIED_FIRST = (  # "there has not been a shift", "is hardly beginning to": no form of its own
    r"(?:there )?(?:has|have|is|are) (?:\w+ )?(?:not(?! only\b)|<<trend/hardly>>)\b"
)
_DENIED_BEFORE = (
    r"\b(?:has|have|is|are|been) (?:\w+ )?(?:not(?! only\b)|<<trend/hardly>>) (?:\w+ly )?$"
)
_HARDLY_DONE = (  # of its own clause: "relationships have hardly been repaired"
    r"(?<!who )(?<!that )(?<!which )\b(?:has|have|is|are) (?:also |now )?<<trend/hardly>> "
    r"(?:been |now |all )*\w+(?:ed|en|ne|lt|wn)\b"
)
_OF_NONE = (  # "not all shortfalls", "none of the plans": the subject of a clause
    r"(?:^|[,;:] (?:but |and |while |although |though )?)(?:however, )?<<trend/not-all>>\b"
    r"(?:(?! and | but )[^,;:])*$"
)
_HARDLY_NEXT = (
    r",? (?:but |and |though |if )?(?:only )?<<trend/hardly>>(?=[,;.]| (?:since|in|for|over)\b|$)"
)
_HARDLY_ANY = (
    r"(?<!a )\b<<trend/hardly-any>> (?:(?!and\b|or\b|but\b)[\w-]+ ){0,2}<<trend/improvement>>\b"
)
_UNEVEN = r"\b<<trend/uneven>> (?:(?!and\b|or\b|but\b)[\w-]+ ){0,2}<<trend/improvement>>\b"
_UNEVENLY_NEXT = (
    r",? (?:but |and |though |if )?(?:only )?<<trend/uneven>>(?=[,;.]| (?:since|in|for|over)\b|$)"
)
_OVERALL = re.compile(r"\boverall\b", re.IGNORECASE)
_OVERALL_CLAUSE = re.compile(r"\boverall,? (?:(?!but|yet|although)\w+ ){1,3}$", re.IGNORECASE)
_BESIDE = 30  # characters before a word for becoming better in which another belongs to it


def what_is_left(progress: str, sentence: str, start: int, end: int) -> str | None:
    """Return ``progress`` told at ``start`` to ``end``, weighed by the words beside it.

    "Hardly any progress" is not enough of it, "has hardly worsened" tells of none, and "uneven
    progress" is some.
    """
    after, beside = sentence[end:], sentence[max(start - _BESIDE, 0) : end]
    within = cued(_HARDLY).search(sentence, start, end) or cued(_OF_NONE).search(sentence[:end])
    if within or cued(_HARDLY_NEXT).match(after) or cued(_HARDLY_BEFORE).search(sentence[:start]):
        return None if progress == "declined" else "insufficient-progress"
    return _how_much_of(progress, beside, after)


def state_weighed(progress: str, sentence: str, found: Found) -> str:
    """Return the ``progress`` of a state as words before, within and after it weigh it.

    "There has not been a shift" and "none of the plans have been updated" are not enough of it.
    """
    if progress not in _GOOD:
        return progress
    first = cued(_DENIED_FIRST).match(sentence, found.start)
    before, until = sentence[: found.start], sentence[: found.end]
    of_none = progress != "some-progress" and cued(_OF_NONE).search(until)
    hardly = cued(_HARDLY_DONE).search(sentence, found.start, found.end)
    if first or of_none or hardly or cued(_DENIED_BEFORE).search(before):
        return "insufficient-progress"
    beside = sentence[max(found.start - _BESIDE, 0) : found.end]
    return _how_much_of(progress, beside, sentence[found.end :])


def _how_much_of(progress: str, beside: str, after: str) -> str:
    """Return ``progress`` weighed by words ``beside`` its noun and ``after`` it."""
    if progress not in _BETTER:
        return progress
    if cued(_HARDLY_ANY).search(beside):
        return "insufficient-progress"
    uneven = cued(_UNEVEN).search(beside) or cued(_UNEVENLY_NEXT).match(after)
    return "some-progress" if uneven else progress


def is_overall(sentence: str, start: int, progress: str) -> bool:
    """Tell whether bad news at ``start`` is on the whole: "overall the pace is too slow"."""
    if progress == "declined":
        return bool(_OVERALL.search(sentence))
    return bool(_OVERALL_CLAUSE.search(sentence, 0, start))
