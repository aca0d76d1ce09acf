"""Sentences that say by their tense alone that something has changed: "Planning has improved".

They name neither an earlier inspection nor a period; the change is the sentence's main statement.
Where the verb alone says little ("is improving", "has remained good") the subject must be the
work itself: its quality, timeliness, staffing and the like (the vocabulary "matter").  Of a burden
("caseloads have reduced") less is better.  What single children or a few cases show is no change.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extractors.noun_groups import group_before
from ontology.matching import Matcher, Pieces, any_of
from ontology.vocabulary import vocabulary

BURDENS = "burdens"
GAINS = "gains"
_OPENING = r"(?:[\w ]{3,25}, |(?:While|Although|Whilst|Recently|More recently) )?"
_ADVERBS = r"(?:not |also |now |then |still |since |recently |steadily |slowly |\w+ly )*"
_CHANGED = (
    r"(?:improved|strengthened|deteriorated|declined|worsened|weakened|transformed)\b"
    r"(?! (?:the lives|children[’']s|their lives|outcomes))"
)
_IS_CHANGING = (
    r"(?:improving|deteriorating|worsening|declining)"
    r"(?= from\b|\s*[,.;]|$| and\b| but\b| in a\b| as\b| for\b| across\b)"
)
_NO_MAIN_CLAUSE = (
    r"(?:that|which|who|whom|whose|whether|if|where|when|because|what|how|view|evidence|not"
    r"|child|victim|mother|father|boy|girl|pace|improvement)"
)
_MAIN_CLAUSE = rf"(?:(?!\b{_NO_MAIN_CLAUSE}\b)[^.;:]){{3,160}}?"
_SLOW = r"(?:(?:far )?too|very) slow(?!ly)\b(?! for (?:some|a few)\b)"
_STATES_CHANGE = re.compile(
    rf"^{_MAIN_CLAUSE}\b(?:has|have) (?:\w+ly |also |now |since |been |much |further )*"
    r"(?:improved|strengthened|enhanced|transformed|deteriorated|worsened"
    r"|(?:declined|weakened)(?=[,.;]| (?:in|since|and|but|over|this|overall)\b))\b"
    r"|^(?:\w+, )?there (?:has|have) (?:also |recently |since )?been (?:an? |some )?"
    r"(?:[\w-]+ ){0,2}(?:improvements?|progress|deterioration|decline) (?:in|of|to|with)\b"
    r"|^(?:\w+, )?(?:[\w-]+ ){0,2}(?:progress|improvements?) (?:has|have) been "
    r"(?:made|achieved|seen) (?:in|to|with|on)\b",
    re.IGNORECASE,
)
_STATES_PROGRESS = re.compile(
    rf"^{_MAIN_CLAUSE}\b(?:has|have) (?:not )?(?:yet |also |now |recently )*(?:made|seen|shown"
    r"|demonstrated) (?:[\w-]+ ){0,4}?(?:progress|improvements?|strides|improving trend)\b"
    r"(?! (?:in|of|to) (?:their|his|her) )"
    rf"|^{_MAIN_CLAUSE}\b(?:is|are) (?:now )?(?:much|greatly|significantly|considerably|vastly"
    r"|markedly|substantially|noticeably) improved\b"
    rf"|^{_MAIN_CLAUSE}\b(?:has|have) not (?:yet )?been able to (?:achieve|make|secure|sustain"
    r"|bring about|embed) (?:[\w-]+ ){0,4}?(?:progress|improvements?)\b"
    r"|^[^.;:]{0,60}?\b(?:insufficient|inadequate|too little|little|limited|minimal) (?:progress|"
    r"improvement) has been (?:made|achieved)\b",
    re.IGNORECASE,
)
_RECENTLY = r"(?:\w+ly |also |now |since |already )*"
_TO_IMPROVE = (
    r"to (?:\w+ly )?(?:improve(?! (?:their|his|her|the child[’']s) )|strengthen|stabilise"
    r"|(?:(?:make|have) a (?:positive|real|tangible|significant) (?:difference|impact)"
    r"|have an impact)(?! (?:for|on) some\b))\b"
)
_POINTS_AT_EFFECT = r"(?!(?:\w+, )?(?:this|these|those|it|they)\b.*\b(?:impact|difference)\b)"
_STATES_RESULT = re.compile(
    rf"^{_POINTS_AT_EFFECT}{_MAIN_CLAUSE}\b(?:(?:has|have) {_RECENTLY}"
    r"(?:(?:led to|resulted in|brought about|driven|delivered|created|produced) (?:some |an? )?"
    r"(?:[\w-]+ ){0,2}?"
    r"(?:improved|improvements? (?:in|to|across))\b"
    r"|continued to (?:improve|strengthen|deteriorate|decline)\b"
    rf"|(?<!work has )(?<!work have )(?:begun|started) {_TO_IMPROVE})"
    rf"|(?:is|are) {_RECENTLY}(?:beginning|starting) {_TO_IMPROVE})"
    rf"|^[^;:]{{12,240}}?\b(?:which|this) (?:has|have) {_RECENTLY}(?:led to|resulted in) "
    r"(?:[\w-]+ ){0,2}?(?:improved|improvements? (?:in|to|across))\b"
    r"|^[^;:]{12,160}?, (?:but |although |though |and )?(?:this|it|performance|the (?:picture"
    rf"|position|situation)) is {_RECENTLY}improving\b(?=[,.;]|$)"
    r"|^(?:\w+, )?(?:[\w-]+ ){0,2}(?:improvements?|progress) (?:is|are) (?:now )?evident\b"
    r"(?! for (?:\w+ )?(?:children|pupils))",
    re.IGNORECASE,
)
_STATES_TREND = re.compile(
    rf"^{_MAIN_CLAUSE}(?<!should)(?<!must)(?<!will)(?<!can)(?<!may)(?<!could)(?<! to)(?<!help)"
    r" (?:also |\w+ly )?continues? to (?:improve|strengthen|deteriorate|decline)\b"
    r"(?=[,.;]|$| and\b| but\b| from\b| since\b| with\b| across\b| over\b)",
    re.IGNORECASE,
)
_STATES_IMPROVEMENT = re.compile(
    r"^(?:\w+, )?there (?:is|are) (?:now |also )?(?:an? )?improving (?:performance|timeliness) in\b"
    r"|^(?:\w+, )?(?:there (?:is|are) (?:now |also )?"
    r"|(?:this |the )?inspect(?:ors|ion) (?:has |have |also )?(?:found|saw|noted|seen) )(?:an? )?"
    r"(?:clear|notable|significant|recent|evident|marked|considerable|real|tangible|noticeable) "
    r"improvements? (?:in|to)\b"
    r"|^(?:\w+, )?(?:this|it) is (?:now |gradually |slowly |steadily |also )*improving\b"
    r"(?=[,.;]| and\b| but\b| as\b)"
    rf"|^{_MAIN_CLAUSE}\b(?:has|have) (?:now |also )?(?:developed|built|created|established) "
    r"(?:an? )?(?:much )?(?:more \w+|stronger|better)\b"
    r"|^(?:\w+, )?there (?:is|are) (?:now )?(?:some |clear |early |an? )*"
    r"(?:evidence|signs?|indications?) of (?:[\w-]+ ){0,2}(?:improv(?:ement|ing|ed)\w*|progress)\b"
    r"|^(?:\w+, )?(?:[\w-]+ ){0,2}improvements? (?:(?:in|to) [^.;:]{3,120}? )?"
    r"(?:is|are) (?:now )?(?:evident|apparent|clear|notable)\b"
    r"|^[^;:]{12,200}?, (?:which is )?an? (?:\w+ )?improvement (?:on|from|over) "
    r"(?!the (?:national|England))",
    re.IGNORECASE,
)
_STATES_PACE = re.compile(
    r"^(?:\w+, )?(?:overall,? )?"
    r"(?:the )?(?:pace of (?:change|progress|improvement|implementation)\b"
    rf"(?:(?! for some\b)[^.;:,]){{0,60}}?|progress) (?:is|has been|remains) {_SLOW}"
    rf"|^{_MAIN_CLAUSE}\b(?:has|have) been {_SLOW}"
    r"|^(?:\w+, )?(?:the )?pace of (?:change|progress|improvement) has not (?:always |yet )?been "
    r"(?:sufficient|quick enough|fast enough|good enough)\b",
    re.IGNORECASE,
)
_STATES_REMEDY = re.compile(
    r"^(?:\w+, )?(?!.*\b(?:needs|risks?|identity|examples?|cases?|children[’']s) )[^.;:]{3,160}?"
    r"\b(?:has|have) (?:now |still |since )*(?:not |yet to )?(?:yet |still |now )*(?:been |be )"
    r"(?:\w+ly )*(?:resolved|rectified|remedied|addressed|tackled)\b"
    r"|^[^.;:]{3,80}?\b(?:has|have) (?:now |\w+ly )*(?:addressed|resolved|rectified|remedied) "
    r"(?:all |most |many |some |of |the |these |key )*(?:previous|earlier|long-?standing|historic)"
    r"(?:al)?(?:ly identified)? (?:\w+ )?(?:shortfalls?|weaknesses|deficits|concerns|issues|delays"
    r"|gaps|failings)\b",
    re.IGNORECASE,
)
_MAY_STATE = re.compile(
    r"mprov|trengthen|nhanc|ransform|eteriorat|declin|wors|weaken|rogress|strides|slow|pace of"
    r"|resolved|rectified|remedied|addressed|tackled|sustained|maintained|remained|developed|built|created"
    r"|established|inning to|begun to|tarting to|tarted to"
)  # looked for first: the statements take longer
_CHANGED_WORDS = ("mprov", "trengthen", "nhanc", "ransform", "eteriorat", "wors", "eclin", "eaken")
_RESULT_WORDS = (
    *("led to", "sulted in", "about", "driv", "deliver", "creat", "produc", "continued to"),
    *("inning to", "begun to", "tarting to", "tarted to", "s improving", "vident"),
)
_STATEMENTS = (  # with words of which each holds one: they are looked for first
    (Pieces((*_CHANGED_WORDS, "rogress")), _STATES_CHANGE),
    (Pieces(("mprov", "rogress", "strides")), _STATES_PROGRESS),
    (Pieces(_RESULT_WORDS), _STATES_RESULT),
    (Pieces(("continue to", "continues to")), _STATES_TREND),
    (Pieces(("mprov", "more ", "stronger", "better", "rogress")), _STATES_IMPROVEMENT),
    (Pieces(("slow", "pace of")), _STATES_PACE),
    (Pieces(("resolved", "rectified", "remedied", "addressed", "tackled")), _STATES_REMEDY),
)
_WORK_WORDS = Pieces(
    (
        *("mproved", "mproving", "mprovement", "trengthened", "eteriorat", "eclin", "orsen"),
        *("eakened", "ransformed", "ustained", "aintained", "emained"),
    )
)
_GROWTHS = ("increase", "rise", "growth")
_GROWTH = re.compile(rf"\ban? (?:\w+ )?{any_of(_GROWTHS)} in\b", re.IGNORECASE)
_LEADS_TO_IT = re.compile(
    r"^(?:(?:As a result, )?Since [^,;]{3,140}, |[^;.]{3,120}\b(?:has|have) ensured that "
    r"|(?:This means that (?!for )|It is (?:evident|clear|a strength) that )"
    r"|Inspectors (?:have )?(?:found|saw|seen|noted) that )",
    re.IGNORECASE,
)
_OF_FEW = re.compile(
    r"\bduring (?:this|the) inspection|\bfor (?:this|one|a (?:small )?(?:number|few)) ",
    re.IGNORECASE,
)


def may_tell_of_change(sentence: str) -> bool:
    """Tell whether a word stands in ``sentence`` without which none tells how something fares."""
    return bool(_words_of_change().find_all(sentence))


def change_stated(sentence: str) -> re.Match[str] | None:
    """Return the main statement of ``sentence`` that something has changed or kept up, if any."""
    if not _MAY_STATE.search(sentence) or _OF_FEW.search(sentence):
        return None
    clause = _LEADS_TO_IT.sub("", sentence)
    for words, statement in _STATEMENTS:
        found = statement.match(clause) if words.are_in(clause) else None
        if found:
            return found
    return _work_changes().match(sentence) if _WORK_WORDS.are_in(sentence) else None


def with_burdens_weighed(sentence: str) -> str:
    """Return ``sentence`` with "improved" where a burden has lessened, "worsened" where it grew.

    Of a burden, such as caseloads or delays, less is better; of a gain, such as attendance at
    school, more (see the vocabulary).
    """

    def weighed(found: re.Match[str]) -> str:
        after, before = sentence[found.end() :], group_before(sentence[: found.start()]) or ""
        if found["worse"]:
            burden = _burden().match(before)
            return found["has"] + "improved" if burden else found.group()
        if _burden().match(after) or _burden().match(before):
            return found["has"] + ("improved" if found["less"] else "worsened")
        if _gain().match(after) or _gain().match(before):
            return found["has"] + ("worsened" if found["less"] else "improved")
        return found.group()

    def grown(found: re.Match[str]) -> str:
        more = _burden().match(found.string[found.end() :])
        return "a deterioration in" if more else found.group()

    return _GROWTH.sub(grown, _amount().sub(weighed, sentence))


@lru_cache(maxsize=1)
def _words_of_change() -> Matcher[str]:
    schemes = ("progress", "sign", "change")
    known = (cue for scheme in schemes for each in vocabulary().scheme(scheme) for cue in each.cues)
    return Matcher((cue, cue) for cue in (*known, *_GROWTHS, "than"))


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    """Return the pattern of what there "has" become less of, or more."""
    less, more = (any_of(vocabulary().concept("change", slug).cues) for slug in ("less", "more"))
    return re.compile(
        r"(?P<has>\b(?:has|have) (?:\w+ly |also |now |since |been )*)"
        rf"(?:(?P<less>{less})|(?P<worse>declined)|{more})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _burden() -> re.Pattern[str]:
    """Return the pattern of words that begin with a burden: "average caseloads in the teams"."""
    burdens = any_of(vocabulary().concept("matter", BURDENS).cues)
    return re.compile(
        r" ?(?:(?:the|its|their|average|overall|use|rates?|levels?|numbers?|proportion|percentage"
        r"|reliance|dependency|over-reliance|of|on|staff|social|worker|work|high|recent) )*"
        rf"{burdens}\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _gain() -> re.Pattern[str]:
    """Return the pattern of words that begin with a gain: "the attendance of pupils in care"."""
    gains = any_of(vocabulary().concept("matter", GAINS).cues)
    return re.compile(
        r" ?(?:(?:the|its|their|average|overall|rates?|levels?|numbers?|proportion|percentage|of"
        rf"|more|young people|care leavers) )*{gains}\b(?! at (?:accident|hospital|A&E|emergency))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _work_changes() -> re.Pattern[str]:
    """Return the pattern of sentences whose subject is the work itself, which has changed."""
    matters = vocabulary().scheme("matter")
    words = (word for each in matters if each.slug not in (BURDENS, GAINS) for word in each.cues)
    work = rf"(?<!improvement ){any_of(words)}"
    subject = (
        r"(?:(?!(?:is|are|was|were|has|have|had|not|no)\b)[\w’'()/-]+ ){0,7}?"
        + work
        + r"(?:,? (?:of|for|in|to|between|with|across|at|within|on|around|about|and|provided"
        r"|as well as)\b"
        r"(?:(?!\b(?:is|are|was|were|has|have|had|who|that|which|when|where|because)\b)[^.;:]){1,140}?)?"
    )
    return re.compile(
        rf"{_OPENING}{subject},? (?:(?:has|have) {_ADVERBS}(?:been )?{_ADVERBS}{_CHANGED}"
        rf"|(?:is|are) {_ADVERBS}{_IS_CHANGING})"
        rf"|{_OPENING}there (?:has|have|had) been (?:an? )?(?:[\w-]+ ){{0,1}}(?:\w+ and )?"
        r"(?:[\w-]+ )?(?:improvements?|deterioration|decline) (?:in|to|of) "
        r"(?!(?:the )?(?:numbers?|rates?|"
        rf"percentages?|proportions?)\b)[^.;]*?{work}\b"
        r"|[^.;]{0,140}\bimprovements? (?:for|in|to) [^.;]{0,60}? (?:has|have) not been "
        r"(?:realised|achieved|sustained)\b"
        rf"|[^.;]{{0,120}}\bhas sustained the (?:quality|high standard)\b"
        rf"|{_OPENING}{subject} (?:has|have) (?:been maintained|been sustained|remained) (?:at )?"
        r"(?:an? )?(?:consistently )?(?:good|strong|high|outstanding|effective)\b",
        re.IGNORECASE,
    )
