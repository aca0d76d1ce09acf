"""The facts that links are drawn from, read from a store by the queries beside this module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from graph.links.facts import (
    AssessmentFact,
    Decisions,
    DocumentFact,
    Facts,
    InspectionFact,
    Item,
    JudgementFact,
    Mention,
    NamedFact,
    Stated,
    slug_of,
)
from graph.links.periods import Period

FULL_REPORT = "inspection-report"
OVERALL = "overall-effectiveness"

Row = tuple[str, ...]
Parts = Mapping[str, tuple[str, ...]]
Select = Callable[[str], Iterable[Row]]
"""Runs a query (`Store.rows`), where wanted on some graphs only; terms come as plain text."""


@dataclass(frozen=True, slots=True)
class Described:
    """The properties of one thing: local name of the property to its values, sorted."""

    iri: str
    values: Mapping[str, list[str]]

    def first(self, name: str) -> str | None:
        """Return the only or first value of a property."""
        values = self.values.get(name)
        return values[0] if values else None

    def all(self, name: str) -> tuple[str, ...]:
        """Return all values of a property, sorted."""
        return tuple(self.values.get(name, ()))

    def slug(self, name: str) -> str | None:
        """Return the slug of the concept that a property names."""
        value = self.first(name)
        return slug_of(value) if value else None

    def slugs(self, name: str) -> tuple[str, ...]:
        """Return the slugs of all concepts that a property names, sorted."""
        return tuple(slug_of(value) for value in self.values.get(name, ()))

    def number(self, name: str) -> int | None:
        """Return a whole number."""
        value = self.first(name)
        return int(value) if value else None


def read_facts(select: Select) -> Facts:
    """Return what the documents in a store say, in an order that does not depend on loading.

    What is read nowhere else than in the links graph is left out: links follow from documents.
    """
    answers = _Answers(select)
    documents = _documents(answers)
    parts = _parts(answers)
    return Facts(
        documents=tuple(documents.values()),
        inspections=_inspections(answers, documents.values()),
        items=_items(answers.to("recommendations"), "madeIn", documents, parts),
        restatements=_items(answers.to("restatements"), "statedIn", documents, parts),
        inspection_mentions=_mentions(answers, documents, "inspection-references"),
        document_mentions=_mentions(answers, documents, "document-references"),
        assessments=tuple(
            AssessmentFact(iri=each.iri, assesses=each.all("assesses"))
            for each in answers.to("assessments")
        ),
        judgements=_judgements(answers),
        reported=tuple(
            (each.iri, reference)
            for each in answers.to("reported")
            for reference in each.all("reportedFrom")
        ),
        decisions=read_decisions(select),
    )


@dataclass(slots=True)
class _Answers:
    """The answers to the queries, each asked once."""

    select: Select
    known: dict[str, dict[str, Described]] = field(default_factory=dict)

    def to(self, name: str) -> Iterable[Described]:
        """Return the things that a query describes, by IRI."""
        return self.by_iri(name).values()

    def by_iri(self, name: str) -> Mapping[str, Described]:
        if name not in self.known:
            self.known[name] = _fold(self.select(query_text(name)))
        return self.known[name]

    def about(self, name: str, iri: str) -> Described:
        """Return what a query tells of one thing; nothing where it does not name it."""
        return self.by_iri(name).get(iri, Described(iri, {}))


def query_text(name: str) -> str:
    """Return one of the queries beside this module."""
    return (files("graph.links") / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def _fold(rows: Iterable[Row]) -> dict[str, Described]:
    folded: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for thing, predicate, value in rows:
        folded[thing][_local(predicate)].add(value)
    return {
        thing: Described(thing, {name: sorted(values) for name, values in folded[thing].items()})
        for thing in sorted(folded)
    }


def _local(predicate: str) -> str:
    """Return the local name of a property."""
    return predicate.rpartition("/")[2].rpartition("#")[2]


def _documents(answers: _Answers) -> dict[str, DocumentFact]:
    return {
        each.iri: DocumentFact(
            iri=each.iri,
            genre=each.slug("genre") or "",
            date=_day(each),
            council=_council(answers, each.first("concerns")),
            issued=each.first("issued")
            or answers.about("sources", each.iri).first("issuedPerSource"),
            title=each.first("title"),
            reports_on=each.all("reportsOn"),
        )
        for each in answers.to("documents")
    }


def _day(each: Described) -> str:
    return (each.first("sortDate") or "")[:10]


def _council(answers: _Answers, body: str | None) -> str | None:
    """Return the council that a body serves, or the body itself."""
    return body and (answers.about("councils", body).first("serves") or body)


def _inspections(
    answers: _Answers, documents: Iterable[DocumentFact]
) -> tuple[InspectionFact, ...]:
    reports: dict[str, list[DocumentFact]] = defaultdict(list)
    for document in documents:
        for inspection in document.reports_on:
            reports[inspection].append(document)
    grades = {
        each.first("judgedIn"): each.slug("grade")
        for each in answers.to("judgements")
        if each.slug("area") == OVERALL
    }
    found = (
        _inspection(each, reports[each.iri], grades.get(each.iri))
        for each in answers.to("inspections")
        if each.iri in reports
    )
    return tuple(inspection for inspection in found if inspection)


def _inspection(
    each: Described, reports: Iterable[DocumentFact], grade: str | None
) -> InspectionFact | None:
    council = next((report.council for report in reports if report.council), None)
    start, end = each.first("startDate"), each.first("endDate")
    if council is None:
        return None
    return InspectionFact(
        iri=each.iri,
        council=council,
        date=_day(each) or (start or "")[:10],
        inspection_type=each.slug("inspectionType"),
        fieldwork=Period(Period.of(start).first, Period.of(end or start).last) if start else None,
        issued=tuple(sorted({Period.of(each.issued) for each in reports if each.issued})),
        ordinal=each.number("ordinal"),
        grade=grade,
        is_full=any(report.genre == FULL_REPORT for report in reports),
    )


def _parts(answers: _Answers) -> Parts:
    """Return the texts of the sub-items of each item, in their order."""
    ordered = sorted(answers.to("parts"), key=lambda each: (each.number("order") or 0, each.iri))
    found: dict[str, tuple[str, ...]] = {}
    for part in ordered:
        for whole in part.all("partOf"):
            found[whole] = (*found.get(whole, ()), *part.all("text")[:1])
    return found


def _items(
    answers: Iterable[Described],
    stated_in: str,
    documents: Mapping[str, DocumentFact],
    parts: Parts,
) -> tuple[Item, ...]:
    return tuple(
        _item(each, documents[each.first(stated_in) or ""], parts.get(each.iri, ()))
        for each in answers
        if each.first(stated_in) in documents and each.first("text")
    )


def _item(each: Described, document: DocumentFact, parts: tuple[str, ...]) -> Item:
    return Item(
        iri=each.iri,
        document=document,
        text=each.first("text") or "",
        parts=parts,
        date=_day(each) or document.date,
        number=each.first("number"),
        kind=each.slug("kind"),
        issues=each.slugs("issue"),
        themes=_computed_themes(each),
        printed_themes=each.slugs("printedTheme"),
        arises_from=each.first("arisesFrom"),
        evidence=each.all("evidence"),
        addressees=each.all("addressedTo"),
        made_by=each.all("madeBy"),
        stated=_stated(each),
    )


def _computed_themes(each: Described) -> tuple[str, ...]:
    """Return the computed themes, the primary one first."""
    primary = each.slugs("computedPrimaryTheme")
    return tuple(dict.fromkeys((*primary, *each.slugs("computedTheme"))))


def _stated(each: Described) -> Stated:
    return Stated(
        date=each.first("statedDate") or each.first("statedYear"),
        inspection_type=each.slug("statedType"),
        grade=None if each.slug("statedArea") else each.slug("statedGrade"),
        ordinal=each.number("statedOrdinal"),
        title=each.first("statedTitle"),
        genre=each.slug("statedGenre"),
        relation=each.slug("statedRelation"),
    )


def _mentions(
    answers: _Answers, documents: Mapping[str, DocumentFact], query: str
) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            iri=each.iri, document=documents[each.first("statedIn") or ""], stated=_stated(each)
        )
        for each in answers.to(query)
        if each.first("statedIn") in documents
    )


def _judgements(answers: _Answers) -> tuple[JudgementFact, ...]:
    return tuple(
        JudgementFact(
            iri=each.iri,
            inspection=each.first("judgedIn") or "",
            area=each.slug("area") or "",
            body=each.first("judgedBody") or "",
            grade=each.slug("grade") or "",
        )
        for each in answers.to("judgements")
        if each.first("judgedIn") and each.first("grade")
    )


def read_decisions(select: Select) -> Decisions:
    """Return what people decided of conclusions."""
    rejected: set[str] = set()
    wrong: dict[tuple[str, str], frozenset[str]] = {}
    right: dict[tuple[str, str], str] = {}
    for each in _fold(select(query_text("decisions"))).values():
        thing, verdict = each.first("reviewOf") or "", each.first("reviewDecision")
        name = _local(each.first("reviewedProperty") or "")
        if verdict == "rejected" and not name:
            rejected.add(thing)
        elif verdict == "rejected":
            wrong[thing, name] = frozenset(each.all("reviewedValue"))
        elif verdict == "corrected" and each.first("reviewedValue"):
            right[thing, name] = each.all("reviewedValue")[0]
    return Decisions(frozenset(rejected), wrong, right)


def read_names(select: Select) -> dict[str, tuple[NamedFact, ...]]:
    """Return who and what is named in each graph, by the graph's name."""
    found: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(set))
    )
    for graph, thing, predicate, value in select(query_text("names")):
        found[graph][thing][_local(predicate)].add(value)
    return {
        graph: tuple(_named(iri, things[iri]) for iri in sorted(things) if _is_named(things[iri]))
        for graph, things in sorted(found.items())
    }


def _is_named(values: Mapping[str, set[str]]) -> bool:
    return bool(values.get("name") or values.get("label"))


def _named(iri: str, values: Mapping[str, set[str]]) -> NamedFact:
    is_person = "name" in values
    places = ("memberOf", "organization") if is_person else ("serves",)
    return NamedFact(
        iri=iri,
        name=min(values["name" if is_person else "label"]),
        bodies=frozenset(place for name in places for place in values.get(name, ())),
        is_person=is_person,
    )
