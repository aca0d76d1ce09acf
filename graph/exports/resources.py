"""Which tables the graph gives, and what their columns are: one line each.

A table has a row for each thing of a class.  Its columns are properties of the ontology, which
also tells what they mean; the words of the evidence follow in every table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ontology.terms import ANS, DCTERMS, FOAF, ORG, SCHEMA, SKOS

Kind = Literal["text", "number", "date", "thing", "things"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: ``property`` is an IRI; of a thing its name is shown, its IRI in a second column.

    Several texts or things stand in one cell, with `graph.exports.tables.SEPARATOR` between.
    """

    name: str
    property: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Resource:
    """A table: the things of a class (an IRI), in the order of their day, document and place."""

    name: str
    type: str
    fields: tuple[Field, ...]


def _texts(**named: str) -> tuple[Field, ...]:
    return tuple(Field(name, str(iri)) for name, iri in named.items())


def _things(**named: str) -> tuple[Field, ...]:
    return tuple(Field(name, str(iri), "things") for name, iri in named.items())


def _thing(**named: str) -> tuple[Field, ...]:
    return tuple(Field(name, str(iri), "thing") for name, iri in named.items())


def _number(**named: str) -> tuple[Field, ...]:
    return tuple(Field(name, str(iri), "number") for name, iri in named.items())


def _days(**named: str) -> tuple[Field, ...]:
    return tuple(Field(name, str(iri), "date") for name, iri in named.items())


_DATED = (*_days(date=ANS.sortDate), *_number(year=ANS.year))
_ACTORS = _things(
    addressed_to=ANS.addressedTo,
    agreed_by=ANS.agreedBy,
    supported_by=ANS.supportedBy,
    overseen_by=ANS.overseenBy,
    consults=ANS.consults,
    reports_to=ANS.reportsTo,
)

RESOURCES: tuple[Resource, ...] = (
    Resource(
        "documents",
        str(ANS.Document),
        (
            *_texts(title=DCTERMS.title, issued=DCTERMS.issued),
            *_DATED,
            *_thing(genre=ANS.genre),
            *_things(
                concerns=ANS.concerns,
                publisher=DCTERMS.publisher,
                creator=DCTERMS.creator,
                reports_on=ANS.reportsOn,
                discusses=ANS.discusses,
                replies_to=ANS.repliesTo,
                addressee=ANS.addressee,
                known_only_from=ANS.knownOnlyFrom,
            ),
            *_number(page_count=ANS.pageCount),
        ),
    ),
    Resource(
        "inspections",
        str(ANS.Inspection),
        (
            *_days(start=SCHEMA.startDate, end=SCHEMA.endDate),
            *_DATED,
            *_texts(stated_date=ANS.statedDate, fieldwork=ANS.fieldwork),
            *_thing(inspection_type=ANS.inspectionType, framework=ANS.framework),
            *_number(ordinal=ANS.ordinal),
            *_things(
                inspects=ANS.inspects,
                inspected_by=ANS.inspectedBy,
                lead_inspector=ANS.leadInspector,
                inspector=ANS.inspector,
            ),
            *_texts(outcome=ANS.outcomeAsPrinted),
            *_thing(previous_inspection=ANS.previousInspection, followed_by=ANS.followedBy),
            *_things(known_only_from=ANS.knownOnlyFrom),
        ),
    ),
    Resource(
        "judgements",
        str(ANS.Judgement),
        (
            *_thing(judged_in=ANS.judgedIn, judged_body=ANS.judgedBody),
            *_thing(area=ANS.area, grade=ANS.grade),
            *_texts(area_as_printed=ANS.areaAsPrinted, grade_as_printed=ANS.gradeAsPrinted),
        ),
    ),
    Resource(
        "recommendations",
        str(ANS.Recommendation),
        (
            *_DATED,
            *_thing(kind=ANS.kind),
            *_texts(number=ANS.number, text=ANS.text, list=ANS.list),
            *_number(order=ANS.order),
            *_thing(made_in=ANS.madeIn, arises_from=ANS.arisesFrom),
            *_things(made_by=ANS.madeBy),
            *_ACTORS,
            *_texts(addressee_basis=ANS.addresseeBasis),
            *_things(modality=ANS.modality),
            *_thing(primary_theme=ANS.primaryTheme),
            *_things(themes=ANS.theme, issues=ANS.issue),
            *_texts(theme_basis=ANS.themeBasis),
            *_days(due=ANS.due),
            *_texts(due_as_printed=ANS.dueAsPrinted, condition=ANS.condition),
            *_things(
                restates=ANS.restates,
                recurs_from=ANS.recursFrom,
                related_to=ANS.relatedTo,
                alike_elsewhere=ANS.alikeElsewhere,
                known_only_from=ANS.knownOnlyFrom,
            ),
        ),
    ),
    Resource(
        "recommendation_parts",
        str(ANS.RecommendationPart),
        (
            *_thing(part_of=ANS.partOf),
            *_number(order=ANS.order),
            *_texts(text=ANS.text),
            *_ACTORS,
        ),
    ),
    Resource(
        "restatements",
        str(ANS.Restatement),
        (
            *_DATED,
            *_thing(stated_in=ANS.statedIn, refers_to=ANS.refersTo),
            *_texts(number=ANS.number, text=ANS.text, stated_date=ANS.statedDate),
            *_thing(printed_theme=ANS.printedTheme),
        ),
    ),
    Resource(
        "assessments",
        str(ANS.ProgressAssessment),
        (
            *_DATED,
            *_texts(assessed_on=ANS.assessedOn),
            *_thing(progress=ANS.progress),
            *_things(
                assessment_of=ANS.assessmentOf, assesses=ANS.assesses, assessed_by=ANS.assessedBy
            ),
            *_thing(assessed_in=ANS.assessedIn, reported_from=ANS.reportedFrom),
        ),
    ),
    Resource(
        "responses",
        str(ANS.Response),
        (
            *_thing(position=ANS.position),
            *_things(responder=ANS.responder, responds_to=ANS.respondsTo),
        ),
    ),
    Resource(
        "obligations",
        str(ANS.Obligation),
        (
            *_texts(text=ANS.text, action=ANS.action),
            *_things(bearer=ANS.bearer, modality=ANS.modality),
            *_ACTORS[1:],
        ),
    ),
    Resource(
        "responsibilities",
        str(ANS.Responsibility),
        (
            *_texts(text=ANS.text),
            *_things(held_by=ANS.heldBy, towards=ANS.towards),
            *_thing(set_out_in=ANS.setOutIn),
        ),
    ),
    Resource(
        "escalation_options",
        str(ANS.EscalationOption),
        (
            *_texts(option="http://www.w3.org/2000/01/rdf-schema#label", text=ANS.text),
            *_texts(status=ANS.optionStatus),
            *_thing(set_out_in=ANS.setOutIn),
        ),
    ),
    Resource(
        "tenures",
        str(ANS.Tenure),
        (
            *_thing(member=ORG.member, post=ANS.ofPost, organization=ORG.organization),
            *_thing(role=ORG.role),
            *_texts(post_as_printed=ANS.postAsPrinted, appointment=ANS.appointment),
            *_texts(start=SCHEMA.startDate, end=SCHEMA.endDate, in_post_on=ANS.inPostOn),
        ),
    ),
    Resource("people", str(ANS.Person), _texts(name=FOAF.name)),
    Resource(
        "bodies",
        str(ANS.Body),
        (
            *_texts(name="http://www.w3.org/2000/01/rdf-schema#label", other_names=SKOS.altLabel),
            *_thing(body_type=ANS.bodyType),
            *_texts(gss_code=ANS.gssCode, la_code=ANS.laCode, ofsted_urn=ANS.ofstedUrn),
            *_texts(region=ANS.region),
            *_things(serves=ANS.serves, sub_organization_of=ORG.subOrganizationOf),
        ),
    ),
    Resource(
        "roles",
        str(ANS.Role),
        _texts(name=SKOS.prefLabel, other_names=SKOS.altLabel, definition=SKOS.definition),
    ),
    Resource(
        "themes",
        str(ANS.Theme),
        (
            *_texts(name=SKOS.prefLabel, notation=SKOS.notation, definition=SKOS.definition),
            *_things(broader=SKOS.broader),
        ),
    ),
    Resource(
        "issues",
        str(ANS.Issue),
        (
            *_texts(name=SKOS.prefLabel, definition=SKOS.definition),
            *_things(broader=SKOS.broader),
        ),
    ),
    Resource(
        "recurrences",
        str(ANS.Recurrence),
        (
            *_thing(earlier=ANS.earlier, later=ANS.later, relation=ANS.relation),
            *_number(score=ANS.score),
            *_texts(reason=ANS.reason, method=ANS.method),
        ),
    ),
    Resource(
        "alike_elsewhere",
        str(ANS.AlikeElsewhere),
        (
            *_thing(earlier=ANS.earlier, later=ANS.later, relation=ANS.relation),
            *_number(score=ANS.score),
            *_texts(reason=ANS.reason, method=ANS.method),
        ),
    ),
    Resource(
        "passages",
        str(ANS.Passage),
        (
            *_thing(in_document=ANS.inDocument),
            *_number(page=ANS.page, start=ANS.start, end=ANS.end),
            *_texts(quote=ANS.quote),
        ),
    ),
)
