"""Whose practice a passage of a joint inspection finds wanting, where it asks nobody to act.

Such letters put findings where others put demands: "The police form has no field for …".  The
first sentence that finds fault tells whose practice it is, and later ones may add another of whom
they speak.  What agencies do together, and what others fail to do with one, is their partnership's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from loaders.extractors.actors import ActorFinder, FoundActor, local_body
from loaders.extractors.groups import group_kinds
from loaders.extractors.sentences import split_sentences
from loaders.extractors.subjects import subject_of
from loaders.records import Actor
from ontology.matching import any_of
from ontology.vocabulary import Concept, vocabulary

AGENCY, LOCAL, GROUP = "agency", "local-body", "group"
MOST_AGENCIES = 2
IN_A_ROW = re.compile(
    r"\s*(?:,(?:\s+[\w’-]+){1,3}(?=,|\s+and\b))*"
    r"\s*(?:,|&|and|or|as\s+well\s+as|including)?\s*(?:,|and)?\s*"
    r"(?:(?:to|with|by|in|at|for|within|from|both|the|its|their|all|other)\s+)*",
    re.IGNORECASE,
)
JOINS = re.compile(r"\s*(?:,|&|and\b|or\b|as\s+well\b|including\b)")
AGENT_IN_A_CLAUSE = re.compile(
    r"\b(?:when|where|who|whom|if|whose)\b[^,;.]*\bby\s+(?:the\s+)?$", re.IGNORECASE
)  # "when children are arrested by the police"
AGENT = re.compile(r"\bby\b", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between)\b", re.IGNORECASE)
OPENING = re.compile(
    r"^\W*(?:(?:however|but|furthermore|moreover|similarly|also|nevertheless|in addition"
    r"|in contrast|by contrast|while|whilst|although|though|some|most|many|not all|the|all|"
    r"(?:staff|practitioners|leaders|managers)?\s*(?:in|at|within|from|of))\b,?\s*)*$",
    re.IGNORECASE,
)
STAFF_OF = r"(?:\s+\([\w\s]+\))?(?:\s+(?:staff|teams?|practitioners|colleagues|services?))?\s+"
ADVERBS = r"(?:(?:\w+ly|always|often|well|yet|currently|still|being|all|fully)\s+)*"
RUN_BY = re.compile(
    r"(?:(?:(?:,|\s+and)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+)*(?:\s+\([\w\s]+\))?"
    r"\s+(?:provided|delivered|run)\s+by|\s+(?:at|of|in|within))\s+(?:the\s+)?"
)  # "the clinics and the ward (W) provided by"
WORD_BEFORE = re.compile(r"\b([\w’'-]+)\s+$")
EXAMPLE = re.compile(r"^\W*for (?:example|instance)\b", re.IGNORECASE)
ITSELF = re.compile(r"\b(?:of|to|in|by|from)\s+(?:the\s+)?$", re.IGNORECASE)
SHARES = re.compile(r"^\s+(?:(?:do|does|did)\s+not\s+)?(?:\w+ly\s+)?shar(?:e|es|ing)\b")
GERUND = re.compile(r"\s+(?:not\s+)?(?:\w+ly\s+)?[a-z]+ing\b")
ONE_OF_THEM = re.compile(r"\s+(?!(?:is|are|was|were|has|have|had|do|does|did|to|who)\b)[a-z]+\b")


def agencies_described(text: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the one or two agencies whose practice ``text`` finds wanting, none where unsure.

    Where the sentence that finds fault names nobody, it is the agency with which the item began.
    """
    sentences = [each.text for each in split_sentences(text)]
    first, *later = [at for at, each in enumerate(sentences) if _finds_fault(each)] or [0]
    found = _whose(sentences[first], finder)
    if found is None:
        found = next((_topic(each, finder) for each in sentences[:first]), ())
    also = (actor for index in later for actor in _also(sentences[index], finder))
    agencies = tuple(dict.fromkeys((*found, *also))) if found else ()
    return agencies if len(agencies) <= MOST_AGENCIES else ()


def _finds_fault(sentence: str) -> bool:
    """Tell whether a sentence says itself that something is wrong, and not by an example."""
    return bool(_words_for("fault").search(sentence)) and not EXAMPLE.match(sentence)


def _whose(sentence: str, finder: ActorFinder) -> tuple[Actor, ...] | None:
    """Return the agencies of a sentence that finds fault, none where it is of them together.

    They are the two between which something fails, else those of the subject, else those by whom
    something is done, else all that it names.  None: it names nobody.
    """
    named = tuple(_named(sentence, finder))
    if any(_is_left_out(sentence, each) for each in named):
        return ()
    able = tuple(each for each in named if not _lacks(sentence, each))
    able = _without_services_of_others(sentence, able)
    if named and not able:
        return ()
    subject = _without_purpose(subject_of(sentence))
    start = max(sentence.find(subject), 0)
    in_subject = _within(sentence, start, start + len(subject), able)
    in_subject += [each for each in able if _does(sentence, each) and each not in in_subject]
    pair = BETWEEN.search(sentence)
    if pair and (BETWEEN.search(subject) or not in_subject):
        return _the_two(sentence, pair.end(), able)
    if in_subject and _and_others().match(sentence, in_subject[-1].end):
        return ()
    if len(in_subject) > 1 and _together(sentence, able):
        return ()
    if _together(subject, in_subject, start):
        return _actors(each for each in able if _does(sentence, each))
    found = in_subject or _agents(sentence, able)
    if found:
        return _actors(found)
    return () if _together(sentence, able) else (_actors(able) or None)


def _within(sentence: str, start: int, end: int, named: Sequence[FoundActor]) -> list[FoundActor]:
    """Return the agencies named between ``start`` and ``end``, and who stands in a row with them.

    A subject that is a list goes on after its first comma.
    """
    found: list[FoundActor] = []
    for each in named:
        joined = found and IN_A_ROW.fullmatch(sentence, found[-1].end, each.start)
        if start <= each.start < end or joined:
            found.append(each)
    return found


def _without_purpose(subject: str) -> str:
    """Return the words of a bullet that has no verb up to what it is for: "checks to inform …"."""
    purpose = _purpose().search(subject)
    return subject[: purpose.start()] if purpose else subject


def _topic(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the agency of which a sentence speaks that finds no fault: a body with a name."""
    subject = subject_of(sentence)
    start = max(sentence.find(subject), 0)
    named = tuple(_named(sentence, finder))
    bodies = [
        each
        for each in named
        if (start <= each.start < start + len(subject) or OPENING.fullmatch(sentence[: each.start]))
        and each.actor.kind == "body"
        and not group_kinds(each.actor)
    ]
    return () if _together(subject, named, start) else _actors(bodies)


def _also(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return with whom a later sentence that finds fault begins: "GPs do not ask about this"."""
    named = list(_named(sentence, finder, boards=True))
    opening = [each for each in named if OPENING.fullmatch(sentence[: each.start])][:1]
    row = _row(sentence, opening[0].start, named) if opening else ()
    if any(_is_left_out(sentence, each) or _lacks(sentence, each) for each in row):
        return ()
    return () if _together(subject_of(sentence), row) else _actors(row)


def _the_two(sentence: str, start: int, named: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return both agencies of "information-sharing between the hospital and the police".

    Groups without a name are no two agencies, and work that is joint is nobody's own.
    """
    row = _row(sentence, start, named)
    grouped = any(group_kinds(each.actor) for each in row)
    joint = re.search(r"\bjoint", sentence[:start], re.IGNORECASE)
    return () if len(row) != MOST_AGENCIES or grouped or joint else _actors(row)


def _agents(sentence: str, named: Sequence[FoundActor]) -> tuple[FoundActor, ...]:
    """Return the agencies of "graded by the police", not of "by the police and partners"."""
    for by in AGENT.finditer(sentence):
        row = _row(sentence, by.end(), named)
        if row and not _and_others().match(sentence, row[-1].end):
            return row
    return ()


def _row(sentence: str, start: int, named: Sequence[FoundActor]) -> tuple[FoundActor, ...]:
    """Return the agencies that stand in a row from ``start``: "the CSP, the police and …"."""
    row: list[FoundActor] = []
    for each in named:
        if each.start < start:
            continue
        if not IN_A_ROW.fullmatch(sentence, start, each.start):
            break
        service_of_it = row and sentence[start : each.start].isspace() and group_kinds(each.actor)
        row += [] if service_of_it else [each]
        start = each.end
    return tuple(row)


def _actors(found: Iterable[FoundActor]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(each.actor for each in found))


def _without_services_of_others(
    sentence: str, named: Sequence[FoundActor]
) -> tuple[FoundActor, ...]:
    """Return the agencies without the services that another runs: "a clinic provided by UDM".

    "UDM midwives" are those of UDM too.
    """
    return tuple(
        each
        for each in named
        if not group_kinds(each.actor)
        or not any(
            RUN_BY.fullmatch(sentence, each.end, other.start)
            or sentence[other.end : each.start].isspace()
            for other in named
        )
    )


def _together(words: str, named: Sequence[FoundActor], start: int = 0) -> bool:
    """Tell whether ``words`` speak of agencies together, not only as those who receive.

    What agencies are called is left out ("health professionals"); ``start`` is where the words
    begin in the sentence of the ``named``.
    """
    for each in named:
        at, end = each.start - start, each.end - start
        words = words[:at] + " " * (end - at) + words[end:]
        if len(named) == 1 and end > 0:
            words = words[:end] + SHARES.sub("", words[end:], count=1)
    return _words_for("together").search(_to_others().sub(" ", words)) is not None


def _is_left_out(sentence: str, found: FoundActor) -> bool:
    """Tell whether others fail to do something with an agency: "GPs are not invited"."""
    return _left_out().match(sentence, found.end) is not None


def _does(sentence: str, found: FoundActor) -> bool:
    """Tell whether an agency does something itself: "due to the police viewing it as a dispute"."""
    before = ITSELF.search(sentence, 0, found.start)
    return before is not None and GERUND.match(sentence, found.end) is not None


def _lacks(sentence: str, found: FoundActor) -> bool:
    """Tell whether professionals, or services without a name, lack what others have to give."""
    if found.actor.kind == "body" and not group_kinds(found.actor):
        return False
    after = _lacking().match(sentence, found.end)
    return bool(after or _capacity_of().search(sentence, 0, found.start))


def _named(sentence: str, finder: ActorFinder, boards: bool = False) -> Iterator[FoundActor]:
    """Yield the agencies that ``sentence`` names in order, an agency's own work as the agency.

    Whoever only receives something, or acts in a clause about when or whom, is left out, and who
    stands in a row with him.  ``boards``: bodies that are no agencies too.
    """
    out_from = -1
    for each in sorted(_mentions(sentence, finder, boards), key=lambda each: each.start):
        before = sentence[: each.start]
        gap = sentence[out_from : each.start] if out_from >= 0 else ""
        joined = JOINS.match(gap) and IN_A_ROW.fullmatch(gap)
        mentioned = (_receives(), _source(), AGENT_IN_A_CLAUSE)
        if joined or any(pattern.search(before) for pattern in mentioned):
            out_from = each.end
        else:
            yield each


def _mentions(sentence: str, finder: ActorFinder, boards: bool) -> Iterator[FoundActor]:
    found = finder.find(sentence)
    agencies = [
        agency
        for each in found
        if (agency := _as_agency(each, sentence, finder, boards))
        and not _no_practice().match(sentence, each.end)
    ]
    yield from agencies
    for start, end, actor in _own_work(sentence, finder):
        before = sentence[:start].rstrip()  # "police officers" are named already
        if not any(each.start <= start < each.end or each.end == len(before) for each in agencies):
            yield FoundActor(start, end, actor)


def _own_work(sentence: str, finder: ActorFinder) -> Iterator[tuple[int, int, Actor]]:
    """Yield what is one agency's own work: social work, officers."""
    for concept in vocabulary().scheme("finding"):
        for kind in concept.related:
            actor = _agency_of(kind, finder)
            words = _words_for(concept.slug).finditer(sentence) if actor else ()
            yield from (
                (each.start(), each.end(), actor)
                for each in words
                if actor and not _is_of_others(sentence, each)
            )


def _is_of_others(sentence: str, work: re.Match[str]) -> bool:
    """Tell whether "officers" are those of others: "probation officers"."""
    word = WORD_BEFORE.search(sentence, 0, work.start())
    return bool(word and work.group().islower() and word[1].lower() not in _small_words())


def _agency_of(kind: str, finder: ActorFinder) -> Actor | None:
    """Return the agency of a kind of which the document speaks."""
    if kind == "council":
        return finder.council
    concept = vocabulary().concept("body-type", kind)
    if concept.broader == (GROUP,):
        return local_body(finder.council, kind)
    named = (each.actor for cue in concept.cues[:1] for each in finder.find(cue))
    return next(named, None)


def _as_agency(
    found: FoundActor, words: str, finder: ActorFinder, boards: bool
) -> FoundActor | None:
    """Return what is found if it is an agency, or the professionals of one: they make no body.

    "School nurse records" are those of the service.
    """
    actor, printed = found.actor, words[found.start : found.end]
    if actor == finder.council:
        return found if re.search(r"council|authority", printed, re.IGNORECASE) else None
    if actor.kind == "body":
        named = boards and actor.body_type != GROUP
        return found if named or _is_agency(actor) else None
    concept = vocabulary().named("body-type", printed)
    if actor.kind != "role" or concept is None or AGENCY not in concept.related:
        return None
    if not printed.endswith("s") and ONE_OF_THEM.match(words, found.end):
        return FoundActor(found.start, found.end, local_body(finder.council, concept.slug))
    return found


def _is_agency(actor: Actor) -> bool:
    known = vocabulary().body(actor.body) if actor.body else None
    kind = actor.body_type or (known.body_type if known else None)
    return kind in _agency_kinds() or kind == LOCAL or AGENCY in group_kinds(actor)


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset(vocabulary().concept("naming", "no-part").cues)


@lru_cache(maxsize=1)
def _agency_kinds() -> frozenset[str]:
    """Return the kinds of bodies that work with children."""
    kinds = vocabulary().scheme("body-type")
    return frozenset(kind.slug for kind in kinds if AGENCY in kind.related)


def _concept(slug: str) -> Concept:
    return vocabulary().concept("finding", slug)


@lru_cache(maxsize=16)
def _words_for(slug: str) -> re.Pattern[str]:
    cues = any_of(_concept(slug).cues).replace("'", "[’']")
    return re.compile(rf"\b{cues}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _no_practice() -> re.Pattern[str]:
    """What makes of an agency's name no practice of it: "police protection powers"."""
    return re.compile(rf"\s+{any_of(_concept('no-practice').cues)}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _to_others() -> re.Pattern[str]:
    """Others who only receive it: "sent to partner agencies", "a MASH referral"."""
    others = _concept("others")
    places = any_of(others.alternatives)
    return re.compile(
        r"\b(?:to|into|with|at)\s+(?:[\w’]+\s+and\s+)?(?:other\s+|the\s+)?"
        rf"(?:{any_of(others.cues)}|{places})\b|\b{places}\s+referrals?\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _and_others() -> re.Pattern[str]:
    others = any_of(_concept("others").cues)
    return re.compile(
        rf"\s*(?:,|and|or)\s+(?:\w+\s+){{0,2}}(?:{others}|services|others)\b", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _receives() -> re.Pattern[str]:
    words = any_of(_concept("receives").cues)
    return re.compile(rf"(?<!due )\b{words}\s+(?:staff\s+(?:in|at)\s+)?(?:the\s+)?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _purpose() -> re.Pattern[str]:
    verbs = any_of(vocabulary().concept("asking", "act").cues)
    return re.compile(rf",?\s+(?:in order\s+)?(?:to\s+{verbs}|so\s+that)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _source() -> re.Pattern[str]:
    """What an agency is but the source of; how good it is, is that agency's."""
    source = _concept("source")
    return re.compile(
        rf"^(?!.*\b{any_of(source.alternatives)}(?! assurance)\b[^,.;]*\bof\s[^,.;]*$)"
        rf".*\b{any_of(source.cues)}\s+(?:\w+ed\s+|held\s+|given\s+|sent\s+|made\s+)?"
        r"(?:by|from)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _left_out() -> re.Pattern[str]:
    left_out, told = _concept("left-out"), any_of(_concept("told").cues)
    return re.compile(
        rf"{STAFF_OF}(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:{ADVERBS}(?:not|no\s+longer)\s+{ADVERBS}"
        rf"{any_of(left_out.cues)}|{ADVERBS}{any_of(left_out.alternatives)})"
        rf"|(?:\w+\s+that\s+they\s+)?(?:do|does|did)\s+not\s+{ADVERBS}(?:receive|get|have|see)\s+"
        rf"(?:\w+\s+){{0,3}}{told})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _lacking() -> re.Pattern[str]:
    lacks, nouns = _concept("lacks"), any_of(_concept("had").cues)
    return re.compile(
        rf"{STAFF_OF}(?:(?:is|are|was|were|have\s+been|has\s+been)\s+{ADVERBS}not\s+{ADVERBS}{any_of(lacks.cues)}"
        rf"|(?:do|does|did)\s+not\s+{ADVERBS}have\s+(?:\w+\s+){{0,2}}{nouns}"
        rf"|(?:has|have|had)\s+(?:very\s+|too\s+)?(?:\w+\s+)?{nouns})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _capacity_of() -> re.Pattern[str]:
    nouns = any_of(_concept("lacks").alternatives)
    return re.compile(rf"\b{nouns}\s+of\s+(?:staff\s+in\s+)?(?:the\s+)?$", re.IGNORECASE)
