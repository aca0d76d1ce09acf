"""Recommendations of all kinds, the restatements of earlier ones, and their parts."""

from __future__ import annotations

from rdflib import URIRef

from loaders.records import Duty, Recommendation, Requirement, StatedInspection
from loaders.triples.collected import day, integer, partial, text
from loaders.triples.page import DocumentPage
from ontology.terms import ANS

CLASSES = {
    "recommendation": ANS.FormalRecommendation,
    "area-for-improvement": ANS.AreaForImprovement,
    "priority-action": ANS.PriorityAction,
    "requirement": ANS.Requirement,
    "resolution": ANS.Resolution,
}


def item_iri(page: DocumentPage, item: Recommendation) -> URIRef:
    """Return the IRI of an item: a recommendation made here, or a reference to an earlier one."""
    slug = f"{page.slug}-{item.order}"
    if item.role == "restated":
        return page.iris.reference(slug)
    return page.iris.recommendation(slug)


def write_items(page: DocumentPage) -> None:
    """State every item of the document's lists, then the requirements that are none of them."""
    for item in page.findings.recommendations:
        _write_item(page, item)
    last = max((item.order for item in page.findings.recommendations), default=0)
    listed = {item.text for item in page.findings.recommendations}
    unlisted = (each for each in page.findings.requirements if each.text not in listed)
    for order, requirement in enumerate(unlisted, start=last + 1):
        _write_requirement(page, requirement, order)


def _write_item(page: DocumentPage, item: Recommendation) -> None:
    thing = item_iri(page, item)
    kind = "resolution" if item.role == "put-to-council" else item.kind.replace(" ", "-")
    if item.role == "restated":
        page.add_fact(thing, ANS.Restatement, item, ANS.text)
        page.add(thing, ANS.statedIn, page.document)
        _write_origin(page, thing, item.origin)
    else:
        page.add_fact(thing, CLASSES[kind], item, ANS.text)
        _write_making(page, thing, item)
    page.add(thing, ANS.kind, page.iris.concept("kind", kind))
    page.add(thing, ANS.text, text(item.text))
    page.add(thing, ANS.number, text(item.number))
    page.add(thing, ANS.order, integer(item.order))
    page.add(thing, ANS.list, text(item.list_heading))
    page.add(thing, ANS.leadIn, text(item.lead_in))
    page.add(thing, ANS.due, day(item.due))
    page.add(thing, ANS.dueAsPrinted, text(item.due_as_printed))
    page.add(thing, ANS.legalBasis, text(item.legal_basis))
    makers = (item.made_by, *item.made_with) if item.made_by else ()
    page.add_actors(thing, ANS.madeBy, makers)
    _write_themes(page, thing, item)
    _write_addressees(page, thing, item)
    page.add_duty(thing, item.duty)
    _write_parts(page, thing, item)


def _write_making(page: DocumentPage, thing: URIRef, item: Recommendation) -> None:
    page.add(thing, ANS.madeIn, page.document)
    if item.role == "made":
        page.add(thing, ANS.arisesFrom, page.inspection)
    page.add_dates(thing, page.date)


def _write_origin(page: DocumentPage, thing: URIRef, origin: StatedInspection | None) -> None:
    if origin:
        write_stated_inspection(page, thing, origin)
    page.add_dates(thing, (origin.date if origin else None) or page.date)


def write_stated_inspection(page: DocumentPage, thing: URIRef, stated: StatedInspection) -> None:
    """State what a document says of an inspection that it mentions."""
    page.add(thing, ANS.statedDate, partial(stated.date))
    page.add(thing, ANS.statedEndDate, partial(stated.end))
    page.add(thing, ANS.statedYear, integer(stated.date.year if stated.date else None))
    if stated.inspection_type:
        kind = page.iris.concept("inspection-type", stated.inspection_type)
        page.add(thing, ANS.statedType, kind)
    if stated.grade:
        page.add(thing, ANS.statedGrade, page.iris.concept("grade", stated.grade))
    if stated.area:
        page.add(thing, ANS.statedArea, page.iris.concept("area", stated.area))
    page.add(thing, ANS.statedOrdinal, integer(stated.ordinal))
    page.add(thing, ANS.statedOutcome, text(stated.outcome))
    page.add(thing, ANS.statedTitle, text(stated.label))


def _write_themes(page: DocumentPage, thing: URIRef, item: Recommendation) -> None:
    if item.printed_theme:
        page.add(thing, ANS.printedTheme, page.iris.theme(item.printed_theme))
    page.add(thing, ANS.themeAsPrinted, text(item.printed_theme_label))
    for theme in item.themes:
        page.add(thing, ANS.computedTheme, page.iris.theme(theme))
    if item.themes:
        page.add(thing, ANS.computedPrimaryTheme, page.iris.theme(item.themes[0]))
    for issue in item.issues:
        page.add(thing, ANS.issue, page.iris.theme(issue))


def _write_addressees(page: DocumentPage, thing: URIRef, item: Recommendation) -> None:
    """State who has to act: whom the text names, else whom the list is about."""
    named = item.duty.bearers if item.duty else ()
    implied = (item.default_addressee,) if item.default_addressee and not named else ()
    page.add_actors(thing, ANS.addressedTo, (*named, *implied))
    if named or implied:
        basis = item.addressee_basis or ("printed" if named else "implied")
        page.add(thing, ANS.addresseeBasis, text(basis))


def _write_parts(page: DocumentPage, thing: URIRef, item: Recommendation) -> None:
    """State the sub-items; other actors that they name are repeated on the item."""
    for found in item.parts:
        part = page.iris.part(f"{page.slug}-{item.order}-{found.order}")
        page.triples.add_type(part, ANS.RecommendationPart)
        page.add(part, ANS.partOf, thing)
        page.add(part, ANS.order, integer(found.order))
        page.add(part, ANS.text, text(found.text))
        page.add_evidence(part, found.evidence, ANS.text)
        page.add_duty(part, found.duty)
        if found.duty:
            page.add_actors(part, ANS.addressedTo, found.duty.bearers)
            if found.duty.bearers:
                page.add(part, ANS.addresseeBasis, text("printed"))
            page.add_duty(thing, _others_only(found.duty))


def _others_only(duty: Duty) -> Duty:
    return Duty(
        agreed_by=duty.agreed_by,
        supported_by=duty.supported_by,
        overseen_by=duty.overseen_by,
        consults=duty.consults,
        reports_to=duty.reports_to,
    )


def _write_requirement(page: DocumentPage, found: Requirement, order: int) -> None:
    thing = page.iris.recommendation(f"{page.slug}-{order}")
    page.add_fact(thing, ANS.Requirement, found, ANS.text, ANS.due)
    page.add(thing, ANS.kind, page.iris.concept("kind", "requirement"))
    page.add(thing, ANS.text, text(found.text))
    page.add(thing, ANS.order, integer(order))
    page.add(thing, ANS.madeIn, page.document)
    page.add(thing, ANS.arisesFrom, page.inspection)
    page.add_dates(thing, page.date)
    page.add(thing, ANS.due, day(found.deadline))
    page.add(thing, ANS.dueAsPrinted, text(found.due_as_printed))
    page.add(thing, ANS.legalBasis, text(found.legal_basis))
    publisher = (page.findings.publisher,) if page.findings.publisher else ()
    page.add_actors(thing, ANS.madeBy, found.made_by or publisher)
    if found.responsible:
        page.add(thing, ANS.addressedTo, page.actor(found.responsible))
        page.add(thing, ANS.addresseeBasis, text("printed"))
