"""The forms in which a clause tells how something fares, as patterns over the vocabulary's words.

`%improved%` in a form stands for any of the words of that trend (`ontology/vocabulary/trends.ttl`),
`%contrast/better%` for those of another scheme.
The groups of a pattern: `verb`, with `not`, `passive` and `goes`.  The forms of states are patterns
of words (`ontology/vocabulary/forms.ttl`): `part` is a word such as "most", `level` high or low.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from loaders.extractors.word_patterns import MOST_NEEDS, BadPattern, WordPattern, WordPatterns
from ontology.matching import any_of, fold
from ontology.vocabulary import Concept, vocabulary

_PLACE = re.compile(r"%(?:(?P<scheme>[a-z]+)/)?(?P<slug>[a-z-]+)%")
HOW_MANY = ("fewer ", "more ", "no ")
_PARTICIPLE, _NOUN = 1, 3  # places in the forms of a way
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
_BEFORE_WORDS = "(‘“\"'/[•*"  # signs after which a word may begin without a blank
_NO_SUBJECT = (
    r"(?:an?|the|of|and|or|with|for|to|in|is|are|was|were|has|have|had|been|be|being|by|as|not"
    r"|much|more|greatly|this|these|such|their|its|no|any|some|through|towards?)"
)
_QUALIFIED = (
    r"(?>(?:an?|the|some|any|their|its|more|most|both|but|and|many|much|%large%|[\w-]+ed|[\w-]+ly"
    r"|increasing|improving|continuing|evidence of|signs of|a number of|several|\d[\d.]*%) )*"
)
_OF = (  # "the progress of plans" is not that of which there is more
    r"(?:in|to|(?<!progress )of|for|across|on|with) (?!(?:order|be|ensure|recent)\b)"
)
_NOT_WANTED = "".join(
    rf"(?<!{word} )" for word in ("need", "needs", "require", "requires", "want", "seek", "see")
)
_Forms = tuple[tuple[tuple[str, ...], str], ...]
_VERBS: _Forms = (  # each behind pieces of which its sentences hold one
    (
        ("has ", "have ", "having "),
        rf"\b(?:has|have|having) (?:\w+ed and )?{_ADVERBS}(?P<not>not )?(?:yet )?{_ADVERBS}"
        r"(?P<passive>been )?"
        rf"{_ADVERBS}(?P<verb>%1%|%2%)\b",
    ),
    (
        ("is ", "are ", "was ", "were "),
        rf"\b(?:is|are|was|were) {_ADVERBS}(?P<not>not )?{_ADVERBS}(?P<verb>%2%)\b",
    ),
    (
        ("continu", "begun to", "began to", "started to", "beginning to", "starting to"),
        r"\b(?P<goes>continue[sd]?|(?<!on )(?<!of )(?<!in )continuing|begun|began|started"
        rf"|beginning|starting) to {_ADVERBS}(?P<verb>%0%)\b",
    ),
    (
        (" seen ",),
        r"\b(?:has|have) (?:also )?seen (?:[\w’-]+ ){1,6}?(?P<verb>%0%)\b",
    ),
    (
        (", with ",),
        r", with (?!(?:the |an? )?(?:\w+ )?(?:aim|intention|view|focus|purpose|hope|emphasis)\b)"
        r"[^,;.]{3,80}? (?P<verb>%2%)\b(?=[,;.]| and\b| from\b| by\b| every\b| year\b|$)",
    ),
    (("%helped%",), rf"(?:%helped%) {_ADVERBS}(?P<verb>%0%|%2%)\b(?= \w)"),
    ((), rf"\b(?!{_NO_SUBJECT}\b)[\w’)]+ (?:also )?(?P<verb>%1%)\b(?={_BY_HOW_MUCH})"),
    (
        ("being ",),
        rf"\b(?:is|are) {_ADVERBS}(?P<not>not )?{_ADVERBS}(?P<passive>being ){_ADVERBS}"
        r"(?P<verb>%1%)\b",
    ),
    (
        ("is ", "are "),
        r"\b(?:is|are) (?:(?:now )?(?:much|greatly|significantly|now|considerably) "
        r"|(?=improved[.,;]))(?P<passive>)(?P<verb>%1%)\b",
    ),
    (
        ("while ", "though ", "albeit "),
        r",? (?:while|although|though|albeit) (?:still )?(?:\w+ly )*(?P<passive>)(?P<verb>%2%)\b"
        r"(?=[,;.]| and\b| but\b| at\b|$)",
    ),
)
_NOUNS: _Forms = (
    (
        (),
        rf"\b(?:%leads-to%|there (?:is|are|(?:is|are) (?:already|also|now)"
        r"|(?:has|have|had) (?:(?!not\b|hardly\b)\w+ )?been)|with"
        r"|(?:is|are) an?(?= improved)|progress made (?:by [\w ]{3,40} )?in) "
        rf"{_QUALIFIED}(?:(?:%1%|%2%)\b|%3% (?:(?:made|seen|achieved) )?{_OF})",
    ),
    (
        ("%3%",),
        rf"{_NOT_WANTED}\b(?:an?|the|this|recent) (?!further\b)(?>%large% )+%3% {_OF}",
    ),
    (
        (),
        r"^(?:[\w-]+, )?(?:recently |significantly )?(?:%1%) "
        r"(?!(?:by|through|since|from|in|to|on|at|with|and|over)\b)(?=\w)",
    ),
    (
        ("a result of", "due to", "because of", "owing to", "their ", "its "),
        r"\b(?:as a result of|due to|because of|owing to|their|its) (?:significantly |much )?"
        r"(?:%1%|%2%) (?=\w)",
    ),
    (("%3%",), r"\bthe %3% in (?=[^,;.]{3,80} (?:means|has|have|is|are)\b)"),
    (
        ("number", "proportion", "percentage"),
        r"\b(?:an? )?(?:%1%|%2%) (?=(?:numbers?|proportion|percentage)s? of)",
    ),
)


_BLANK = re.compile(r"[ -]")  # of a phrase, which the grammar takes for one another


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern of change; ``pieces`` are what a sentence, in small letters, holds one of."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]

    def finditer(self, sentence: str, small: str) -> Iterator[re.Match[str]]:
        """Yield what is found in ``sentence``, of which ``small`` are the small letters."""
        if not self.pieces or any(piece in small for piece in self.pieces):
            yield from self.pattern.finditer(sentence)


@dataclass(frozen=True, slots=True)
class State:
    """The form of a state, and the progress that it tells of.

    One that ``compares`` tells so only beside a comparison with an earlier inspection.
    """

    progress: str
    pattern: WordPattern
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """How it is said that something has become ``meaning``: better, worse, less or more.

    ``verb_needs`` and ``noun_needs`` are words of which the sentences of its verbs and nouns hold
    one; most sentences hold none.
    """

    meaning: str
    verb_needs: frozenset[str]
    noun_needs: frozenset[str]
    verbs: tuple[Form, ...]
    nouns: tuple[Form, ...]


@cache
def ways() -> tuple[Way, ...]:
    """Return the ways in which verbs and nouns of change tell of it."""
    return tuple(
        Way(
            meaning,
            frozenset(fold(cue) for cue in _cues(*slugs[:_NOUN])),
            frozenset(fold(cue) for cue in _cues(*slugs[_PARTICIPLE:])),
            tuple(_form(*form, slugs) for form in _VERBS),
            tuple(_form(*form, slugs) for form in _NOUNS),
        )
        for meaning, slugs in _FORMS_OF.items()
    )


@cache
def states() -> tuple[State, ...]:
    """Return the forms of states, each with the progress that it tells of."""
    forms = [
        (concept.slug, pattern, scheme == "outcome")
        for scheme in ("progress", "outcome")
        for concept in vocabulary().scheme(scheme)
        for pattern in concept.values("pattern")
    ]
    read = WordPatterns((pattern for _, pattern, _ in forms), phrases_of, _cues("common"))
    return tuple(
        State(progress, _looked_up(read, pattern), compares)
        for progress, pattern, compares in forms
    )


def _looked_up(read: WordPatterns, pattern: str) -> WordPattern:
    """Return a pattern that is searched only where a word of its own stands; it must hold one."""
    found = read.pattern(pattern)
    if not found.needs:
        raise BadPattern(pattern, reason="holds no word of its own to look for")
    return found


def phrases_of(name: str) -> Iterator[str]:
    """Yield the labels and patterns of `name`: a trend, or `scheme/slug`."""
    scheme, _, slug = name.rpartition("/")
    concept = vocabulary().concept(scheme or "trend", slug)
    yield from concept.cues
    yield from concept.values("pattern")


@lru_cache(maxsize=16)  # asked first whether there are any, then which
def likely_states(words: frozenset[str]) -> tuple[State, ...]:
    """Return the forms of states that ``words`` may stand for, in their order."""
    by_word, there = _places_by_need()
    for word in words:
        there |= by_word.get(word, 0)
    likely = there
    for _ in range(MOST_NEEDS - 1):
        there >>= len(states())
        likely &= there
    return tuple(states()[place] for place in _places(likely))


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


@cache
def _places_by_need() -> tuple[dict[str, int], int]:
    """Return where among the states those stand that need a word, and those that need none.

    One bit is a state: those of its first need come first, then those of the second, and so on.
    """
    by_word: dict[str, int] = {}
    without = 0
    for place, state in enumerate(states()):
        needs = (state.pattern.needs, *state.pattern.also_needs)
        for rank in range(MOST_NEEDS):
            bit = 1 << (rank * len(states()) + place)
            for word in needs[rank] if rank < len(needs) else ():
                by_word[word] = by_word.get(word, 0) | bit
            without |= 0 if rank < len(needs) else bit
    return by_word, without


@lru_cache(maxsize=16)  # asked first whether to look closer, then for what stands there
def standing(text: str) -> frozenset[str]:
    """Return the words looked for first that begin a word of ``text``."""
    words, automaton = _looked_for()
    plain = f" {fold(text)}"
    for sign in _BEFORE_WORDS:
        plain = plain.replace(sign, " ")
    found = automaton.find_matches_as_indexes(plain, overlapping=True)
    return frozenset([words[index] for index, _, _ in found])


def any_may_stand(text: str) -> bool:
    """Tell whether ``text`` holds the words that one of the forms needs."""
    words = standing(text)
    return not words.isdisjoint(_needed_by_ways()) or bool(likely_states(words))


@cache
def _needed_by_ways() -> frozenset[str]:
    return frozenset(HOW_MANY).union(*(each.verb_needs | each.noun_needs for each in ways()))


@cache
def _needed_first() -> frozenset[str]:
    return _needed_by_ways().union(*(each.pattern.needs for each in states()))


@cache
def _looked_for() -> tuple[tuple[str, ...], AhoCorasick]:
    words = tuple(
        sorted(
            _needed_first().union(*(also for each in states() for also in each.pattern.also_needs))
        )
    )
    return words, AhoCorasick([f" {word}" for word in words])


@cache
def reserve_told() -> re.Pattern[str]:
    """Return the pattern of words that beside a "but" leave of an improvement some progress."""
    return _filled(r"\b%reserve%\b")


@cache
def wanting() -> re.Pattern[str]:
    """Return the pattern of words by which a sentence says that something is wanting."""
    return _filled(r"\b%wanting%\b")


@cache
def names_effect() -> re.Pattern[str]:
    """Return the pattern of what is said of an effect, or of watching, and not of the thing."""
    return _filled(
        r"\b(?:(?:led|lead) to|result(?:ed)? in|brought about)\b|\b%watched%$",
    )


@cache
def after_that() -> re.Pattern[str]:
    """Return the pattern of what comes before a statement of its own: "knows that"."""
    return _filled(
        r"(?<! that)(?<! which)(?<! who) %says-that% that "
        r"| means (?!(?:of|to)\b|that (?:this|it|they)\b)(?=\w)"
    )


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


def _form(pieces: tuple[str, ...], form: str, slugs: tuple[str, ...]) -> Form:
    for place, slug in enumerate(slugs):
        form = form.replace(f"%{place}%", f"%{slug}%")
        pieces = tuple(piece.replace(f"%{place}%", f"%{slug}%") for piece in pieces)
    held: list[str] = []
    for piece in pieces:
        named = _PLACE.fullmatch(piece)
        cues = _concept(named).cues if named else ()
        held += [_BLANK.split(cue.lower().rstrip("*"))[0] for cue in cues] or [piece]
    return Form(_filled(form), tuple(held))


def _filled(form: str) -> re.Pattern[str]:
    filled = _PLACE.sub(lambda found: any_of(_concept(found).cues), form)
    return re.compile(filled, re.IGNORECASE)


def _concept(place: re.Match[str]) -> Concept:
    return vocabulary().concept(place["scheme"] or "trend", place["slug"])


def _cues(*slugs: str) -> tuple[str, ...]:
    return tuple(cue for slug in slugs for cue in vocabulary().concept("trend", slug).cues)
