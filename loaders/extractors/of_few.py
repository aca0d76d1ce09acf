"""Sentences that tell of one child or of a few cases, and so of no change of a service."""

from __future__ import annotations

import re

from loaders.extractors.assessed import is_of_one

_PART_ONLY = re.compile(
    r"^(?:a (?:small )?number of|some|a few|two|three) (?:examples|cases) (?:were|was) seen\b"
    r"|^(?:however, )?(?:in|for) (?:some(?: other)?|a (?:very )?(?:small |large )?"
    r"(?:number|minority|few)|one|two|three|four|five|six|seven|eight|nine|ten|several|a few) "
    r"(?:of )?(?:these |those )?"
    r"(?:cases|instances|examples|children|families|young people|care leavers)\b",
    re.IGNORECASE,
)
_HOW_THEY_FARE = re.compile(  # those of whom one looked at the cases
    r"(?:all |most |many |the )?(?:children|young people|families|care leavers) (?:who were )?"
    r"(?:seen|sampled|tracked|visited)\b.*"
    r"\b(?:improved (?:outcomes|experiences|progress)|their [\w-]+ improving)\b",
    re.IGNORECASE,
)
_STRONGER_ONES = re.compile(  # against weaker ones of the same time
    r"(?:the )?(?:stronger|better|best|strongest) [\w ]{3,30}? "
    r"(?:seen|sampled|reviewed|are|show)\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"\bthis (?:child|family|young person|case|girl|boy)\b", re.IGNORECASE)
_SINCE_SOMEBODY_CAME = re.compile(
    r"\bsince (?:his|her|their) (?:arrival|appointment)\b", re.IGNORECASE
)


def is_of_one_or_few(sentence: str) -> bool:
    """Tell whether ``sentence`` speaks of one child, of a few cases, or of what is to be done."""
    if (
        is_of_one(_SINCE_SOMEBODY_CAME.sub("", sentence))
        or _SINGLE.search(sentence)
        or _PART_ONLY.match(sentence)
        or _HOW_THEY_FARE.match(sentence)
    ):
        return True
    return bool(_STRONGER_ONES.match(sentence)) or sentence.startswith("to ")
