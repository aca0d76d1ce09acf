"""What a change is worth: of burdens less is better, of gains more, by the vocabulary's words."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extractors.changes import is_at_fault, is_denied
from loaders.extractors.trend_forms import measure
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

_AMID = re.compile(
    r", (?:at|with|despite|in|which)\b"
    r"|, (?:and )?(?:reduced|increased|improved|smaller|fewer|more)\b|, and (?:the|an?|its|their)\b"
)
_COUNT = re.compile(
    r"(?:the |overall )*(?:numbers?|rates?|proportions?|percentages?|use|volumes?) of\b", re.I
)
_USE = re.compile(r"(?:the )?use of\b", re.IGNORECASE)  # may be better, and not only more
_HEAD = re.compile(r"(?P<head>[\w-]+) (?:of|in|to|for|on|over|from) (?:[\w’-]+ )*$")
_NUMBER_OF = re.compile(
    r"(?:the )?(?:(?:numbers?|proportion|percentage)s? of|(?:those|children|young people)"
    r" (?:who|with|on|subject|becoming|placed))\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[;.]| (?:when|but|although|while)\b")


def valued(meaning: str, words: str | None, denied: bool) -> str | None:
    """Return what a change of this ``meaning`` is worth, of what ``words`` say."""
    head = _AMID.split((words or "").partition(" that ")[0])[0]
    worth = "burdens" if is_at_fault(words or "") else worth_of(head)
    if meaning == "worse" and (worth == "burdens" or _COUNT.match(head)):
        meaning = "less"
    if meaning == "better" and worth is None and _COUNT.match(head) and not _USE.match(head):
        return None
    if meaning in ("less", "more"):
        if worth is None:
            return None
        meaning = "better" if (worth == "gains") == (meaning == "more") else "worse"
    if denied:
        return "insufficient-progress" if meaning == "better" else None
    return "improved" if meaning == "better" else "declined"


def whole_count(rest: str) -> str | None:
    """Return the clause with which ``rest`` says what is counted, None where it counts nothing.

    "The number of care leavers it is in touch with" is as good as the whole of it.
    """
    counted = rest.lstrip()
    return _CLAUSE_ENDS.split(counted)[0] if _NUMBER_OF.match(counted) else None


def worth_of(words: str) -> str | None:
    """Return whether ``words`` begin with something of which less is better, or more."""
    if is_at_fault(words):
        return "burdens"
    found = next(iter(burdens_and_gains().find(words)), None)
    if found is None:
        return None
    owned = _HEAD.search(words[: found.start])  # "ownership of risks" is no burden
    return None if owned and not measure().fullmatch(owned["head"]) else first_worth(words)


def first_worth(words: str) -> str | None:
    """Return what the first burden or gain in ``words`` is; a gain that is denied is a burden."""
    found = next(iter(burdens_and_gains().find(words)), None)
    if found is None:
        return None
    return "burdens" if found.key == "gains" and is_denied(words, found.start) else found.key


@lru_cache(maxsize=1)
def burdens_and_gains() -> Matcher[str]:
    """Return what finds burdens and gains in words, each with which of the two it is."""
    return Matcher(
        (cue, slug)
        for slug in ("burdens", "gains")
        for cue in vocabulary().concept("matter", slug).cues
    )
