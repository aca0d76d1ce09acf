"""The explain page of one document, as a single HTML file without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.explaining.facts import Shown, gather, unmarked
from api.explaining.kinds import Kind
from api.explaining.marking import Mark, marks_of, pages_of
from api.masking import mask
from loaders.outliers import outliers_of
from loaders.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class Group:
    """All facts of one kind, as the list beside the text shows them."""

    kind: Kind
    facts: tuple[Shown, ...]

    @property
    def anchor(self) -> str:
        """The group's name in addresses within the page."""
        return f"kind-{self.kind.name}"


def explain_page(record: DocumentRecord, name: str) -> str:
    """Return an HTML page with a document's text and each fact marked in place.

    ``name`` is what the document was given as.  Everything is escaped; telephone numbers and
    e-mail addresses are masked.
    """
    facts = gather(record.findings)
    marks = marks_of(facts)
    templates = Environment(
        loader=PackageLoader("api", "explaining/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["mask"] = mask
    return templates.get_template("explain.html").render(
        name=name,
        title=_title(record, name),
        record=record,
        plain=unmarked(record.findings),
        groups=_grouped(facts),
        doubtful=_doubtful(facts),
        doubts=(*record.source.doubts, *record.findings.doubts),
        outliers=[each for each in outliers_of(record) if each.rule != "doubt"],
        places=_places(marks),
        pages=pages_of(record.source, marks),
        tip=_tip,
    )


def _title(record: DocumentRecord, name: str) -> str:
    return record.findings.title.value if record.findings.title else name


def _grouped(facts: Sequence[Shown]) -> tuple[Group, ...]:
    kinds = dict.fromkeys(fact.kind for fact in facts)
    return tuple(Group(kind, tuple(fact for fact in facts if fact.kind == kind)) for kind in kinds)


def _doubtful(facts: Iterable[Shown]) -> tuple[Shown, ...]:
    return tuple(fact for fact in facts if fact.doubt)


def _places(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    """Return the marks of each fact by its sign."""
    places: dict[str, list[Mark]] = {}
    for mark in marks:
        places.setdefault(mark.fact.sign, []).append(mark)
    return places


def _tip(mark: Mark) -> str:
    """Return what is told on pointing at a mark: what it is, which rule found it, any doubt."""
    fact = mark.fact
    told = f"{fact.sign} {fact.kind.label}"
    told += f" · rule: {fact.rule}" if fact.rule else ""
    return told + (f" · in doubt: {fact.doubt}" if fact.doubt else "")
