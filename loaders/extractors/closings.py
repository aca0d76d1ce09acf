"""How a letter ends: the words before the signature, from the vocabulary.

"Yours sincerely" ends a letter wherever a line begins with it; "Regards" only where it is all that
a line prints.
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued

_FORMAL = r"\W*<<heading/closing>>\b"
_INFORMAL = r"\W*<<heading/informal-closing>>[\s,.!]*$"


def closing_of(text: str) -> re.Match[str] | None:
    """Return the closing with which a line or paragraph begins, None where it has none."""
    return cued(_FORMAL).match(text) or cued(_INFORMAL).match(text)


def without_closing(text: str) -> str:
    """Return what stands after a closing ("Yours sincerely Ann Example")."""
    found = closing_of(text)
    return text[found.end() :] if found else text
