"""Words that point back at another sentence: "this issue", of which theirs says nothing.

An action is read without its sentence's neighbours: "strengthen this further" is what the sentence
asks, but what "this" is stands elsewhere.
"""

from __future__ import annotations

import re

_OBJECT = re.compile(
    r"^(?:(?:\w+ly|further|better|also|not)\s+)*(?:make\s+work|continue\s+to\s+[a-z]+|[a-z]+)"
    r"(?:\s+and\s+[a-z]+)?\s+(?:on\s+|in\s+)?(?P<points>this|these|those|it|them)\b(?:\s+(?P<noun>[\w’'-]+))?",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"^(?:do\s+(?:\w+\s+){1,3}|make\s+work\s+)(?:to\s+ensure\s+(?:that\s+)?(?:it|they|this|these)\b"
    r"|on\s+(?:this|these|it|them)\b(?:$|\s+(?:in|to|so|for)\b)"
    r"|in\s+(?:this|these)\s+areas?(?:\s+of\s+\w+)?(?:$|\s+an?\s))",
    re.IGNORECASE,
)
_DO_SO = re.compile(r"(?:\w+ly\s+)*do\s+so\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:\w+ing|to|on) (?:this|these)\W*$", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"\b(?:this|these|such)\b(?! (?:as|who|which|that|of|in|year|month|week|quarter|financial"
    r"|report|inspection|letter|spring|summer|autumn|winter)\b)",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"further|also|more|to|in|by|for|and|with|so|across|at|from|on|as|within")


def points_back(action: str | None, sentence: str = "") -> bool:
    """Whether what an action does something to stands in another sentence than ``sentence``.

    "Review the plan, and update this plan": the sentence has named it.
    """
    if not action:
        return False
    if does_so(action):
        return True
    pointed = _OBJECT.match(action)
    if pointed is None:
        return bool(_WORK.match(action) or _LAST.search(action))
    noun = (pointed["noun"] or "").lower()
    named = (
        noun
        and not _NO_NOUN.fullmatch(noun)
        and len(re.findall(rf"\b{noun}", sentence.lower())) > 1
    )
    return not named


def takes_up(action: str | None) -> bool:
    """Whether an action takes up anything of another sentence: "in this area", "such work"."""
    return bool(action and (_TAKEN_UP.search(action) or points_back(action)))


def does_so(action: str) -> bool:
    """Whether an action says nothing at all without another sentence: "do so"."""
    return _DO_SO.match(action) is not None
