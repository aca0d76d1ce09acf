"""Sentences that set what is now against what was: "was once a weakness and is now a strength".

They need no verb of change: a comparative with "now" or "than previously", a weakness found then
that is a strength or remains, a trend from year to year.  What holds of a single child or case,
or against other areas and the country, is no change of the work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.extractors.noun_groups import first_subject, group_after, group_before
from loaders.extractors.progress import progress_of, turns
from loaders.extractors.things import is_people, is_somebody, name_of
from ontology.matching import Pieces, any_of
from ontology.vocabulary import vocabulary

MAY_CONTRAST = Pieces(
    (
        *("now ", "no longer ", "become ", "pace of", "led to", "secured", "helped to", "espite "),
        *("sulted in", "increasingly", "reviously", "ormerly", "istorically"),
        *("year", "than before", "remain", "improving", "reduced", "fallen", "decreased"),
        "dropped",
    )
)
OF_ONE = re.compile(
    r"\b(?:he|she|(?:his|her)(?! (?:leadership|senior|management|new)\b)|him|my|child [A-Z]"
    r"|(?<!voice of )(?<!voices of )(?<!views of )(?<!needs of )(?<!experience of )"
    r"(?<!perspective of )(?<!wishes of )"
    r"the (?:child(?! or young| and family| (?:sexual|protection|death|criminal|exploitation|in)\b"
    r"|[’']s (?:voice|lived|allocated|social work|plan|needs|views|wishes"
    r"|experience|journey|record|perspective|file|permanen))|boy|girl|mother"
    r"|father|young person)"
    r"|one (?:child|young person|family))\b|[‘“\"](?:I|My|We)\b",
    re.IGNORECASE,
)
_NOT_YET_SO = (
    r"(?:not|no|nor|than|that|who|which|if|when|and|but|or|to|needs?|must|should|will|could|would"
    r"|trying|plans?|aims?|working|looking|until|so|where|want\w*|expect\w*|hop\w+|requir\w+)"
)
OTHERS = (
    r"(?:the (?:national|England|rest|average|rate)|that of|those of|other|others|similar|national"
    r"|neighbouring"
    r"|in (?:other|similar)|most|average|statistical|many|comparators)"
)
_IS_SO = re.compile(
    r"\b(?:is|are|was|were|(?:has|have) (?:\w+ly |also |now |since )*(?:been|become)) (?:now )?"
    r"(?:\w+ly |much |far |also |even )*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\bwhether\b[^,.;]*", re.IGNORECASE)
WANTING = re.compile(
    r"\b(?:not|still|yet|requires?|needs?|limited|insufficient|weak\w*|gaps?|poor|inconsistent|variable|too)\b",
    re.IGNORECASE,
)
_NOUN_FOLLOWS = re.compile(
    r" (?!(?:in|on|at|to|for|with|by|of|and|but|or|as|than|because|due|since|from|when|where|while"
    r"|able|placed|equipped|informed|supported|matched|across|through|so|this|that|which|who)\b)\w"
)
_ABLE = re.compile(r" (?:able|placed|equipped|informed)\b")  # who is so has not changed himself
_PACE = re.compile(
    r"\b(?P<pace>pace of (?:change|progress|improvements?|implementation))\b"
    r"(?: (?:in|of|for|across) [^,;:.]{3,60}?)? (?:has|have|is now) (?:\w+ly |also |now )*"
    r"(?:accelerated|quickened|increas(?:ed|ing)|picked up"
    r"|gather(?:ed|ing) (?:pace|momentum))\b",
    re.IGNORECASE,
)
_WHILE = r"(?:while|whilst|although|though|albeit)"
_WHILE_IMPROVING = re.compile(
    rf"(?:^(?P<opening>{_WHILE})|(?P<what>^[^,;.]{{3,120}}), {_WHILE}) (?:still |clearly |now )?"
    r"improving\b(?! (?:the|their|its|outcomes)\b)[^,;.]{0,60}, (?P<rest>[^.;]*"
    r"\b(?:not|still|too|remains?|requires?|needs?|limited|variable|inconsistent)\b)",
    re.IGNORECASE,
)
_DESPITE_IMPROVEMENT = re.compile(
    r"\bdespite (?:(?:some|these|the|an|recent|tangible|evident|clear|significant|real|considerable"
    r"|good) ){1,3}(?:improvements?|progress|strides(?: forward)?"
    r"|improving (?:picture|position|trend))\b"
    r"(?! (?:work|plan|board|activity))"
    r"(?: (?:in|to) (?P<what>[^,;.]{3,100}?))?,? "
    r"(?P<rest>[^.;]*\b(?:not|still|too|remains?|requires?|needs?|limited|variable|inconsistent"
    r"|weak\w*|poor|unacceptable|unreliable)\b)",
    re.IGNORECASE,
)
_LESS = r"(?:has|have) (?:\w+ly |also |now )*(?:reduced|fallen|decreased|dropped)\b"
_LESS_BUT_STILL = re.compile(
    rf"\b{_LESS}[^.;]{{0,60}}?,? (?:but|although|yet) [^.;,]{{0,60}}?\b(?:still|remains?|too)\b"
    r"[^.;,]{0,20}? (?:too |relatively |very )?(?:high|many|long)\b(?!er)"
    rf"|^{_WHILE} [^,;.]{{2,80}}? {_LESS}[^,;.]{{0,60}}, [^.;]{{0,60}}?\btoo (?:high|many|long)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\b(?:year[- ](?:on|by)[- ]year|trend of (?:[\w-]+ ){0,2}?) ?improvements?\b"
    r"(?: (?:in|to) (?P<after>[^;.]+))?",
    re.IGNORECASE,
)
_FOUND_THEN = re.compile(
    r"\b(?P<what>concerns|weaknesses|shortfalls|deficits|deficiencies|issues|failings|failures"
    r"|areas for (?:improvement|development)) (?:which were |that were )?(?:first |previously )?"
    r"(?:identified|raised|found|highlighted|noted|reported) "
    r"(?:then|previously|(?:at|in|by|during) (?:the|its|that|their) [^,;.]{3,60}?) "
    r"(?:still |all |largely )?(?:remain|persist|are still (?:evident|present))\b(?! to be)",
    re.IGNORECASE,
)
_REMAINS_SO = re.compile(
    r"\bwas (?:also )?(?:an? )?(?:\w+ )?(?:area for (?:improvement|development)|area of (?:concern"
    r"|weakness)|weakness|shortfall|concern|recommendation) (?:at|in|of|from|by) [^,;.]{3,90}?"
    r",? and (?:this |it |still )?remains? (?:so|the case|one)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """What a sentence says has become of something, and of what in its own words, if it says."""

    progress: str
    thing: str | None = None
    settled: bool = False  # no other part of the sentence names the thing


def contrast_stated(sentence: str) -> Contrast | None:
    """Return how ``sentence`` sets what is now against what was; None where it does not."""
    if not MAY_CONTRAST.are_in(sentence) or OF_ONE.search(sentence):
        return None
    if _FOUND_THEN.search(sentence) or _REMAINS_SO.search(sentence):
        return Contrast("insufficient-progress")
    sentence = _OPEN.sub(" ", sentence)
    unfit = _no_longer_fit().match(sentence)
    if unfit:
        return Contrast("declined", name_of(group_before(unfit["what"])))
    partly = _partly_better(sentence)
    if partly:
        return partly
    worse = _become_worse().match(sentence)
    if worse:
        return Contrast("declined", _subject(worse["what"]))
    return _with_reserve(sentence, _for_the_better(sentence))


def may_contrast(text: str) -> bool:
    """Tell whether ``text`` may hold such a sentence; it costs next to nothing."""
    return MAY_CONTRAST.are_in(text) and bool(_any_contrast().search(text))


def _for_the_better(sentence: str) -> Contrast | None:
    turned = _once_weak().search(sentence)
    if turned:
        return Contrast("improved", _subject(sentence[: turned.start()]))
    ways = (_now_better(), _better_than_before(), _become_better(), _led_to_better())
    better = next((found for way in ways if (found := way.search(sentence))), None)
    if better:
        return Contrast("improved", _better_thing(sentence, better))
    pace = _PACE.search(sentence)
    if pace:
        return Contrast("improved", pace["pace"])
    yearly = _YEARLY.search(sentence)
    if yearly:
        after = group_after(yearly["after"]) if yearly["after"] else None
        return Contrast("improved", name_of(after))
    return None


def _partly_better(sentence: str) -> Contrast | None:
    """Return what is said to be improving, or to have lessened, and still to be wanting."""
    improving = _WHILE_IMPROVING.search(sentence)
    if improving:
        clause = improving["rest"] if improving["opening"] else f"{improving['what']} is so"
        return Contrast("some-progress", _subject_of(clause))
    despite = _DESPITE_IMPROVEMENT.search(sentence)
    if despite:
        return Contrast("some-progress", name_of(group_after(despite["what"] or "")))
    return Contrast("some-progress") if _LESS_BUT_STILL.search(sentence) else None


def _subject_of(clause: str) -> str | None:
    subject = first_subject(clause)
    return None if subject is None else _subject(subject)


def _with_reserve(sentence: str, found: Contrast | None) -> Contrast | None:
    """Return ``found`` as some progress where the sentence also says what is still wanting."""
    read = progress_of(sentence) if found else None
    if found is None or read == "declined":
        return None
    if turns(sentence) and WANTING.search(sentence):
        return Contrast("some-progress", found.thing)
    return None if read == "insufficient-progress" else found


def _subject(before: str) -> str | None:
    group = group_before(before)
    return None if group is None or is_people(group) or is_somebody(group) else name_of(group)


def _better_thing(sentence: str, found: re.Match[str]) -> str | None:
    """Return what is better: the noun that the comparative stands before, else the subject.

    One word alone names nothing: "a more robust process" of what?
    """
    rest = sentence[found.end("better") :]
    if found["greater"]:
        thing = name_of(group_after(sentence[found.start("greater") :]))
    elif _NOUN_FOLLOWS.match(rest) and not found["better"].endswith("ly"):
        thing = name_of(group_after(rest.partition(" than ")[0]))
    else:
        so = None if _ABLE.match(rest) else _IS_SO.search(sentence[: found.start("better")])
        thing = _subject(sentence[: so.start()]) if so else None
    return thing if thing and " " in thing else None


def _words(slug: str) -> str:
    return any_of(vocabulary().concept("contrast", slug).cues)


def _better() -> str:
    """Return the grammar of a comparative of what is wanted: "greater scrutiny" is one."""
    greater = rf"greater (?P<greater>(?:[\w-]+ ){{0,2}}?{_words('greater')})"
    against = rf"(?!(?: [\w’-]+){{0,6}} than {OTHERS}\b)"
    growing = rf"increasingly {_words('strong')}"
    return rf"(?P<better>{_words('better')}|{greater}|{growing})\b{against}"


@lru_cache(maxsize=1)
def _now_better() -> re.Pattern[str]:
    between = rf"(?:(?!{_NOT_YET_SO}\b)[\w’-]+ ){{0,3}}?(?:to (?:much |far )?(?=greater effect))?"
    return re.compile(rf"\bnow {between}{_better()}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _better_than_before() -> re.Pattern[str]:
    was = r"(?:that |it |they |was |were |had |been |is |seen |did |have |has |the case )*"
    before = rf"(?:{_words('then')}|before(?=[,;.]| and\b| but\b))"
    return re.compile(rf"\b{_better()}\b[^;.]{{0,60}}? than {was}{before}", re.IGNORECASE)


_HAS_BECOME = r"\b(?:has|have) (?:\w+ly |also |now |since )*become (?:\w+ly |much |far |even )*"


@lru_cache(maxsize=1)
def _led_to_better() -> re.Pattern[str]:
    """Return the pattern of what "has led to better" work, or is "increasingly effective"."""
    led = (
        r"(?:led to|resulted in|brought about|created|secured|helped to \w+) "
        r"(?:some |an? )?(?:much )?"
    )
    return re.compile(
        rf"\b(?:(?:has|have) (?:\w+ly |also |now )*{led}"
        r"|(?:is|are) (?:(?:well )?\w+ and )?(?=increasingly ))"
        rf"{_better()}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _become_better() -> re.Pattern[str]:
    return re.compile(rf"{_HAS_BECOME}{_better()}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _become_worse() -> re.Pattern[str]:
    of_children = r"(?:that|who|which|when|problems?|needs|behaviour|risks?|children[’']s)"
    return re.compile(
        rf"^(?P<what>(?:(?!{of_children}\b)[^;.:])+?) {_HAS_BECOME}{_words('worse')}\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _once_weak() -> re.Pattern[str]:
    then, weak, strong = (_words(each) for each in ("then", "weak", "strong"))
    return re.compile(
        rf"(?:,? (?:which|that))? (?:was|were|has been|have been|had been) {then}(?: \w+ly)? {weak}"
        rf"\b[^;.]{{0,80}}? (?:is|are) now (?:\w+ly |much |an? |very )*"
        rf"(?:{strong}|{_words('better')}|improved)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _no_longer_fit() -> re.Pattern[str]:
    return re.compile(
        r"(?P<what>(?:\w+, )?(?!(?:if|when|where|while|although|once|as)\b)[^,;.]{4,80}?)"
        rf"(?:, [^;.]{{4,90}}?,)? (?:is|are) no longer {_words('unfit')}\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _any_contrast() -> re.Pattern[str]:
    """Return a pattern that finds any of the contrasts, without telling them apart."""
    now = rf"now [^;.]{{0,60}}?(?:{_words('better')}|{_words('strong')}|greater|improved)\b"
    led = (
        r"(?:led to|resulted in|brought about|created|secured|helped to \w+) .{0,20}?"
        rf"(?:{_words('better')}|greater)|espite .{{0,40}}?(?:improv|progress)"
    )
    found = (
        r"(?:identified|raised|found|highlighted|noted|reported) [^,;.]{0,70}?(?:remain|persist)"
    )
    return re.compile(
        rf"{now}|than [^;.]{{0,40}}?(?:{_words('then')}|before)\b|no longer {_words('unfit')}\b"
        rf"|year[- ](?:on|by)[- ]year\b|trend of\b|become\b|pace of\b|increasingly"
        rf"|{led}|{_LESS}|{_WHILE} (?:\w+ )?improving|{found}"
        r"|remains? (?:so|the case|one)\b",
        re.IGNORECASE,
    )
