"""The area of a progress fact as one whole noun phrase, or none.

What other modules take for what has fared so is looked at once more beside its sentence: the
change itself does not belong to it ("reduction in moves"), nor does what a sentence goes on with
("and stronger planning"); what was cut off is put back, and what does not say of what it is, or is
only the cause, is left out.
"""

from __future__ import annotations

import re

from loaders.extractors.claims import without_wishes
from loaders.extractors.councils import council_named, places_of
from loaders.extractors.cues import cued
from loaders.extractors.noun_groups import first_subject
from loaders.extractors.things import name_of
from loaders.extractors.trend_forms import names_nothing

_BETTER = (
    r"(?:(?:much|far|even|significantly) )?(?:<<area-name/comparative>>"
    r"|(?:more|less|further) <<area-name/how>>(?: and <<area-name/how>>)?)"
)
_HEAD = (
    rf"^(?:(?:<<area-name/making>> )?(?:an? |the )?{_BETTER}(?: and {_BETTER})? (?=\w)"
    r"|(?:the |an? )?<<area-name/of-change>> (?:in|to|of) (?=\w)"
    r"|(?:<<area-name/changing>>|<<area-name/to-do>>) (?=\w)|well \w+ed,? and (?=\w)"
    r"|\w+ed (?:the|an?|its|their) [^,]*, [^,]* and (?=[\w-]+$)"
    r"|[^,]* requires? improvement, (?:and|but) (?=\w))"
)
_TAIL = (
    rf",? and (?:an? )?(?:{_BETTER}|<<area-name/praised>>) (?=\w)"
    r"| and an? number of [\w ]+ \w+ing\b"
    r"|,? and (?:an? )?(?:\w+ )?<<area-name/of-change>> (?:in|to|of)\b"
    r"| in an? [\w-]+ (?:way|manner|fashion)$| to one of .*| to avoid .*| increasing (?:the|its) .*"
    r"| with (?:additional|extra)\b.*| <<area-name/seen>>$"
)
_TO_A_LEVEL = re.compile(r" to an? [\w-]+ level$")
_FULL = (
    r"(?:the )?pace of (?:implementing )?(?:the )?(?:required )?<<thing/vague>>\b.*"
    r"|(?:the )?progress (?:being )?made\b.*|(?:[\w-]+ )?(?:progress|improvements?)"
    r"|closing (?:the |these )?gaps? (?:to|in)\b.*"
    r"|actions?(?: (?:being )?taken)?(?: to (?:address|tackle|remedy) (?:the |these )?"
    r"<<thing/fault>>)?"
    r"|.* (?:for|of|to) (?:many|some|most|all|several|few|others)"
    r"|(?:the |an? )?(?:effective |current |existing |new )?<<area-name/empty-head>>"
    r" (?:in place|(?:that|which) (?:already |now |is |are )*\w+(?:s|ed|ing)\b.*)"
    r"|(?:the )?<<area-name/empty-head>> (?:(?:that|which) )?(?:they|it) (?:have |has )?\w+"
    r"|(?!.*\b(?:who|that|which|whose|where|when|how|it|they)\b).*"
    r"\b(?:is|are|was|were|has|have|had)\b.*"
    r"|(?:an? )?similar\b.*|even\b.*|.* (?:below|above)|often|always|sometimes"
    r"|(?:<<somebody/of-people>> )*<<somebody/people>> (?:\w+ly )?<<attribution/telling>>"
    r"|(?:the |its )?<<somebody/organisation>>"
    r"|.*\b(?:within|at|during|on|through) which(?: \w+){1,3}"
    r"|(?:an? (?:wide |broad )?range of |several |many |some |most |all |a number of |the )*"
    r"(?:(?!(?:of|with|to|for|between|by|from|in|on|across|the)\b)[\w’-]+,? ){0,6}"
    r"<<somebody/partner>>(?:,? (?:such as|including|who)\b.*)?"
    r"|(?:the )?impact (?:in|on|of) (?:driving |making )?<<thing/vague>>"
    r"|(?:several|some|many|a number of) (?:areas|aspects) at\b.*|.* brought on by\b.*"
)
_WHICH_ONE = r"^(?:(?:an?|the|its|their) )?(?:<<area-name/which-one>> )*"
_CAUSE = (
    r"\b(?:(?:along|together|combined|coupled) with|alongside|due to|because of|as a result of)"
    rf" (?:the |an? |its |their )?(?:{_BETTER}|<<area-name/changing>>) $"
)
_FOR_THESE = r"[^,;.]*\bthese (?:young )?<<somebody/served>>"
_OF_SOME_ONLY = (  # the sentence speaks of these alone, though the name does not say so
    r"\bfor (?:young )?<<somebody/served>> (?:with|who)\b[^,;.]* (?:resulted in|led to) (?:\w+ )?$"
    r"|\bthe (?:young )?<<somebody/served>>(?! (?:who|in|with|of|and|for))[^;.]*, but (?:\w+ly )?$"
)
_RESULT_OF_EXAMPLE = re.compile(r"\binclude(?:s|d)?: .*\b(?:leading to|resulting in)\b[^;:]*$")
_VERB_BEFORE = re.compile(r", (?:and|or) (?:is|are|was|were) (?:\w+ )?\w+ing, $")
_ONE_OR_OTHER = re.compile(r"[\w-]+ or [\w-]+")
_CONCEDED = re.compile(r"\b(?:although|though|while|whilst)\b[^,;]* (?:in|to|of|with) $", re.I)
_NEXT_OF_LIST = re.compile(r"[\w’ -]{1,40}(?:, | and | or )")
_PARTICIPLE = re.compile(r"^(?:\w+, )?(?:\w+ly )?(?:better|\w+ed) $", re.IGNORECASE)
_TO_BE = re.compile(r" (?:to be|for) \w+")
_POINTING = re.compile(r"\b(?:this|these|those|how) $", re.IGNORECASE)
_ENDS = re.compile(r"\W*$|[,.;:]| (?:to|in order|so that|for|that|and|by|through)\b")
_QUOTES = ("‘", "'")
_QUOTED_PART = re.compile(r"[’'] \w")


def area_named(name: str | None, sentence: str) -> str | None:
    """Return ``name``, words of ``sentence``, as a whole noun phrase; None where it is none.

    Nothing is better than words that are cut, or that are not what the sentence speaks of.
    """
    if name is None:
        return None
    name = _bounded(name, sentence)
    place = sentence.find(name)
    if place >= 0 and _is_cut_or_cause(name, sentence, place):
        return None
    bare = _without_change(name)
    if bare is None or cued(_FULL).fullmatch(bare) or _is_place(bare) or _are_bare(bare):
        return None
    return bare


def _bounded(name: str, sentence: str) -> str:
    """Return ``name`` with what belongs to it, and without what begins another clause."""
    place = sentence.find(name)
    before, rest = sentence[: max(place, 0)], sentence[place + len(name) :] if place >= 0 else ""
    if name.endswith(" help") and rest.startswith(" to "):
        return name.removesuffix(" help")
    if name.endswith(" waiting") and (waiting := _TO_BE.match(rest)):
        return name + waiting.group()
    if rest.startswith(" and ") and _PARTICIPLE.match(before):
        subject = first_subject(sentence) or ""
        return subject[subject.index(name) :] if name in subject else name
    first, _, more = name.partition(", ")
    if more and _CONCEDED.search(before) and not _NEXT_OF_LIST.match(more):
        return first
    return name


def _is_cut_or_cause(name: str, sentence: str, place: int) -> bool:
    """Tell whether ``name`` is but a piece of what stands there, or why something changed."""
    before, rest = sentence[:place], sentence[place + len(name) :]
    if "-" in name and before.endswith(_QUOTES) and _QUOTED_PART.match(rest):
        return True  # "a ‘whole-council’ commitment"
    if _POINTING.search(before) or cued(_CAUSE).search(before) or _RESULT_OF_EXAMPLE.search(before):
        return True
    if cued(_OF_SOME_ONLY).search(before) or cued(_FOR_THESE).match(rest):
        return True
    return _is_end_of_list(name, before) or _wish_cut(name, sentence, rest)


def _is_end_of_list(name: str, before: str) -> bool:
    """Tell whether ``name`` is what a list ends with whose beginning stands in ``before``."""
    ends = before.endswith(", ") and _ONE_OR_OTHER.fullmatch(name)
    return bool(ends or _VERB_BEFORE.search(before))


def _wish_cut(name: str, sentence: str, rest: str) -> bool:
    """Tell whether a wish was cut out of ``sentence`` right behind ``name``."""
    told = without_wishes(sentence)
    if told == sentence or name not in told or _ENDS.match(rest):
        return False
    end = told.index(name) + len(name)
    return told[end : end + 4] != rest[:4]


def _without_change(name: str) -> str | None:
    """Return ``name`` without the change that it is said to have undergone."""
    known = name
    name = cued(_TAIL).split(name, maxsplit=1)[0]
    if " to " not in _TO_A_LEVEL.sub("", name):
        name = _TO_A_LEVEL.sub("", name)
    before = ""
    while before != name:
        before, name = name, cued(_HEAD).sub("", name)
    return name if name == known else name_of(name)


def _are_bare(name: str) -> bool:
    """Tell whether ``name`` is of words of which none says of what: "services and support"."""
    words = name.removeprefix("the ")
    if " " not in words:
        return False
    first, _, second = words.partition(" and ")
    return not any(map(_says_what, filter(None, (first, second))))


def _says_what(words: str) -> bool:
    """Tell whether ``words`` name a thing even without "the new" or "current" before them."""
    bare = cued(_WHICH_ONE).sub("", words)
    if " of " in bare or bare.startswith("not ") or bare[:1].isdigit():
        return True
    return name_of(bare) is not None and not names_nothing().fullmatch(bare)


def _is_place(name: str) -> bool:
    """Tell whether ``name`` is only where it all is: the place of a council."""
    return name[:1].isupper() and name in places_of(council_named(name))
