"""What the page of a recommendation tells of its life: state and silence first, then the words."""

from __future__ import annotations

from collections.abc import Iterable

from api.library import Library
from api.masking import mask
from api.pages.entries import Entry, Quotation
from api.pages.links import Shown, ShownTable, show_table, written_date
from api.pages.shown import ShownSection, Telling, tabled
from api.pages.tables import answer_table, cell_of, table, thing_cell
from api.resources.names import words
from api.rows import Value
from graph.elsewhere import Case, Elsewhere, Graded, elsewhere_of
from graph.lives import Life, life_of
from graph.questions import Answer, Cell


def life_told(library: Library, iri: str) -> Telling:
    """Return the life of a recommendation (an IRI) as its page tells it."""
    base = library.iris.base
    life = life_of(library.store, iri)
    parts = show_table(library.table("recommendation-parts", thing=Value(iri)), base)
    sections = (
        *tabled("Its parts", parts),
        _quoted("What became of it", life.assessments, ("date", "progress", "by", "taken_over"),
                base, "No loaded document says what became of it."),
        _quoted("Where it is repeated", life.restatements, ("date",), base),
        *tabled("The same concern before and after", _recurrences(life, base)),
        *elsewhere_section(elsewhere_of(library.store, iri), base),
        _quoted("Replies", life.responses, ("date", "position", "responder", "to"), base),
        *tabled("Later documents that do not mention it", _silent(life, base)),
    )  # fmt: skip
    return Telling(gist_of(life), tuple(section for section in sections if section))


def gist_of(life: Life) -> tuple[str, ...]:
    """Return what is known of a recommendation in two sentences: its state and its silence."""
    state = life.state
    if not state.progress:
        known = "Not assessed in the documents loaded."
    else:
        on = f" on {written_date(state.on)}" if state.on else ""
        by = f" by {', '.join(state.by)}" if state.by else ""
        known = f"Last found{on}{by}: {mask(state.name)}."
        if state.is_disputed:
            known += " The findings of that day differ."
    silence = life.silence.words
    last = life.silence.last_mentioned
    return known, silence.replace(last, written_date(last)) if last else silence


def elsewhere_section(elsewhere: Elsewhere, base: str) -> tuple[ShownSection, ...]:
    """Return who else was told the same, with their grades before and after."""
    headings = ("Council", "Told on", "What they were told", "Grade then", "Next full inspection",
                "Outcome", "To read", "Likeness")  # fmt: skip
    shown = table(headings, (_case(case, base) for case in elsewhere.cases))
    return tabled("Others who were told the same", shown, (elsewhere.note,))


def _case(case: Case, base: str) -> tuple[Shown | None, ...]:
    told = case.told
    council = thing_cell(str(told["council"]), told["council_label"], base)
    near = " (statistical neighbour)" if case.is_neighbour else ""
    last = case.documents[-1] if case.documents else None
    return (
        Shown(council.text + near, council.address),
        Shown(written_date(str(told["date"] or "")), style="date"),
        thing_cell(str(told["other"]), told["other_label"], base),
        graded(case.before, base),
        graded(case.after, base),
        Shown(case.outcome),
        thing_cell(str(last["document"]), last["document_label"], base) if last else None,
        _number(told["score"]),
    )


def graded(grade: Graded | None, base: str) -> Shown | None:
    """Return a grade with the month of its inspection, leading to that."""
    if grade is None:
        return None
    told = f"{grade.grade}, {written_date(grade.date[:7])}"
    return Shown(told, thing_cell(grade.inspection, None, base).address)


def _recurrences(life: Life, base: str) -> ShownTable:
    columns = ("which", "date", "other", "relation", "score", "reason")
    return answer_table(life.recurrences, base, columns)


def _silent(life: Life, base: str) -> ShownTable:
    headings = ("Date", "Kind", "Document")
    return table(
        headings,
        (
            (
                Shown(written_date(str(record["date"])), style="date"),
                Shown(str(record["genre"] or "")),
                thing_cell(str(record["document"]), record["document_label"], base),
            )
            for record in life.silence.documents
        ),
    )


def _quoted(
    heading: str, answer: Answer, columns: Iterable[str], base: str, empty: str | None = None
) -> ShownSection | None:
    """Return statements with their words; None where there are none and none are missed."""
    kinds = {column.name: column for column in answer.question.columns}
    entries = tuple(
        Entry(
            tuple(
                (words(name), cell)
                for name in columns
                if (cell := cell_of(record, kinds[name], base)) and record[name] is not False
            ),
            (_quotation(record, base),),
        )
        for record in answer.records
    )
    if not entries:
        return ShownSection(heading, empty) if empty else None
    return ShownSection(heading, None, len(entries), entries=entries)


def _quotation(record: dict[str, Cell], base: str) -> Quotation:
    said = record["quote"]
    document = record["document"]
    shown = thing_cell(str(document), record["document_label"], base) if document else None
    page = None if record["page"] is None else str(record["page"])
    return Quotation(
        tuple(mask(each) for each in said) if isinstance(said, tuple) else (), shown, page
    )


def _number(cell: Cell) -> Shown | None:
    return Shown(f"{cell:.2f}", style="number") if isinstance(cell, int | float) else None
