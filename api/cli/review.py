"""``answerable review``: what is in doubt, and what people decide of it."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from api.cli.opening import opened
from api.cli.options import BaseOption, StoreOption
from api.cli.orphans import tell_orphans
from api.cli.output import print_rows, say
from api.settings import read_settings
from graph.errors import DataError
from graph.reviews import (
    Decision,
    decide,
    decisions,
    doubtful,
    keep_all,
    link_with_reviews,
    property_named,
    read_reviews,
    require_known,
    undo,
    values_named,
    write_reviews,
)
from graph.reviews.decisions import Verdict
from graph.reviews.files import COLUMNS, as_row
from graph.store import Store

VERDICTS: dict[str, Verdict] = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
}
LIST_COLUMNS = ("document", "page", "words", "doubt", *COLUMNS[:-1])


@dataclass(frozen=True, slots=True)
class Given:
    """The words and options of one call."""

    words: Sequence[str]
    by: str
    on: datetime.date
    note: str


def review(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[accept IRI | reject IRI [PROPERTY [VALUE…]] | correct IRI PROPERTY VALUE… | "
            "undo IRI [PROPERTY] | decided | load FILE | save FILE]",
            help="Without a word: list what is in doubt.",
        ),
    ] = None,
    by: Annotated[str, typer.Option(help="Who decides.")] = "",
    on: Annotated[datetime.datetime | None, typer.Option(help="Day; today.")] = None,
    note: Annotated[str, typer.Option(help="Why, in words.")] = "",
    store: StoreOption = None,
    base: BaseOption = None,
) -> None:
    """List what is in doubt, and accept, correct or reject it; decisions outlive every load."""
    settings = read_settings(store=store, base=base)
    action, *rest = words or ["doubts"]
    if action not in ACTIONS:
        raise typer.BadParameter(f"{action}: say one of {', '.join(ACTIONS)}")
    entry = ACTIONS[action]
    if not entry.least <= len(rest) <= entry.most:
        raise typer.BadParameter(f"review {action} takes {entry.takes}")
    if action in VERDICTS and not by.strip():
        raise typer.BadParameter("say --by NAME: a decision has the name of who made it")
    given = Given(rest, by, on.date() if on else datetime.date.today(), note)
    with opened(settings, writing=entry.writes) as open_store:
        entry.run(open_store, given)


def _list_doubts(store: Store, _: Given) -> None:
    """Print what is in doubt as a table whose last columns a person can fill in and load."""
    empty = ("",) * (len(COLUMNS) - 2)
    print_rows(
        LIST_COLUMNS,
        [(d.document, d.page, d.words, d.doubt, d.thing, *empty) for d in doubtful(store)],
    )


def _list_decided(store: Store, _: Given) -> None:
    print_rows(COLUMNS, [as_row(decision) for decision in decisions(store)])


def _decide(verdict: Verdict) -> Callable[[Store, Given], None]:
    def run(store: Store, given: Given) -> None:
        thing = _thing(store, given.words[0])
        name = property_named(given.words[1]) if len(given.words) > 1 else None
        if name:
            require_known(store, thing)
        values = values_named(store, thing, name, given.words[2:]) if name else ()
        decide(
            store,
            Decision(
                thing=thing,
                verdict=verdict,
                by=given.by,
                on=given.on,
                property=name,
                values=values,
                note=given.note,
            ),
        )
        link_with_reviews(store)
        say(f"{verdict}: <{thing}>")

    return run


def _undo(store: Store, given: Given) -> None:
    thing = _thing(store, given.words[0])
    name = property_named(given.words[1]) if len(given.words) > 1 else None
    if undo(store, thing, name) is None:
        raise typer.BadParameter(f"nothing is decided of <{thing}>")
    link_with_reviews(store)
    say(f"taken back: <{thing}>")


def _load(store: Store, given: Given) -> None:
    file = Path(given.words[0])
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DataError(f"{file}: cannot be read: {error.strerror}") from error
    report = keep_all(store, read_reviews(data, _suffix(file), store))
    link_with_reviews(store)
    tell_orphans(report)
    say(f"{report.in_force} decisions are in force")
    if report.orphans:
        sys.exit(1)


def _save(store: Store, given: Given) -> None:
    file = Path(given.words[0])
    file.write_bytes(write_reviews(decisions(store), _suffix(file), store.iris))


def _again(store: Store, _: Given) -> None:
    tell_orphans(link_with_reviews(store)[1])


def _thing(store: Store, name: str) -> str:
    """Return an IRI given whole or as ``recommendation/slug``."""
    name = name.strip("<>")
    return name if "://" in name else f"{store.iris.base}/id/{name}"


def _suffix(file: Path) -> str:
    return file.suffix.casefold().removeprefix(".")


@dataclass(frozen=True, slots=True)
class Action:
    """What ``answerable review`` can do, and how many words it takes."""

    run: Callable[[Store, Given], None]
    takes: str = "nothing"
    least: int = 0
    most: int = 0
    writes: bool = False


MANY = 1_000
ACTIONS = {
    "doubts": Action(_list_doubts),
    "decided": Action(_list_decided),
    "accept": Action(_decide("accepted"), "IRI", 1, 1, writes=True),
    "reject": Action(_decide("rejected"), "IRI [PROPERTY [VALUE…]]", 1, MANY, writes=True),
    "correct": Action(_decide("corrected"), "IRI PROPERTY VALUE…", 3, MANY, writes=True),
    "undo": Action(_undo, "IRI [PROPERTY]", 1, 2, writes=True),
    "load": Action(_load, "FILE", 1, 1, writes=True),
    "save": Action(_save, "FILE", 1, 1),
    "apply": Action(_again, writes=True),
}
