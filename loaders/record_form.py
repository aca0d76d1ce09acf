"""A document's record as JSON: what ``answerable extract`` prints and the evaluation scores.

Names and values are those of design/interfaces.md.  Absent facts are null or empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from loaders.asked_in_lists import RELATIONS, asked_in
from loaders.bodies_told import bodies_told, body_of
from loaders.extractors.cues import cued
from loaders.names_then import called_then, council_then
from loaders.records import (
    Actor,
    Assessment,
    DocumentRecord,
    Duty,
    Evidence,
    Findings,
    InspectionReference,
    PostHolding,
    Recommendation,
    Responsibility,
)
from loaders.triples.slugs import council_of
from ontology.vocabulary import vocabulary

Json = dict[str, Any]  # what json.dumps takes

_DETERMINERS = re.compile(
    r"^(?:(?:the|their|its|our|this|all|both|any|new|newly created)\s+)+", re.IGNORECASE
)
_COLLECTIVE = r"\b<<naming/collective>>\b"
REGIONAL = "regional-body"
MOST_WORDS_OF_A_SHORT_TITLE = 2  # "the Minister", "lead member": the role's own name says more
_IN_CAPITALS = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")  # "Corporate Director" says as much
TERMS_OF_REFERENCE = "terms-of-reference"  # the rule of duties set to the author of a report


def as_json(record: DocumentRecord, file: str) -> Json:
    """Return one document in the record form; ``file`` is the name it was given under."""
    found = record.findings
    return {
        "file": file,
        "sha256": record.source.sha256,
        "genre": _notation("genre", found.genre),
        "framework": _notation("framework", found.framework),
        "title": found.title.value if found.title else None,
        "local_authority": _authority(record),
        "publisher": found.publisher.label if found.publisher else None,
        "published": found.published.iso if found.published else None,
        "inspection": _inspection(found),
        "judgements": [
            {
                "area": _label("area", judgement.area),
                "grade": _label("grade", judgement.grade),
                "body": judgement.body.label,
                "page": _page(judgement.evidence),
            }
            for judgement in found.judgements
        ],
        "inspectors": [
            {"name": inspector.name, "role": inspector.role, "lead": inspector.lead}
            for inspector in found.inspectors
        ],
        "addressee": _addressee(found),
        "recommendations": [
            _item(item, record.source.text)
            for item in found.recommendations
            if not item.in_theme_table
        ],
        "progress": [_progress(assessment, found) for assessment in found.assessments],
        "obligations": [_obligation(*each) for each in dict.fromkeys(_duties(found))],
        "requirement": _requirement(found),
        "responsibilities": _responsibilities(
            duty for duty in found.responsibilities if duty.rule != TERMS_OF_REFERENCE
        ),
        "terms_of_reference": [
            duty.text for duty in found.responsibilities if duty.rule == TERMS_OF_REFERENCE
        ],
        "escalation_options": [
            {"intervention": option.label, "text": option.text}
            for option in found.escalation_options
        ],
        "appendix2": _theme_table(found.recommendations),
        "history": [_history(reference) for reference in found.inspection_references],
        "people": [_holding(holding, record) for holding in _holdings(found) if holding.name],
        "bodies": _unique(
            _name_explained(called_then(body, found, record.source), record.source.text)
            for body in bodies_told(found)
        ),
        "references": _references(found),
        "doubts": [*record.source.doubts, *found.doubts],
    }


def _notation(scheme: str, slug: str | None) -> str | None:
    if slug is None:
        return None
    concept = vocabulary().concept(scheme, slug)
    return concept.notation or concept.slug


def _label(scheme: str, slug: str) -> str:
    return vocabulary().concept(scheme, slug).label.lower()


def _authority(record: DocumentRecord) -> str | None:
    """Return the name that the council whose area a document is about bore at the time."""
    concerns = record.findings.concerns
    council = council_of(concerns)
    known = council_then(council, record.findings, record.source) if council else None
    return known or (concerns.label if concerns else None)


def _inspection(found: Findings) -> Json | None:
    inspection = found.inspection
    if inspection is None:
        return None
    return {
        "type": inspection.inspection_type,
        "start": inspection.start.isoformat() if inspection.start else None,
        "end": inspection.end.isoformat() if inspection.end else None,
        "ordinal": inspection.ordinal,
    }


def _addressee(found: Findings) -> str | None:
    named = next((holding.name for holding in found.addressees if holding.name), None)
    return named or (found.addressee.value if found.addressee else None)


def _item(item: Recommendation, text: str) -> Json:
    duty = item.duty or Duty()
    named = duty.bearers or ((item.default_addressee,) if item.default_addressee else ())
    return {
        "number": item.number,
        "kind": item.kind,
        "role": item.role,
        "list": item.list_heading,
        "lead_in": item.lead_in,
        "text": item.text,
        "parts": [part.text for part in item.parts],
        "addressed_to": _unique(_proper_name(actor, duty, text) for actor in named),
        **{
            field: _unique(_placed_name(actor, duty, text) for actor in getattr(duty, field))
            for field in RELATIONS
        },
        "modality": list(duty.modality),
        "themes": _themes(item),
        "theme_as_printed": item.printed_theme_label,
        "issues": list(item.issues),
        "due": item.due.isoformat() if item.due else None,
        "due_as_printed": item.due_as_printed,
        "page": _page(item.evidence),
        "quote": _quotes(item.evidence),
        "doubt": item.doubt,
    }


def _themes(item: Recommendation) -> list[str]:
    """Return the item's top themes, the printed one first; "other:…" for those below "other"."""
    slugs = [item.printed_theme, *item.themes] if item.printed_theme else list(item.themes)
    return [_theme(slug) for slug in dict.fromkeys(slugs) if slug]


def _theme(slug: str) -> str:
    concept = vocabulary().concept("theme", slug)
    return f"other:{slug}" if "other" in concept.broader else slug


def _theme_table(items: Iterable[Recommendation]) -> dict[str, dict[str, list[str]]]:
    """Return the rows of a table of earlier recommendations by theme and year."""
    table: dict[str, dict[str, list[str]]] = {}
    for item in items:
        if not item.in_theme_table or item.printed_theme is None:
            continue
        date = item.origin.date if item.origin else None
        years = table.setdefault(_theme(item.printed_theme), {})
        years.setdefault(str(date.year) if date else "", []).append(item.text)
    return table


def _progress(assessment: Assessment, found: Findings) -> Json:
    items = {item.order: item.text for item in found.recommendations}
    assessed = items.get(assessment.item) if assessment.item is not None else None
    return {
        "area": assessment.area or assessed,
        "recommendation": assessed,
        "progress": assessment.progress,
        "assessed_by": assessment.assessed_by.label if assessment.assessed_by else None,
        "evidence": list(assessment.sentences),
        "page": _page(assessment.evidence),
    }


def _duties(found: Findings) -> Iterator[tuple[str, Duty]]:
    """Yield every sentence that asks, in prose, items, their parts, requirements and roles."""
    for obligation in found.obligations:
        yield obligation.sentence, obligation.duty
    for requirement in found.requirements:
        for each in requirement.sentences:
            required = each.duty.modality or (("must",) if each.duty.action else ())
            yield each.text, replace(each.duty, modality=required)
    for item in found.recommendations:
        yield from ((each.text, each.duty) for each in asked_in(item))
    for duty in found.responsibilities:
        if duty.duty:
            will = duty.duty.modality or ("will",)
            yield duty.text, replace(duty.duty, modality=will)


def _obligation(sentence: str, duty: Duty) -> Json:
    bearers = [_in_full(name, duty.bearers) for name in _called(duty.bearers, duty)]
    return {
        "sentence": sentence,
        "bearer": bearers[0] if bearers else None,
        "bearers": bearers,
        "action": duty.action,
        "modality": duty.modality[0] if duty.modality else None,
        "others": [
            {"actor": name, "relation": relation}
            for field, relation in RELATIONS.items()
            for name in _called(getattr(duty, field), duty, _part_name)
        ],
    }


def _requirement(found: Findings) -> Json | None:
    if not found.requirements:
        return None
    first = found.requirements[0]
    return {
        "responsible": first.responsible.label if first.responsible else None,
        "deadline": first.deadline.isoformat() if first.deadline else None,
    }


def _responsibilities(duties: Iterable[Responsibility]) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for duty in duties:
        held.setdefault(duty.held_by.label, []).append(duty.text)
    return held


def _history(reference: InspectionReference) -> Json:
    stated = reference.stated
    kind = stated.inspection_type
    own_words = None if stated.area else stated.label  # of an area they name that, and no kind
    return {
        "date": stated.date.iso if stated.date else None,
        "end": stated.end.iso if stated.end else None,
        "type": _label("inspection-type", kind) if kind else own_words,
        "outcome": _label("grade", stated.grade) if stated.grade else stated.outcome,
        "area": _label("area", stated.area) if stated.area else None,
    }


def _holdings(found: Findings) -> tuple[PostHolding, ...]:
    return (*found.addressees, *found.post_holdings)


def _holding(holding: PostHolding, record: DocumentRecord) -> Json:
    found = record.findings
    named = {body.body: body.label for body in found.bodies}
    body = body_of(holding.post)
    label = called_then(body, found, record.source).label if body else None
    return {
        "name": holding.name,
        "role": holding.post_as_printed or (holding.post.label if holding.post.role else None),
        "body": named.get(holding.post.body, label),
    }


def _references(found: Findings) -> list[Json]:
    inspections = [
        ("inspection", reference.text, reference.stated.date, reference.evidence)
        for reference in found.inspection_references
    ]
    documents = [
        ("document", reference.text, reference.date, reference.evidence)
        for reference in found.document_references
    ]
    return [
        {"kind": kind, "text": text, "date": date.iso if date else None, "page": _page(evidence)}
        for kind, text, date, evidence in (*inspections, *documents)
    ]


def _called(
    actors: Iterable[Actor], duty: Duty, name: Callable[[Actor, Duty], str] | None = None
) -> list[str]:
    """Return the names of ``actors``, each once; words that stand for several stand once."""
    named = name or _printed_name
    spoken_of = Counter(words for _, words in duty.printed)
    together = {actor: words for actor, words in duty.printed if spoken_of[words] > 1}
    return list(dict.fromkeys(together.get(actor) or named(actor, duty) for actor in actors))


def _in_full(name: str, actors: Iterable[Actor]) -> str:
    """Return the whole name of what is only called "the local area partnership"."""
    full = (actor.label for actor in actors if actor.label.lower().endswith(f" {name}"))
    return next(full, name) if name.endswith("partnership") else name


def _part_name(actor: Actor, duty: Duty) -> str:
    """Return what the sentence calls one who has a part: "the police", whichever force that is.

    Of an abbreviation that names a kind of bodies ("CRC") it is the kind's name.
    """
    printed = next((words for named, words in duty.printed if named == actor), "")
    words = _DETERMINERS.sub("", printed)
    title = words[:1].isupper() and not words.isupper()
    if actor.kind != "body" and title and _is_other_title(words, actor):
        return words  # "the Minister"
    kind = vocabulary().named("body-type", actor.body_type or "")
    if actor.kind != "body" or kind is None or kind.broader[:1] != (REGIONAL,) or not words:
        return _printed_name(actor, duty)
    return kind.label if words.isupper() else words


def _is_other_title(words: str, actor: Actor) -> bool:
    return not set(words.lower().split()) & set(actor.label.lower().split()) - {"of"}


def _printed_name(actor: Actor, duty: Duty) -> str:
    """Return what the sentence calls a body that no register names ("the scrutiny panel").

    A term that the document has defined ("the Board", "LSCB") says less than the body's name;
    another title of a post ("head of Paid Service" for a chief executive) says as much.
    """
    printed = next((words for named, words in duty.printed if named == actor), "")
    words = _DETERMINERS.sub("", printed)
    several = words.islower() and words.endswith("s") and not actor.label.endswith("s")
    if actor.kind != "body" and several:
        return words  # "conference chairs": not one of them
    other_title = _is_other_title(words, actor)
    says_as_much = len(words.split()) > MOST_WORDS_OF_A_SHORT_TITLE or _IN_CAPITALS.fullmatch(words)
    if actor.kind != "body" and other_title and says_as_much:
        return f"{words[0].upper()}{words[1:]}"
    if actor.serves is None and actor.body_type != "group":
        return actor.label
    if actor.kind != "body":
        return words if words[:1].isupper() and " " in words else actor.label
    if len(words.split()) == 1 and actor.body_type != "group":
        return actor.label
    return words or actor.label


def _proper_name(actor: Actor, duty: Duty, text: str) -> str:
    """Return the printed name of such a body where it is one, not just "the partnership".

    A group has none: "School staff" at the head of a sentence are its schools.
    """
    if actor.body_type == "group":
        return actor.label
    name = _printed_name(actor, duty)
    named = not name[:1].islower() and len(name.split()) > 1 and not cued(_COLLECTIVE).search(name)
    return name if named and name != actor.label else _name_explained(actor, text)


def _placed_name(actor: Actor, duty: Duty, text: str) -> str:
    """Return the proper name, with the place before one that every place has."""
    name = _proper_name(actor, duty, text)
    kind = vocabulary().named("body-type", actor.body_type or "")
    if kind is None or name not in kind.names or not actor.label.endswith(f" {kind.label}"):
        return name
    return f"{actor.label.removesuffix(kind.label)}{name}"


def _name_explained(actor: Actor, text: str) -> str:
    """Return a local body's name as the document's ``text`` explains it before an abbreviation.

    Else the first of the names of its kind that the text prints ("Corporate Parenting Panel").

    "Youth Offending Team (YOT)" is what the vocabulary calls a service.  A police force has the
    first of its names that the text prints: forces were renamed.
    """
    known = vocabulary().body(actor.body or "") if actor.kind == "body" else None
    if known and known.body_type == "police":
        in_full = (name for name in known.names if not name.isupper() and _prints(text, name))
        return next(in_full, actor.label)
    kind = vocabulary().named("body-type", actor.body_type or "")
    own = kind and actor.kind == "body" and actor.serves
    if kind is None or not own or not actor.label.endswith(f" {kind.label}"):
        return actor.label
    of_place = actor.label.removesuffix(kind.label)
    for name in kind.names:
        if not name.isupper() and _prints(text, name, r"\s+\("):
            return f"{of_place}{name}"
    if not of_place or _prints(text, kind.label, flags=re.IGNORECASE):
        return actor.label
    proper = (name for name in kind.names if name[:1].isupper() and _prints(text, name))
    return f"{of_place}{next(proper, kind.label)}"


def _prints(text: str, name: str, after: str = r"\b", flags: int = 0) -> bool:
    words = r"\s+".join(map(re.escape, name.split()))
    return re.search(rf"\b{words}{after}", text, flags) is not None


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _page(evidence: Evidence) -> int | None:
    return evidence[0].page if evidence else None


def _quotes(evidence: Evidence) -> list[Json]:
    return [{"page": quote.page, "start": quote.start, "end": quote.end} for quote in evidence]
