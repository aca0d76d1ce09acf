"""What a sentence says has become of something: better, worse, done, not enough.

A small grammar of official English over one sentence at a time.  Clauses that only recall an
earlier judgement ("which was judged inadequate") are set aside first; then good news, bad news
and their mixture decide.  A sentence that speaks of no change gives None.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.matching import any_of
from ontology.vocabulary import vocabulary

_RECALLED = re.compile(
    r",?\s*\b(?:when|which|that|where|who)\s+(?:\w+\s+){0,4}?(?:was|were|had been|is|are)?\s*"
    r"(?:judged|rated|graded|identified|highlighted|found|criticised|recognised)\b"
    r"(?!\s+(?:that|accurately))[^,.;]*",
    re.IGNORECASE,
)


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_OPEN_QUESTION = re.compile(r"\bwhether\b[^,.;]*", re.IGNORECASE)
_GOES_ON = r"(?<!should )(?<!must )(?<!will )(?<!can )(?<!may )(?<!\bto )\bcontinue[sd]? to"
_DECLINED = _words(
    rf"\bdeteriorat(?:ed|ion|ing|es)\b|{_GOES_ON} (?:deteriorate|decline)\b",
    r"\b(?:a|significant|marked|rapid|steady|sharp) decline in\b|\bfurther decline\b"
    r"|\b(?:reduction|fall|drop) in (?:the )?(?:overall )?(?:quality|standards?)\b",
    r"\bno longer (?:being )?(?:sustained|maintained|good|effective|outstanding|in place)\b",
    r"\b(?:not|neither) (?:been )?(?:sustained|maintained)\b",
    r"\b(?:is|are|was|were) (?:now )?(?:worse|weaker|poorer) than\b",
)
_BARELY = (
    r"(?:(?:yet|been|being|always|sufficiently|successfully|fully|adequately|consistently|all) )*"
)
_INSUFFICIENT = (
    rf"\bnot {_BARELY}(?:made|improved?|addressed|resolved|rectified|remedied|actioned|tackled"
    r"|implemented|agreed|met|demonstrated|shown|seen|resulting in|leading to|"
    r"taken place|completed|translated|delivered|happened|resulted|led|embedded|progressed"
    r"|achieved|realised|ensured|secured|brought|tackled|dealt|reduced|acted|"
    r"built (?:up)?on|taken (?:effective|sufficient|enough)|consistent|enough|quickly|in place"
    r"|able)\b",
    r"\bnot all\b[^.;]{0,120}\b(?:addressed|resolved|implemented|met|completed|pursued|tackled)\b",
    r"\b(?:insufficient|little|limited|inadequate|too little|slow(?:er)?|poor|minimal|erratic|no) "
    r"(?:\w+ )?progress\b|\b(?:little|no) evidence of (?:\w+ )?(?:improvement|progress)\b",
    r"\bprogress\b[^.;]{0,60}\b(?:slow|erratic|limited|insufficient|uneven|stalled)\b"
    r"|\bimprovements? (?:has|have) (?:\w+ly )?stalled\b",
    r"\b(?:has|have|is|are|do|does) not(?= *(?:[.;,]|$))",
    r"\bpace of \w+ has not (?:always |yet )?been\b",
    r"\bpace\b[^.;]{0,60}\bslow",
    r"\b(?:concern|weakness|shortfall|area for improvement)\b[^.;]{0,90}\bremains? so\b",
    r"\bnot (?:yet )?been able to (?:achieve|make|secure|sustain|bring about|embed)\b[^.;]{0,40}"
    r"\b(?:progress|improvements?)\b",
    r"\b(?:continues?|continuing|remains?) to (?:be (?:areas? that|delays?|too|very|a delay|weak"
    r"|an area|inconsistent|slow|poor|experience)|require|need|impede|have (?:a negative|insuffic)"
    r"|receive services that require|remain too)",
    r"\bcontinues to be (?:delay|too|very|a )",
    r"\brequires? (?:further |significant )?(?:improvement|(?<=further )(?:attention|work))\b",
    r"\b(?:further|more) (?:work|improvement|progress|attention) (?:is|are) (?:still )?"
    r"(?:needed|required|necessary)\b",
    r"\btoo (?:much|many|few|little|often|focused|variable|inconsistent|high|long)\b",
    r"\b(?:more|further|much) (?:work|attention|improvement|development) (?:is |are |still )*"
    r"(?:required|needed|to do|remains)\b|\brequires? (?:further|more) (?:work|attention)\b",
)
_TOO_LITTLE = re.compile(
    r"\b(?:insufficient|little|limited|inadequate|slow|poor|minimal|erratic|no) (?:\w+ )?"
    r"(?:(?:evidence|signs?) of (?:\w+ )?)?(?:progress|improvement)s?"
    r"(?: (?:has|have) been made)?\b",
    re.IGNORECASE,
)
_MET = (
    r"\bno (?:[\w-]+ ){1,6}(?:have|has|had) been "
    r"(?:placed|housed|accommodated|used|held|left|kept|sent|excluded)\b[^.;]{0,90}"
    r"\b(?:for (?:\w+ ){1,3}(?:weeks|months|years)|since)\b",
    r"\bno (?:\w+ ){0,3}(?:people|children|leavers|families) (?:are|were) (?:now )?"
    r"(?:placed|living)\b",
    r"\b(?:has|have) (?:now )?been (?:fully |successfully )?(?:met|completed|fulfilled)\b",
    r"\ball (?:of the |the )?(?:recommendations|actions)\b[^.;]{0,30}\b(?:acted upon"
    r"|addressed|met)\b",
    r"\b(?:recommendations?|actions)\b[^.;]{0,100}\b(?:is|are|has been|have been) "
    r"(?:now )?(?:met|complete)\b",
)
_PACE_KEPT = re.compile(r"\b(?:pace|momentum) (?:has|have) been (?:sustained|maintained)\b", re.I)
_MAINTAINED = (
    r"\b(?:has|have|been|is|are|was|were) (?:been )?(?:maintained|sustained)\b",
    r"\b(?:has|have) (?:also )?sustained the\b",
    r"\bmaintained (?:at )?(?:a |its |their )?(?:good|high|strong|consistent)",
)
SET_UP = (
    r"\b(?:has|have) (?:now )?(?:developed|established|built|created|implemented|embedded)"
    r"(?: and \w+ed)? (?:an? )?(?:\w+ly )?"
    r"(?:strong(?:er)?|effective|robust|high-quality|good|better"
    r"|(?:much )?more (?:effective|robust|consistent|timely))\b"
)
_IMPROVED = _words(
    rf"\bimprov(?:ed|ing)\b|{_GOES_ON} (?:improve|strengthen)\b",
    r"\b(?:sustained|significant|some|an|notable|recent|marked|steady|clear|further|early) "
    r"(?:signs? of )?improvements?\b"
    r"(?! (?:notice|board|plan|partner|advis[eo]r|programme|journey)s?\b)",
    r"\bimprovements? (?:in|on|upon|to|from|across|since|seen|made|has|have|is|are|was|were)\b",
    r"\bbeen improvements?\b",
    r"\bstrengthen(?:ed|ing)\b|\benhanced\b|\b(?:been|has|have) transformed\b",
    r"\b(?:is|are|receive|receiving|much|be|now) better\b|\bbetter than\b",
    r"\bsome progress\b"
    r"|\b(?:much|good|some|significant|considerable|strong|steady|positive|impressive"
    r"|sound) strides\b",
    r"\bprogress (?:has been|is being|was|had been) made\b|\b(?:has|have) made progress\b",
    r"\btaken (?:effective |robust |significant )?(?:action|steps)\b",
    r"\bacted (?:up)?on\b|\bpositive (?:changes?|steps|impact|difference)\b",
    r"\b(?:have|has|being) (?:now |still |since |\w+ly )*(?:been )?(?:\w+ly )*(?:addressed|resolved"
    r"|rectified|remedied)\b",
    SET_UP,
    r"\bmore (?:frequent(?:ly)?|timely|stable|quickly|consistent(?:ly)?|robust"
    r"|effective(?:ly)?) than\b",
    r"\bwhich was not the case\b|\bprogress is (?:now )?evident\b",
    r"\b(?:has|have|had) (?:\w+ )?(?:increased|reduced|fallen|halved|doubled)\b",
    r"\b(?:increase|reduction|decrease) in\b",
    r"\bhelping (?:to improve|the|them|social|young|children)\b|\bmade a difference\b",
    r"\b(?:re-?launched|refreshed|introduced|established|recruited|now (?:have|has|manage"
    r"|referred))\b",
    r"\b(?:right things|greater (?:staff )?stability)\b",
)
_PARTLY = (
    r"\b(?:but|although|though|while [^;.]{3,120},) (?:this|it|performance|the (?:picture|position"
    r"|situation)) is (?:\w+ly |now |also )*improving\b",
    r"\bsome of the\b(?![^.;]* had\b)",
)
_SOME_UNDONE = re.compile(
    r"\b(?:some|many|most|several|a number|all|too many) of (?:the|these|those) [^,;]{0,90}"
    r"\b(?:have|has) (?:still |yet )?not\b",
    re.IGNORECASE,
)
_TOO_EARLY = _words(
    r"\b(?:too|very) early to\b",
    r"\b(?:not|yet to) (?:yet )?(?:been )?(?:possible|able) to (?:see|evaluate|judge|determine)\b",
)
_GRAMMAR = {
    "insufficient-progress": _INSUFFICIENT,
    "met": _MET,
    "maintained": _MAINTAINED,
    "some-progress": _PARTLY,
    "improved": (),
}
_TURN = re.compile(
    r"\b(?:but|however|although|while|whilst|though|albeit|despite|yet)\b", re.IGNORECASE
)
_CONTRAST = re.compile(
    r"\b(?:but|however|although|while|whilst|though|albeit|despite)\b", re.IGNORECASE
)
_ANCHOR = re.compile(
    r"\b(?:since|at|from|in|during|following|by|of|than) (?:the time of )?(?:the|its|their"
    r"|our|that|"
    r"Ofsted[’']s|these)?\s*(?:\w+ ){0,4}?(?:inspections?|monitoring visits?|focused visits?|"
    r"focussed visits?|judgement|visit)\b"
    r"|\bsince the (?:safeguarding|child protection|children looked after)\b[^.]{0,50}inspection"
    r"|\b(?:previous|last|earlier|prior) (?:\w+ ){0,4}(?:inspection|visit|judgement)s?\b"
    r"|\binspections? (?:in|of) (?:\w+ )?20\d\d\b|\b20\d\d inspection\b|\bno longer inadequate\b"
    r"|\b(?:those|these) (?:earlier )?improvements\b",
    re.IGNORECASE,
)


def progress_of(sentence: str) -> str | None:
    """Return the slug of the progress that ``sentence`` tells of ("improved", …), if any."""
    text = without_recalled(sentence)
    if _DECLINED.search(text) or _has_worsened().search(text):
        return "declined"
    met = _tells_of("met").search(_without_negations(text))
    bad = _tells_of("insufficient-progress").search(
        _tells_of("met").sub(" ", text) if met else text
    )
    if met:
        return "some-progress" if bad else "met"
    good = _is_better(_TOO_LITTLE.sub(" ", text))
    if bad:
        if _SOME_UNDONE.search(text) and not _CONTRAST.search(text):
            return "insufficient-progress"
        return (
            _mixed(text)
            if good or _tells_of("some-progress").search(text)
            else "insufficient-progress"
        )
    kept = _tells_of("maintained").search(_PACE_KEPT.sub(" ", text))
    if kept and not _leads_to_improvement(text):
        return "maintained"
    if _TOO_EARLY.search(text) and not good:
        return "cannot-tell"
    if good or _tells_of("some-progress").search(text):
        return "some-progress" if _tells_of("some-progress").search(text) else "improved"
    return None


def without_recalled(sentence: str) -> str:
    """Return ``sentence`` without clauses that recall an earlier judgement, or leave it open."""
    return _RECALLED.sub("", _OPEN_QUESTION.sub("", sentence))


def _is_better(text: str) -> bool:
    """Tell whether words of improvement stand in ``text`` that nothing denies."""
    told = _without_negations(text)
    return bool(_IMPROVED.search(told) or _tells_of("improved").search(told))


@cache
def _tells_of(progress: str) -> re.Pattern[str]:
    """Return the pattern of what tells of ``progress``: phrases of the vocabulary, then grammar."""
    told = (each for scheme in ("sign", "hint") for each in vocabulary().scheme(scheme))
    phrases = (cue for each in told if each.slug == progress for cue in each.cues)
    return _words(rf"\b{any_of(phrases)}\b", *_GRAMMAR[progress])


@lru_cache(maxsize=1)
def _has_worsened() -> re.Pattern[str]:
    worse = any_of(vocabulary().concept("change", "worse").cues)
    return _words(rf"\b(?:has|have|had) (?:further |significantly |sharply )?{worse}\b")


def recalls_inspection(sentence: str) -> bool:
    """Tell whether ``sentence`` compares with an earlier inspection or visit."""
    return bool(_ANCHOR.search(sentence))


def summed(values: tuple[str, ...]) -> str | None:
    """Return what several sentences about one thing amount to, the first weighing most.

    The first sentence states the finding and the rest explain it, unless they turn it round: an
    improvement with as many reservations as good news is some progress.
    """
    if not values:
        return None
    first, rest = values[0], values[1:]
    bad = sum(value in ("insufficient-progress", "declined") for value in rest)
    good = sum(value in ("improved", "met", "maintained") for value in rest)
    if first in ("improved", "met", "maintained") and bad > good:
        return "some-progress"
    return first


def _without_negations(text: str) -> str:
    return re.sub(
        rf"\b(?:not|never|nor) (?!the case\b){_BARELY}"
        r"(?:(?:resulted in|led to|ensured|secured|brought|achieved|demonstrated|shown|seen"
        r"|delivered|translated into|made) [^,.;]*|\w+)"
        r"|\bif they are to be\b[^.]*|\bwhether\b[^.]*",
        " ",
        text,
    )


def _mixed(text: str) -> str:
    """Good news and bad in one sentence: the main clause about progress itself decides."""
    slow = re.search(r"\b(?:progress|pace)\b[^.;,]{0,60}\b(?:slow|erratic)", text, re.IGNORECASE)
    denied = re.search(
        r"\bnot (?:made|improved) (?:sufficient|enough)|not improved suff|pace of \w+ has not", text
    )
    if denied or (slow and not re.search(r"\bsome progress\b", text)):
        return "insufficient-progress"
    both = _TURN.search(text) or (_tells_of("some-progress").search(text) and _is_better(text))
    return "some-progress" if both else "insufficient-progress"


def _leads_to_improvement(text: str) -> bool:
    return bool(re.search(r"\b(?:improved outcomes|resulted in improved)\b", text))
