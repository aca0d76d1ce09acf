"""The sheets of the tracker workbook as plain rows: what an improvement board keeps by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.exports.states import State, states
from graph.exports.tables import SEPARATOR, Cell, Tables

OVERALL = "overall-effectiveness"

Shown = Cell | date


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a sheet: its name, its width in characters, what its cells are."""

    name: str
    width: int
    kind: Literal["text", "date", "number", "link"] = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: ``note`` says above the table what it shows."""

    name: str
    note: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Shown, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document in a few words: the bodies it is about, its genre and day; the day as printed."""

    about: str
    name: str
    printed: str = ""


def sheets(tables: Tables) -> tuple[Sheet, ...]:
    """Return the sheets of the workbook, the tracker first."""
    return (
        tracker(tables),
        inspections(tables),
        grades(tables),
        responsibilities(tables),
        recurrence(tables),
    )


def tracker(tables: Tables) -> Sheet:
    """Return the recommendations with what became of each."""
    headings = (
        Heading("About", 18),
        Heading("No.", 7),
        Heading("What", 60),
        Heading("Who", 24),
        Heading("Said by", 18),
        Heading("When", 12, "date"),
        Heading("Theme", 24),
        Heading("Kind", 16),
        Heading("Due", 14),
        Heading("State", 20),
        Heading("State on", 12, "date"),
        Heading("Last evidence", 50),
        Heading("Evidence page", 9, "number"),
        Heading("Page", 7, "number"),
        Heading("Document", 26),
        Heading("Link", 8, "link"),
    )
    known = states(tables)
    sources = _sources(tables)
    parts = _parts(tables)
    rows = [
        _tracked(record, known[str(record["id"])], sources, parts)
        for record in tables.table("recommendations").records
    ]
    note = (
        "What was asked, of whom, and what the latest loaded document says of it. Raised again is "
        "concluded by software from a later item that asks for the same. Not assessed: the loaded "
        "documents say no more of it."
    )
    return Sheet("Recommendations", note, headings, tuple(rows))


def inspections(tables: Tables) -> Sheet:
    """Return the inspections with the overall grade of each, newest first."""
    headings = (
        Heading("About", 28),
        Heading("First day", 12, "date"),
        Heading("Last day", 12, "date"),
        Heading("Inspection", 28),
        Heading("Overall grade", 22),
        Heading("Other outcome", 26),
        Heading("Led by", 22),
        Heading("Known only from", 30),
        Heading("Link", 14, "link"),
    )
    overall = {
        str(record["judged_in_id"]): record["grade"]
        for record in tables.table("judgements").records
        if str(record["area_id"]).endswith(f"/{OVERALL}")
    }
    rows = [
        (
            _lines(record["inspects"]),
            _day(record["start"]) or record["stated_date"],
            _day(record["end"]),
            _with_ordinal(record),
            overall.get(str(record["id"])),
            _lines(record["outcome"]),
            _lines(record["lead_inspector"]),
            _lines(record["known_only_from"]),
            record["id"],
        )
        for record in reversed(tables.table("inspections").records)
    ]
    note = "Every inspection and visit that a loaded document reports on or tells of."
    return Sheet("Inspections", note, headings, tuple(rows))


def grades(tables: Tables) -> Sheet:
    """Return every judgement: area and grade, as printed, with its page."""
    headings = (
        Heading("About", 28),
        Heading("When", 12, "date"),
        Heading("Inspection", 28),
        Heading("Area", 44),
        Heading("Grade", 22),
        Heading("Page", 7, "number"),
        Heading("Document", 40),
        Heading("Link", 14, "link"),
    )
    inspected = {record["id"]: record for record in tables.table("inspections").records}
    rows = []
    for record in tables.table("judgements").records:
        inspection = inspected.get(record["judged_in_id"], {})
        rows.append(
            (
                record["judged_body"],
                _day(inspection.get("date")),
                inspection.get("inspection_type"),
                record["area_as_printed"] or record["area"],
                record["grade_as_printed"] or record["grade"],
                record.get("page"),
                record.get("document"),
                record["id"],
            )
        )
    note = "Every grade that a loaded report gives, in the words of the report."
    return Sheet("Grades", note, headings, tuple(sorted(rows, key=_by_day)))


def responsibilities(tables: Tables) -> Sheet:
    """Return who answers for what, and towards whom."""
    headings = (
        Heading("Who", 28),
        Heading("Answers for", 70),
        Heading("Towards", 28),
        Heading("Page", 7, "number"),
        Heading("Document", 40),
        Heading("Link", 14, "link"),
    )
    rows = [
        (
            _lines(record["held_by"]),
            record["text"],
            _lines(record["towards"]),
            record.get("page"),
            record.get("document"),
            record["id"],
        )
        for record in tables.table("responsibilities").records
    ]
    note = "Standing duties as tables of roles and terms of reference set them out."
    return Sheet("Responsibilities", note, headings, tuple(rows))


def recurrence(tables: Tables) -> Sheet:
    """Return what was asked under each theme year by year: the words for one body, else counts."""
    sources = _sources(tables)
    asked: dict[tuple[str, str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for record in tables.table("recommendations").records:
        theme, year = record["primary_theme"], record["year"]
        if theme and isinstance(year, int):
            about = _source(record, sources).about
            asked[about, str(theme)][year].append(_numbered(record))
    years = sorted({year for by_year in asked.values() for year in by_year})
    is_single = len({about for about, _ in asked}) <= 1
    width = 42 if is_single else 8
    kind: Literal["text", "number"] = "text" if is_single else "number"
    headings = (
        Heading("About", 18),
        Heading("Theme", 30),
        Heading("Years raised", 9, "number"),
        *(Heading(str(year), width, kind) for year in years),
    )
    rows = [
        (about, theme, len(by_year), *(_told(by_year.get(year, []), is_single) for year in years))
        for (about, theme), by_year in sorted(asked.items())
    ]
    note = "What was raised under each theme, year by year; a theme raised in several years recurs."
    return Sheet("Recurrence", note, headings, tuple(rows))


def _tracked(
    record: Mapping[str, Cell],
    state: State,
    sources: Mapping[str, Source],
    parts: Mapping[str, list[str]],
) -> tuple[Shown, ...]:
    source = _source(record, sources)
    return (
        source.about,
        record["number"],
        "\n".join([str(record["text"]), *parts.get(str(record["id"]), [])]),
        _lines(record["addressed_to"]),
        _lines(record["made_by"]),
        _day(source.printed) or source.printed or _day(record["date"]),
        record["primary_theme"],
        record["kind"],
        record["due_as_printed"] or record["due"],
        state.name,
        _day(state.on) or state.on or None,
        _quotes(state.words),
        state.page,
        record.get("page"),
        source.name,
        record["id"],
    )


def _sources(tables: Tables) -> dict[str, Source]:
    return {
        str(record["id"]): Source(
            str(record["concerns"] or "").replace(SEPARATOR, "\n"),
            ", ".join(str(cell) for cell in (record["genre"], _printed(record)) if cell),
            str(_printed(record) or ""),
        )
        for record in tables.table("documents").records
    }


def _source(record: Mapping[str, Cell], sources: Mapping[str, Source]) -> Source:
    """Return the document that makes an item, or the first that tells of it."""
    tellers = str(record["made_in_id"] or record["known_only_from_id"] or "")
    return sources.get(tellers.split(SEPARATOR)[0], Source("", ""))


def _printed(record: Mapping[str, Cell]) -> Cell:
    """Return the day of a document as exact as it is printed, else its last fieldwork day."""
    return record["issued"] or record["date"]


def _parts(tables: Tables) -> dict[str, list[str]]:
    parts: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for record in tables.table("recommendation_parts").records:
        order = float(record["order"] or 0)
        parts[str(record["part_of_id"])].append((order, f"• {record['text']}"))
    return {item: [text for _, text in sorted(found)] for item, found in parts.items()}


def _with_ordinal(record: Mapping[str, Cell]) -> str:
    ordinal = f" (no. {record['ordinal']})" if record["ordinal"] else ""
    return f"{record['inspection_type'] or 'Inspection'}{ordinal}"


def _numbered(record: Mapping[str, Cell]) -> str:
    number = f"{record['number']}. " if record["number"] else "• "
    page = f" (p. {record['page']})" if record.get("page") else ""
    return f"{number}{record['text']}{page}"


def _told(items: Sequence[str], is_single: bool) -> Shown:
    if not items:
        return None
    return "\n".join(items) if is_single else len(items)


def _lines(cell: Cell) -> Cell:
    return cell.replace(SEPARATOR, "\n") if isinstance(cell, str) else cell


def _quotes(words: str) -> str | None:
    """Return quotes a line each: the lines of the page are no lines of a cell."""
    return "\n".join(" ".join(quote.split()) for quote in words.split(SEPARATOR)) or None


def _day(cell: Cell) -> date | None:
    try:
        return date.fromisoformat(str(cell)) if cell else None
    except ValueError:
        return None


def _by_day(row: tuple[Shown, ...]) -> tuple[str, str, str]:
    return str(row[0]), str(row[1]), str(row[-1])
