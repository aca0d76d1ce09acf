"""What a clause on progress names as having fared so: words of its sentence, or nothing."""

from __future__ import annotations

import re

from loaders.extractors.things import name_of
from loaders.extractors.trend_forms import after_that, names_nothing

_HANGS_ON = re.compile(
    r", (?:\w+ing|\w+ed|while|whilst|although|despite|with|through|thus|thereby|therefore) "
    r"| means? that$| such$"
    r"|,? (?:rising|falling|reducing|increasing|standing) (?:from|to|at) "
    r"|,? and (?:an? )?(?:more|better|greater|fewer|less|improved|improving|increased|reduced"
    r"|strengthened|notable|noticeable|significant|supporting|helping|ensuring|enabling|high) "
    r"|,? and an? (?:much|far) (?:keener|sharper|better|clearer|stronger) "
    r"|(?<!between) and the (?=(?:implementation|complexity|introduction|development)\b)"
    r"| (?:rising|falling|increasing|reducing)$| (?:that |which )?they \w+$"
    r"| (?:provided|given|offered|available) to them$"
)
_TO_BE = re.compile(r" (?:to be|for) \w+")
_LIST = re.compile(r"(?:the|an?|its|their) [^,]* of [\w-]+, [\w-]+ and ", re.IGNORECASE)
_CONCEDES = re.compile(r"(?:while|whilst|although|though)\b", re.IGNORECASE)
_LIST_GOES_ON = re.compile(
    r", (?!(?:which|who|where|when|and|but|or|as|with|including|such|particularly|although|while"
    r"|despite|so|leading|resulting|from|to|in|at|for|this|it|they|there|the)\b)[\w’-]+"
    r"(?: [\w’-]+){0,3}(?:,| and | or )"
)
_NO_NAME = re.compile(
    r"(?:evidence|of|and|or|too|so|not|such as|including|than|making|taking"
    r"|(?:protection|help|care|decision|an? increase in .*)$)\b"
    r"|(?:an?|the) \w+ing$|\w+ed$|any\b|picture\b|.* them\b"
    r"|(?:decisive|effective|appropriate|timely|prompt|swift) action$"
    r"|(?:specific|certain|particular)$"
    r"|.*[’']s$|(?:an? )?similar\b|how\b|.* of (?:what|how|why|where)\b|.*-$"
    r"|.* (?:requires?|has|have|had|plans to)\b"
    r"|.* that (?:the|an?|they|it)\b|.* waiting$"
    r"|\w+ed (?:the|an?|its|their)\b"
    r"|(?:set|set up|introduced|established|launched|developed|created) |.* (?:in|by) which\b"
    r"|(?:the )?(?:numbers?|proportion|percentage)s? of (?:children|young people|people)$",
    re.IGNORECASE,
)


def _with_its_verb(words: str, sentence: str) -> str:
    """Return ``words`` with the end of "waiting to be adopted", without the verb of "help to"."""
    rest = sentence[sentence.find(words) + len(words) :] if words else ""
    if words.endswith(" help") and rest.startswith(" to "):
        return words.removesuffix(" help")
    waiting = _TO_BE.match(rest) if words.endswith(" waiting") else None
    return words + waiting.group() if waiting else words


def thing_named(words: str | None, sentence: str) -> str | None:
    """Return ``words`` as a name, without a clause before it or one that hangs on after it.

    None for what is cut out of a list, or names nothing ("many improvements").
    """
    words = words or ""
    if words.startswith("how "):
        return None
    if _CONCEDES.match(sentence) and ", " in words and not _LIST.match(words):
        words = words.partition(", ")[2]
    words = after_that().split(words)[-1]
    words = _with_its_verb(_HANGS_ON.split(words, maxsplit=1)[0], sentence)
    name = name_of(words)
    if name is None or _NO_NAME.match(name) or names_nothing().fullmatch(name):
        return None
    place = sentence.find(name)
    cut = place >= 0 and _LIST_GOES_ON.match(sentence, place + len(name))
    return None if cut else name
