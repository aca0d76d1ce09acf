"""What a clause on progress names as having fared so: words of its sentence, or nothing.

Words are the vocabulary's ("thing"); here is only the grammar around them.
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.things import name_of
from loaders.extractors.trend_forms import after_that, names_nothing

_HANGS_ON = (
    r"(?-i:, (?:\w+ing|\w+ed|while|whilst|although|despite|with|through|thus|thereby|therefore) "
    r"| <<thing/means>> that$| such$"
    r"|,? <<thing/moving>> (?:from|to|at) "
    r"|,? and (?:an? )?(?:more|fewer|less|<<thing/beside-it>>) "
    r"|,? and an? (?:much|far) <<thing/and-better>> "
    r"|(?<!between) and the (?=<<thing/step>>\b)"
    r"| <<thing/moves>>$| (?:that |which )?they \w+$"
    r"| <<thing/given>> to them$"
    r"|(?: \w+ly)? into (?:an?|one|two|three|four|its|their|the) "
    r"| for (?:\w+ )?(?:children|people|families) to \w+$)"
)
_WHO_LEADS_LAST = r"(?P<before>.+) (?:the|its) <<trend/who-leads>>$"
_CLOSED = {"‘": "’", "“": "”"}
_TO_BE = re.compile(r" (?:to be|for) \w+")
_LIST = re.compile(r"(?:the|an?|its|their) [^,]* of [\w-]+, [\w-]+ and ", re.IGNORECASE)
_CONCEDES = re.compile(r"(?:while|whilst|although|though)\b", re.IGNORECASE)
_LIST_GOES_ON = re.compile(
    r", (?!(?:which|who|where|when|and|but|or|as|with|including|such|particularly|although|while"
    r"|despite|so|leading|resulting|from|to|in|at|for|this|it|they|there|the)\b)[\w’-]+"
    r"(?: [\w’-]+){0,3}(?:,| and | or )"
)
_NO_NAME = (
    r"(?:of|and|or|too|so|not|such as|than|<<thing/begins-no-name>>"
    r"|(?:<<thing/halved-name>>|an? <<thing/more-in>> .*)$)\b"
    r"|(?:an?|the) \w+ing$|\w+ed$|any\b|<<thing/picture>>\b|.* them\b"
    r"|<<thing/swift>> <<thing/action>>$"
    r"|<<thing/particular-one>>$"
    r"|.*[’']s$|(?:an? )?<<thing/similar>>\b|how\b|.* of (?:what|how|why|where)\b|.*-$"
    r"|.* (?:has|have|had|<<thing/cut-off>>)\b"
    r"|.* that (?:the|an?|they|it)\b|.* <<thing/waiting>>$"
    r"|\w+ed (?:the|an?|its|their)\b"
    r"|<<thing/set-up>> |.* (?:in|by) which\b"
    r"|(?:the )?<<thing/count>> of <<thing/counted-ones>>$"
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
    words = _with_its_verb(cued(_HANGS_ON).split(words, maxsplit=1)[0], sentence)
    name = name_of(words)
    if name is None or cued(_NO_NAME).match(name) or names_nothing().fullmatch(name):
        return None
    last = cued(_WHO_LEADS_LAST).match(name)
    if last and not cued(r"\b<<thing/links>>$").search(last["before"]):
        return None  # "the number of families the trust": what follows is its verb
    place = sentence.find(name)
    if place > 0 and sentence[place - 1] in _CLOSED and _CLOSED[sentence[place - 1]] in name:
        place, name = place - 1, sentence[place - 1] + name
    cut = place >= 0 and _LIST_GOES_ON.match(sentence, place + len(name))
    return None if cut else name
