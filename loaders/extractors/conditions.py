"""On what a demand depends: "if progress is slow", "subject to the Minister's approval".

Only for a sentence that asks: the "if" of a finding tells what goes wrong, and children are
"subject to a plan".
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued

_OPENING = re.compile(
    r"^\W*(?:(?:and|but|however),?\s+)?(?P<condition>(?:if|unless|where|when|should\s+(?=progress|the|it)"
    r"|in\s+the\s+event\s+(?:that|of)|provided\s+that)\b[^,;.]*(?:,\s+or\s+[^,;.]*)?),",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"[,;]?\s+(?P<condition>(?:if|unless|in\s+the\s+event\s+(?:that|of)|provided\s+that)\b[^,;.]*"
    r"(?:,\s+or\s+[^,;.]*)?)\W*$",
    re.IGNORECASE,
)
_AS_NEEDED = r"\b(?P<condition>(?:where|if|when)\s+<<as-needed>>)\b"
_SUBJECT_TO = (  # "subject to final approval by …"
    r"\b(?P<condition>subject\s+to\s+(?:[\w’'-]+\s+){0,4}?<<proviso>>\b[^,;.]*)"
)
_OF_A_PART = re.compile(r",|\band\b|\bor\b", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(
    r"\b(?:that|what|how|which|who|whether|when|where|escalat\w+|know)\b", re.IGNORECASE
)


def condition_of(text: str) -> str | None:
    """Return the words of the condition under which a sentence asks; None where it has none.

    What holds for a part of the demand only ("and, where appropriate, schools") is none.
    """
    opening = _OPENING.match(text)
    if opening:
        return opening["condition"].strip()
    for pattern, hidden in (
        (cued(_SUBJECT_TO), None),
        (_LATER, _CLAUSE_BEFORE),
        (cued(_AS_NEEDED), _OF_A_PART),
    ):
        found = pattern.search(text)
        if found and not (hidden and hidden.search(text, 0, found.start())):
            return found["condition"].strip()
    return None
