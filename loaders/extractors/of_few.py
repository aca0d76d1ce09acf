"""Sentences that tell of one child or of a few cases, and so of no change of a service.

Words are the vocabulary's ("claim"); here is only the grammar around them.
"""

from __future__ import annotations

from loaders.extractors.assessed import is_of_one
from loaders.extractors.cues import cued

_PART_ONLY = (
    r"^(?:a (?:small )?number of|some|a few|two|three) <<claim/case>> (?:were|was) seen\b"
    r"|^(?:however, )?(?:in|for) (?:some(?: other)?|a (?:very )?(?:small |large )?"
    r"(?:number|minority|few)|one|two|three|four|five|six|seven|eight|nine|ten|several|a few) "
    r"(?:of )?(?:these |those )?<<claim/of-few>>\b"
)
_HOW_THEY_FARE = (  # those of whom one looked at the cases
    r"(?:all |most |many |the )?<<claim/served>> (?:who were )?<<claim/sampled>>\b.*"
    r"\b(?:improved <<claim/gained>>|their [\w-]+ improving)\b"
)
_STRONGER_ONES = (  # against weaker ones of the same time
    r"(?:the )?<<claim/stronger>> [\w ]{3,30}? (?:<<claim/looked-at>>|are|show)\b"
)
_SINGLE = r"\bthis <<claim/single>>\b"
_SINCE_SOMEBODY_CAME = r"\bsince (?:his|her|their) <<claim/in-post>>\b"


def is_of_one_or_few(sentence: str) -> bool:
    """Tell whether ``sentence`` speaks of one child, of a few cases, or of what is to be done."""
    if (
        is_of_one(cued(_SINCE_SOMEBODY_CAME).sub("", sentence))
        or cued(_SINGLE).search(sentence)
        or cued(_PART_ONLY).match(sentence)
        or cued(_HOW_THEY_FARE).match(sentence)
    ):
        return True
    return bool(cued(_STRONGER_ONES).match(sentence)) or sentence.startswith("to ")
