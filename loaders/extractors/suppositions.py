"""What a sentence only supposes, asks, wishes or tells of some cases, and does not state."""

from __future__ import annotations

from loaders.extractors.cues import cued

_HYPOTHESIS = (
    r"\b(?:if|when|where|until|unless|(?<!the )(?<!a )once|(?<!than )before|how|why|because"
    r"|such as|can(?! be seen)"
    r"|as (?:they|their|children|the child))\b[^,;.]*$"
    r"|\bthe [a-z]+ they $"
    r"|\b(?:whether|so that|how effectively|how well)\b[^;.]*$"
    r"|\bwho (?:\w+ly )?$|\bwhat $|\bwhose\b(?: [\w’'-]+){0,3} ?$"
    r"|^(?:if|when|where|until|unless|once)\b"
    r"(?!(?<!if)(?<!until)(?<!unless)[^,]* <<claim/opens-clause>>\b[^,]*, (?!(?:and|or|but)\b))"
    r"(?!.*, (?:the|this|these|there|it|they|an?|leaders|managers|staff)\b)"
    r"|\b(?:ensur(?:e|es|ed|ing)|assur(?:e|es|ed|ing) (?:itself|themselves)) that\b"
    r"(?:(?! and (?:$|(?:has|have|this|it|they)\b))[^,;.])*$"
    r"|\b(?:in the context of|to (?:address|manage|respond to)) (?:the |an? )?$"
    r"|\b(?:despite|in spite of|notwithstanding|reasons? for)\b[^,;.]*$"
    r"|\bin (?:some|several|a few|individual) (?:individual )?cases(?: \w+){0,3},"
    r"(?! (?:but|although|though|while)\b)[^,;.]*$"
    r"|\bin (?:most|many|the majority of) (?:individual )?cases, (?:children|families|their)\b"
    r"[^,;.]*$"
    r"|\belsewhere\b[^;.]*$"
    r"|\bso (?:the )?(?:family|families|child|children|parents)\b[^;.]*$"
    r"|\bexamples? of\b(?:(?!\b(?:has|have)\b)[^,;.])*$"
    r"|\b(?:do|does|did) not <<claim/bears-out>>\b[^;.]*$"
    r"|\b(?:limited|little|no|insufficient|not enough|lack of) (?:\w+ )?evidence\b[^;.]*$"
)
_SHOWS_HOW = r"\b<<claim/shows-how>>\b"


def is_supposed(before: str) -> bool:
    """Tell whether what follows ``before`` in its sentence is a condition, a question or a wish."""
    told = cued(_SHOWS_HOW).sub(lambda shown: shown.group().removesuffix(" how"), before)
    return cued(_HYPOTHESIS).search(told) is not None
