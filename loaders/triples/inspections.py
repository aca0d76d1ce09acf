"""The inspection that a document reports on: team, judgements, what it looked at."""

from __future__ import annotations

from rdflib import URIRef

from loaders.records import Inspection, Inspector, PartialDate
from loaders.triples.collected import day, integer, partial, text
from loaders.triples.page import DocumentPage
from loaders.triples.slugs import council_of
from ontology.terms import ANS, ORG, SCHEMA
from ontology.vocabulary import vocabulary


def write_inspection(page: DocumentPage) -> None:
    """State the inspection, its windows, inspectorates and team, and the grades given in it."""
    inspection, found = page.inspection, page.findings.inspection
    if inspection is None or found is None:
        return
    dated = SCHEMA.startDate if found.windows else ANS.framework
    page.add_fact(inspection, ANS.Inspection, found, dated)
    page.add(inspection, ANS.framework, page.iris.concept("framework", found.framework))
    if found.inspection_type:
        kind = page.iris.concept("inspection-type", found.inspection_type)
        page.add(inspection, ANS.inspectionType, kind)
    page.add(inspection, ANS.ordinal, integer(found.ordinal))
    page.add(inspection, ANS.outcomeAsPrinted, text(found.outcome_as_printed))
    _write_windows(page, inspection, found)
    _write_bodies(page, inspection, found)
    for inspector in page.findings.inspectors:
        _write_inspector(page, inspection, inspector)
    _write_judgements(page, inspection)


def inspection_date(page: DocumentPage) -> PartialDate | None:
    """Return the first fieldwork day, else the stated date, else the document's own date."""
    found = page.findings.inspection
    if found and found.start:
        return PartialDate.of(found.start)
    return found.stated_date if found and found.stated_date else page.date


def _write_windows(page: DocumentPage, inspection: URIRef, found: Inspection) -> None:
    page.add(inspection, SCHEMA.startDate, day(found.start))
    page.add(inspection, SCHEMA.endDate, day(found.end))
    for first, last in found.windows:
        window = f"{first.isoformat()}/{last.isoformat()}"
        page.add(inspection, ANS.fieldwork, text(window))
    if not found.windows:
        page.add(inspection, ANS.statedDate, partial(found.stated_date))
    page.add_dates(inspection, inspection_date(page))


def _write_bodies(page: DocumentPage, inspection: URIRef, found: Inspection) -> None:
    """State who is inspected, the council of the area always, and by whom."""
    page.add_actors(inspection, ANS.inspects, found.inspects)
    for body in (*found.inspects, page.findings.concerns):
        council = council_of(body)
        if council:
            page.add(inspection, ANS.inspects, page.iris.body(council))
    for inspectorate in found.inspected_by:
        page.add(inspection, ANS.inspectedBy, page.iris.body(inspectorate))


def _write_inspector(page: DocumentPage, inspection: URIRef, inspector: Inspector) -> None:
    person = page.person(inspector.name, inspector.body, inspector)
    if person is None:
        return
    page.add(inspection, ANS.leadInspector if inspector.lead else ANS.inspector, person)
    page.add(person, ORG.memberOf, page.iris.body(inspector.body))
    if inspector.role:
        _write_rank(page, person, inspector)


def _write_rank(page: DocumentPage, person: URIRef, inspector: Inspector) -> None:
    """State the inspector's own post, as a tenure that the inspection shows."""
    tenure = page.iris.tenure(f"{page.slug}-{str(person).rpartition('/')[2]}")
    page.add_fact(tenure, ANS.Tenure, inspector, ANS.postAsPrinted)
    page.add(tenure, ORG.member, person)
    page.add(tenure, ORG.organization, page.iris.body(inspector.body))
    page.add(tenure, ANS.postAsPrinted, text(inspector.role))
    known = vocabulary().named("role", inspector.role or "")
    if known:
        page.add(tenure, ORG.role, page.iris.role(known.slug))
    found = page.findings.inspection
    page.add(tenure, ANS.inPostOn, day(found.end if found else None))


def _write_judgements(page: DocumentPage, inspection: URIRef) -> None:
    for ordinal, found in enumerate(page.findings.judgements, start=1):
        judgement = page.iris.judgement(f"{page.slug}-{ordinal}")
        page.add_fact(judgement, ANS.Judgement, found, ANS.grade)
        page.add(judgement, ANS.judgedIn, inspection)
        page.add(judgement, ANS.judgedBody, page.body(found.body))
        page.add(judgement, ANS.area, page.iris.concept("area", found.area))
        page.add(judgement, ANS.areaAsPrinted, text(found.area_as_printed))
        page.add(judgement, ANS.grade, page.iris.concept("grade", found.grade))
        page.add(judgement, ANS.gradeAsPrinted, text(found.grade_as_printed))
