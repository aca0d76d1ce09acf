"""The words that say how strongly something is asked for, and whether they ask at all.

"Whether the Council should retain" and "should have been taken" ask for nothing; "the need to"
is a noun; a "should" that opens a sentence is a condition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from loaders.extractors.cues import cued
from ontology.matching import Match, Matcher, any_of
from ontology.vocabulary import vocabulary

Form = Literal["modal", "address", "clause", "left"]
NOUN_BEFORE = re.compile(r"\b(?:the|a|an|any|no|of|their|its|children[’']s|without)\s+$", re.I)
LAST_CLAUSE = re.compile(r"[^,;:.]*$")
SUBORDINATE = re.compile(
    r"\b(?P<word>whether|which|who|whom|how|why|so\s+that|that|because|if|when|where|while|although"
    r"|(?<!later\s)than|until|as(?!\s+part\s+of\b)|before|(?<!looked\s)after|once(?!\s+(?:an?|every)\b)|what)\b",
    re.IGNORECASE,
)
CONCEDES = frozenset({"although", "while"})  # what they concede is so
OPENS_SENTENCE = re.compile(r"\W*(?:(?:However|Nevertheless|Overall),?\s+)?", re.IGNORECASE)
ADDED = re.compile(r",\s+$")  # ", although more is needed", ", who need to": it is asked for
ADDED_WORDS = frozenset({"although", "who"})
WHICH_SOMEBODY = re.compile(r"\s+(?:(?:the|both|all)\s+)?[\w’'&-]+(?:\s+[\w’'&-]+){0,6}\s+$")
AFTER_A_WHOLE_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had)\s+[\w’'-]+\b[^,;:.]*?\s[\w’'-]+\s+$"
    r"|^\s+(?:is|are)\s+\w+(?:ing|ed|less|able)\s+$"
)
VERB_FIRST = re.compile(r"\s+(?:\w+ly\s+)?[a-z]+[a-rt-z]s\s+[\w’'-]+\b[^,;:.]*\s$")
AREA_THAT = re.compile(
    r"\s+(?:is|are|remains?)\s+(?:still\s+)?(?:an\s+)?(?:important\s+)?areas?(?:\s+of\s+\w+)?\s+(?:which|that)\s+$"
)  # "visiting is an area which requires work": visiting does
THERE_ARE_THAT = re.compile(
    r"^\W*(?:[\w’'-]+,\s+)?There\s+(?:are|is|remains?)\s+(?P<matter>[^,;:]+?)\s+(?:which|that)\s+$"
)  # "there remain pockets of practice which require further work"
BEFORE_SOMETHING = re.compile(
    r"^\W*(?:before|after|until)\s+(?:[\w’'-]+\s+){4,}$", re.IGNORECASE
)  # "Before the first visit the service will": no clause of its own
THE_FACT = re.compile(r"\bthe\s+fact\s+$", re.IGNORECASE)
ANY_THAT = re.compile(r"^\W*(?:any|each|every|an?|all)\s+(?:[\w’'-]+\s+){1,4}$", re.IGNORECASE)
RELATIVE = (  # "Any agency that cannot attend must": a clause of its own, which is over
    r"\s+(?:that|which|who)\s+(?:cannot|can|is|are|was|were|has|have|does|do|did)\s"
    r"(?:(?!and\b|or\b|but\b)[\w’'-]+\s?){1,10}"
)
GOES_ON = re.compile(r"\b(?:and|or|but)\b")
CLAUSE_AS_ADJECTIVE_BEFORE = re.compile(
    r"\b(?!(?:and|but|so|then|that|also|as|the|a|an|this|all|both|each|therefore|however|moment|present|addition"
    r"|in|of|at|by|for|from|with|to|across|within|on|between)\b)"
    r"[a-z][\w’'-]*\s+(?:they|it|he|she|we|you|the\s+[\w’']+|[A-Z][\w’']+)\s+$"
)  # "the support they need to", "the ambition the Council has to"
ADVERBS = (
    r"(?:\s+(?:\w+ly|further|also|now|then|not|all|both|jointly|first|continue\s+to|at\s+pace))*"
)
PASSIVE = re.compile(
    rf"{ADVERBS}\s+be(?:\s+(?:better|more|fully|well|quality))?{ADVERBS}\s+(?:\w+ed|set|made|given|held|built|taken|put|brought|kept|led|done|known|"
    r"drawn|seen|told|heard|met|taught|undertaken|overseen|sent|written|sought|found|shown|chosen|driven|understood)\b",
    re.IGNORECASE,
)
GERUND_AFTER = re.compile(r"\s+\w+ing\b")
PASSIVE_BEFORE = re.compile(r"\b(?:is|are|be|being|was|were)\s+$", re.IGNORECASE)
COULD_BEFORE = re.compile(r"\bcould\s+$", re.IGNORECASE)  # "all they could have to reduce"
EXPECT_AFTER = re.compile(r"\s+expect(?!\s+(?:\w+\s+){1,4}to\b)", re.IGNORECASE)
PERFECT_AFTER = re.compile(
    r"\s+(?:not\s+)?(?:already\s+)?have\s+(?:\w+ly\s+)?(?:been|\w+ed)\b", re.I
)
NEGATED_STATE_AFTER = re.compile(r"\s+not\s+be\s+(?:without|seen|regarded|taken)\b", re.I)
STATE_AFTER = (
    r"\s+(?:also\s+|then\s+|now\s+)?(?:<<state>>"
    r"|be\s+(?:a\b(?!\s+(?:multi-agency|(?:\w+\s+)?priority)\b)|in(?!\s+place\b)))\b"
)  # "seek" is an action
QUALITY_AFTER = re.compile(r"\s+(?:also\s+|then\s+|now\s+)?be\s+(?:clear|more)\b", re.IGNORECASE)
NEEDS_OF_CHILDREN = r"\b<<need-of-children>>\s+$"
NOUN_AFTER = re.compile(r"\s+(?:to|for|from|by|are|were|that\s+are)\b", re.IGNORECASE)
NOUNS_TOO = frozenset({"requests", "tasks", "asks"})
SUPPOSED_AFTER = re.compile(
    r"\s+(?:also\s+|well\s+)?(?:not\b|have\b|be\s+(?:less|more|a|an|the|at|in|able|aware|unaware)\b)",
    re.IGNORECASE,
)  # "may not always ensure", "may be less aware": what may be so asks for nothing
RESULT_BEFORE = re.compile(
    r"(?:^|[.;:,]\s+|\band\s+)(?:it|doing\s+so|(?:this|these|such)(?:\s+[\w’'-]+){0,3})\s+$",
    re.IGNORECASE,
)
THERE_BEFORE = re.compile(r"\bthere\s+$", re.IGNORECASE)
LEFT_TO_DO = r"<<left-to-do>>$"
NEEDS = re.compile(
    r"(?:still\s+)?(?:needs?|requires?|(?:is|are)\s+in\s+need\s+of)\b", re.IGNORECASE
)
IN_NEED_OF = re.compile(r"\bin\s+need\s+of$", re.IGNORECASE)
KNOWS_THEY = r"\b<<knows>>\s+(?:they|it)\s+$"
HAS_TO = re.compile(r"(?:has|have|needs?)\b", re.IGNORECASE)
HAVE_TO = re.compile(r"(?:has|have)\s+to\b", re.IGNORECASE)
HARDSHIP = r"\s+(?:\w+ly\s+)?<<hardship>>\b"
BEFALLS = r"\s+(?:\w+ly\s+)?<<befalls-him>>\b"
NOT_BEFORE = re.compile(
    r"\b(?:not|never|no\s+longer)\s+(?:\w+ly\s+)?$"
    r"|^\W*(?:no|nothing|nobody|none)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
ADDRESSING = r"<<addressing>>$|<<asked-that>>$"
ASKED_THAT = r"<<asked-that>>$"
IMPERSONAL = r"<<impersonal>>$"
OF_ANYTHING = re.compile(r"\b(?:there|recommended|recommendation)\b", re.IGNORECASE)
IT_BEFORE = re.compile(r"\bit\s+(?:(?:\w+ly|also|now|therefore)\s+)?$", re.IGNORECASE)
RECOMMENDED_THAT = re.compile(r"recommended\s+that\b", re.IGNORECASE)
WANTED_WORDS = re.compile(r"\b(?:needed|required)(?:\s+to)?$", re.IGNORECASE)
NO_MORE_BEFORE = re.compile(
    r"\b(?:no|not\s+any|little|nothing)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
WILL_BE_DONE = re.compile(
    r"(?P<now>\s+now)?\s+(?:also\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en|ld|ght|ade)\b"
)
FROM_WHEN = re.compile(
    rf"\b(?:[Ff]rom|[Bb]y|[Ii]n|[Dd]uring)\s+(?:(?:early|late|mid|the\s+end\s+of)[\s-]+)?"
    rf"(?:{_MONTH}\b(?:\s+20\d\d)?|20\d\d\b|(?:the\s+)?next\s+(?:month|year|quarter)\b)"
)
NO_PLAN = r"\s+(?:now\s+|also\s+)?be\s+(?:\w+ly\s+)?<<no-plan>>\b"
MAIN_MODAL_BEFORE = re.compile(
    r"\b(?:should|must|shall|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:(?:\w+ly|also|now)\s+)*$",
    re.IGNORECASE,
)
IS_TO = re.compile(r"(?:is|are) to$", re.IGNORECASE)
PRAISED_AFTER = r"\s+be\s+(?:\w+ly\s+)*<<praised>>\b"
NEEDED = re.compile(
    r"\b(?:needed|required)$", re.IGNORECASE
)  # "the Board is needed to": it is wanted, not told to
WEAK = frozenset({"will", "may"})


@dataclass(frozen=True, slots=True)
class Modal:
    """Words at ``text[start:end]`` that ask for something.

    ``form`` modal: the subject before them must act ("the Council should"); address: the one
    after them ("requires the Council to"); clause: somebody in the clause that follows ("it is
    imperative for the Council to"); left: what is left to do ("the Council has more to do").
    ``states`` where what follows is no action ("will feel"); ``if_somebody`` where the words
    ask only if somebody is their subject (", which the Council must address").
    """

    start: int
    end: int
    modality: str
    form: Form
    states: bool = False
    if_somebody: bool = False


@lru_cache(maxsize=1)
def _modal_words() -> Matcher[str]:
    return Matcher(
        (name, concept.slug)
        for concept in vocabulary().scheme("modality")
        for name in (*concept.names, *concept.cues)
    )


@lru_cache(maxsize=1)
def _needs_known() -> frozenset[str]:
    """The words of asking that ask only of their subject: "recognises the need to"."""
    return frozenset(cue for each in vocabulary().scheme("modality") for cue in each.cues)


@lru_cache(maxsize=1)
def _result_after() -> re.Pattern[str]:
    """The verbs of what comes of an action, after "will" or "may": "ensure", "help", "lead to"."""
    verbs = any_of(vocabulary().concept("asking", "result").cues)
    return re.compile(rf"\s+(?:(?:also|then|now|further|\w+ly)\s+)*{verbs}\b", re.IGNORECASE)


def needed_after(text: str, start: int) -> re.Match[str] | None:
    """Return what the matter before a "needs" or "requires" at ``start`` needs."""
    verb = NEEDS.match(text, start)
    return _something_needed().match(text, verb.end()) if verb else None


@lru_cache(maxsize=1)
def _something_needed() -> re.Pattern[str]:
    """What a matter needs, after "requires", "needs further": "significant improvement to …"."""
    concepts = vocabulary().scheme("asking")
    more = any_of(vocabulary().concept("asking", "quantity").cues)
    nouns = any_of(
        cue for each in concepts if {"wanting", "effort"} & set(each.broader) for cue in each.cues
    )
    return re.compile(
        rf"(?P<more>(?:\s+an?(?=\s+{more}\b))?(?:\s+(?:even\s+)?{more}(?:\s+and(?=\s+{more}\b))?)*?)\s+(?P<noun>{nouns})\b"
        rf"(?:\s+and\s+(?P<other>{nouns})\b)?",
        re.IGNORECASE,
    )


def asks(text: str) -> bool:
    """Tell whether some word in ``text`` may ask for something; cheaper than `find_modals`."""
    return any(
        match.key not in WEAK or _promises(text[match.start : match.end], match.key)
        for match in _modal_words().find_all(text)
    )


def asked_that(text: str, modal: Modal) -> bool:
    """Whether words ask by a verb without ending: "it was agreed that the Director write"."""
    return cued(ASKED_THAT).search(text[modal.start : modal.end]) is not None


def promises(text: str, modal: Modal) -> bool:
    """Whether words say more than "will" or "may": "will be taking action to", "may wish to"."""
    return _promises(text[modal.start : modal.end], modal.modality)


def _promises(words: str, modality: str) -> bool:
    return modality in WEAK and " " in words


def next_step(text: str, modal: Modal) -> bool:
    """Whether ``modal`` says what is to be done next: "the next step is to replace the form"."""
    steps = vocabulary().concept("asking", "next-step").cues
    return text[modal.start : modal.end].lower() in steps


def is_planned(text: str, modal: Modal) -> bool:
    """Whether something named "will now be done", or from a month or year that is named.

    What "will be needed" or "considered" is no plan, and no more what children will be told.
    """
    if modal.modality != "will" or modal.if_somebody or modal.form != "modal":
        return False
    done = WILL_BE_DONE.match(text, modal.end)
    dated = done and (done["now"] or FROM_WHEN.search(text))
    return bool(dated) and not cued(NO_PLAN).match(text, modal.end)


def announces(text: str) -> bool:
    """Whether an inspectorate announces what it will do: "a visit will be made within a year".

    "The next inspection will be within three years" is a day, and nothing to be done.
    """
    return _announcement().match(text) is not None


@lru_cache(maxsize=1)
def _announcement() -> re.Pattern[str]:
    coming = any_of(vocabulary().concept("asking", "announced").cues)
    return re.compile(
        rf"\W*(?:The|A|An|This|Our|Your)\s+(?:[\w’'-]+\s+){{0,6}}{coming}\s+will\s+be\s+"
        r"(?:\w+ly\s+)?(?:\w+ed|made|held)\b"
        r".*\b(?:within|in|on|by|between|before|after|from|during)\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)  # one sentence is asked for again and again while it is read
def find_modals(text: str) -> tuple[Modal, ...]:
    """Return the words of one sentence that ask for something, in order."""
    words = _modal_words().find(text)
    read = (
        _modal(text, each)
        for each, following in zip_longest(words, words[1:])
        if not (following and each.key in WEAK and _joined(text, each, following))
    )
    return tuple(modal for modal in read if modal)


def _joined(text: str, word: Match[str], following: Match[str]) -> bool:
    """Whether two words ask as one: "will need to"."""
    between = text[word.end : following.start].strip().lower()
    return following.key not in WEAK and between in ("", "also", "now", "still")


def _modal(text: str, match: Match[str]) -> Modal | None:
    """Return what a word of asking is in its sentence; None where it asks for nothing there."""
    words = text[match.start : match.end]
    if cued(LEFT_TO_DO).search(words):
        left = _left_before().search(text, 0, match.start)
        clause = _subordinate(text[: left.start()]) if left else "that"
        return Modal(left.start(), match.end, match.key, "left") if left and not clause else None
    if not _asks(text, match.start, match.end, match.key):
        return None
    clause = _subordinate(text[: match.start])
    if_somebody = clause is not None and _may_have_a_subject(text[: match.start], clause)
    if clause and not if_somebody:
        return None
    return replace(_shaped(text, match), if_somebody=if_somebody or words.lower() in _needs_known())


@lru_cache(maxsize=1)
def _left_before() -> re.Pattern[str]:
    """What stands before "more to do": "there is still much", "the Council has"."""
    more = any_of(vocabulary().concept("asking", "quantity").cues)
    adverbs = r"(?:(?:still|also|now|clearly)\s+)*"
    return re.compile(
        rf"(?:\b(?:there\s+(?:is|are|remains?)|{adverbs}(?:has|have))\s+{adverbs}(?:(?:{more}|some)\s+)*"
        rf"|(?:^|[.;:,]\s+|\b(?:and|but|so)\s+)(?:{more}\s+)+(?:work\s+)?)$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def said_before() -> re.Pattern[str]:
    """The end of "leaders recognise", "is aware": a "that" after it opens what is so."""
    said = any_of(vocabulary().concept("asking", "said").cues)
    return re.compile(
        rf"\b{said}(?:,?\s+(?:however|also|rightly|therefore|now),?)?\s+$", re.IGNORECASE
    )


def _subordinate(before: str) -> str | None:
    """Return the word that makes the clause before a modal part of another, None for a main one."""
    clause = LAST_CLAUSE.search(before)
    begin = clause.start() if clause else 0
    found = None
    for opened in SUBORDINATE.finditer(before, begin):
        word = " ".join(opened["word"].lower().split())
        stated = word == "that" and said_before().search(before, 0, opened.start())
        added = word in ADDED_WORDS and ADDED.search(before, 0, opened.start())
        conceded = word in CONCEDES and OPENS_SENTENCE.fullmatch(before, 0, opened.start())
        is_area = (
            AREA_THAT.search(before) or THERE_ARE_THAT.match(before)
        ) and opened.end() == len(before.rstrip())
        timed = BEFORE_SOMETHING.match(before)
        if not (stated or added or conceded or is_area or timed or _is_over(before, opened)):
            found = word
    return found


def _is_over(before: str, opened: re.Match[str]) -> bool:
    """Whether a clause of its own ends before the modal: "children who are in care need"."""
    rest = before[opened.end() :]
    describes = opened["word"].lower() in ("who", "which") or THE_FACT.search(
        before, 0, opened.start()
    )
    if opened["word"].lower() == "that" and ANY_THAT.search(before, 0, opened.start()):
        return re.fullmatch(RELATIVE, f" {before[opened.start() :].rstrip()}") is not None
    whole = AFTER_A_WHOLE_CLAUSE.search(rest) or (
        opened["word"].lower() == "who" and VERB_FIRST.match(rest)
    )
    return bool(describes and whole and not GOES_ON.search(rest))


def _may_have_a_subject(before: str, clause: str) -> bool:
    """Whether somebody may yet be told to act: ", which the Council", "where it is weak staff"."""
    opened = list(re.finditer(rf"\b{clause}\b", before, re.IGNORECASE))[-1]
    rest = before[opened.end() :]
    if clause == "which":
        return bool(ADDED.search(before, 0, opened.start()) and WHICH_SOMEBODY.fullmatch(rest))
    return clause in ("where", "when", "if") and AFTER_A_WHOLE_CLAUSE.search(rest) is not None


def _asks(text: str, start: int, end: int, modality: str) -> bool:
    before = text[:start]
    words = text[start:end]
    if modality in ("may", "will") and words[:1].isupper() and before.strip():
        return False  # the month, a name
    if modality == "may" and (SUPPOSED_AFTER.match(text, end) or THERE_BEFORE.search(before)):
        return False
    if modality in WEAK and RESULT_BEFORE.search(before) and _result_after().match(text, end):
        return False  # "This will ensure that …": what comes of it
    if not before.strip() and words.lower() in ("should", "may", "will"):
        return False  # "Should progress fail, …"
    if (
        modality == "recommended"
        and words.lower() == modality
        and not PASSIVE_BEFORE.search(before)
    ):
        return False  # what somebody once recommended
    if IS_TO.match(words) and cued(PRAISED_AFTER).match(text, end):
        return False  # "leaders are to be commended"
    if WANTED_WORDS.search(words) and NO_MORE_BEFORE.search(before):
        return False  # "no further action is required"
    if HAS_TO.match(words) and NOT_BEFORE.search(before):
        return False  # "does not have to be agreed"
    if HAVE_TO.match(words) and (
        cued(NEEDS_OF_CHILDREN).search(before) or cued(HARDSHIP).match(text, end)
    ):
        return False  # "families have to wait"
    if IS_TO.match(words) and cued(BEFALLS).match(text, end):
        return False  # "the Director is to leave in May"
    if cued(ADDRESSING).search(words) and MAIN_MODAL_BEFORE.search(before):
        return False  # "the Council should ask the Board to": it is the Council that must
    if words.lower() in NOUNS_TOO and NOUN_AFTER.match(text, end):
        return False  # "information requests to the hub"
    if words.lower().startswith("need") and cued(NEEDS_OF_CHILDREN).search(before):
        return False
    if HAS_TO.match(words) and (
        (CLAUSE_AS_ADJECTIVE_BEFORE.search(before) and not cued(KNOWS_THEY).search(before))
        or (GERUND_AFTER.match(text, end) and not needed_after(text, start))
    ):
        return False
    if cued(IMPERSONAL).search(words) and _is_of_a_thing(words, before):
        return False
    if IN_NEED_OF.search(words) and not needed_after(text, start):
        return False  # "children are in need of help"
    if NOUN_BEFORE.search(before) or COULD_BEFORE.search(before) or EXPECT_AFTER.match(text, end):
        return False
    return not (PERFECT_AFTER.match(text, end) or NEGATED_STATE_AFTER.match(text, end))


def _is_of_a_thing(words: str, before: str) -> bool:
    """Whether "is vital" says of a thing what it is for: "records are vital to protect"."""
    return not (OF_ANYTHING.search(words) or IT_BEFORE.search(before))


def _shaped(text: str, match: Match[str]) -> Modal:
    words = text[match.start : match.end]
    form: Form = "modal"
    if cued(IMPERSONAL).search(words) or RECOMMENDED_THAT.match(text, match.start):
        form = "clause"
    elif cued(ADDRESSING).search(words) and not needed_after(text, match.start):
        form = "address"
    there_be = match.key == "must" and THERE_BEFORE.search(text, 0, match.start)
    states = (cued(STATE_AFTER).match(text, match.end) and not there_be) or (
        match.key in WEAK and QUALITY_AFTER.match(text, match.end)
    )  # to "need to be more open" is to act
    return Modal(match.start, match.end, match.key, form, bool(states))
