"""Texts compared without quotation marks, dashes, case and spacing."""

from __future__ import annotations

import re
import unicodedata


def words(text: object) -> str:
    """Return the words of a text, as far as two transcriptions of one print agree."""
    folded = unicodedata.normalize("NFKD", str(text)).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", folded))
