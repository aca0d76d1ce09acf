"""The forms of states: what is still wrong, not yet done, being put right, put right or kept up.

Each form has the progress it tells of, plain words of which its sentences hold one, and a pattern
as `trend_forms` fills it: `%slug%` stands for any word of that trend of the vocabulary.
"""

from __future__ import annotations

from loaders.extractors.trend_gains import GAINS
from loaders.extractors.trend_shortfalls import SHORTFALLS
from loaders.extractors.trend_steps import STEPS

STATES: tuple[tuple[str, tuple[str, ...], str], ...] = (*SHORTFALLS, *STEPS, *GAINS)
RENEWAL = r"\b(?:has|have) been (?:\w+ly )?(?:%renewed%)\b"
