"""The tables of a Commissioner's report: earlier inspections, themes, roles, escalation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.extractors.actors import ActorFinder
from loaders.extractors.captioned_tables import CaptionedTable, Piece, cell_flow, cell_pieces
from loaders.extractors.cues import cued
from loaders.extractors.dates import parse_date
from loaders.extractors.figures import is_data_table
from loaders.extractors.flows import Flow
from loaders.extractors.references import grade_of, inspection_type_of
from loaders.extractors.registered import OFSTED
from loaders.extractors.sections import YEAR
from loaders.extractors.sentences import sentence_flows
from loaders.page import Cell, SourceText
from loaders.records import (
    Actor,
    EscalationOption,
    InspectionReference,
    ItemKind,
    Recommendation,
    Responsibility,
    StatedInspection,
)
from ontology.vocabulary import vocabulary

_HISTORY = re.compile(r"\binspections?\b|\bvisits?\b", re.IGNORECASE)
_OUTCOME = r"\b<<heading/outcome-column>>\b"
_ROLES = re.compile(r"\b(?:roles? and )?responsibilit(?:y|ies)\b", re.IGNORECASE)
_ESCALATION = r"\b<<heading/escalation>>\b"
_ASKED = re.compile(r"recommendation|improve|priority ?action|areas? ?for", re.IGNORECASE)
_LIST_NAME = re.compile(
    r"recommendations?|whatneedstoimprove\??|areasfor(?:priorityaction|improvement)s?",
    re.IGNORECASE,
)
LONGEST_LIST_NAME = 45  # characters
_THEME_LABEL = re.compile(
    r"^(?:.*?\b(?:Recommendations?|Areas?|Findings?)\b[^:]*:)?\s*(?:Themes?\s*\d*\s*[:–-])?\s*"
)
KINDS: tuple[tuple[re.Pattern[str], ItemKind], ...] = (
    (re.compile(r"priority action", re.IGNORECASE), "priority action"),
    (re.compile(r"recommendation", re.IGNORECASE), "recommendation"),
    (re.compile(r"improve|area", re.IGNORECASE), "area for improvement"),
)


def is_history(table: CaptionedTable) -> bool:
    """Tell whether a table lists inspections with their outcomes."""
    header = table.header
    return bool(_HISTORY.search(" ".join(header)) and cued(_OUTCOME).search(" ".join(header[1:])))


def read_history(source: SourceText, table: CaptionedTable) -> Iterator[InspectionReference]:
    """Yield one reference for each row that gives a date or year."""
    for row in table.table.rows[1:]:
        words = " | ".join(cell.text for cell in row if cell.text)
        date = parse_date(words)
        if date is None:
            continue
        outcome = row[-1].text
        grade = grade_of(outcome)
        yield InspectionReference(
            evidence=tuple(quote for cell in row for quote in cell_flow(cell).quotes(source)),
            rule="inspection-history-table",
            text=words,
            stated=StatedInspection(
                date=date,
                inspection_type=_type_of(words),
                grade=grade,
                outcome=None if grade else outcome or None,
                label=row[0].text,
            ),
        )


def _type_of(words: str) -> str | None:
    """Return the inspection type named, a full inspection where only that is said."""
    return inspection_type_of(words)


def is_theme_table(table: CaptionedTable) -> bool:
    """Tell whether the columns are inspections by year and the rows what they asked for."""
    years = [cell for cell in table.header if YEAR.search(cell)]
    second = " ".join(cell.text for cell in table.table.rows[1])
    asked = f"{table.around} {second}"
    return len(years) > 1 and bool(_ASKED.search(asked)) and not is_history(table)


@dataclass(frozen=True)
class _Column:
    origin: StatedInspection
    kind: ItemKind
    list_heading: str | None


def read_theme_table(
    source: SourceText, table: CaptionedTable, council: Actor | None, before: int
) -> tuple[Recommendation, ...]:
    """Return the items of a theme's table, numbered on after ``before`` earlier ones.

    The theme stands above the table or in a first column of its own.
    """
    columns = _columns(table)
    items = [
        (columns[index], piece, label)
        for label, cells in _cells_by_theme(table, columns)
        for index, column in cells.items()
        for piece in cell_pieces(*column)
        if piece.flow.text and not _LIST_NAME.fullmatch(piece.flow.text.replace(" ", ""))
    ]
    return tuple(
        _restatement(source, column, piece, (label, council, order))
        for order, (column, piece, label) in enumerate(items, start=before + 1)
    )


def _cells_by_theme(
    table: CaptionedTable, columns: Iterable[int]
) -> list[tuple[str, dict[int, list[Cell]]]]:
    """Return the cells of each column: of the whole table, or of each row that names a theme."""
    body = [row for row in table.table.rows[1:] if not _is_subheader(row)]
    rows = [body] if 0 in columns else [[row] for row in body]
    return [
        (
            _theme_label(table, None if 0 in columns else group[0][0]),
            {index: [row[index] for row in group if index < len(row)] for index in columns},
        )
        for group in rows
        if group
    ]


def _columns(table: CaptionedTable) -> dict[int, _Column]:
    second = table.table.rows[1]
    headings = [cell.text for cell in second] if _is_subheader(second) else []
    columns = {}
    for index, words in enumerate(table.header):
        if not YEAR.search(words):
            continue
        heading = headings[index] if index < len(headings) else None
        columns[index] = _Column(
            origin=StatedInspection(
                date=parse_date(words), inspection_type=inspection_type_of(words), label=words
            ),
            kind=_kind_of(heading or table.around),
            list_heading=heading,
        )
    return columns


def _kind_of(heading: str) -> ItemKind:
    return next((kind for words, kind in KINDS if words.search(heading)), "recommendation")


def _is_subheader(row: Sequence[Cell]) -> bool:
    """Tell whether a row only names the lists ("Recommendations", "What needs to improve?")."""
    filled = [cell.text for cell in row if cell.text]
    # a narrow column cuts a word in two: "Recommendatio" / "ns"
    return bool(filled) and all(
        len(text) < LONGEST_LIST_NAME and _ASKED.search(text.replace(" ", "")) for text in filled
    )


def _theme_label(table: CaptionedTable, first: Cell | None) -> str:
    words = first.text if first is not None else table.caption
    return _THEME_LABEL.sub("", words, count=1).strip(" :")


def _restatement(
    source: SourceText,
    column: _Column,
    piece: Piece,
    context: tuple[str, Actor | None, int],
) -> Recommendation:
    label, council, order = context
    theme = theme_named(label)
    return Recommendation(
        evidence=piece.flow.quotes(source),
        rule="inspection-theme-table",
        doubt=None if theme else f"the printed theme “{label}” is not one of the vocabulary",
        order=order,
        kind=column.kind,
        role="restated",
        text=piece.flow.text,
        number=piece.number,
        list_heading=column.list_heading,
        made_by=OFSTED,
        default_addressee=council,
        printed_theme=theme,
        printed_theme_label=label or None,
        origin=column.origin,
        in_theme_table=True,
    )


def theme_named(label: str) -> str | None:
    """Return the slug of the top theme that a printed label names, if the vocabulary knows it."""
    known = vocabulary()
    for words in (label, *re.split(r"\s*[:/]\s*", label)):
        concept = known.named("theme", words)
        if concept:
            return known.top_theme(concept.slug)
    return None


def is_roles_table(table: CaptionedTable, finder: ActorFinder) -> bool:
    """Tell whether the columns (or first cells) are parties and the cells their duties."""
    if not _ROLES.search(f"{table.around} {' '.join(table.header)}"):
        return False
    return len(_parties(table, finder)) > 1 or bool(_row_parties(table, finder))


def read_roles_table(
    source: SourceText, table: CaptionedTable, finder: ActorFinder
) -> Iterator[Responsibility]:
    """Yield one responsibility for each paragraph below (or beside) a party."""
    parties = _parties(table, finder)
    rows = table.table.rows[1:]
    if len(parties) > 1:
        duties = [(parties[i], [row[i] for row in rows if i < len(row)]) for i in parties]
    else:
        duties = [(party, list(row[1:])) for party, row in _row_parties(table, finder)]
    for party, cells in duties:
        for piece in cell_pieces(*cells):
            if piece.flow.text:
                yield responsibility(source, piece.flow, party, finder)


def responsibility(
    source: SourceText, flow: Flow, held_by: Actor, finder: ActorFinder, rule: str = "roles-table"
) -> Responsibility:
    """Return the duty that ``flow`` sets out, with the other actors that it names."""
    others = dict.fromkeys(f.actor for f in finder.find(flow.text) if f.actor != held_by)
    return Responsibility(
        evidence=flow.quotes(source),
        rule=rule,
        held_by=held_by,
        text=flow.text,
        towards=tuple(others),
    )


def _parties(table: CaptionedTable, finder: ActorFinder) -> dict[int, Actor]:
    return {
        index: actor
        for index, words in enumerate(table.header)
        if (actor := _party(words, finder)) is not None
    }


def _row_parties(
    table: CaptionedTable, finder: ActorFinder
) -> list[tuple[Actor, tuple[Cell, ...]]]:
    return [
        (actor, row)
        for row in table.table.rows[1:]
        if len(row) > 1 and (actor := _party(row[0].text, finder)) is not None
    ]


def _party(words: str, finder: ActorFinder) -> Actor | None:
    """Return the actor that a short cell names first, before any "for …"."""
    if not words or len(words) > 90:
        return None
    return next((found.actor for found in finder.find(words)), None)


def is_escalation_table(table: CaptionedTable) -> bool:
    """Tell whether a table describes what may follow if progress fails."""
    named = cued(_ESCALATION).search(f"{table.around} {table.header[0]}")
    return bool(named) and len(table.header) > 1 and not is_data_table(table)


_EXISTING = re.compile(r"\b(?:existing|available|current)\b", re.IGNORECASE)
_REJECTED = re.compile(r"\bnot (?:recommend\w*|done so|recommended)\b", re.IGNORECASE)
_KEPT_OPEN = re.compile(r"\b(?:not rule out|keep open|remains? an option|in future should)\b", re.I)
_CONSIDERED = re.compile(r"\bconsidered\b", re.IGNORECASE)


def read_escalation(
    source: SourceText, table: CaptionedTable, prose: Sequence[Flow]
) -> Iterator[EscalationOption]:
    """Yield the options of an escalation table; ``prose`` is what else the report says of them."""
    for row in table.table.rows[1:]:
        if len(row) < 2 or not row[0].text:
            continue
        label = row[0].text
        status, told, doubt = _status(label, prose)
        if status is None and _EXISTING.search(table.around):
            status = "available"
        cells = [quote for cell in row for quote in cell_flow(cell).quotes(source)]
        yield EscalationOption(
            evidence=(*cells, *(quote for flow in told for quote in flow.quotes(source))),
            rule="escalation-table",
            doubt=doubt,
            label=label,
            text=" ".join(cell.text for cell in row[1:] if cell.text),
            status=status,
        )


def _status(label: str, prose: Sequence[Flow]) -> tuple[str | None, list[Flow], str | None]:
    """Return what the report says of an option: rejected, kept open, or nothing."""
    noun = _singular(label.split()[-1])
    naming = re.compile(rf"\b(?:children[’']s )?{re.escape(noun)}s?\b", re.IGNORECASE)
    told = [
        sentence
        for flow in prose
        if naming.search(flow.text)
        for sentence in sentence_flows(flow)
        if naming.search(sentence.text) or _REJECTED.search(sentence.text)
    ]
    kept = [each for each in told if _KEPT_OPEN.search(each.text) and naming.search(each.text)]
    considered = [e for e in told if _CONSIDERED.search(e.text) and naming.search(e.text)]
    rejected = [each for each in told if _REJECTED.search(each.text)]
    if kept:
        return "kept-open", kept[:1], _unclear(label, kept[0])
    if considered and rejected:
        return (
            "considered-and-rejected",
            [considered[0], rejected[0]],
            _unclear(label, considered[0]),
        )
    return None, [], None


def _singular(noun: str) -> str:
    return noun.lower().removesuffix("s")


def _unclear(label: str, sentence: Flow) -> str | None:
    """The prose may name an option without saying which of two kinds it means."""
    if label.lower() in sentence.text.lower():
        return None
    return f"the text speaks of “{label.split()[-1]}” without saying which kind is meant"
