"""What a sentence says has become of something; what holds of one child is no such thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

OF_ONE = re.compile(
    r"\b(?:he|she|(?:his|her)(?! (?:leadership|senior|management|new)\b)|him|my|child [A-Z]"
    r"|(?<!voice of )(?<!voices of )(?<!views of )(?<!needs of )(?<!experience of )"
    r"(?<!perspective of )(?<!wishes of )"
    r"the (?:child(?! or young| and family| (?:sexual|protection|death|criminal|exploitation|in)\b"
    r"|[’']s (?:voice|lived|allocated|social work|plan|needs|views|wishes"
    r"|experience|journey|record|perspective|file|permanen))|boy|girl|mother"
    r"|father|young person)"
    r"|one (?:child|young person|family))\b|[‘“\"](?:I|My|We)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a sentence says has become of something, and of what in its own words, if it says.

    ``sought`` is whether the thing, where it is None, may still be named elsewhere in the sentence.
    """

    progress: str
    thing: str | None = None
    sought: bool = field(default=False, compare=False)
