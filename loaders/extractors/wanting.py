"""What running text wants done without telling anybody: "visiting requires further strengthening".

The subject is then the matter, not somebody who acts.  Each wording has its verb phrase: what is to
be done to the matter, in the words of the sentence; a wording without one has no action.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from loaders.extractors.actions import infinitive
from loaders.extractors.cues import cued
from loaders.extractors.modals import (
    AREA_THAT,
    PASSIVE,
    THERE_ARE_THAT,
    Modal,
    needed_after,
    said_before,
)
from loaders.extractors.needs_named import action_needed, adverb_of, effort_verb, grown, named
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

WANTED = re.compile(r"\b(?:required|needed)(?:\s+to)?$", re.IGNORECASE)
THERE = re.compile(r"there\b", re.IGNORECASE)
LEFT_WORDS = re.compile(
    r"\b(?:there|is|are|has|have|remains?|still|also|now|clearly|and|but|so"
    r"|to (?:be )?(?:do(?:ne)?|made|undertaken)"
    r"|required|needed)\b",
    re.IGNORECASE,
)
_NOT_IN_A_NAME = (
    r"(?:what|why|how|required|is|are|was|were|has|have|but|although|while|that|which|who)\b"
)
WORK_BY_WHOM = re.compile(r"\s+by\s.*$")
IS_NEEDED = re.compile(r"\b(?:is|are)\b", re.IGNORECASE)
WORK_BY_WHOM = re.compile(r"\s+by\s.*$")
REQUIRES = re.compile(r"\brequires?$", re.IGNORECASE)
JUDGED = r"\b<<graded>>\b[^.;]*$"
AIM_OF_A_GRADE = re.compile(r"\s+(?:to\s|so\s+that\s|if\s+(?:it|they)\s+(?:is|are)\s+to\s)", re.I)
KNOWN_THAT = r"\b<<reported>>\s+that\s+"
TO_BE_GOOD = re.compile(r"\s+to\s+be\s+good\b", re.IGNORECASE)
CLAUSE_ENDS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?P<more>(?:further|overall|now)\b)?\s*"
    r"(?:[.;]?\s*$|;|,\s+(?:and|but|as|while|although)\b|\s+(?:and|but)\s+(?!\w+ing\b))"
)
BY_WHOM = re.compile(r"^\s*,?\s*(?:by|from)\s+[^,;]+?(?=\s+(?:to|on|regarding|around)\s|[.;]|$)")
WITH_WHOM = re.compile(r"^\s*,\s*(?:alongside|(?:together\s+|jointly\s+)?with)\s[^,]+,\s*(?=to\b)")
AIM = re.compile(
    r"\s*(?:,\s*however,)?\s*(?:\w+ly\s+|still\s+|now\s+|together\s+)?(?P<aim>(?:in\s+order\s+)?to\b|so\b|if\b|in\b|with\b"
    r"|between\b|on\b|around\b|across\b|before\b|regarding\b|through\b|for\b)",
    re.IGNORECASE,
)
CONCESSION = re.compile(
    r"\W*(?:(?:However|Nevertheless|Overall),?\s+)?(?:Although|While|Whilst|Though)\b[^,;:.]*$",
    re.I,
)  # where nothing but a concession stands before a verb
COMMA = (
    r",(?P<opens>\s+"
    r"(?:the|this|these|there|it|they|an?|most|some|many|all|more|<<opens-a-clause>>)\b)?"
)
AFTER_ANOTHER = re.compile(
    r"(?:^\W*(?:While|Whilst|Although|Though)\s+(?:[\w’'-]+\s+){3}.*,|(?:[\w’'-]+\s+){3}[\w’'-]+,?\s+but)\s+$",
    re.IGNORECASE,
)  # "while plans are new, there is more to do": the matter is named
ENDS = re.compile(r"\s*(?:\([^)]*\)\s*)?[.;]?\s*$")
ALSO_TRUE = re.compile(
    r",?\s+(?:and|but)\s+(?:is|are|was|were|has|have|had|does|do)\b.*$", re.DOTALL
)
PLANS_TO = r",?\s+and\s+<<means-to>>\b[\s\S]*$"
NEXT_CLAUSE = re.compile(
    r",\s+and\s+during\b.*$|,\s+with\s+[\w’'-]+\s+(?:currently|already|now)\b.*$|,?\s+(?:and|but)\s+(?:it|they|this|there|plans)\s+(?:is|are|has|have|seems?|does)\b.*$|;\s.*$"
    r"|,?\s+but\s+(?:is|are|has|have|does|do)\s+(?:not|only|just|still|yet)\b.*$"
    r"|,\s+(?:as(?!\s+well\b)|though|although|while|which|given)\b.*$",
    re.DOTALL,
)
IN_PARTICULAR = re.compile(r",\s+(?:in particular|however|especially|therefore),\s+")
OF_THE_REPORT = r"\b<<of-the-report>>\b"
BE_DONE = re.compile(
    r"\s*(?P<adverb>(?:(?:\w+ly|also|now|then)\s+)*)be\s+"
    r"(?P<adverb2>(?:(?:\w+ly|also|now|then|better|further|more|fully|well)\s+)*)"
    r"(?P<verb>\w+)(?:\s+and\s+(?P<verb2>\w+ed))?\b",
    re.IGNORECASE,
)
# "more children need to be adopted": how it is, not what is asked
SOME_PEOPLE = r"(?:more|some|many|few|most)\s+(?:[\w’'-]+\s+){0,3}<<somebody-cared-for>>\b"
OF_SOMEBODY = re.compile(r"[^.;]*?\bby\s", re.IGNORECASE)
THAT = re.compile(r"\bthat\s+")
AFTER_COMMA = re.compile(r"^.*[,;:]\s+(?:and\s+|but\s+|so\s+)?", re.DOTALL)
JOINS_CLAUSES = re.compile(r"\b(?:and|but|that|however|because|although|while)\b", re.IGNORECASE)
WORK_ALONE = re.compile(r"(?:^|,\s+|\b(?:and|but)\s+)(?P<what>work|action)\s+$", re.IGNORECASE)
MUCH_TO_DO = re.compile(r"\s+be\s+done\s+(?:to|in|before|so)\b")
BUT = re.compile(r"\bbut\b")
OPENS = re.compile(
    r"(?:However|Again|Also|In|At|For|While|Whilst|Although|Though|Similarly|Where|When|If|As|To|Despite"
    r"|Nevertheless|Overall|[A-Z]\w+ly|Therefore|Consequently|Additionally|Furthermore|Moreover|Currently|On|Across|Within|By|With)\b"
)
LIST_OF_MATTERS = re.compile(
    r"(?P<matter>(?!(?:However|In|At|For|While|Although|Similarly|Where|When|If)\b)"
    r"(?:(?!\b(?:is|are|was|were|has|have|that|which|who|but)\b)[^;:.])+,\s+and\s[^,;:.]+)$"
)
BUT_STILL = re.compile(
    r"\W*(?:However,\s+)?(?P<matter>(?!(?:This|These|It|They|There)\b)(?:(?!\b(?:that|which|who)\b)[^,;:.])+?)\s+"
    r"(?:is|are|has|have)\s[^,;:.]+,?\s+but\s+(?:(?:still|now|also)\s+)?$"
)  # "visits are no longer late, but still": visits
ADVERB_LAST = re.compile(r"(?:\s+(?:will|now|also|still|then|therefore|\w+ly))+$")
FINITE_VERB = re.compile(
    r"^(?:who|which)\b|\b(?:and|or|but)$|(?<!who\s)(?<!which\s)(?<!that\s)\b(?:is|are|was|were|has|have|had|can|will"
    r"|do|does|understands?)\b",
    re.IGNORECASE,
)
THEY_LAST = re.compile(
    r"(?:^|,\s+|\b(?:and|but|so)\s+)they\s+(?:\w+ly\s+|also\s+|still\s+)*$", re.I
)
NO_OBJECT = re.compile(r"(?:they|he|she|we)", re.IGNORECASE)
MOST_WORDS_OF_A_MATTER = 20
HAS_A_CLAUSE = re.compile(r"\b(?:that|which|who|where|is|are|was|were|has|have)\b")
WHEN_AND = re.compile(r"\b(?:when|where|if|whenever)\b[^.;]*,\s*(?:and|or)\b[^,;]*$", re.IGNORECASE)
IN_PLACE = re.compile(r"\s+be\s+in\s+place\b", re.IGNORECASE)
BE_A_PRIORITY = (
    r"\s+(?:\w+ly\s+)?be\s+(?:(?:even|much)\s+)?"
    r"(?P<what>an?\s+(?:[\w-]+\s+)?priority|<<better-so>>(?:\s+and\s+<<better-so>>)?)\b"
)
ALONE_AFTER = re.compile(
    r"\s*(?:[.;,:)(]|$)|\s+(?:\w+ly|so|to|in|for|further|and|but|if|as|at|by|across|within|before|with|over|on|when|where|from"
    r"|while|because|even|more|during|until|now|under|again|through|throughout|between|also|apace|than|despite|since)\b",
    re.IGNORECASE,
)
SO_MUCH = re.compile(r"\b(?:much|even|far|a\s+lot)\s+$", re.IGNORECASE)  # "much more is needed"
PRONOUN_ALONE = re.compile(
    r"\b(?:this|it|they|these|that|those|all|others?|some|what|much)\s*"
    r"(?:(?:will|also|now|still|then|therefore|all|not|\w+ly)\s*)*$",
    re.IGNORECASE,
)
POINTER_ALONE = re.compile(
    r"(?:^\W*(?:(?:Again|However|Also|In addition),?\s+)?|[,:;]\s+|\b(?:and|but|that)\s+)"
    r"(?:this|it|they|these)\s+(?:(?:will|also|now|still|then|therefore|all|\w+ly)\s+)*$",
    re.IGNORECASE,
)
POINTS = re.compile(r"it|this|these", re.IGNORECASE)
PLURAL_MORE = re.compile(r"\bmore\s+need\b", re.IGNORECASE)
FOR_MORE = r"\s+for\s+(?:an?\s+)?<<quantity>>\b(?!\s+to\b)"
TO_VERB = re.compile(
    r"\s+to\s+(?:\w+ly\s+|further\s+)?(?!(?:note|remember|recognise|say|acknowledge)\b)[a-z]+"
)
THAT_IS_DONE = re.compile(
    r"\s+that\s+(?P<matter>(?!there\b)(?:(?!\b(?:that|which|who|is|are)\b)[^,;:.])+?)\s+"
    r"(?:is|are|be)\s+(?P<adverb>(?:\w+ly\s+|also\s+|now\s+)*)(?P<verb>\w+(?:ed|en|t|de|ld))\b"
)
TO_VERB_OR_END = re.compile(r"\s*(?:(?P<aim>to)\s+[a-z]+\b|[.;]?\s*$|,?\s+and\s)")
THERE_LAST = re.compile(r"\b(?P<there>there)\s+$", re.IGNORECASE)
BE_SOMETHING = re.compile(
    r"\s+be\s+(?!no\b|any\b|cause\b|concern|(?:\w+\s+){0,2}(?:risk|delay|doubt|reason)\b)",
    re.IGNORECASE,
)
MUST_WHICH = re.compile(r"^There\s+(?:are|is|remain)\s+(?P<matter>.+),\s+which\s+[^,]+$", re.DOTALL)
BARE_VERB = re.compile(
    r"\s+(?:(?P<adverb>\w+ly)\s+)?(?P<verb>[a-z]+)(?P<rest>(?:\s+\w+ly)?)\s*[.;]?$"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted; ``action`` None where the wording gives no verb phrase."""

    action: str | None


def wanted(text: str, modal: Modal) -> Wanted | None:
    """Return what ``modal`` asks to be done to a matter; None where its subject may act."""
    if modal.states or modal.modality != "must":
        return None
    if modal.if_somebody:
        return _which_somebody(text, modal)
    if modal.form == "left":
        return _left(text, modal)
    if modal.form == "clause":
        aim = TO_VERB.match(text, modal.end)
        done = THAT_IS_DONE.match(text, modal.end)
        if done:
            return _that_is_done(text, done)
        if cued(FOR_MORE).match(text, modal.end):
            return Wanted(action_needed(text[modal.end :].removeprefix(" for")))
        return _done(text[modal.end :].strip().removeprefix("to ")) if aim else None
    if modal.form != "modal":
        return None
    if WANTED.search(text[modal.start : modal.end]):
        return _required(text, modal)
    needed = needed_after(text, modal.start)
    if needed:
        return _needs(text, modal, needed)
    if PLURAL_MORE.search(text, 0, modal.end):
        return None
    return _there(text, modal) or _passive(text, modal) or _thing_acts(text, modal)


def _that_is_done(text: str, done: re.Match[str]) -> Wanted | None:
    """Read "it is vital that records are kept up to date": keep records up to date."""
    verb = infinitive(done["verb"])
    rest = NEXT_CLAUSE.sub("", text[done.end() :])
    if verb is None or PRONOUN_ALONE.fullmatch(done["matter"]) or OF_SOMEBODY.match(rest):
        return None
    return _done(f"{done['adverb']} {verb} {done['matter']}{rest}")


def without_main_clause(text: str, modal: Modal) -> str | None:
    """Return ``text`` up to where a concession that holds ``modal`` ends; None where unsure.

    "Although more work is needed to end drift, visits are made" asks for no visits.
    """
    if text[modal.start] == "," or not CONCESSION.match(text, 0, modal.start):
        return text
    commas = list(cued(COMMA).finditer(text, modal.end))
    main = commas if len(commas) == 1 else [each for each in commas if each["opens"]]
    return text[: main[0].start()] if main else None


def should_be_done(text: str, modal: Modal) -> bool:
    """Whether a matter that is named "should be done", which is not the report's own business."""
    if modal.modality != "should" or modal.states or cued(OF_THE_REPORT).search(text):
        return False
    found = _passive(text, modal)
    return bool(found and found.action)


def is_vague(text: str, modal: Modal) -> bool:
    """Whether nothing is named of which ``modal`` speaks: "this must change", "it needs"."""
    if modal.form == "clause" or THERE.match(text, modal.start):
        return False
    if MUCH_TO_DO.match(text, modal.end):
        return False
    before = SO_MUCH.sub("", text[: modal.start])
    unnamed = not before.strip(" .,") and not WANTED.search(text[modal.start : modal.end])
    return unnamed or bool(PRONOUN_ALONE.search(before))


def changes(text: str, modal: Modal) -> bool:
    """Whether it is the matter that must change: "this has to improve", not "children have to"."""
    return _verbs("thing-acts").match(text, modal.end) is not None


def is_named_before(text: str, modal: Modal) -> bool:
    """Whether the words before ``modal`` point at a matter named before: "this must change"."""
    before = text[: modal.start]
    is_area = AREA_THAT.search(before) or THERE_ARE_THAT.match(before)
    return bool(is_area or POINTER_ALONE.search(before))


def _passive(text: str, modal: Modal) -> Wanted | None:
    """Read "plans need to be better coordinated": better coordinate plans."""
    if not PASSIVE.match(text, modal.end):
        return None
    done = BE_DONE.match(text, modal.end)
    verb, matter = infinitive(done["verb"]) if done else None, matter_before(text[: modal.start])
    if matter and cued(SOME_PEOPLE).match(matter):
        return None
    if done is None or verb is None or matter is None:
        return Wanted(None)
    rest = NEXT_CLAUSE.sub("", IN_PARTICULAR.sub(" ", text[done.end() :]))
    if OF_SOMEBODY.match(rest):
        return Wanted(None)
    also = infinitive(done["verb2"]) if done["verb2"] else None
    verbs = f"{verb} and {also}" if also else verb
    return _done(f"{done['adverb']} {done['adverb2']} {verbs} {matter}{rest}")


def matter_before(before: str) -> str | None:
    """Return the matter that stands before its verb, for use within a clause; None if unclear."""
    there = THERE_ARE_THAT.match(before) or BUT_STILL.match(before)
    before = there["matter"] if there else before
    listed = LIST_OF_MATTERS.match(before)
    found = listed["matter"] if listed else _own_clause(AREA_THAT.sub(" ", before))
    words = ADVERB_LAST.sub("", found.strip(" ,"))
    if not words or len(words.split()) > MOST_WORDS_OF_A_MATTER or FINITE_VERB.search(words):
        return None
    if NO_OBJECT.fullmatch(words):
        return None
    return words[0].lower() + words[1:] if words[1:2] in (" ", *ascii_lowercase) else words


def _own_clause(before: str) -> str:
    """Return the words before a verb without an earlier clause or an adverbial; "" if unclear."""
    said = [
        that.end()
        for that in THAT.finditer(before)
        if said_before().search(before, 0, that.start())
    ]
    before = before[max(said, default=0) :]
    comma = AFTER_COMMA.match(before)
    ends_clause = comma and (BUT.search(comma.group()) or FINITE_VERB.search(comma.group()))
    if comma and not (ends_clause or OPENS.match(comma.group())):
        return ""
    before = before[comma.end() :] if comma else before
    verbs = [verb.end() for verb in FINITE_VERB.finditer(before)]
    joint = JOINS_CLAUSES.search(before, verbs[-1]) if verbs else None
    return before[joint.end() :] if joint else before


def _which_somebody(text: str, modal: Modal) -> Wanted | None:
    """Read "There are failings, which the Council must address urgently"."""
    matter = MUST_WHICH.match(text[: modal.start])
    verb = BARE_VERB.match(text, modal.end)
    if not (matter and verb):
        return Wanted(None) if text[modal.end :].count(" ") < 3 else None
    adverb = (verb["adverb"] or verb["rest"]).strip()
    return _done(" ".join(filter(None, (adverb, verb["verb"], matter["matter"]))))


def _left(text: str, modal: Modal) -> Wanted | None:
    """Read "there is more to do to …", "the Council has further work to do on …"."""
    after = BY_WHOM.sub("", text[modal.end :])
    aim = AIM.match(after)
    if aim is None:
        return (
            Wanted(None)
            if ENDS.match(after) and AFTER_ANOTHER.search(text, 0, modal.start)
            else None
        )
    more = LEFT_WORDS.sub("", text[modal.start : modal.end]).strip(" .,;:").lower()
    return _done(f"{effort_verb(more) or 'do'} {more} {after[aim.start('aim') :]}")


def _required(text: str, modal: Modal) -> Wanted | None:
    """Read "further work is needed to …", "better links with the board are required"."""
    verb = IS_NEEDED.search(text, modal.start, modal.end)
    before, after = text[: verb.start() if verb else modal.start], text[modal.end :]
    more = _more_before().search(before) or WORK_ALONE.search(before)
    if WHEN_AND.search(before):
        return None
    if more is None:
        return _made(text, modal, before)
    direct = text[modal.start : modal.end].endswith("to")
    after = NEXT_CLAUSE.sub("", WITH_WHOM.sub(" ", BY_WHOM.sub("", after)))
    aim = AIM.match(after)
    if not (direct or aim or ENDS.match(after)):
        return None
    rest = f"to{after}" if direct else (after[aim.start("aim") :] if aim else "")
    what = WORK_BY_WHOM.sub("", more["what"]).strip()
    effort = effort_verb(what)
    if effort and (rest or " " in what):
        return _done(f"{effort} {what[0].lower()}{what[1:]} {rest}")
    return _done(grown(f"{what} {rest}"))


def _made(text: str, modal: Modal, before: str) -> Wanted | None:
    """Read "a dedicated programme is needed to …": as the sentence has it."""
    made = _made_thing().search(before)
    aim = TO_VERB_OR_END.match(text, modal.end)
    direct = text[modal.start : modal.end].endswith(" to")
    if not (made and (aim or direct)):
        return None
    end = len(text) if direct or (aim and aim["aim"]) else modal.end
    return _done(text[made.start("thing") : end])


def _needs(text: str, modal: Modal, needed: re.Match[str]) -> Wanted | None:
    """Read "the system needs further improvement to …": further improve the system to …."""
    rest = NEXT_CLAUSE.sub("", BY_WHOM.sub("", text[needed.end() :]))
    noun, more = needed["noun"].lower(), needed["more"].strip().lower()
    matter = matter_before(text[: modal.start])
    aim = AIM.match(rest)
    plain = noun == "improvement" and not more
    if plain and REQUIRES.search(text[modal.start : modal.end]):
        aimed = AIM_OF_A_GRADE.match(rest) or _is_known(text, modal)
        if TO_BE_GOOD.match(rest) or not aimed:
            return None  # the wording of a grade: "the quality of plans requires improvement"
        if cued(JUDGED).search(text, 0, modal.start):
            return None
    ends = CLAUSE_ENDS.match(rest)
    if not (aim or more or ends):
        return None
    rest = f" {ends['more'] or ''}" if ends else rest
    if matter is None and not THEY_LAST.search(text, 0, modal.start):
        return Wanted(None)
    matter = matter or "them"
    concept = named("wanting", noun)
    if concept:
        other = named("wanting", (needed["other"] or "").lower())
        verbs = f"{concept.label} and {other.label}" if other else concept.label
        return _done(f"{adverb_of(more)} {verbs} {matter}{rest}")
    if rest.startswith(" on "):
        return Wanted(None)  # "recording requires a stronger focus on risk"
    concept = named("effort", noun)
    to = concept.alternatives[0] if concept else ""
    return _done(f"{concept.label} {more} {noun} {to} {matter}{rest}") if concept else None


def _is_known(text: str, modal: Modal) -> bool:
    """Whether somebody "has identified that" it requires improvement: no wording of a grade."""
    known = cued(KNOWN_THAT).search(text, 0, modal.start)
    return known is not None and not cued(JUDGED).search(text, 0, modal.start)


def _there(text: str, modal: Modal) -> Wanted | None:
    """Read "there needs to be regular auditing": as the sentence has it."""
    there = THERE_LAST.search(text, 0, modal.start)
    if there is None or not BE_SOMETHING.match(text, modal.end):
        return None
    return _done(text[there.start("there") :])


def _thing_acts(text: str, modal: Modal) -> Wanted | None:
    """Read "visiting needs to improve", "this work must continue", "must be a priority"."""
    found = _verbs("thing-acts").match(text, modal.end)
    matter = matter_before(text[: modal.start])
    alone = found and ALONE_AFTER.match(text, found.end())
    if found and alone and not re.match(r"\s+to\s+good\b", text[found.end() :]):
        onward = text[found.end() :]
        if matter is None:
            return Wanted(None)
        return _done(f"{found['adverb'] or ''} {found['verb']} {matter}{onward}")
    made = cued(BE_A_PRIORITY).match(text, modal.end)
    if made and matter and POINTS.fullmatch(matter) and not made["what"].endswith("priority"):
        return Wanted(None)
    placed = IN_PLACE.match(text, modal.end)
    if placed:
        return _done(f"put {matter} in place{text[placed.end() :]}" if matter else None)
    if made is None:
        shows = _verbs("thing-shows").match(text, modal.end)
        return Wanted(None) if shows else None
    return _done(f"make {matter} {made['what']}{text[made.end() :]}" if matter else None)


def _done(action: str | None) -> Wanted:
    """Return an action without what the sentence goes on to say of something else."""
    if action is None:
        return Wanted(None)
    action = without_next_clause(action)
    action = cued(PLANS_TO).sub("", action)
    also = ALSO_TRUE.search(action)
    if also and not HAS_A_CLAUSE.search(action[: also.start()]):
        action = action[: also.start()]
    return Wanted(" ".join(action.split()).strip(" .;:,") or None)


def without_next_clause(action: str) -> str:
    """Return ``action`` without a clause that says how something else is."""
    return action if ":" in action else NEXT_CLAUSE.sub("", action)


@lru_cache(maxsize=1)
def _more_before() -> re.Pattern[str]:
    """More of a thing at the end of a clause: "much more work", "better joint working"."""
    more = any_of(vocabulary().concept("asking", "quantity").cues)
    return re.compile(
        rf"\b(?P<what>(?:(?:an?|even|still|far)\s+)?{more}(?:\s+(?!{_NOT_IN_A_NAME})[\w’'/-]+){{0,9}}"
        rf"(?:(?:,\s+(?!{more})[\w’'-]+){{1,3}}\s+and\s+[\w’'-]+(?:\s+[\w’'-]+){{0,2}})?)\s+$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _made_thing() -> re.Pattern[str]:
    """A thing that may yet have to be made, as a subject: "a dedicated programme"."""
    made = any_of(vocabulary().concept("asking", "made-thing").cues)
    return re.compile(
        rf"(?:^\W*|[,;]\s+(?:and|but|so)\s+|\bthat\s+)(?P<thing>an?\s+(?:[\w’'-]+\s+){{0,5}}{made}"
        rf"(?:\s+(?:of|for)\s+(?:(?!{_NOT_IN_A_NAME})[\w’'-]+\s+)*[\w’'-]+)?)\s+$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=2)
def _verbs(concept: str) -> re.Pattern[str]:
    verbs = any_of(vocabulary().concept("asking", concept).cues)
    return re.compile(
        rf"\s+(?P<adverb>(?:(?:\w+ly|further|also|still|better)\s+)*)(?P<verb>{verbs})\b",
        re.IGNORECASE,
    )
