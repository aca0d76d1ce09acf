"""What an inspection report says of earlier inspections of the same services."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.extractors.actors import ActorFinder, post_at, shared_finder
from loaders.extractors.addressees import post_of
from loaders.extractors.cues import cued
from loaders.extractors.dates import FoundDate, find_dates
from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.lists import ListItem, marker_of, read_list
from loaders.extractors.references import (
    ESTABLISHMENT,
    find_inspection_references,
    grade_of,
    grades_of,
    named_inspections,
    of_others,
)
from loaders.extractors.sections import YEAR, paragraph_flows
from loaders.extractors.sentences import sentence_flows, split_sentences
from loaders.page import Line, SourceText
from loaders.records import (
    Actor,
    Evidence,
    InspectionReference,
    PartialDate,
    PostHolding,
    StatedInspection,
)
from ontology.matching import Matcher
from ontology.vocabulary import Concept, vocabulary

PREVIOUS_HEADING = re.compile(
    r"^(?:Other|Previous) Ofsted inspections?|^Inspection history", re.IGNORECASE
)
VISIT = re.compile(r"\bvisits?\b", re.IGNORECASE)
VISITS = ("focused-visit", "assurance-visit", "monitoring-visit")
VISIT_OF_OFSTED = re.compile(
    r"\b(?:last|previous|earlier|most recent)\s(?:Ofsted\s)?$|\bOfsted\b(?:\s[\w’]+){0,3}\s$"
)
NOT_BY_NAME = (None, "full-inspection")
INSPECTION_BEFORE = re.compile(
    r"(?:\binspections? of (?P<of>[^,;:.]{3,120}?)(?: was| were| took place| was carried out)?"
    r"|(?P<was>[^,;:.]{3,100}?) (?:was|were) (?:also |last |previously )?inspected"
    r"|(?P<kind>[^,;:.]{3,80}) inspection)\s*(?:in|on|of|\()\s*$",
    re.IGNORECASE,
)
INSPECTION_AFTER = re.compile(
    r",?\s+(?:the |an |Ofsted[’']s )?(?:[\w’']+ )?inspection of (?P<of>[^,;:.]{3,60})",
    re.IGNORECASE,
)
NEW_PARAGRAPH_GAP = 1.45  # line heights
INSPECTED = re.compile(r"\binspect(?:ions?|ed)\b|^LA \w+|^(?:Private )?fostering\b", re.IGNORECASE)
IN_POST = re.compile(
    r",?\s+(?:who )?(?:(?P<had>had)|has|have) been in post (?:since|from)\b"
    r"|\s+(?P<term>served from|was in post (?:from|between))\b"
    r"|\s+(?P<took>took up (?:the |this |his |her )?(?:post|role))\b",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:The|An?) ")
FIELD_OR_BODY = re.compile(r", (?!who\b)")
TRUST = re.compile(r"\b(?:trust|company|board)\b", re.IGNORECASE)
PREDECESSOR = re.compile(r"(?:The|Its|Their) (?:previous|former|last) [\w’']+", re.IGNORECASE)
LEFT = r"\b<<tenure/left>>\b"
TO_THE_END = rf"{LEFT}|\b(?:to|and)\b"
INTERIM = r"\b<<naming/interim>>\b"
RECENT = re.compile(r"^Since\b|\bmost recent\b|children[’'`]s homes?\b", re.IGNORECASE)
AREA_HEADING = re.compile(r"^Information about this local authority area", re.IGNORECASE)
INITIALLY = re.compile(r"\binitially\b", re.IGNORECASE)
GRADES_FOLLOW = re.compile(r"\bjudgements?\b[^.]*:$", re.IGNORECASE)
OVERALL_AREA = "overall-effectiveness"
OVERALL = re.compile(r"\b(?:overall judged|judged overall(?= to be))\b[^.;]*", re.IGNORECASE)


def read_opening_history(
    source: SourceText, cover: Sequence[Line], end: int
) -> tuple[InspectionReference, ...]:
    """Return the earlier inspections named in the prose between the cover's table and ``end``.

    ``end`` is the index in ``source.body`` of the heading after the opening paragraphs.
    """
    start = len(cover) // 3  # past title, dates and inspectors; labels are no sentences anyway
    return find_inspection_references(source, _paragraphs(source.body[start:end]))


def read_named_inspections(
    source: SourceText, start: int, known: Sequence[InspectionReference]
) -> tuple[InspectionReference, ...]:
    """Return the inspections that the prose from ``start`` on names by date and type.

    The services that were inspected name the type too ("its adoption service was inspected in
    2010").  What it says of "the last inspection" is left out where it gives no grade, and what
    ``known`` ones say already.
    """
    told = [each.stated for each in known]
    named: list[InspectionReference] = []
    for each in find_inspection_references(source, paragraph_flows(source.body[start:], YEAR)):
        reference = _typed_by_services(each)
        if each.stated.inspection_type not in NOT_BY_NAME:
            is_new = (each.stated.date, each.stated.inspection_type) not in [
                (one.date, one.inspection_type) for one in told
            ]
        else:
            others = (*told, *(one.stated for one in named))
            is_new = not any(_may_be_one(reference.stated, one) for one in others)
        if is_new and _is_named(reference):
            named.append(reference)
    return tuple(named)


def _is_named(reference: InspectionReference) -> bool:
    """Tell whether the words name a type, or grade an inspection that is not of an agency."""
    stated = reference.stated
    graded = stated.label is not None and stated.grade is not None
    return stated.inspection_type not in NOT_BY_NAME or (graded and not of_others(reference.text))


def _may_be_one(stated: StatedInspection, known: StatedInspection) -> bool:
    """Whether both may be one: a year holds its months, and no type fits every type."""
    if stated.date is None or known.date is None:
        return False
    shorter = min(len(stated.date.iso), len(known.date.iso))
    alike = stated.inspection_type in (*NOT_BY_NAME, known.inspection_type)
    return alike and stated.date.iso[:shorter] == known.date.iso[:shorter]


def _typed_by_services(reference: InspectionReference) -> InspectionReference:
    """Return ``reference`` with the type of the services that stand with its date."""
    stated = reference.stated
    if stated.inspection_type not in NOT_BY_NAME or stated.date is None:
        return reference
    words = (
        _inspected_words(reference.text, date.start, date.end)
        for date in find_dates(reference.text, years=True)
        if date.date == stated.date
    )
    found = next((services for each in words if (services := _services_in(each))), [])
    kind = next((kind for each in found if (kind := each.type_in(stated.date))), None)
    if kind is None:
        return reference
    stated = replace(stated, inspection_type=kind, label=stated.label or found[0].words)
    return replace(reference, stated=stated)


def _inspected_words(text: str, start: int, end: int) -> str:
    """Return the words between the date at ``text[start:end]`` and the word "inspection"."""
    before, after = INSPECTION_BEFORE.search(text, 0, start), INSPECTION_AFTER.match(text, end)
    match = before or after
    return next(filter(None, match.groups()), "") if match else ""


def read_dated_inspections(
    source: SourceText, start: int, known: Sequence[InspectionReference]
) -> tuple[InspectionReference, ...]:
    """Return the inspections of any type that the prose from ``start`` on dates.

    One whose date ``known`` ones have counts again only where its grade is told here first; an
    inspection of schools or of an agency is none of the council's services.
    """
    told, found = list(known), []
    for each in find_inspection_references(source, paragraph_flows(source.body[start:], YEAR)):
        is_of_others = each.stated.inspection_type in NOT_BY_NAME and of_others(each.text)
        if not is_of_others and not _is_told(each.stated, [other.stated for other in told]):
            told.append(each)
            found.append(each)
    return tuple(found)


def _is_told(stated: StatedInspection, known: Sequence[StatedInspection]) -> bool:
    """Tell whether ``known`` inspections tell as much: its date, and its grade if it has one."""
    alike = [other for other in known if _may_be_one(stated, other)]
    if stated.grade and stated.inspection_type != "focused-visit":
        return any(other.grade for other in alike)
    return bool(alike)


def read_undated_visits(
    source: SourceText, known: Sequence[InspectionReference]
) -> tuple[InspectionReference, ...]:
    """Return the visits that a report speaks of without any date, once for each kind.

    Where ``known`` tells of a visit of the kind, a mention without a date says nothing new.
    """
    told = {each.stated.inspection_type for each in known}
    found: list[InspectionReference] = []
    flows = paragraph_flows(source.body, VISIT)
    for sentence in (sentence for flow in flows for sentence in sentence_flows(flow)):
        for start, end, kind in named_inspections(sentence.text):
            before = VISIT_OF_OFSTED.search(sentence.text[:start])
            if kind in VISITS and kind not in told and before:
                told.add(kind)
                found.append(
                    InspectionReference(
                        evidence=sentence.quotes(source),
                        rule="visit-without-date",
                        text=sentence.text,
                        stated=StatedInspection(
                            inspection_type=kind, label=sentence.text[start:end]
                        ),
                    )
                )
    return tuple(found)


def read_history_block(source: SourceText) -> tuple[InspectionReference, ...]:
    """Return the inspections listed under "Previous Ofsted inspections", one for each bullet.

    An item has two sentences: which services were inspected when, and how they were judged.
    """
    items = _area_items(source)
    found: list[InspectionReference] = []
    for place, item in enumerate(items):
        if INSPECTED.search(item.text):
            graded = (
                tuple(_graded_areas((*item.children, *items[place + 1 :])))
                if GRADES_FOLLOW.search(item.text)
                else ()
            )
            overall = next((each.item for each in graded if each.area == OVERALL_AREA), None)
            told = _inspections_of(item, overall)
            found += told
            if told:
                found += [_of_area(told[0], each) for each in graded if each.area != OVERALL_AREA]
    return tuple(found)


def read_leadership(source: SourceText, council: Actor) -> tuple[PostHolding, ...]:
    """Return since when the holders of posts have been there ("has been in post since …").

    Nobody is named in these sentences.
    """
    items = _area_items(source)
    finder = shared_finder(source.text, council)
    return tuple(holding for item in items for holding in _post_holdings(item, finder))


def read_tenures_in_prose(
    source: SourceText, flows: Iterable[Flow], finder: ActorFinder
) -> tuple[PostHolding, ...]:
    """Return since when somebody, whom no name tells, is in a post, as a report's prose says."""
    sentences = (sentence for flow in flows for sentence in sentence_flows(flow))
    told: dict[tuple[Actor, PartialDate | None], PostHolding] = {}
    for sentence in sentences:
        found = _post_holding(sentence.quotes(source), sentence.text, finder)
        if found:
            told.setdefault((found.post, found.start), found)
    return tuple(told.values())


def _area_items(source: SourceText) -> tuple[ListItem, ...]:
    """The bullets of "Information about this local authority area", from its history on."""
    lines = source.body
    for index, line in enumerate(lines):
        if PREVIOUS_HEADING.match(line.text):
            return read_list(lines, index + 1).items
    for index, line in enumerate(lines[:-1]):
        if AREA_HEADING.match(line.text) and marker_of(lines[index + 1].text):
            return read_list(lines, index + 1).items
    return ()


@dataclass(frozen=True, slots=True)
class _GradedArea:
    """A bullet "Care leavers: good" of the grades that an item announces."""

    item: ListItem
    area: str
    grade: str


def _graded_areas(items: Sequence[ListItem]) -> Iterator[_GradedArea]:
    """Yield the grades by area up to the first bullet that gives none."""
    for item in items:
        label, colon, _ = item.text.partition(":")
        area, grade = vocabulary().named("area", label.strip()), grade_of(item.text)
        if not colon or area is None or grade is None:
            return
        yield _GradedArea(item, area.slug, grade)


def _of_area(whole: InspectionReference, graded: _GradedArea) -> InspectionReference:
    """Return what is said of the same inspection in one area alone."""
    stated = replace(
        whole.stated,
        area=graded.area,
        grade=graded.grade,
        outcome=None,
        label=graded.item.text.partition(":")[0].strip(),
    )
    evidence = (*whole.evidence, *graded.item.quotes)
    return replace(whole, stated=stated, text=graded.item.text, evidence=evidence)


def _post_holdings(item: ListItem, finder: ActorFinder) -> Iterator[PostHolding]:
    """Yield whom each sentence shows in post; "the previous chair" had the post just named."""
    before: PostHolding | None = None
    for sentence in split_sentences(item.text):
        found = _post_holding(item.quotes, sentence.text, finder)
        if found and before and PREDECESSOR.fullmatch(found.post_as_printed or ""):
            found = replace(found, post=before.post)
        before = found or before
        if found:
            yield found


def _post_holding(evidence: Evidence, sentence: str, finder: ActorFinder) -> PostHolding | None:
    term = IN_POST.search(sentence)
    if term is None:
        return None
    subject, rest = sentence[: term.start()], sentence[term.end() :]
    named = subject.rpartition(" is the ")[2]  # "the corporate director is the DCS and has been"
    post = _at_own_council(post_of(ARTICLE.sub("", named), finder), named, finder)
    dates = find_dates(rest, years=True)
    is_over = term["had"] or term["term"]
    end = _end_of_term(rest, dates, cued(TO_THE_END if is_over else LEFT))
    if post is None or not dates or (end is None and is_over):
        return None
    is_interim = cued(INTERIM).search(sentence) and not INITIALLY.search(sentence)
    return PostHolding(
        evidence=evidence,
        rule="in-post-since",
        post=post,
        post_as_printed=subject.removesuffix(" and"),
        start=dates[0].date,
        end=end,
        appointment="interim" if is_interim else None,
        doubt="several dates stand in one sentence" if len(dates) > 1 + bool(end) else None,
    )


def _at_own_council(post: Actor | None, named: str, finder: ActorFinder) -> Actor | None:
    """Return a post of councils as one of this council, unless another body stands with it.

    A report on a council calls its directors by fields of their own ("Strategic Director Places").
    """
    if post is None or post.kind != "role" or finder.council is None or FIELD_OR_BODY.search(named):
        return post
    role = vocabulary().concept("role", post.role or "")
    bodies = [found for found in finder.find(named) if found.actor.kind == "body"]
    if role.related[:1] != ("council",) or bodies or TRUST.search(named):
        return post
    return post_at(role, finder.council)


def _end_of_term(
    rest: str, dates: Sequence[FoundDate], says_so: re.Pattern[str]
) -> PartialDate | None:
    """Return the second date where the words before it say that the term ended then."""
    if len(dates) < 2 or not says_so.search(rest[dates[0].end : dates[1].start]):
        return None
    return dates[1].date


def _inspections_of(item: ListItem, overall: ListItem | None) -> tuple[InspectionReference, ...]:
    """Return what an item says: one inspection, or one for each of the services it grades."""
    sentence = next((part for part in item.text.split(". ") if find_dates(part, years=True)), "")
    if not sentence or RECENT.search(sentence):
        return ()
    dates = find_dates(sentence, years=True)
    first = dates[0]
    services = _services_in(sentence[: first.start]) or _services_in(sentence)
    if not services and of_others(item.text):
        return ()
    results = _results(
        item.text[item.text.index(sentence) + first.end :] if overall is None else overall.text
    )
    doubt = "several dates stand in one sentence" if len(dates) > 1 else None
    if len(services) != len(results):
        doubt = doubt or ("several grades stand in one item" if len(results) > 1 else None)
        services, results = services[:1], results[:1]
    return tuple(
        InspectionReference(
            evidence=(*item.quotes, *(overall.quotes if overall else ())),
            rule="previous-inspections-block",
            text=item.text,
            stated=StatedInspection(
                date=first.date,
                inspection_type=inspected.type_in(first.date) if inspected else None,
                grade=grade,
                outcome=outcome,
                label=inspected.words if inspected else None,
                area=inspected.area_in(first.date) if inspected else None,
            ),
            doubt=doubt,
        )
        for inspected, (grade, outcome) in zip(
            services or (None,), results or ((None, None),), strict=True
        )
    )


Result = tuple[str | None, str | None]
"""A grade, or the words of an outcome that is none."""


def _results(words: str) -> list[Result]:
    """Return the grades in ``words``, or the word that alone stands where a grade would.

    Where one of them is said to be the overall one, it comes first and alone.
    """
    overall = next(filter(None, (grade_of(part) for part in OVERALL.findall(words))), None)
    if overall:
        return [(overall, None)]
    grades: list[Result] = [(grade, None) for grade in grades_of(words)]
    single = re.fullmatch(r"\s+([A-Z][a-z]+)\.?", words)
    return grades or ([(None, single[1])] if single else [])


@dataclass(frozen=True, slots=True)
class _Services:
    """Services that an item names, with the types of inspection that looked at them."""

    words: str
    types: tuple[Concept, ...]

    def type_in(self, date: PartialDate) -> str | None:
        """Return the type that was in use on ``date``; None where that leaves it open."""
        if len(self.types) == 1:
            return self.types[0].slug
        in_use = [each for each in self.types if _in_use(each, date)]
        return in_use[0].slug if len(in_use) == 1 else None

    def area_in(self, date: PartialDate) -> str | None:
        """Return the area judged, where the inspection looked at others beside these services."""
        kind = self.type_in(date)
        concept = next((each for each in self.types if each.slug == kind), None)
        judged = {area for phrase in concept.cues for area in _areas_in(phrase)} if concept else ()
        areas = _areas_in(self.words)
        return areas.pop() if len(areas) == 1 and len(judged) > 1 else None


def _areas_in(words: str) -> set[str]:
    """Return the judgement areas that go by ``words``, as services are called."""
    areas = vocabulary().scheme("area")
    return {area.slug for area in areas if words.lower() in area.cues}


def _in_use(inspection_type: Concept, date: PartialDate) -> bool:
    """Whether inspections of a type may have been made on ``date``, a day, month or year."""
    start = next(iter(inspection_type.values("startDate")), "")
    end = next(iter(inspection_type.values("endDate")), "9999")
    return start[: len(date.iso)] <= date.iso and date.iso[: len(end)] <= end


def _services_in(words: str) -> list[_Services]:
    """Return the services that ``words`` name ("fostering services")."""
    found = _services().find(words)
    return [_Services(words[each.start : each.end], each.key) for each in found]


@lru_cache(maxsize=1)
def _services() -> Matcher[tuple[Concept, ...]]:
    types_of: dict[str, list[Concept]] = defaultdict(list)
    for concept in vocabulary().scheme("inspection-type"):
        if concept.slug == ESTABLISHMENT:
            continue
        for phrase in concept.cues:
            types_of[phrase].append(concept)
    return Matcher((phrase, tuple(types)) for phrase, types in types_of.items())


def _paragraphs(lines: Sequence[Line]) -> Iterator[Flow]:
    group: list[Line] = []
    for line in lines:
        if group and (line.gap >= NEW_PARAGRAPH_GAP or line.bold != group[-1].bold):
            yield flow_of(group)
            group = []
        group.append(line)
    if group:
        yield flow_of(group)
