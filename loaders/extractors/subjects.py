"""What a sentence is about: the noun phrase that has fared well or badly, in its own words."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.matching import fold
from ontology.vocabulary import vocabulary

SHORTEST, LONGEST = 3, 160  # characters of a subject
PRONOUN = re.compile(r"(?:this|these|it|they|there|he|she|we|i)", re.IGNORECASE)
_SUBJECT_ENDS = re.compile(
    r"\s+(?:has|have|had|is|are|was|were|continues?|remains?|does|do|did|can|will|should|still"
    r"|demonstrates?|receives?|means?|needs?|occurs?)\b(?<!\bin need)"
    r"|,|;|\s+(?:since|at the time)\b"
)
_RELATIVE_BEFORE = re.compile(r"\b(?:who|which|that|where|whose)$")
_OPENING = re.compile(
    r"^(?:\w+ly|however|in (?:addition|particular|contrast|turn)|furthermore|moreover|as yet|"
    r"as a result|for (?:example|instance)|overall|despite [^,]+|at this [^,]+|"
    r"(?:since|following|in addition to|through|by \w+ing|at the time|over the|in the last|during)"
    r" [^,]+"
    r"(?:, (?:when|where|which|who) [^,]+)?),\s*"
    r"|^(?:in|over|during) the (?:past|last) (?:\w+ )?(?:months?|years?|weeks)\b,?\s*",
    re.IGNORECASE,
)
_IN_SOME = re.compile(r"^in (?:some|many|most|several) areas, such as (?:for |in )?", re.IGNORECASE)
_CONCEDES = re.compile(r"^(?:although|while|whilst|though) ", re.IGNORECASE)
_REPORTED = re.compile(
    r"^(?:[\w’' ]{3,60} )?(?:acknowledge|recognise|report|state|accept|found|saw|highlight|warn"
    r"|note|said|say)\w* that\s+",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    r"^there (?:has|have|had|is|are|was|were)(?: also)?(?: been)? (?:an? )?", re.I
)
_CHANGED = (
    r"\b(?:improv(?:ed|ing)|strengthened|strengthening|enhanced|sustained|maintained|transformed|"
    r"tackling|addressing|improvements?|progress|declines?|deterioration|changes?|action|steps)"
)
_NO_OBJECT = (
    r"(?!(?:since|significantly|considerably|substantially|sufficiently|enough|marginally|further|"
    r"recently|greatly|markedly|steadily|slightly|rapidly|notably|through|across|during|due|because|"
    r"and|at|from|in|to|by|as|but|or|on|for|time|last|previous|a low base|the position|some areas|"
    r"the period|the last|the past)\b)"
)
_TRANSITIVE = re.compile(
    r"\b(?:has|have|had)(?: not)? (?:\w+ly |also |now |since )*"
    r"(?:improved|strengthened|enhanced|sustained|maintained|transformed)(?:, and [^,]{3,50},)? "
    rf"(?P<what>{_NO_OBJECT}(?!until|when|over|with|within)[^,;.]{{4,140}})",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf"{_CHANGED}(?: (?:are|is|was|were|has been|have been|had been)(?: \w+)? "
    r"(?:evident|seen|made|taken|achieved|noted|apparent)(?: (?:by|over) [^,;.]{3,90}?)?)?"
    r" (?:in|to|on|with|for|across|against) (?:respect of |relation to )?"
    r"(?:improve |improving |tackling |addressing |address )?"
    rf"(?P<what>{_NO_OBJECT}[^,;.]{{4,140}})",
    re.IGNORECASE,
)
_SECOND_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|been)\b[^;.]*?,? and (?P<what>(?:(?! and | is | are )[^,;.]){4,80}?)"
    r" (?:has|have) been (?:significantly |considerably |further )?"
    r"(?:improved|strengthened|enhanced)\b",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(
    r"\bimprovements? (?:in|to)?[^,;.]{0,60}, such as (?P<what>[^,;.]{4,140})", re.IGNORECASE
)
_OBJECT_ENDS = re.compile(
    r"\s+(?:since|so that|(?<!in )which|by|although|but|while|whilst|in order|through|"
    r"and (?:is|are|has|have|this|now|most)|"
    r"following|(?<!recommendations )from the (?:last|time|previous)|"
    r"(?<!identified )(?<!raised )(?<!made )(?<!found )at the (?:last|time|previous)|than)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"(?:the |senior |political |corporate |council |local |strategic |elected |area )*"
    r"(?:leaders?|managers|members|council|(?:local )?authority|partners?|partnership|trust|"
    r"board|inspectors|(?-i:[A-Z]{2,6})|[\w’' ]{0,50}(?:council|trust|authority))"
    r"(?: (?:and|in|of|with) (?:the )?[\w’' ]{0,70})?",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:most|many|some|several|few|both|all|one|each)|(?:which|when|where|who)\b.*"
    r"|(?:this|that|these|those|it|they|there|others?)(?: (?:\w+ ){0,2}\w+)?"
    r"|(?:\w+ ){0,3}(?:progress|improvements?|changes?|deterioration|decline|action|steps)"
    r"(?: (?:since|in|from|to|on|against) .*)?",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(r"most|many|some|several|few|both|all", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:the |overall |effectiveness |quality |and |impact |provision |of |practice |services? |"
    r"provided |experiences |progress |outcomes |support |for |to |(?:most|all) )*(?=\S)"
)
_PLACE = re.compile(r"\s+in (?:the )?[A-Z][\w’' -]*$")


def subject_of(sentence: str) -> str:
    """Return the words of ``sentence`` that say what it is about: its first noun phrase."""
    text = _opened(sentence)
    subject = text[: _end_of_subject(text)].strip(' .,;“”"')
    return subject if SHORTEST <= len(subject) < LONGEST else text[:120].rstrip(" .,;")


def _opened(sentence: str) -> str:
    """Return ``sentence`` from its first noun phrase on."""
    text, before = sentence.lstrip("“\"‘'"), ""
    while text != before:
        before, text = text, _OPENING.sub("", text)
    text = _CONCEDES.sub("", _IN_SOME.sub("", text))
    return _THERE_IS.sub("", _REPORTED.sub("", text))


def _end_of_subject(text: str) -> int:
    """Return where the subject ends: at the main verb, past that of a relative clause."""
    for end in _SUBJECT_ENDS.finditer(text):
        if not _RELATIVE_BEFORE.search(text[: end.start()]):
            return end.start()
    return len(text)


def area_of(sentence: str) -> str | None:
    """Return the words of ``sentence`` that name what has fared so; None where it only points.

    That is its subject, or what somebody has improved: "the timeliness of visits" in "Leaders
    have improved the timeliness of visits".
    """
    changed = _named(_TRANSITIVE, sentence) or _named(_SECOND_CLAUSE, sentence)
    if changed:
        return changed
    subject = subject_of(sentence)
    main = subject_of(sentence.partition(", ")[2]) if _CONCEDES.match(sentence) else subject
    for words in (main, subject):
        if not is_somebody(words) and not _VAGUE.fullmatch(words):
            return words
    found = _named(_SUCH_AS, sentence) or _named(_OBJECT, sentence)
    if found is None and _OF_SEVERAL.fullmatch(subject):
        found = re.split(r"[,;]", sentence)[0].rstrip(" .")
    return found or (subject if is_somebody(subject) else None)


def is_somebody(words: str) -> bool:
    """Tell whether ``words`` name who acts, such as leaders or a council, not what is done."""
    return bool(_SOMEBODY.fullmatch(words))


def _named(pattern: re.Pattern[str], sentence: str) -> str | None:
    """Return the first noun phrase that ``pattern`` finds and that says something."""
    for found in pattern.finditer(sentence):
        end = _OBJECT_ENDS.search(found["what"])
        what = (found["what"][: end.start()] if end else found["what"]).strip(" .,;")
        if len(what) > SHORTEST and not _VAGUE.fullmatch(what):
            return what
    return None


def judgement_area(area: str) -> str | None:
    """Return the slug of the judgement area that the words name: "services for care leavers"."""
    bare = _PLACE.sub("", area)
    return _areas().get(_spelled(bare)) or _areas().get(_spelled(_ABOUT.sub("", bare.lower())))


def _spelled(words: str) -> str:
    return " ".join(fold(words).split()).removeprefix("the ")


@lru_cache(maxsize=1)
def _areas() -> dict[str, str]:
    return {
        _spelled(name): area.slug
        for area in vocabulary().scheme("area")
        for name in (*area.names, *area.cues)
    }
