"""The forms in which a clause tells how something fares, as patterns over the vocabulary's words.

`%improved%` in a form stands for any of the words of that trend (`ontology/vocabulary/trends.ttl`),
`%contrast/better%` for those of another scheme.
The groups of a pattern: `verb`, with `not` and `passive`, for verbs; `what` for the words from
which on the thing is named, where it follows; `part` for a word such as "most".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from loaders.extractors.contrasts import OTHERS
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

STEM = 5  # letters by which words are looked for first
_FORMS_OF = {  # verb, participle, going on, noun
    "better": ("improve", "improved", "improving", "improvement"),
    "worse": ("worsen", "worsened", "worsening", "deterioration"),
    "less": ("lessen", "lessened", "lessening", "reduction"),
    "more": ("increase", "increased", "increasing", "growth"),
}
# the words that may be repeated stand in atomic groups: each is read in one way only
_ADVERBS = (
    r"(?>\w+ly |also |now |then |since |still |all |each |further |much |well |more than |more "
    r"|again |almost )*"
)
_BY_HOW_MUCH = (
    r"(?: (?:%greatly%)\b"
    r"|,? (?:from|by|to) (?:an? (?:low|high|average|impressive)|%about%|adequate|good|£?\d)"
    r"| (?:in|over|during|between|since|within) (?:the (?:last|past|previous|six|three|two|year)"
    r"|recent|early|late|\w+ 20\d\d|20\d\d)|[.,;]|$)"
)
_NO_SUBJECT = (
    r"(?:an?|the|of|and|or|with|for|to|in|is|are|was|were|has|have|had|been|be|being|by|as|not"
    r"|much|more|greatly|this|these|such|their|its|no|any|some|through|towards?)"
)
_QUALIFIED = (
    r"(?>(?:an?|the|some|any|their|its|more|most|both|but|and|many|much|%large%|[\w-]+ed|[\w-]+ly"
    r"|evidence of|signs of|\d[\d.]*%) )*"
)
_OF = r"(?:in|to|of|for|across|on|with) (?!(?:order|be|ensure|recent)\b)"
_NOT_WANTED = "".join(
    rf"(?<!{word} )" for word in ("need", "needs", "require", "requires", "want", "seek", "see")
)
_TIMES = r"(?:now |also |still |currently |\w+ly )*"
_VERBS = (
    rf"\b(?:has|have|having) {_ADVERBS}(?P<not>not )?(?:yet )?{_ADVERBS}(?P<passive>been )?"
    rf"{_ADVERBS}(?P<verb>%1%|%2%)\b",
    rf"\b(?:is|are|was|were) {_ADVERBS}(?P<not>not )?{_ADVERBS}(?P<verb>%2%)\b",
    rf"\b(?:continue[sd]?|begun|started|beginning|starting) to {_ADVERBS}(?P<verb>%0%)\b",
    rf"(?:%helped%) {_ADVERBS}(?P<verb>%0%|%2%)\b(?= \w)",
    rf"\b(?!{_NO_SUBJECT}\b)[\w’)]+ (?:also )?(?P<verb>%1%)\b(?={_BY_HOW_MUCH})",
    r"\b(?:is|are) (?:(?:now )?(?:much|greatly|significantly|now|considerably) |(?=improved[.,;]))"
    r"(?P<passive>)(?P<verb>%1%)\b",
    r",? (?:while|although|though|albeit) (?:still )?(?:\w+ly )*(?P<passive>)(?P<verb>%2%)\b"
    r"(?=[,;.]| and\b| but\b| at\b|$)",
)
_NOUNS = (
    rf"\b(?:%leads-to%|there (?:is|are|(?:has|have|had) (?:\w+ )?been)|with"
    r"|(?:is|are) an?(?= improved)|progress made (?:by [\w ]{{3,40}} )?in) "
    rf"{_QUALIFIED}(?:(?:%1%|%2%)\b|%3% (?:(?:made|seen|achieved) )?{_OF})",
    rf"{_NOT_WANTED}\b(?:an?|the|this|recent) (?!further\b)(?>%large% )+%3% {_OF}",
    r"^(?:[\w-]+, )?(?:recently |significantly )?(?:%1%) "
    r"(?!(?:by|through|since|from|in|to|on|at|with|and|over)\b)(?=\w)",
    r"\b(?:an? )?(?:%1%|%2%) (?=(?:numbers?|proportion|percentage)s? of)",
)
_EFFECT = (
    r"(?:(?:had|have|having) (?:(?:an?|the|any|much|enough|(?!%harmful%)[a-z-]+) ){0,4}%impact%"
    r"|(?:been )?%has-effect%"
    r"|(?:led to|lead to|result(?:ed)? in|brought about) [^,;.]{0,60}?"
    r"(?:%improvement%|improv\w+|better|chang\w+|reduc\w+|increas\w+|rise|consisten\w+))\b"
)
_WORKED = _EFFECT.replace("%has-effect%", "%has-worked%")
_HOW = r"(?:an? )?(?:\w+(?:ly)? (?:and |but )?){0,2}"
_STATES = (
    (
        "cannot-tell",
        ("early", "soon", "recent", "too new"),
        r"(?<!this )\b(?:is|are|was|remains|making it|although|though|but) (?:\w+ ){0,2}"
        r"%too-early%",
    ),
    (
        "insufficient-progress",
        ("not", "yet to", "still to"),
        r"\b(?:(?:has|have) (?:still |yet |also )*not (?:been )?"
        r"(?>(?:yet|always|all|\w+ly) )+(?:been )?(?:\w+ly )?"
        r"|(?:is|are) (?:still |yet )*not yet (?:\w+ly )?|(?:is|are) still not (?:\w+ly )?"
        r"|(?:(?:has|have|is|are) )?(?:still )?yet to (?:be )?(?:\w+ly )?"
        rf"|(?:is|are) still to be (?:\w+ly )?){_EFFECT}",
    ),
    (
        "insufficient-progress",
        (" not ",),
        rf"\b(?:has|have) not (?:been )?{_WORKED}",
    ),
    (
        "insufficient-progress",
        ("yet", "impacting"),
        r"\b(?:has|have) yet\b(?:(?= +(?:[.,;]|$))| to \w+)|\b(?:is|are) yet to \w+"
        r"|\b(?:is|are) not yet (?:\w+ly )*%still-wanted%\b"
        r"|\b(?:is|are) not yet being (?:\w+ly )?\w+ed\b"
        r"|\b(?:is|are) not (?:yet )?impacting (?:positively|sufficiently|well)\b",
    ),
    (
        "insufficient-progress",
        ("not yet",),
        r"\b(?:is|are) not yet (?:\w+ly )*\w+ing\b(?P<what>)"
        r"|\b(?:do|does) not yet (?:\w+ly )?\w+",
    ),
    (
        "insufficient-progress",
        ("continue", "remain", "still"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained|(?:is|are) still) "
        r"(?:\w+ly |an? )*%still-wrong%\b"
        r"|\bcontinue[sd]? to (?:require|need) (?:further |significant )?improvement\b",
    ),
    (
        "insufficient-progress",
        ("slow", " not "),
        r"\b(?:has|have) been (?:too |very |far too )?slow\b(?: (?:to|in) \w+)?"
        r"|\b(?:is|are) not (?:%improving%|%lessening%|%increasing%) "
        r"(?:well|quickly|fast|sufficiently|enough|in line)"
        r"|\b(?:has|have) not (?:%responded%|been \w+ed) [^,;.]{0,60}?%quickly%",
    ),
    (
        "insufficient-progress",
        ("fail",),
        r"\b(?:(?:has|have) failed|failure|failing) to (?:%address%) (?P<what>[^;.]+)",
    ),
    (
        "insufficient-progress",
        ("same", "similar"),
        r"\b%same%\b[^;.]{0,80}\b%found%\b[^;.]{0,60}"
        r"(?:previous|last|earlier|inspection|visit|review|audit|ago\b|before)",
    ),
    (
        "improved",
        (" now ",),
        r"\b(?:is|are) now (?:\w+ly |also |much |all |mostly )*(?:%strength%|%contrast/better%"
        r"|of (?:an? )?(?:good|better|satisfactory|high|higher) (?:quality|standard))\b",
    ),
    ("improved", (" now ",), r"\b(?:is|are) now completed (?:on time|in time|within)\b(?P<what>)"),
    (
        "improved",
        ("embedded",),
        r"\b(?:has|have) been (?:further|successfully|fully|well|now|firmly) embedded\b",
    ),
    (
        "improved",
        ("difference",),
        r"\b(?:has|have) made an? (?:\w+ )?difference (?:in|to|for) "
        r"(?!(?:their|the|children[’']s|families[’']) lives\b)(?P<what>[^;.]+)",
    ),
    (
        "improved",
        ("improvement",),
        r"\b(?P<part>some )?%improvement% (?:can be|is|are) (?:now |\w+ly )?(?:seen|evident"
        r"|apparent|visible|clear|demonstrated)\b(?P<what>)"
        r"|^(?:the )?recent improvements? (?:has|have)\b",
    ),
    (
        "improved",
        ("there ha",),
        r"\bthere (?:has|have) been (?P<part>some |limited )?(?>%large% )*improvements?\b"
        r"(?! (?:in|to|of|on|across)\b)(?P<what>)",
    ),
    (
        "improved",
        ("providing", "giving", "offering", "bringing"),
        r"\b(?:is|are) (?:now )?(?:providing|giving|offering|bringing) (?:more|greater) "
        r"(?P<what>%contrast/greater%[^;.]*)",
    ),
    (
        "improved",
        ("success",),
        r"\b(?:has|have) had (?:(?P<part>some|limited)|good|considerable|great|notable) success in "
        r"(?P<what>[^;.]+)",
    ),
    ("improved", ("becoming",), r"\b(?:is|are) becoming (?:much |far )?%contrast/better%\b"),
    (
        "improved",
        (" more ", "better", "stronger", "clearer", "greater", "quicker", "swifter", "sharper"),
        r"\b(?:%leads-to%|there (?:is|are)) (?:now )?(?:an? |some |much |far )*"
        rf"(?![^,;.]{{0,80}} than {OTHERS}\b)"
        r"(?:%contrast/better% (?P<what>[^;.]+)|greater (?P<what2>%contrast/greater%[^;.]*))",
    ),
    (
        "improved",
        (" improvement",),
        r", an? (?>%large% )*improvement (?:(?:realised|made|achieved) )?(?:since|on|from|over) "
        r"(?!the (?:national|England))",
    ),
    (
        "insufficient-progress",
        ("ineffective in", "unsuccessful in"),
        r"(?<!which )\b(?:has|have) been (?:ineffective|unsuccessful) in \w+",
    ),
    (
        "insufficient-progress",
        ("continue to",),
        r"\bcontinue to (?:experience|face|encounter|wait|be affected by) [^,;.]{0,40}?%shortfall%",
    ),
    (
        "insufficient-progress",
        ("there remain",),
        r"\bthere remains? (?:\w+ )*?(?:%shortfall%|work to (?:do|be done)|more to do)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("continu", "ongoing", "persist"),
        r"\b(?:there (?:is|are)|with) (?:[\w-]+ )?(?:continu(?:ed|ing|al)|ongoing|persistent) "
        r"(?:[\w-]+ )?%shortfall%",
    ),
    (
        "insufficient-progress",
        ("still", "continu"),
        r"\b(?:still|continue to) receive (?:\w+ )?(?:services|support|help) that "
        r"(?:still )?(?:require|need|are (?:not|in))\b",
    ),
    ("insufficient-progress", ("not all",), r"\bnot all\b[^,;.]{0,80}?\bas yet\b(?P<what>)"),
    (
        "some-progress",
        ("improvement",),
        r"\bimprovements? (?:is|are) not (?:yet )?(?:sufficiently|consistently|fully|always"
        r"|embedded|evident)\b(?P<what>)",
    ),
    (
        "improved",
        ("increasingly",),
        r"\b(?:is|are) increasingly (?:(?:well|more|better) \w+"
        r"|(?!%still-wrong%|%strained%)\w+(?:ed|ful|ial|ive)\b(?! (?:by|to leave)\b))(?P<what>)",
    ),
    (
        "improved",
        (" more ",),
        r"\b(?:is|are) (?:now )?(?:%together%) (?:much |far )?more \w+ly together"
        r"|\b(?:has|have) been \w+ (?:much |far )?more \w+ly (?:in recent|recently|over|since)",
    ),
    (
        "improved",
        (" been ",),
        r"\b(?P<part>some )?(?:(?!where|when|if|how|that|what)\w+ )?%improvement% "
        rf"(?:has|have) {_TIMES}been "
        r"(?:made|seen|achieved|secured|taken)\b(?: (?:in|on|with|to|across) (?P<what>[^;.]+))?",
    ),
    (
        "improved",
        (" more ",),
        r"\b(?:many|far|significantly|considerably) more (?:children|families|care leavers"
        r"|young people|carers|parents) (?:are |now |are now )?(?:receiv|benefit|access|get)\w*\b",
    ),
    (
        "improved",
        ("positive",),
        rf"\b(?:has|have) had {_HOW}positive (?:\w+ )?%impact% (?:on|upon|to|for) (?P<what>[^;.]+)",
    ),
    ("improved", ("successfully",), r"\b(?:has|have) successfully (?:%set-up%) (?P<what>[^;.]+)"),
    (
        "declined",
        (" had ",),
        rf"\b(?:has|have) had {_HOW}%harmful% %impact% (?:on|upon) (?P<what>[^;.]+)",
    ),
    (
        "declined",
        ("failed to", "failing to"),
        r"\b(?:(?:has|have) failed|failing) to (?:sustain|maintain) (?P<what>[^;.]+)",
    ),
    (
        "declined",
        ("not ",),
        r"\b(?:has|have) not been (?:sustained|maintained)\b",
    ),
    (
        "declined",
        ("decline", "deteriorat", "dip", "downturn"),
        r"\b(?:shows?|showed|shown|seen|saw|been) an? (?>%large% )*"
        r"(?:decline|deterioration|dip|downturn)\b(?! in\b)",
    ),
    (
        "declined",
        (" been ",),
        r"\b(?:has|have) (?:also )?been (?:adversely|negatively|badly) (?:affected|impacted)\b",
    ),
    (
        "maintained",
        ("maintained", "sustained"),
        r"\b(?:has|have) (?:\w+ly |also )*(?:maintained|sustained) "
        r"(?=(?:an? |the |its |their )?(?:\w+ly )?%steady%\b)(?P<what>[^;.]+)",
    ),
    (
        "insufficient-progress",
        ("continue", "remain", "still"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained|(?:is|are) still) "
        r"(?:\w+ly |too |very |still )*(?P<level>high|low)\b(?! quality)",
    ),
    (
        "maintained",
        ("continue", "remain", "maintaining"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained) (?:\w+ly |an? )*"
        r"%strength%(?=[,.;]| and\b| in\b| for\b| across\b| with\b| despite\b|$)"
        r"|\bcontinue[sd]? to be (?:well|effectively|appropriately|consistently) \w+"
        r"|\b(?:is|are) maintaining (?:an? )?%steady%",
    ),
    (
        "some-progress",
        ("early stage",),
        r"\b(?:is|are) (?:still )?(?:in|at) (?:an? |the |its |their )?(?:very |relatively )?"
        r"early stages?\b",
    ),
    (
        "some-progress",
        (" being ",),
        rf"\b(?:is|are) {_TIMES}being (?:\w+ly )?(?:%put-right%|%improved%|tackled)\b",
    ),
    (
        "some-progress",
        ("being made",),
        rf"\bprogress is {_TIMES}being made\b(?: (?:in|on|with|to) (?P<what>[^;.]+))?",
    ),
    (
        "some-progress",
        ("starting", "beginning", "started", "begun"),
        rf"\b(?:is|are|has|have) {_TIMES}(?:starting|beginning|started|begun) to "
        r"(?:%take-effect%|(?:make|have|show) (?:an? |some )?(?:\w+ ){0,2}%impact%)\b",
    ),
    (
        "some-progress",
        ("showing", "delivering", "yielding"),
        rf"\b(?:is|are) {_TIMES}(?:showing|delivering|yielding) (?:some |early |\w+ )?"
        r"(?:positive |good )?(?:results|%impact%)\b",
    ),
    (
        "met",
        ("recommendations",),
        r"\b(?P<part>most|many|some|several|a number)? ?(?:of )?(?:the |these |those |its |all )*"
        r"(?:[\w’-]+ ){0,3}recommendations\b[^,;.]{0,60}? (?:is|are|(?:has|have) (?:now )?been) "
        rf"{_TIMES}(?:%carried-out%)\b",
    ),
    (
        "met",
        (" has ", " have "),
        r"\b(?:has|have) (?:now |\w+ly )*%put-right% (?:the |all |(?P<part>most|some) |this |a )*"
        r"(?P<what>(?:[\w-]+ )?%shortfall%\b[^;.]*)",
    ),
)

_RENEWAL = r"\b(?:has|have) been (?:\w+ly )?(?:%renewed%)\b"


@dataclass(frozen=True, slots=True)
class State:
    """The form of a state, the words of which its sentences hold one, and what it tells."""

    progress: str
    needs: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Way:
    """How it is said that something has become ``meaning``: better, worse, less or more.

    ``needs`` are beginnings of words of which its sentences hold one; most sentences hold none.
    """

    meaning: str
    needs: frozenset[str]
    verbs: tuple[re.Pattern[str], ...]
    nouns: tuple[re.Pattern[str], ...]


@cache
def ways() -> tuple[Way, ...]:
    """Return the ways in which verbs and nouns of change tell of it."""
    return tuple(
        Way(
            meaning,
            frozenset(cue[:STEM] for cue in _cues(*slugs)),
            tuple(_compiled(form, slugs) for form in _VERBS),
            tuple(_compiled(form, slugs) for form in _NOUNS),
        )
        for meaning, slugs in _FORMS_OF.items()
    )


@cache
def states() -> tuple[State, ...]:
    """Return the forms of states, each with the progress that it tells of."""
    return tuple(
        State(progress, frozenset(needs), _filled(form)) for progress, needs, form in _STATES
    )


def standing(small: str) -> frozenset[str]:
    """Return the words looked for first that stand in ``small``, a sentence in lower case."""
    words, automaton = _looked_for()
    found = automaton.find_matches_as_indexes(small, overlapping=True)
    return frozenset(words[index] for index, _, _ in found)


@cache
def _looked_for() -> tuple[tuple[str, ...], AhoCorasick]:
    needs = (*(each.needs for each in ways()), *(each.needs for each in (*states(), *renewals())))
    words = tuple(sorted(frozenset().union(*needs)))
    return words, AhoCorasick(words)


@cache
def renewals() -> tuple[State, ...]:
    """Return the forms of what has been renewed, which is no progress by itself."""
    return (State("improved", frozenset(_cues("renewed")), _filled(_RENEWAL)),)


@cache
def praise() -> re.Pattern[str]:
    """Return the pattern of words that say of an amount that it is good."""
    return _filled(r"\b%praised%\b(?! (?:below|above|under|over \d))")


@cache
def measure() -> re.Pattern[str]:
    """Return the pattern of words that only measure what they are of: "the number of"."""
    return _filled(r"%measure%")


@cache
def promising() -> re.Pattern[str]:
    """Return the pattern of words of good news that count only beside bad news."""
    return _filled(r"\b%promising%\b")


@cache
def names_nothing() -> re.Pattern[str]:
    """Return the pattern of words that by themselves do not say what has fared so."""
    return _filled(
        r"(?>(?:the|these|those|such|some|many|most|several|all|of|its|their|recent|further"
        r"|similar|expected|most recent|early) )*%empty%(?: of (?:the|this|these) %empty%)?"
        r"(?: (?:in|across) (?:some|many|most|all|several) (?:\w+ )?areas"
        r"| (?:they|it) (?:have|has|had) \w+| on \w+ \w+)?"
    )


@cache
def slight() -> re.Pattern[str]:
    """Return the pattern of words that make of a change for the better some progress."""
    return _filled(r"\b%slight%\b")


def _compiled(form: str, slugs: tuple[str, ...]) -> re.Pattern[str]:
    for place, slug in enumerate(slugs):
        form = form.replace(f"%{place}%", f"%{slug}%")
    return _filled(form)


def _filled(form: str) -> re.Pattern[str]:
    def words(found: re.Match[str]) -> str:
        return any_of(vocabulary().concept(found["scheme"] or "trend", found["slug"]).cues)

    filled = re.sub(r"%(?:(?P<scheme>[a-z]+)/)?(?P<slug>[a-z-]+)%", words, form)
    return re.compile(filled, re.IGNORECASE)


def _cues(*slugs: str) -> tuple[str, ...]:
    return tuple(cue for slug in slugs for cue in vocabulary().concept("trend", slug).cues)
