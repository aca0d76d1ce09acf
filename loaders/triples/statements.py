"""Progress, obligations, answers, standing duties, options, figures, events and posts held."""

from __future__ import annotations

from rdflib import RDFS, URIRef

from loaders.records import Assessment, FocusArea, PartialDate, PostHolding, Response
from loaders.triples.collected import boolean, decimal, partial, text
from loaders.triples.items import item_iri
from loaders.triples.page import DocumentPage
from loaders.triples.references import document_reference
from ontology.terms import ANS, DCTERMS, ORG, SCHEMA


def write_statements(page: DocumentPage) -> None:
    """State everything that is neither item nor reference, in the order of the records."""
    areas = _write_focus_areas(page)
    for ordinal, assessment in enumerate(page.findings.assessments, start=1):
        _write_assessment(page, assessment, ordinal, areas)
    _write_obligations(page)
    for ordinal, response in enumerate(page.findings.responses, start=1):
        _write_response(page, response, ordinal)
    _write_responsibilities(page)
    _write_options(page)
    _write_figures(page)
    _write_events(page)
    holdings = (*page.findings.addressees, *page.findings.post_holdings)
    for ordinal, holding in enumerate(holdings, start=1):
        _write_tenure(page, holding, ordinal)


def _write_focus_areas(page: DocumentPage) -> dict[str, URIRef]:
    """State what the visit looked at; an area that is only assessed counts too.

    Where a sentence does not name what it assesses, its own words stand for that.
    """
    assessed = [
        FocusArea(
            evidence=found.evidence, rule=found.rule, doubt=found.doubt, text=_assessed(found)
        )
        for found in page.findings.assessments
        if found.item is None and found.judgement_area is None
    ]
    areas: dict[str, URIRef] = {}
    for found in (*page.findings.focus_areas, *assessed):
        if found.text in areas:
            continue
        area = areas[found.text] = page.iris.focus_area(f"{page.slug}-{len(areas) + 1}")
        page.add_fact(area, ANS.FocusArea, found, ANS.text)
        page.add(area, ANS.text, text(found.text))
        page.add(area, ANS.focusOf, page.inspection)
    return areas


def _assessed(found: Assessment) -> str:
    return found.area or " ".join(found.sentences)


def _write_assessment(
    page: DocumentPage, found: Assessment, ordinal: int, areas: dict[str, URIRef]
) -> None:
    items = {item.order: item for item in page.findings.recommendations}
    item = items.get(found.item) if found.item is not None else None
    assessed = item_iri(page, item) if item else areas.get(_assessed(found))
    if found.judgement_area:
        assessed = page.iris.concept("area", found.judgement_area)
    if assessed is None:
        return
    thing = page.iris.assessment(f"{page.slug}-{ordinal}")
    page.add_fact(thing, ANS.ProgressAssessment, found, ANS.progress)
    page.add(thing, ANS.assesses, assessed)
    page.add(thing, ANS.assessedAsPrinted, text(found.area))
    page.add(thing, ANS.progress, page.iris.concept("progress", found.progress))
    assessors = (found.assessed_by, *found.assessed_with) if found.assessed_by else ()
    page.add_actors(thing, ANS.assessedBy, assessors)
    source = document_reference(page, found.reported_from)
    page.add(thing, ANS.reportedFrom, source)
    if source is None:
        page.add(thing, ANS.assessedIn, page.inspection)
        page.add(thing, ANS.assessedOn, partial(_day_of_assessment(page)))
    page.add_dates(thing, _day_of_assessment(page) if source is None else page.date)


def _day_of_assessment(page: DocumentPage) -> PartialDate | None:
    """Return the last fieldwork day, else the document's date."""
    inspection = page.findings.inspection
    return PartialDate.of(inspection.end) if inspection and inspection.end else page.date


def _write_obligations(page: DocumentPage) -> None:
    for ordinal, found in enumerate(page.findings.obligations, start=1):
        thing = page.iris.obligation(f"{page.slug}-{ordinal}")
        page.add_fact(thing, ANS.Obligation, found, ANS.text)
        page.add(thing, ANS.text, text(found.sentence))
        page.add(thing, ANS.action, text(found.duty.action))
        page.add_actors(thing, ANS.bearer, found.duty.bearers)
        page.add_duty(thing, found.duty)


def _write_response(page: DocumentPage, found: Response, ordinal: int) -> None:
    """State an answer: to the document that it names, else to the items repeated here."""
    named = document_reference(page, found.to_document)
    items = [item for item in page.findings.recommendations if item.role == "restated"]
    answered = [named] if named else [item_iri(page, item) for item in items]
    if not answered:
        return
    thing = page.iris.response(f"{page.slug}-{ordinal}")
    page.add_fact(thing, ANS.Response, found, ANS.position)
    page.add(thing, ANS.position, page.iris.concept("position", found.position))
    page.add(thing, ANS.responder, page.actor(found.responder))
    for answer in answered:
        page.add(thing, ANS.respondsTo, answer)


def _write_responsibilities(page: DocumentPage) -> None:
    for ordinal, found in enumerate(page.findings.responsibilities, start=1):
        thing = page.iris.responsibility(f"{page.slug}-{ordinal}")
        page.add_fact(thing, ANS.Responsibility, found, ANS.text)
        page.add(thing, ANS.heldBy, page.actor(found.held_by))
        page.add_actors(thing, ANS.towards, found.towards)
        page.add(thing, ANS.text, text(found.text))
        page.add(thing, ANS.setOutIn, page.document)


def _write_options(page: DocumentPage) -> None:
    for ordinal, found in enumerate(page.findings.escalation_options, start=1):
        thing = page.iris.escalation_option(f"{page.slug}-{ordinal}")
        page.add_fact(thing, ANS.EscalationOption, found, ANS.text)
        page.add(thing, RDFS.label, text(found.label))
        page.add(thing, ANS.text, text(found.text))
        page.add(thing, ANS.optionStatus, text(found.status))
        page.add(thing, ANS.setOutIn, page.document)


def _write_figures(page: DocumentPage) -> None:
    for ordinal, found in enumerate(page.findings.figures, start=1):
        thing = page.iris.figure(f"{page.slug}-{ordinal}")
        page.add_fact(thing, ANS.Figure, found, ANS.value)
        page.add(thing, RDFS.label, text(found.label))
        page.add(thing, ANS.value, decimal(found.value))
        page.add(thing, ANS.asPrinted, text(found.as_printed))
        page.add(thing, ANS.unit, text(found.unit))
        page.add(thing, ANS.period, text(found.period))
        if page.findings.concerns:
            page.add(thing, ANS.about, page.body(page.findings.concerns))


def _write_events(page: DocumentPage) -> None:
    for ordinal, found in enumerate(page.findings.events, start=1):
        thing = page.iris.event(f"{page.slug}-{ordinal}")
        page.add_fact(thing, ANS.Event, found, RDFS.label)
        page.add(thing, RDFS.label, text(found.label))
        page.add(thing, DCTERMS.date, partial(found.date))
        page.add(thing, ANS.planned, boolean(found.planned))
        for body in found.bodies:
            page.add(thing, ANS.involves, page.body(body))


def _write_tenure(page: DocumentPage, found: PostHolding, ordinal: int) -> None:
    """State somebody's time in a post; a first name alone is nobody."""
    thing = page.iris.tenure(f"{page.slug}-{ordinal}")
    page.add_fact(thing, ANS.Tenure, found, ORG.member if found.name else ANS.ofPost)
    page.add(thing, ORG.member, page.holder(found))
    post = page.actor(found.post)
    if found.post.kind == "post":
        page.add(thing, ANS.ofPost, post)
    if found.post.role:
        page.add(thing, ORG.role, page.iris.role(found.post.role))
    page.add(thing, ORG.organization, page.body(found.post))
    page.add(thing, ANS.postAsPrinted, text(found.post_as_printed))
    page.add(thing, ANS.inPostOn, partial(found.in_post_on))
    page.add(thing, SCHEMA.startDate, partial(found.start))
    page.add(thing, SCHEMA.endDate, partial(found.end))
    page.add(thing, ANS.appointment, text(found.appointment))
