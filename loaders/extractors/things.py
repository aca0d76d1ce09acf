"""What it is that has fared well or badly in a sentence, in the sentence's own words.

The words of change decide where it stands: before them ("visiting has improved"), after them
("leaders have improved visiting") or after a noun of change ("improvements in visiting").  Only
statements that go the way of the reading count, so that the weak half of "A is better, B is not"
is never named as what is better.  Who acted, when and by what means is not what has changed.  Words
are the vocabulary's ("thing", "somebody", "change"); here is only the grammar around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.extractors.cues import cued
from loaders.extractors.noun_groups import (
    ADVERB,
    first_subject,
    group_after,
    group_before,
    without_opening,
)
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

SHORTEST = 3  # characters of a name
GOOD = frozenset(("improved", "some-progress", "met", "maintained"))
_ADVERBS = r"(?:\w+ly |also |now |then |since |still |all |each |further |much |yet |even )*"
_AUXILIARY = r"(?<!to )(?:has|have|had|is|are|was|were|being)"
_OBJECT = (
    r"(?! *(?:since|through|across|during|due|because|and|at|from|in|to|by|as|but|or|on|for|of"
    r"|over|with|within|under|until|when|while|although|after|following|upon|so|this"
    rf"|last|further|enough|also|overall|again|somewhat|{ADVERB}|into|very"
    r"|<<thing/a-little>>(?! (?:of|more|less|better))"
    r"|<<thing/when-or-whereby>>|more(?! <<thing/made-more>>)"
    r"|than|before|via|where|which|who|however|too|despite|both|well|it|them)\b)"
    r"(?= *[\w‘“\"])"
)
_IN = (
    r"(?:in(?! (?:recent|the (?:last|past))\b)|to|on|with|across|against|for|towards|of) "
    r"(?:<<thing/in-respect>> |how )?(?:<<thing/the-area>> )?"
    r"(?:(?:<<thing/by-far>> |further )?<<thing/doing>> )?"
)
_SUCH_AS = (
    r"\b(?:some|many|most|several|few|<<thing/number>> of) (?:\w+ )?<<thing/areas>>"
    r"(?: (?:since|in|of|for|from)[^,;.]{0,40})?, (?:such as|for example) "
    r"(?:for |in )?(?P<after>[^;.]+)"
    r"|\b(?:<<thing/gains>>(?: (?:since|in)[^,;.]{0,40})?,"
    r"|<<thing/gain>> (?:\w+ )?in (?:\w+ )?<<thing/plain-areas>>) such as (?P<after2>[^;.]+)"
)
_THIS_IS = (
    r"^(?P<clause>[^;]{12,160}?)(?:;|,? and| –) (?:this|which|it) "
    r"(?:is|was|has been|<<thing/amounts-to>>) "
    r"(?:also )?(?:an?|a <<thing/clear>>|the) (?:\w+ ){0,2}<<thing/one-gain>>\b"
)
_IMPROVEMENT_ON = (
    r"^(?P<clause>[^;:]{12,200}?), (?:which is )?an? (?:\w+ )?<<thing/one-gain>> "
    r"(?:on|from|over)\b"
)
_MORE_THAN = (
    r"(?P<before>^.*?)\b(?:(?:is|are|<<thing/happens>>) |<<thing/has>> [^,;.]{0,30}?)"
    r"(?:now |much |<<thing/by-far>> |an? )*"
    r"(?:<<thing/than>>|(?P<often><<thing/oftener>>)|(?:more|less) \w+)\b[^;.]{0,50}? than\b"
)
_VAGUE = (
    r"(?:most|many|some|several|few|both|all|one|each|none|much|more|<<thing/no-thing>>|"
    r"(?:the |its |their |<<thing/of-vague>> )*<<thing/vague>>)"
    r"|(?:which|when|where|who|what|it|they|there|he|she|we|i|in|at|on|by|to|from|not)\b.*"
    r"|(?:(?:all|some|many|most|several|none|each|both|<<thing/so-many>>|few|too many|one|other) "
    r"(?:of )?(?:the |these |those |other |its |very |<<thing/of-parts>> )*)?"
    r"<<thing/part>>(?: of (?:\w+ )?<<thing/of-a-part>>)?"
    r"|(?:the )?(?:<<thing/when>>|last|past|previous|recent)\b(?! <<thing/fault>>).*"
    r"|(?:some|many|most) <<thing/changes>>|now\b.*|(?:the )?<<thing/local-area>> to .*"
    r"|(?:around|about|almost|nearly|over|under) (?:an?|half|one|two|three|\d+\S*)\b.*"
    r"|<<thing/amount>> <<thing/counted>>|(?:20)?\d.*|be\b.*"
    r"|(?:\w+ ){0,3}(?:<<thing/progress-made>>|<<thing/improvement>> "
    r"(?:since|in|from|to|on|for))\b.*"
    r"|<<thing/does>> (?:that|sure)\b.*|(?:<<thing/sees-to>>|that)\b.*"
)
_POINTS = (
    r"^(?:all of )?(?:this|that|these|those)\b(?! (?:who|<<thing/told-apart>>))"
    r"|\b(?:these|this|those)\b(?! (?:who|whose|with|from|that|in|at|for|most"
    r"|<<thing/those-of>>))"
)
_PEOPLE = (  # who act: "senior leaders in the council"
    r"(?:<<somebody/of-people>> )*<<somebody/people>>(?: (?:and|in|of|with|at|for) .{0,90})?"
)
_ORGANISATION = (
    r"(?:the |<<somebody/of-organisation>> )*(?:<<somebody/organisation>>"
    r"|(?-i:[A-Z]{2,6})|(?!.* (?:of|to|for|by|from) )[\w’' ]{0,50}<<somebody/organisation>>"
    r"(?: \((?-i:[A-Z]{2,8})\))?)(?: in [\w’' ]{0,40})?"
)
_STARTS = (
    r"^<<thing/response>> to (?=the <<thing/asked>>\b)"
    rf"|^(?:its|their|his|her|our|<<thing/doing-better>>|{ADVERB}"
    r"|not all(?: of)?|none of|with|both|there (?:has|have|had|is|are) been"
    r"|there (?:is|are)|in|for|to|against|how) (?!<<thing/particular>>)"
)
_RESPONSE = r"(?-i:<<thing/response>> to)"
_FOR_WHOM = (
    r"^(?: \w+ly| further| and \w+)*,? (?P<for>for|in respect of|across|of|between) "
    r"(?=(?!the (?:last|past)|several|all|<<thing/for-no-one>>)\w)(?P<whom>.+)"
)
_POINTING = r" (?:this|these|that|it|them)\b(?! <<thing/time-of>>)"
_HAS_BEGUN = (
    r"\b(?:(?:has|have) (?:\w+ly )?<<thing/begun>>|(?:is|are) (?:\w+ly )?<<thing/begins>>) to "
    r"(?:\w+ly )?<<thing/better>>\b"
)
_CONTINUES = (
    r" (?:also |\w+ly )?<<thing/continues>> to <<thing/goes-on>>\b"
    r"(?! (?:the|its|their|<<thing/services>>)\b)"
)
_RESULT = r"\b<<thing/brings>> (?:an? |the )?(?:\w+ly )?<<thing/better-now>> (?P<what>[^;.]+)"
_TOO_SLOW_TO = (
    r"\b(?:has|have) been (?:far )?<<thing/too-slow>> (?:to|in) "
    r"<<thing/carry-out>> (?P<what>[^;.]+)"
)
_IS_DESCRIBED = (
    r"(?P<what>(?!(?:too|many|most|some|several|few|no|not|one|a|an|there|this|these|it|they)\b)"
    r"[^,;.]{3,80}?) (?:is|are|was|were) (?:not )?(?:yet )?(?:\w+ly )*(?:too )?"
    r"<<thing/described>>\b"
)
_OPENING = re.compile(
    r"^(?i:in|for|among|amongst|across|within|at) (?P<words>[^,;:]{3,80}),"
    r"(?: (?i:for example|for instance|however),)? "
)
_PLACE_OR_YEAR = re.compile(r"\b20\d\d\b|^(?:the )?(?:[A-Z][\w’'-]+(?: (?:and|of|upon))? ?)+$")
_JOINS_OR_DATES = r"^<<opening/connective>>\b|\b<<opening/time>>\b"
_NOTHING = re.compile(r"(?:no|not|none|nobody|nothing|neither|there)\b", re.IGNORECASE)
_GROUP = r"(?:<<somebody/of-served>> )*<<somebody/served>>\b"
_CUT_OFF = re.compile(r"\b(?:with|to|for|of|in|on|by|at|from|and|or|the|an?|be)$", re.IGNORECASE)
_FEW_WORDS = 3
_PURPOSE = r"<<thing/purpose>>\b"
_LESSENING = r"^(?-i:<<thing/reduction>> in) "
_QUOTATION = "“\"‘'"
_PRONOUN = re.compile(r"(?:\w+, )?(?:this|it|they|these|those)\b", re.IGNORECASE)
_IS_IMPROVEMENT = (
    r"(?:\w+, )?(?:this|it|these|they) (?:is|are|was|<<thing/amount-to>>) (?:\w+ ){0,4}(?<!for )"
    r"<<thing/improvement>>\b"
)
_ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
_INSERTED = re.compile(r"^, and [^,]{3,60}, |^ and \w+ed (?=\w)")
_NOUN_FOLLOWS = r" (?:\w+ ){0,3}<<thing/gain>>\b"
_ADDRESSING = r"\b(?-i:<<thing/addressing>>) (?P<what>.+)"
_MADE = (
    r"\b(?:has|have|had) (?:not )?(?:\w+ly |also |now )*<<thing/shows>>\b[^,;.]{0,40}$"
    r"|\b<<thing/show>>\b[^,;.]{0,40}$"
)
_BETWEEN = (
    r" (?:by|over|during|from a) [^,;.]{3,100}?| since (?:\w+ )?20\d\d"
    r"| in (?:recent|the (?:last|past)) (?:\w+ ){0,2}?<<thing/some-time>>"
    r"| by [^,;.]{3,60}? in recent \w+"
)
_NOUNS = frozenset(("rise", "fall", "lessening"))
_WORSE = frozenset(("worse", "fall"))
_WEAKER = ("done", "less", "lessening", "set-up", "more")
_FITTING = {"met": ("done",), "declined": ("worse", "fall"), "maintained": ("kept",)}
_EITHER_WAY = frozenset(("less", "lessening", "more"))
DENIAL = re.compile(
    r"\b(?:not|no|never|little|limited|insufficient|inadequate|minimal|slow|lack of|insufficiently"
    r"|too little|inconsistent|poor|erratic|nor|not all|fail(?:s|ed|ing) to|unable to|without)"
    r"(?: (?:yet|all|been|be|made|make|achieved|ensured|secured|enough|sufficient|sufficiently|any"
    r"|adequately|fully|consistently|successfully|always|of|the|further|significant|good|clear"
    r"|real|led to|resulted in|seen|shown|demonstrated|or|\w+ed or))* $"
    r"|\b(?:not all|none)\b[^;.]*$",
    re.IGNORECASE,
)
_TOO_LITTLE = (
    r"^[^;.]{0,120}?\b(?:(?:is|are|has been|have been|was|were) (?:\w+ )?(?:too )?"
    r"<<thing/too-little>>|(?:has|have) not been|<<thing/too-slow>>)\b"
)
_STANDS = (
    r"\b(?P<good>(?:is|are) no longer <<thing/bad-no-longer>>"
    r"|<<thing/continues>> to be (?:<<thing/better-still>>|<<thing/stays-good>>)"
    r"|<<thing/remains>> <<thing/stays-good>>)\b"
    r"|\b(?:(?:is|are|was|were) )?(?:still|<<thing/still-so>>)\b"
    r"|\b(?:is|are|has been|have been) (?:too |very )?<<thing/slow>>\b"
    r"|\b(?:is|are|has been|have been) no longer <<thing/stays-good>>\b"
    r"|\b(?:has|have) (?:still |yet )?not\b"
)


def thing_of(sentence: str, progress: str) -> str | None:
    """Return what ``sentence`` says has fared as ``progress`` tells, None where it does not say.

    ``progress`` is a slug of the vocabulary.  The first statement that goes this way decides:
    where it names nothing ("this has improved"), no other part of the sentence stands in for it.
    """
    way = progress in GOOD
    sentence = sentence.lstrip(_QUOTATION)
    example = _named_as_example(sentence) or (progress == "met" and _what_is_addressed(sentence))
    if example:
        return example
    if is_of_a_part(sentence):
        return None
    on_figure = cued(_IMPROVEMENT_ON).match(sentence) if way else None
    if on_figure:
        return name_of(first_subject(on_figure["clause"]))
    trend = cued(_CONTINUES).search(sentence) if progress == "improved" else None
    if trend:
        group = group_before(sentence[: trend.start()])
        return None if is_somebody(group or "") else name_of(group)
    begun = _what_has_begun(sentence) if progress == "some-progress" else None
    if begun:
        return begun
    told = [each for each in _statements(sentence) if way in each.ways]
    told = [each for each in told if progress != "improved" or not each.keeps]
    fitting = [each for each in told if each.kind in _FITTING.get(progress, ())] or told
    stated = [each.thing for each in fitting]
    if stated:
        return cued(_LESSENING).sub("", stated[0]) if stated[0] and not way else stated[0]
    result = cued(_RESULT).search(sentence) if progress == "improved" else None
    if result:
        return name_of(group_after(result["what"]))
    compared = cued(_MORE_THAN).match(sentence) if way else None
    if compared:
        return None if compared["often"] else name_of(group_before(compared["before"]))
    slow = cued(_TOO_SLOW_TO).search(sentence) if not way else None
    if slow:
        return name_of(group_after(slow["what"]))
    clause = cued(_THIS_IS).match(sentence) if way else None
    if clause:
        return thing_stated(clause["clause"])
    stands = (each for each in cued(_STANDS).finditer(sentence) if bool(each["good"]) == way)
    groups = (group_before(sentence[: each.start()]) for each in stands)
    return next((None if is_somebody(each or "") else name_of(each) for each in groups), None)


def is_of_a_part(sentence: str) -> bool:
    """Tell whether ``sentence`` opens with the only cases it speaks of ("In some schools, …")."""
    opening = _OPENING.match(sentence)
    if opening is None or _PLACE_OR_YEAR.search(opening["words"]):
        return False
    return not cued(_JOINS_OR_DATES).search(opening["words"])


def thing_stated(clause: str) -> str | None:
    """Return what ``clause`` states something of; None for people, or what is not found."""
    clause = without_opening(clause)
    subject = None if _NOTHING.match(clause) else first_subject(clause)
    return None if cued(_GROUP).match(subject or "") else name_of(subject)


def thing_described(clause: str) -> str | None:
    """Return what ``clause`` says to be good, weak or the like; None for people and for a part."""
    described = cued(_IS_DESCRIBED).match(without_opening(clause))
    thing = group_before(described["what"]) if described else None
    return (
        None if thing is None or cued(_GROUP).match(thing) or is_somebody(thing) else name_of(thing)
    )


def points_back(sentence: str) -> bool:
    """Tell whether ``sentence`` says of what it speaks only by pointing to the one before."""
    pronoun = _PRONOUN.match(without_opening(sentence))
    return bool(pronoun) or any(each.points for each in _statements(sentence))


def is_improvement_on_before(sentence: str) -> bool:
    """Tell whether ``sentence`` says of the one before that what it tells is an improvement."""
    return bool(cued(_IS_IMPROVEMENT).match(sentence))


def is_people(words: str) -> bool:
    """Tell whether ``words`` begin with children, families or others for whom the work is done."""
    return bool(cued(_GROUP).match(words))


def is_somebody(words: str) -> bool:
    """Tell whether ``words`` name who acts, such as leaders or a council, not what is done."""
    return bool(cued(_PEOPLE).fullmatch(words) or cued(_ORGANISATION).fullmatch(words))


@dataclass(frozen=True, slots=True)
class _Statement:
    """``ways`` has True where a statement may be for the better, False where for the worse."""

    kind: str
    ways: frozenset[bool]
    words: str | None
    weight: int
    keeps: bool

    @property
    def thing(self) -> str | None:
        """What it is of, if its words name that."""
        return name_of(self.words)

    @property
    def points(self) -> bool:
        """Whether its words only point to what was named before."""
        return bool(self.words and cued(_POINTS).search(self.words))


def _statements(sentence: str) -> list[_Statement]:
    """Return the statements of change in reading order.

    Those that only say that something is done, or that there is less of it, come last.
    """
    told = (_statement(sentence, found) for found in _change().finditer(sentence))
    return sorted((each for each in told if each), key=lambda each: each.weight)


def _statement(sentence: str, found: re.Match[str]) -> _Statement | None:
    """Return what one verb or noun of change states; None for a noun of nothing."""
    kind = _kind(found)
    denied = bool(found["not"] or DENIAL.search(sentence[: found.start()]))
    if found["verb"]:
        active = found["aux"].lower() in ("has", "have", "had") or found["verb"].endswith("ing")
        active = active and not found["passive"]
        words = changed_by(sentence, found.start(), found.end(), active)
    else:
        words = _after_noun(sentence, found)
        if words is None and (words := _who_made_it(sentence, found)) is None:
            return None
        denied = denied or bool(cued(_TOO_LITTLE).match(sentence[found.end() :]))
    ways = (True, False) if kind in _EITHER_WAY else ((kind not in _WORSE) != denied,)
    weight = _WEAKER.index(kind) + 1 if kind in _WEAKER else 0
    if found["of"] == " for " and cued(_GROUP).match(words or ""):
        weight = len(_WEAKER) + 1
    keeps = kind == "kept" and not cued("<<thing/built-on>>").fullmatch(found["verb"])
    return _Statement(kind, frozenset(ways), words, weight, keeps)


def _what_has_begun(sentence: str) -> str | None:
    """Return what "has begun to stabilise", or what somebody "has begun to improve"."""
    begun = cued(_HAS_BEGUN).search(sentence)
    if begun is None:
        return None
    rest = sentence[begun.end() :]
    group = group_after(rest) if takes_object(rest) else group_before(sentence[: begun.start()])
    return None if is_somebody(group or "") else name_of(group)


def _named_as_example(sentence: str) -> str | None:
    such_as = cued(_SUCH_AS).search(sentence)
    return name_of(group_after(such_as["after"] or such_as["after2"])) if such_as else None


def _what_is_addressed(sentence: str) -> str | None:
    found = cued(_ADDRESSING).search(sentence)
    return name_of(group_after(found["what"])) if found else None


def changed_by(sentence: str, start: int, end: int, active: bool) -> str | None:
    """Return what the verb of change ``sentence[start:end]`` is about: its object, or its subject.

    ``active``: it may have an object.  None where the words do not settle it, or for who acts.
    """
    rest = _INSERTED.sub(" ", sentence[end:])
    if active and cued(_POINTING).match(rest):
        return rest.strip()
    if active and takes_object(rest):
        hanging = cued(_NOUN_FOLLOWS).match(rest) or (
            _ITS.match(rest.strip()) and _PRONOUN.match(sentence)
        )
        return None if hanging else group_after(rest)
    before = group_before(sentence[:start])
    if before and _ITS.match(before):
        before = first_subject(sentence)
    if before and len(before.split()) <= _FEW_WORDS:
        before = _with_qualifier(before, rest)
    return None if before and is_somebody(before) else before


def takes_object(rest: str) -> bool:
    """Tell whether ``rest``, the words after a verb, begin with its object."""
    return bool(cued(_OBJECT).match(rest))


def _with_qualifier(group: str, rest: str) -> str:
    """Return ``group`` with what stands after the verb for whom it is: "training for members"."""
    for_whom = cued(_FOR_WHOM).match(rest)
    whom = group_after(for_whom["whom"]) if for_whom else None
    return f"{group} {for_whom['for']} {whom}" if for_whom and whom else group


def _after_noun(sentence: str, found: re.Match[str]) -> str | None:
    """Return what a noun of change is of; "" where only a purpose follows ("to ensure that")."""
    group = group_after(sentence[found.end() :]) if found["of"] else None
    if group is None or (cued(_RESPONSE).match(group) and not cued(_STARTS).match(group)):
        return None
    if cued(_PURPOSE).match(group):
        return ""
    if cued(_VAGUE).fullmatch(group):
        return None
    lessening = _kind(found) == "lessening"
    return f"{found['noun']}{found['of']}{group}" if lessening else group


def _who_made_it(sentence: str, found: re.Match[str]) -> str | None:
    """Return the service or body that "has made progress", where it is not said in what."""
    made = cued(_MADE).search(sentence[: found.start()])
    return group_before(sentence[: made.start()]) if made else None


def name_of(group: str | None) -> str | None:
    """Return ``group`` where it names something; None for a pointer, a plan or who acted."""
    before, name = "", group or ""
    while before != name:
        before, name = name, cued(_STARTS).sub("", name).strip(" ,")
    if len(name) <= SHORTEST or cued(_VAGUE).fullmatch(name) or cued(_POINTS).search(name):
        return None
    if _CUT_OFF.search(name) or cued(_PEOPLE).fullmatch(name) or _is_bare(name):
        return None
    return name


def _is_bare(name: str) -> bool:
    return name.lower().removeprefix("the ").replace("'", "’") in _bare()


@lru_cache(maxsize=1)
def _bare() -> frozenset[str]:
    """Return the words that name no thing alone: the timeliness of what?"""
    attributes = vocabulary().scheme("attribute")
    return frozenset(word.lower() for each in attributes for word in each.cues)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {word: each.slug for each in vocabulary().scheme("change") for word in each.cues}


def _kind(found: re.Match[str]) -> str:
    return _kinds()[" ".join((found["verb"] or found["noun"]).lower().split())]


@lru_cache(maxsize=1)
def _change() -> re.Pattern[str]:
    """Return the pattern of a verb or a noun of change, with its negation."""
    nouns = any_of(word for word, kind in _kinds().items() if kind in _NOUNS)
    verbs = any_of(word for word, kind in _kinds().items() if kind not in _NOUNS)
    noted = any_of(vocabulary().concept("thing", "noted").cues)
    return cued(
        rf"\b(?P<aux>{_AUXILIARY}) {_ADVERBS}(?P<not>not |no longer |never |yet to )?"
        rf"{_ADVERBS}(?P<passive>been |being |be )?{_ADVERBS}(?P<verb>{verbs})\b"
        rf"|\b(?P<noun>{nouns})\b"
        r"(?:(?: (?:is|are|was|were|has been|have been|had been|being)(?: \w+){0,2}?)? "
        rf"{noted})?"
        rf"(?:(?:{_BETWEEN})?(?P<of> {_IN}))?"
    )
