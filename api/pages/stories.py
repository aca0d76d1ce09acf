"""What the page of a body tells: inspections first, then themes, asks, deadlines, people."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from api.library import Library
from api.masking import mask
from api.pages.entries import Entry, EntryGroup
from api.pages.links import Shown, ShownTable, address_of, show_table, written_date
from api.pages.lives import graded
from api.pages.pictures.timeline import draw_timeline
from api.pages.pictures.words import cut
from api.pages.shown import ShownSection, Telling, tabled
from api.pages.tables import answer_table, table, thing_cell
from api.resources.names import slug_of
from api.rows import Value
from graph.analytics.timeline import timeline_of
from graph.elsewhere import Case, Elsewhere, elsewhere_of_body
from graph.questions import Cell
from graph.selections import about
from graph.stories import STANDINGS, Story, ThemeTable, story_of

Record = dict[str, Cell]

ROWS_SHOWN = 60
"""Rows of a section; the lists and questions that it leads to have all."""


def body_told(library: Library, iri: str) -> Telling:
    """Return the story of a body (an IRI) as its page tells it, its codes last."""
    base = library.iris.base
    today = datetime.datetime.now(datetime.UTC).date()
    story = story_of(library.store, iri, today)
    asked = show_table(library.table("actor-asks", thing=Value(iri)), base)
    duties = show_table(library.table("actor-responsibilities", thing=Value(iri)), base)
    own = f"?{urlencode({'body': slug_of(iri)})}"
    return Telling(
        gist=gist_of(story),
        sections=(
            *tabled("Inspections and overall grades", _inspections(story, base)),
            *_timeline(library, iri, own),
            *_themes(story.themes, base, own),
            *tabled("What stands of what was asked", _standings(story),
                    more=(("All that was asked", f"/recommendations{own}"),
                          ("Who has most to do", f"/analytics/workload{own}"))),
            *tabled("Due and overdue", _due(story, base)),
            *tabled("Who oversees it", answer_table(story.overseers, base),
                    more=(("Who answers to whom", f"/analytics/paths{own}"),)),
            *_elsewhere(elsewhere_of_body(library.store, iri), base),
            *tabled("Who held which post", _people(story, base)),
            *tabled("Documents", _documents(story, base)),
            *(() if story.inspections.rows else tabled("What it was asked to do", asked)),
            *tabled("What it answers for", duties),
        ),
        codes_last=bool(story.inspections.rows),
    )  # fmt: skip


def gist_of(story: Story) -> tuple[str, ...]:
    """Return where a body stands, in a sentence or two; nothing where nothing was asked."""
    told = []
    if story.grades:
        latest = story.grades[-1]
        on = written_date(str(latest["inspected_on"])[:7])
        told.append(f"Last judged {str(latest['grade']).lower()} overall, in {on}.")
    if story.asks:
        standing = "; ".join(
            f"{count} {STANDINGS[name]}" for name, count in story.standings.items()
        )
        told.append(f"{len(story.asks)} asks are known: {standing}.")
    if story.overdue:
        count = len(story.overdue)
        told.append(f"{count} of them {'was' if count == 1 else 'were'} due before today.")
    return tuple(told)


def _inspections(story: Story, base: str) -> ShownTable:
    headings = ("Began", "Inspection", "Overall grade", "Other outcome", "Led by", "Report")
    rows = []
    for row in story.inspections.records:
        kind = str(row["inspection_type"] or "Inspection")
        ordinal = f" {row['ordinal']}" if row["ordinal"] else ""
        stated = "; ".join(_texts(row["grade_elsewhere"]))
        grade = str(row["grade"] or (f"{stated} (as stated elsewhere)" if stated else ""))
        documents = _texts(row["documents"])
        rows.append(
            (
                Shown(written_date(_began(story, row)), style="date"),
                thing_cell(str(row["inspection"]), kind + ordinal, base),
                Shown(grade),
                Shown(mask("; ".join(_texts(row["outcome"])))),
                Shown("; ".join(_texts(row["lead_inspector"]))),
                Shown("not loaded") if not row["loaded"] or not documents
                else Shown("report", address_of(documents[0], base)),
            )
        )  # fmt: skip
    return table(headings, rows)


def _began(story: Story, row: Record) -> str:
    """Return the day, month or year in which an inspection began, as exact as it is known."""
    return story.stated_dates.get(str(row["inspection"])) or str(row["inspected_on"] or "")


def _timeline(library: Library, iri: str, own: str) -> tuple[ShownSection, ...]:
    picture = draw_timeline(timeline_of(library.store, about(iri)), library.iris.base)
    if picture is None:
        return ()
    more = (("The same as a table", f"/analytics/timeline{own}#table"),)
    return (ShownSection("Timeline", timeline=picture, more=more),)


def _themes(themes: ThemeTable, base: str, own: str) -> tuple[ShownSection, ...]:
    """Return the table of themes by inspection with counts, and the items below it."""
    headings = (
        "Theme",
        *(f"{each.label}, {each.date[:4]}" for each in themes.occasions),
        "Raised by",
    )
    rows = [
        (
            Shown(theme),
            *(_count(len(themes.cell(theme, occasion))) for occasion in themes.occasions),
            Shown(f"{themes.raised(theme)} of {len(themes.occasions)}", style="number"),
        )
        for theme in themes.themes
    ]
    groups = tuple(EntryGroup(theme, tuple(_items(themes, theme, base))) for theme in themes.themes)
    if not rows:
        return ()
    more = (("Which themes come back", f"/analytics/recurrence{own}"),)
    return (
        ShownSection(
            "Themes by inspection",
            count=len(rows),
            table=table(headings, rows),
            groups=groups,
            notes=("How many items of each inspection stand under each theme; the items follow.",),
            more=more,
        ),
    )


def _items(themes: ThemeTable, theme: str, base: str) -> Iterable[Entry]:
    for occasion in themes.occasions:
        for row in themes.cell(theme, occasion):
            number = f"{row['number']}. " if row["number"] else ""
            item = thing_cell(str(row["recommendation"]), f"{number}{row['text']}", base)
            cells = [(occasion.date[:4], item)]
            if row["recurs_from"]:
                earlier = cut(mask(_texts(row["recurs_from"])[-1]), 160)
                cells.append(("Recurs from", Shown(earlier)))
            yield Entry(tuple(cells), ())


def _standings(story: Story) -> ShownTable:
    rows = [
        (Shown(STANDINGS[name].capitalize()), Shown(str(count), style="number"))
        for name, count in story.standings.items()
    ]
    return table(("Standing", "Asks"), rows)


def _due(story: Story, base: str) -> ShownTable:
    records = sorted(story.due.records, key=lambda row: (not row["overdue"], not row["due"]))
    rows = [
        (
            Shown(written_date(str(row["due"] or "")), style="date"),
            Shown(str(row["due_as_printed"] or "")),
            Shown("overdue" if row["overdue"] else ""),
            Shown("; ".join(_texts(row["asked_of"]))),
            thing_cell(str(row["item"]), row["text"], base),
        )
        for row in records[:ROWS_SHOWN]
    ]
    return table(("Due", "As printed", "Today", "Asked of", "What"), rows)


def _elsewhere(elsewhere: Elsewhere, base: str) -> tuple[ShownSection, ...]:
    """Return a line for each council that was told the same, statistical neighbours first."""
    by_council: dict[Cell, list[Case]] = {}
    for case in elsewhere.cases:
        by_council.setdefault(case.told["council"], []).append(case)
    rows = [
        (
            thing_cell(str(council), cases[0].told["council_label"], base),
            Shown("yes" if cases[0].is_neighbour else "no"),
            _count(len({case.told["other"] for case in cases})),
            graded(cases[0].before, base),
            graded(cases[0].after, base),
            thing_cell(str(cases[0].told["other"]), cases[0].told["other_label"], base),
        )
        for council, cases in by_council.items()
    ]
    headings = ("Council", "Statistical neighbour", "Items alike", "Grade then",
                "Next full inspection", "Most alike")  # fmt: skip
    return tabled("Others who were told the same", table(headings, rows), (elsewhere.note,))


def _people(story: Story, base: str) -> ShownTable:
    columns = ("organisation", "post", "person", "start", "end", "in_post_on", "document")
    return answer_table(story.post_holders, base, columns, ROWS_SHOWN)


def _documents(story: Story, base: str) -> ShownTable:
    rows = []
    for row in story.documents.records:
        shown = thing_cell(str(row["document"]), row["document_label"], base)
        rows.append(
            (
                Shown(written_date(str(row["date"] or "")), style="date"),
                Shown(str(row["genre"] or "")),
                shown,
                _version(row, base),
            )
        )
    return table(("Date", "Kind", "Document", "Version"), rows)


def _version(row: Record, base: str) -> Shown | None:
    if row["revised_by"]:
        return Shown("replaced by a later version", address_of(str(row["revised_by"]), base))
    if row["revision_of"]:
        return Shown("revises an earlier version", address_of(str(row["revision_of"]), base))
    return None if row["loaded"] else Shown("known from other documents only")


def _count(number: int) -> Shown | None:
    return Shown(str(number), style="number") if number else None


def _texts(cell: Cell) -> Sequence[str]:
    return cell if isinstance(cell, tuple) else ()
