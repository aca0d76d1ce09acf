"""Pieces that the forms of `trend_states` share: adverbs, and what a measure has once it works."""

from __future__ import annotations

TIMES = r"(?:now |also |still |currently |\w+ly )*"
HOW = r"(?:an? )?(?:\w+(?:ly)? (?:and |but )?){0,2}"
EFFECT = (
    r"(?:(?:had|have|having) (?:(?:an?|the|any|much|enough|(?!%harmful%)[a-z-]+) ){0,4}%impact%"
    r"|(?:been )?%has-effect%"
    r"|(?:led to|lead to|result(?:ed)? in|brought about) [^,;.]{0,60}?"
    r"(?:%improvement%|improv\w+|better|more|chang\w+|reduc\w+|increas\w+|rise|consisten\w+))\b"
)
WORKED = EFFECT.replace("%has-effect%", "%has-worked%")
