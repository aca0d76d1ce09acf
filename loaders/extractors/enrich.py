"""What every item of a list gets after its genre has found it: who has to act, and its themes.

Genres know the layout; this knows the words.  What a genre has already settled (a column of
responsible bodies, a maker) is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from loaders.extractors.actors import ActorFinder, shared_finder
from loaders.extractors.asking_prose import apart_from, find_obligations_in_report
from loaders.extractors.comparisons import ReadBeside, find_comparisons
from loaders.extractors.cues import cued
from loaders.extractors.described import agencies_described
from loaders.extractors.emphasis import is_list_of_findings
from loaders.extractors.groups import group_kinds
from loaders.extractors.inspectorates import spoken_together
from loaders.extractors.modals import WEAK
from loaders.extractors.obligations import read_duty, read_sentences
from loaders.extractors.present_tense import recommended_of
from loaders.extractors.registered import registered
from loaders.extractors.sentences import split_sentences
from loaders.extractors.summing import summed_up
from loaders.extractors.themes import Setting, classify
from loaders.page import SourceText
from loaders.records import (
    Actor,
    AskingSentence,
    Duty,
    Findings,
    Obligation,
    Part,
    Recommendation,
    Requirement,
)
from ontology.vocabulary import vocabulary

ROLE_FOLLOWS = (
    r"[’']s?\s+<<remit>>\s+"
    r"(?:will\s+be|is|are|include|includes|should\s+be)(?:\s+to)?\s*:?\s*$"
)
ASKED_BY = re.compile(
    r"\b(?:could|should|must|may|can|to)\s+(?:\w+ly\s+)?be\s+[^.;]*\bby\s+(?:the\s+)?$",
    re.IGNORECASE,
)
ADDRESSED_TO = re.compile(
    r"(?:\bthe\s+(?P<whom>(?:(?!the\b)[\w’-]+\s+){1,4}(?=(?:that|which|whom)\s+)))?"
    r"(?:[\w’-]+\s+){0,2}(?:report|letter)\s+is\s+addressed\s+to\b",
    re.IGNORECASE,
)
COMMISSIONER = "commissioner-report"
READ_BY_THEIR_GENRE = frozenset((COMMISSIONER, "committee-report"))
JOINT_LETTER = "joint-inspection-letter"
AREA_REPORT = "area-send-report"
DESCRIBED_ONLY = "the item describes this agency's practice and does not say who has to act"
BOARD = "safeguarding-children-board"
REVIEWS_OF_BOARDS = frozenset({"inspection-report", "board-review"})  # joint letters only go to one
SAFEGUARDING = frozenset((BOARD, "safeguarding-children-partnership"))
PARTNERSHIPS = SAFEGUARDING | {"local-area-partnership"}
REPORTS_IN_FULL = frozenset(
    (
        "inspection-report",
        "board-review",
        "joint-inspection-letter",
        "area-send-report",
        "commissioner-report",
        "committee-report",
    )
)  # the genres of letters on visits, whose business is progress, read it themselves


def enrich(findings: Findings, source: SourceText) -> Findings:
    """Return ``findings`` with duty, addressee basis, themes, issues and maker on every item.

    Full reports get the sentences that compare with an earlier inspection too.
    """
    findings = _with_comparisons(findings, source)
    finder = shared_finder(source.text, council_of(findings.concerns))
    maker = _maker(findings)
    read = replace(
        findings,
        recommendations=tuple(
            _enriched(item, findings, finder, maker) for item in findings.recommendations
        ),
        requirements=tuple(_required(each, finder, findings) for each in findings.requirements),
        responsibilities=tuple(
            replace(each, duty=each.duty or read_duty(each.text, finder, each.held_by))
            for each in findings.responsibilities
        ),
        obligations=findings.obligations or _obligations(findings, source, finder),
    )
    return spoken_together(read)


def _required(requirement: Requirement, finder: ActorFinder, findings: Findings) -> Requirement:
    """Return ``requirement`` with its sentences; who is responsible bears what names nobody.

    "Those that this letter is addressed to" are the posts of its address, his own left out.
    """
    responsible = requirement.responsible
    posts = dict.fromkeys(each.post for each in findings.addressees if each.post.label)
    body = responsible.body if responsible else None
    addressed = tuple(post for post in posts if body is None or post.body != body)
    sentences = (
        _supported(each, addressed, told) if (told := ADDRESSED_TO.search(each.text)) else each
        for each in read_sentences(requirement.text, finder)
    )
    return replace(
        requirement,
        sentences=tuple(
            each
            if each.duty.bearers or responsible is None
            else replace(each, duty=replace(each.duty, bearers=(responsible,)))
            for each in sentences
        ),
    )


def _supported(
    sentence: AskingSentence, by: tuple[Actor, ...], told: re.Match[str]
) -> AskingSentence:
    """Return ``sentence`` supported by those whom its words ``told`` name together."""
    duty = sentence.duty
    together = tuple((each, told.group("whom") and told.group()) for each in by)
    printed = tuple((each, words.removeprefix("the ")) for each, words in together if words)
    supported = replace(
        duty, supported_by=duty.supported_by or by, printed=(*duty.printed, *printed)
    )
    return replace(sentence, duty=supported)


def _obligations(
    findings: Findings, source: SourceText, finder: ActorFinder
) -> tuple[Obligation, ...]:
    """Return what a full report's running text asks; other genres read that themselves."""
    if findings.genre not in REPORTS_IN_FULL - READ_BY_THEIR_GENRE:
        return ()
    found = find_obligations_in_report(source, finder)
    return tuple(
        replace(each, duty=replace(each.duty, bearers=_led(each.duty.bearers, findings.concerns)))
        for each in apart_from(found, (*findings.recommendations, *findings.requirements))
    )


def _with_comparisons(findings: Findings, source: SourceText) -> Findings:
    if findings.genre not in REPORTS_IN_FULL or findings.assessments:
        return findings
    beside = ReadBeside(
        taken=tuple(
            quote
            for item in findings.recommendations
            if len(split_sentences(item.text)) == 1  # a longer one tells what was found, too
            for quote in item.evidence
        ),
        areas=frozenset(judgement.area for judgement in findings.judgements),
    )
    return replace(findings, assessments=find_comparisons(source, _maker(findings), beside))


def council_of(body: Actor | None) -> Actor | None:
    """Return the council whom a document is about, or whom the body that it is about serves."""
    if body is None or body.serves is None:
        return body
    return registered(body.serves) or body


def _maker(findings: Findings) -> Actor | None:
    """Who asks, unless a genre says otherwise: inspectorate, Commissioner or publisher."""
    if findings.genre == "commissioner-report":
        role = vocabulary().concept("role", "commissioner")
        return Actor(kind="role", label=role.label, role=role.slug)
    if findings.inspection and findings.inspection.inspected_by:
        return registered(findings.inspection.inspected_by[0]) or findings.publisher
    return findings.publisher


def _enriched(
    item: Recommendation, findings: Findings, finder: ActorFinder, maker: Actor | None
) -> Recommendation:
    default = item.default_addressee or findings.concerns
    finder = finder.within(item.text)
    read = _led_into(read_sentences(item.text, finder), item.lead_in, finder)
    if findings.genre == COMMISSIONER and item.role == "made":
        read = _as_recommended(read, finder)
    if findings.genre == JOINT_LETTER and is_list_of_findings(item.list_heading or ""):
        read = tuple(replace(each, duty=_of_a_finding(each.duty)) for each in read)
    duty = _merged(item.duty, summed_up(read), default)
    told = () if item.duty and item.duty.bearers else summed_up(read).bearers
    joint = findings.genre == JOINT_LETTER and (
        not duty.bearers or (told and all(_are_leaders(each) for each in told))
    )  # whose "leaders" they are the finding says
    described = agencies_described(item.text, finder) if joint else ()
    described = () if described == (default,) else described
    sentences = tuple(
        replace(each, duty=_sentence_duty(each, item, None if described else default))
        for each in read
    )
    duty = replace(duty, bearers=described or duty.bearers)
    joint_first = findings.genre == JOINT_LETTER and _begins_with_all(read, duty, default)
    if joint_first or _begins_with_a_request(read, default):
        duty = _of_nobody_named(duty, read)
    if joint_first and default and _is_agent(default, read[0].text, finder):
        duty = replace(duty, bearers=(default,))
    classification = classify(
        " ".join([item.text, *(part.text for part in item.parts)]), _setting(item, findings, duty)
    )
    parts = tuple(_part(part, item, finder) for part in item.parts)
    restated_elsewhere = item.role == "restated" and findings.inspection is None
    return replace(
        item,
        duty=_with_others_of(duty, parts, default),
        sentences=sentences,
        parts=parts,
        default_addressee=default,
        addressee_basis=item.addressee_basis or ("implied" if described else _basis(duty, default)),
        themes=item.themes or classification.themes,
        issues=item.issues or classification.issues,
        made_by=item.made_by or (None if restated_elsewhere else maker),
        doubt=item.doubt or (DESCRIBED_ONLY if described and not told else None),
    )


def _setting(item: Recommendation, findings: Findings, duty: Duty) -> Setting:
    """Return what the kind of its document, its list and its addressee tell of an item's themes."""
    default = item.default_addressee or findings.concerns
    joint = findings.genre == JOINT_LETTER
    return Setting(
        board_business=default is not None
        and default.body_type == BOARD
        and findings.genre in REVIEWS_OF_BOARDS,
        findings=joint and is_list_of_findings(item.list_heading or ""),
        agencies=tuple(each.label for each in duty.bearers) if joint else None,
        area=findings.genre == AREA_REPORT,
    )


def _led_into(
    read: tuple[AskingSentence, ...], lead_in: str | None, finder: ActorFinder
) -> tuple[AskingSentence, ...]:
    """Return an item that ends its lead-in ("Leaders need to ensure that:") as strong as that."""
    if lead_in is None or len(read) != 1 or read[0].duty.modality:
        return read
    strength = summed_up(read_sentences(lead_in, finder)).modality
    return (replace(read[0], duty=replace(read[0].duty, modality=strength)),)


def _as_recommended(
    read: tuple[AskingSentence, ...], finder: ActorFinder
) -> tuple[AskingSentence, ...]:
    """Return the sentences of an item that asks only by saying what a body does."""
    if any(each.duty.modality or each.duty.action or each.duty.bearers for each in read):
        return read
    told = recommended_of(read[0].text, finder) if read else None
    if told is None:
        return read
    actor, action = told
    duty = replace(read[0].duty, bearers=(actor,), modality=("recommended",), action=action)
    return (replace(read[0], duty=duty), *read[1:])


def _begins_with_all(read: Sequence[AskingSentence], duty: Duty, default: Actor | None) -> bool:
    """Tell whether an item begins with the partnership and only then names groups of it."""
    first = [actor for actor, _ in read[0].duty.printed] if len(read) > 1 else []
    whole = any(actor == default or _are_partners(actor) for actor in first)
    return whole and not read[0].duty.bearers and all(map(group_kinds, duty.bearers))


def _is_agent(whole: Actor, sentence: str, finder: ActorFinder) -> bool:
    """Tell whether a passive names the partnership: "more could be made of this by partners"."""
    return any(
        (each.actor == whole or _are_partners(each.actor))
        and ASKED_BY.search(sentence, 0, each.start)
        for each in finder.find(sentence)
    )


def _begins_with_a_request(read: Sequence[AskingSentence], default: Actor | None) -> bool:
    """Tell whether a board's item asks it for something and only then tells its partners to act.

    "Include staff in audits.  Individual agencies must own the findings."
    """
    if default is None or default.body_type not in SAFEGUARDING:
        return False
    first, *later = (each.duty for each in read)
    told = [actor for duty in later for actor in duty.bearers]
    asked = first.action and not (first.bearers or first.modality)
    return bool(asked and told) and all(map(_are_partners, told))


def _of_nobody_named(duty: Duty, read: Sequence[AskingSentence]) -> Duty:
    """Return the duty of an item without what its sentences tell somebody else to do."""
    own = summed_up([each for each in read if not each.duty.bearers])
    return replace(duty, bearers=(), action=own.action, modality=own.modality)


def _of_a_finding(duty: Duty) -> Duty:
    """Return what a sentence asks; one that only finds gives nobody a part.

    "Plans are not always sent to the hub" asks nobody to tell the hub; "only where there is an
    arrest" is then what is found wrong, no condition; and what nurses "will" do they do already.
    """
    if set(duty.modality) - WEAK:
        return duty
    action = None if duty.modality else duty.action
    return Duty(bearers=duty.bearers, printed=duty.printed, action=action)


def _basis(duty: Duty, default: Actor | None) -> Literal["printed", "implied"] | None:
    if duty.bearers:
        return "printed"
    return "implied" if default else None


def _merged(stated: Duty | None, read: Duty, default: Actor | None) -> Duty:
    """What the layout states wins; leaders of an addressed partnership are that partnership."""
    bearers = stated.bearers if stated and stated.bearers else _asked(read.bearers, default)
    duty = replace(read, bearers=bearers)
    if stated is None:
        return duty
    return replace(
        duty,
        agreed_by=stated.agreed_by or read.agreed_by,
        supported_by=stated.supported_by or read.supported_by,
        overseen_by=stated.overseen_by or read.overseen_by,
        consults=stated.consults or read.consults,
        reports_to=stated.reports_to or read.reports_to,
        modality=stated.modality or read.modality,
        condition=stated.condition or read.condition,
        action=stated.action or read.action,
    )


def _sentence_duty(sentence: AskingSentence, item: Recommendation, default: Actor | None) -> Duty:
    """Return what a sentence asks; leaders are those of whom the layout says that they act.

    Where it is not known whose leaders they are (no ``default``) they stay leaders.
    """
    stated = item.duty.bearers if item.duty else ()
    bearers = sentence.duty.bearers
    if stated and bearers and all(_are_leaders(each) for each in bearers):
        return replace(sentence.duty, bearers=stated)
    return replace(sentence.duty, bearers=_led(bearers, default))


def _led(bearers: Iterable[Actor], default: Actor | None) -> tuple[Actor, ...]:
    if default is None or default.body_type is None:
        return tuple(bearers)
    return tuple(dict.fromkeys(default if _are_leaders(actor) else actor for actor in bearers))


def _asked(bearers: Iterable[Actor], default: Actor | None) -> tuple[Actor, ...]:
    """Return whom an item asks: a partnership where its partners are to act."""
    led = _led(bearers, default)
    if default is None or default.body_type not in PARTNERSHIPS:
        return led
    return tuple(dict.fromkeys(default if _are_partners(actor) else actor for actor in led))


def _are_leaders(actor: Actor) -> bool:
    return "leaders" in group_kinds(actor)


def _are_partners(actor: Actor) -> bool:
    return "partners" in group_kinds(actor)


def _part(part: Part, item: Recommendation, finder: ActorFinder) -> Part:
    if part.duty is not None:
        return part
    return replace(part, duty=read_duty(part.text, finder, _held_by(item.text, finder)))


def _held_by(lead: str, finder: ActorFinder) -> Actor | None:
    """Whose duties follow: "The Commissioner's role will be:"."""
    follows = cued(ROLE_FOLLOWS).search(lead)
    if follows is None:
        return None
    named = [each.actor for each in finder.find(lead) if each.end == follows.start()]
    return named[-1] if named else None


def _with_others_of(duty: Duty, parts: Iterable[Part], default: Actor | None) -> Duty:
    """Repeat on the item the other actors that its parts name; nobody has a part in his own."""
    duties = [duty, *(part.duty for part in parts if part.duty)]
    own = duty.bearers or (default,)
    return replace(
        duty,
        agreed_by=_others((each.agreed_by for each in duties), own),
        supported_by=_others((each.supported_by for each in duties), own),
        overseen_by=_others((each.overseen_by for each in duties), own),
        consults=_others((each.consults for each in duties), own),
        reports_to=_others((each.reports_to for each in duties), own),
    )


def _others(named: Iterable[tuple[Actor, ...]], own: tuple[Actor | None, ...]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(each for actors in named for each in actors if each not in own))
