"""The sections of a briefing, in order: one function each, from facts to blocks.

To add a section is a function and a line in `SECTIONS`.  A section without a fact is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.briefing.facts import Facts, Row
from graph.briefing.model import Block, Grid, Paragraph, Quotation
from graph.briefing.sources import day_in_words
from graph.exports.states import NOT_ASSESSED, RAISED_AGAIN
from graph.exports.tables import SEPARATOR
from graph.masking import mask
from graph.questions import Cell

Build = Callable[[Facts], tuple[Block, ...]]

NO_THEME = "No theme was found"
ITEMS_SHOWN = 3
"""Items of one inspection that the recurrence table quotes under a theme; more are counted."""


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A section that every briefing may have."""

    anchor: str
    heading: str
    build: Build


def summary(facts: Facts) -> tuple[Block, ...]:
    """Tell in sentences what a reader in a hurry needs."""
    return tuple(Paragraph(text) for text in _summary_sentences(facts))


def history(facts: Facts) -> tuple[Block, ...]:
    """Tell every inspection and visit with its grade."""
    rows = [
        (
            day_in_words(row["inspected_on"]) if row["loaded"] else _about_when(row),
            _visit(row),
            _sentence(_text(row["grade"]) or _joined(row["grade_elsewhere"])),
            _joined(row["outcome"]),
            ", ".join(filter(None, (facts.sources.cite(iri) for iri in _list(row["documents"])))),
        )
        for row in facts.answers["inspection-history"]
    ]
    if not rows:
        return ()
    headings = ("When", "What", "Overall grade", "Other outcome", "Source")
    return (Grid("Inspections and visits", headings, (16, 34, 20, 18, 12), tuple(rows)),)


def open_asks(facts: Facts) -> tuple[Block, ...]:
    """List what no document says is met, by theme, the latest first."""
    by_theme: dict[str, list[Row]] = defaultdict(list)
    for row in facts.answers["asks"]:
        if facts.states[str(row["recommendation"])].is_open:
            by_theme[_text(row["heading"]) or NO_THEME].append(row)
    headings = ("No.", "What", "Who", "Asked", "State", "Source")
    return tuple(
        Grid(
            f"{theme} ({_counted(len(rows), 'open ask')})",
            headings,
            (6, 40, 16, 16, 13, 9),
            tuple(_ask(facts, row) for row in _latest_first(rows)),
        )
        for theme, rows in sorted(by_theme.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def recurrences(facts: Facts) -> tuple[Block, ...]:
    """Set the items that were raised in more than one inspection side by side, by theme."""
    by_theme: dict[str, list[Row]] = defaultdict(list)
    for row in facts.answers["recurring-weaknesses"]:
        if isinstance(row["inspections"], int) and row["inspections"] > 1:
            by_theme[_text(row["heading"])].append(row)
    blocks: list[Block] = []
    for theme, rows in sorted(by_theme.items(), key=lambda item: (-_inspections(item[1]), item[0])):
        caption = f"{theme} (raised by {_inspections(rows)} inspections)"
        blocks.append(Grid(caption, ("When", "In these words"), (20, 80), _by_visit(facts, rows)))
    return tuple(blocks)


def progress(facts: Facts) -> tuple[Block, ...]:
    """Quote what later documents say of each ask."""
    blocks: list[Block] = []
    asked = ""
    for row in facts.answers["what-became"]:
        if row["recommendation"] != asked:
            asked = _text(row["recommendation"])
            number = f"{row['number']}. " if row["number"] else ""
            when = day_in_words(row["asked_on"])
            blocks.append(
                Paragraph(f"{number}{_shown(row['text'])} (asked {when})", is_strong=True)
            )
        by = f", {_joined(row['assessed_by'])}" if row["assessed_by"] else ""
        found = f"{row['progress'] or 'Assessed'}: {day_in_words(row['assessed_on'])}{by}."
        doubt = f" The reading is in doubt: {row['doubt']}." if row["doubt"] else ""
        blocks.append(Paragraph(found + doubt))
        blocks += [Quotation(_shown(words), facts.cite(row)) for words in _list(row["words"])]
    return tuple(blocks)


def answering(facts: Facts) -> tuple[Block, ...]:
    """Tell who answers for what, and who holds the posts."""
    duties = [
        (_joined(row["party"]), _shown(row["text"]), _joined(row["towards"]), facts.cite(row))
        for row in facts.answers["responsibilities"]
    ]
    holders = [
        (
            ", ".join(filter(None, (_text(row["post"]), _text(row["organisation"])))),
            _text(row["person"]),
            _in_post(row),
            facts.cite(row),
        )
        for row in facts.answers["post-holders"]
        if row["person"]
    ]
    blocks: list[Block] = []
    if duties:
        headings = ("Who", "Answers for", "Towards", "Source")
        blocks.append(Grid("Standing duties", headings, (22, 46, 20, 12), tuple(duties)))
    if holders:
        headings = ("Post", "Who", "When, as a document shows", "Source")
        blocks.append(Grid("People in post", headings, (38, 24, 26, 12), tuple(holders)))
    return tuple(blocks)


def due(facts: Facts) -> tuple[Block, ...]:
    """List what has a deadline, with what is overdue on the day of the briefing."""
    rows = [
        (
            day_in_words(row["due"]) or _text(row["due_as_printed"]),
            _overdue(row["overdue"]),
            _shown(row["text"]),
            _joined(row["asked_of"]),
            facts.cite(row),
        )
        for row in facts.answers["due"]
    ]
    if not rows:
        return ()
    headings = ("By", "On the day", "What", "Who", "Source")
    return (Grid("Deadlines", headings, (17, 14, 41, 18, 10), tuple(rows)),)


def escalation(facts: Facts) -> tuple[Block, ...]:
    """Tell what may follow if progress fails."""
    rows = [
        (
            _text(row["option"]),
            _sentence(_text(row["status"]).replace("-", " ")),
            _shown(row["text"]),
            facts.cite(row),
        )
        for row in facts.answers["escalation-options"]
    ]
    if not rows:
        return ()
    headings = ("Option", "Status", "In these words", "Source")
    return (Grid("Options that documents name", headings, (24, 16, 48, 12), tuple(rows)),)


SECTIONS: tuple[SectionKind, ...] = (
    SectionKind("summary", "In short", summary),
    SectionKind("history", "Inspections and grades", history),
    SectionKind("open", "Open asks by theme", open_asks),
    SectionKind("recurring", "What keeps coming back", recurrences),
    SectionKind("progress", "What became of earlier asks", progress),
    SectionKind("due", "What is due", due),
    SectionKind("answering", "Who answers for what", answering),
    SectionKind("escalation", "What may follow if progress fails", escalation),
)


def _summary_sentences(facts: Facts) -> Iterable[str]:
    graded = [row for row in facts.answers["inspection-history"] if row["grade"]]
    if graded:
        latest = graded[-1]
        yield (
            f"The latest overall grade is {_text(latest['grade']).lower()} "
            f"({_visit(latest)}, {day_in_words(latest['inspected_on'])})."
        )
    asks = facts.answers["asks"]
    named = [facts.states[str(row["recommendation"])].name for row in asks]
    if asks:
        found = Counter(named)
        told = "; ".join(
            f"{count} {name.lower()}" for name, count in found.most_common() if name != NOT_ASSESSED
        )
        silent = found[NOT_ASSESSED]
        yield (
            f"{_counted(len(asks), 'ask')}, made by {_askers(asks)} bodies or posts: "
            f"{told + '; ' if told else ''}{silent} of which the loaded documents say no more."
        )
    recurring = {
        _text(row["heading"]): row["inspections"]
        for row in facts.answers["recurring-weaknesses"]
        if isinstance(row["inspections"], int) and row["inspections"] > 1
    }
    if recurring:
        most = max(recurring, key=lambda theme: (int(str(recurring[theme])), theme))
        yield (
            f"{_counted(len(recurring), 'theme')} came back in more than one inspection, "
            f"most often {most} ({recurring[most]} inspections)."
        )
    overdue = sum(1 for row in facts.answers["due"] if row["overdue"])
    if overdue:
        yield (
            f"{_counted(overdue, 'deadline')} had passed by {day_in_words(facts.on.isoformat())} "
            "without a document that says it was met."
        )
    if RAISED_AGAIN in named:
        yield (
            "“Raised again, not assessed” is concluded by software: a later item asks for the "
            "same. That a document is silent does not mean that nothing was done."
        )


def _ask(facts: Facts, row: Row) -> tuple[str, ...]:
    state = facts.states[str(row["recommendation"])]
    since = f", {day_in_words(state.on)}" if state.on else ""
    parts = facts.parts.get(str(row["recommendation"]), ())
    return (
        _text(row["number"]),
        "\n".join([_shown(row["text"]), *(f"• {_shown(part)}" for part in parts)]),
        _joined(row["asked_of"]),
        f"{facts.sources.day(row['document'], row['asked_on'])}, {_joined(row['asked_by'])}".rstrip(
            ", "
        ),
        f"{state.name}{since}",
        facts.cite(row),
    )


def _latest_first(rows: Sequence[Row]) -> list[Row]:
    """Return rows by their days, the latest first, those of one document in its order."""
    return sorted(rows, key=lambda row: _text(row["asked_on"]), reverse=True)


def _by_visit(facts: Facts, rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    visits: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        visits[_text(row["inspected_on"]), _text(row["inspection_type"])].append(row)
    return tuple(
        (f"{day_in_words(day)}, {kind}".strip(", "), _quoted_items(facts, items))
        for (day, kind), items in visits.items()
    )


def _quoted_items(facts: Facts, items: Sequence[Row]) -> str:
    lines = [
        f"{row['number'] + '. ' if row['number'] else '• '}{_shown(row['text'])} {facts.cite(row)}"  # type: ignore[operator]
        for row in items[:ITEMS_SHOWN]
    ]
    more = len(items) - ITEMS_SHOWN
    return "\n".join([*lines, *([f"and {more} more"] if more > 0 else [])])


def _inspections(rows: Sequence[Row]) -> int:
    return int(str(rows[0]["inspections"]))


def _askers(asks: Sequence[Row]) -> int:
    return len({who for row in asks for who in _list(row["asked_by"])})


def _about_when(row: Row) -> str:
    """Return the year of an inspection that is only told of: its day is that of the period."""
    return _text(row["inspected_on"])[:4]


def _visit(row: Row) -> str:
    ordinal = f" no. {row['ordinal']}" if row["ordinal"] else ""
    return f"{row['inspection_type'] or 'Inspection'}{ordinal}"


def _in_post(row: Row) -> str:
    told = [
        f"from {day_in_words(row['start'])}" if row["start"] else "",
        f"until {day_in_words(row['end'])}" if row["end"] else "",
        day_in_words(row["in_post_on"]) if not (row["start"] or row["end"]) else "",
        _text(row["appointment"]),
    ]
    return ", ".join(filter(None, told))


def _overdue(cell: Cell) -> str:
    if cell is None:
        return ""
    return "passed, not known to be met" if cell else "not yet due, or met"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _list(cell: Cell) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()


def _joined(cell: Cell) -> str:
    return mask(", ".join(_list(cell)))


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _shown(cell: Cell) -> str:
    """Return a text as it is shown: on one line, without contact details."""
    return mask(" ".join(_text(cell).replace(SEPARATOR, " ").split()))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
