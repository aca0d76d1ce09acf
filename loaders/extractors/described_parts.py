"""Parts that a sentence only describes or asks about: "why it did not consult parents".

Such words name somebody with a part, but not in what is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extractors.modals import find_modals
from loaders.extractors.posts import FoundActor

_OPEN_QUESTION = re.compile(
    r"\b(?:why|whether)\b(?:(?!\b(?:and|before|after)\b)[^,;.])*$", re.IGNORECASE
)
_IT_WAS = re.compile(
    r"\b(?:that|which|who)\s+(?:was|were|ha(?:s|ve|d)\s+been)\s+(?:[\w’'-]+\s+){0,3}$"
    r"|,\s+(?:which|who)\s+(?:is|are)\s+(?:[\w’'-]+\s+){0,3}$"
    r"|\b(?:the|these|those|existing|current)\s+(?:[\w’'-]+\s+){1,3}(?:that|which)\s+"
    r"(?:is|are)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"(?:\w+e[dn]|sent|brought|made)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[:;]|\b(?:and|or|once|when|where|if|until|unless|after|as|but|be|been|is|are))\W*$",
    re.IGNORECASE,
)


def is_only_described(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is told of, or an open question."""
    before = text[:start]
    return any(each.search(before) for each in (_OPEN_QUESTION, _IT_WAS))


def is_in_a_subject(text: str, start: int, end: int, found: Sequence[FoundActor]) -> bool:
    """Tell whether a participle says of which thing something must be: "the plan agreed by all".

    Of somebody who acts it says how: "the Council, supported by the Board, must act".
    """
    before = text[:start]
    if not _PARTICIPLE.match(text, start) or _OPENS.search(before):
        return False
    somebody = len(before.rstrip(" ,"))
    if any(each.end == somebody for each in found):
        return False
    modals = [each.start for each in find_modals(text)]
    return bool(modals) and min(modals) >= end
