"""Recommendations whose list is set as a table below its heading, in reports and letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extractors.actors import ActorFinder
from loaders.extractors.item_tables import ItemRow, rows_of_items, table_below, told_beside
from loaders.genres.items import ListForm, is_negation
from loaders.page import Line, SourceText, Table
from loaders.records import Duty, Part, Recommendation


def tabled_items(
    source: SourceText, lines: Sequence[Line], index: int, form: ListForm, finder: ActorFinder
) -> tuple[Recommendation, ...]:
    """Return the items of the table below the heading ``lines[index]``; none where none stands."""
    table = table_below(source, lines, index)
    return tuple(items_of_table(table, form, finder)) if table else ()


def items_of_table(
    table: Table, form: ListForm, finder: ActorFinder, first_order: int = 1
) -> Iterator[Recommendation]:
    """Yield the items of a table, numbered on from ``first_order``, with what is told of each."""
    rows = [row for row in rows_of_items(table) if not is_negation(row.item.text)]
    for order, row in enumerate(rows, start=first_order):
        yield with_told(recommendation_of_row(row, form, order), row, finder)


def recommendation_of_row(row: ItemRow, form: ListForm, order: int) -> Recommendation:
    """Return the item of a row without what its other columns tell."""
    item = row.item
    return Recommendation(
        evidence=(*item.quotes, *(quote for _, quotes in item.parts for quote in quotes)),
        rule=f"{form.rule.removesuffix('-list')}-table",
        order=order,
        kind=form.kind,
        text=item.text,
        number=item.number,
        list_heading=form.heading,
        parts=tuple(
            Part(order=at, text=text, evidence=quotes)
            for at, (text, quotes) in enumerate(item.parts, 1)
        ),
        default_addressee=form.default_addressee,
        printed_theme_label=row.label,
    )


def with_told(item: Recommendation, row: ItemRow, finder: ActorFinder) -> Recommendation:
    """Return an item with those who have to act and the day, where its row prints them beside."""
    told = told_beside(row, finder)
    return replace(
        item,
        evidence=(*item.evidence, *told.evidence),
        duty=Duty(bearers=told.bearers) if told.bearers else item.duty,
        addressee_basis="printed" if told.bearers else item.addressee_basis,
        due=told.due if told.due_as_printed else item.due,
        due_as_printed=told.due_as_printed or item.due_as_printed,
        doubt=item.doubt or told.doubt,
    )
