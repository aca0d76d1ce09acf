"""Who signs a joint letter or a direction: names with their posts and bodies, at its end.

Newer letters print one entry below the other ("Ann Example" / "Chief Inspector, Ofsted"); older
ones a grid of two columns, each entry below the name of its inspectorate, name and post in
either order.  Where a text shows no columns, runs of blanks part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from loaders.extractors.actors import ActorFinder, post_at
from loaders.extractors.addressees import NEW_ENTRY_GAP, Entry, post_holding, role_of, split_entry
from loaders.extractors.closings import closing_of
from loaders.extractors.inspectorates import INSPECTORATE, inspectorates_in
from loaders.extractors.offices import post_words
from loaders.extractors.registered import registered
from loaders.page import Line, Quote, join_lines, quote_lines
from loaders.records import Actor, PartialDate, PostHolding
from ontology.vocabulary import vocabulary

SIGNED = re.compile(r"^\W*Signed\b", re.IGNORECASE)
RULE = "letter-signature"
MOST_LINES_OF_A_SIGNATURE = 6
_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")
_BELOW = re.compile(r"^\W*\d|www\.|https?:")  # footnotes and addresses below the signatures
_JOINING = frozenset({"and", "of", "the", "&", "for"})
COLUMN_POINTS, COLUMN_CHARACTERS = 100.0, 16.0  # the least distance between two columns


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one column of a line; ``x`` in points, in characters where all are alike."""

    text: str
    x: float
    quote: Quote
    line: Line


def read_signatories(lines: Sequence[Line], day: PartialDate | None) -> tuple[PostHolding, ...]:
    """Return who signs a letter with which post; ``lines`` are those of the whole letter.

    Who signs without an inspectorate is left out.
    """
    closes = [index for index, line in enumerate(lines) if closing_of(line.text)]
    if not closes:
        return ()
    cells = _cells(lines[closes[-1] + 1 :])
    found = [each for column in _columns(cells) for each in _signed(column, day)]
    return tuple(sorted(found, key=lambda each: each.evidence[0].start))


def read_official(
    lines: Sequence[Line], finder: ActorFinder, day: PartialDate | None
) -> tuple[PostHolding, ...]:
    """Return who signs a direction or notice: a name above a post that names its body."""
    for index, line in enumerate(lines):
        if not SIGNED.match(line.text):
            continue
        for named, below in pairwise(lines[index + 1 : index + 1 + MOST_LINES_OF_A_SIGNATURE]):
            name, rest = split_entry(named.text.strip())
            actors = [each.actor for each in finder.find(below.text)]
            body = next((actor for actor in actors if actor.kind == "body"), None)
            if name and not rest and body and not set(name.split()) & post_words():
                role = role_of(below.text)
                post = post_at(role, body) if role else body
                entry = Entry(name, below.text.strip(), quote_lines([named, below]))
                return (post_holding(entry, post, "direction-signature", day),)
    return ()


def _cells(lines: Sequence[Line]) -> list[_Cell]:
    cells: list[_Cell] = []
    for line in lines:
        if _BELOW.search(line.text):
            break
        for match in _CELL.finditer(line.text):
            quote = Quote(line.page, line.start + match.start(), line.start + match.end())
            x = line.x + (match.start() if line.size is None else 0)
            cells.append(_Cell(match.group(), x, quote, line))
    return cells


def _columns(cells: Sequence[_Cell]) -> list[list[_Cell]]:
    columns: list[tuple[float, list[_Cell]]] = []
    for cell in sorted(cells, key=lambda each: each.x):
        least = COLUMN_CHARACTERS if cell.line.size is None else COLUMN_POINTS
        if not columns or cell.x - columns[-1][0] > least:
            columns.append((cell.x, []))
        columns[-1][1].append(cell)
    return [sorted(column, key=lambda each: each.quote.start) for _, column in columns]


def _signed(column: Sequence[_Cell], day: PartialDate | None) -> Iterator[PostHolding]:
    """Yield the entries of a column: each name with the lines of its post and inspectorate."""
    in_grid = bool(column) and _heads(column[0])
    names = [i for i, cell in enumerate(column) if _is_name(column, i, in_grid)]
    above = 0
    for place, at in enumerate(names):
        end = names[place + 1] if place + 1 < len(names) else len(column)
        heading, post = _split_heading(column[above:at]) if in_grid else ([], [])
        if not post:
            taken = _own_lines(column[at + 1 : end], in_grid)
            post, end = list(column[at + 1 : at + 1 + taken]), at + 1 + taken
        else:
            end = at + 1
        yield from _holdings(column[at], post, heading, day)
        above = end


def _heads(cell: _Cell) -> bool:
    """Tell whether a line is nothing but the name of an inspectorate, or the start of one."""
    return bool(inspectorates_in(cell.text)) and _names_inspectorates(cell.text)


def _names_inspectorates(words: str) -> bool:
    return all(word in _inspectorate_words() for word in re.findall(r"[\w’'&]+", words))


def _split_heading(cells: Sequence[_Cell]) -> tuple[list[_Cell], list[_Cell]]:
    """Return the name of the inspectorate above an entry, and the post that stands below it."""
    first = next((i for i, cell in enumerate(cells) if _heads(cell)), len(cells))
    rest = list(cells[first:])
    length = next(
        (i for i, cell in enumerate(rest) if not _names_inspectorates(cell.text)), len(rest)
    )
    return rest[:length], rest[length:]


def _own_lines(cells: Sequence[_Cell], in_grid: bool) -> int:
    """Count the lines after a name that are its post; in a grid the next inspectorate ends it."""
    if not in_grid:
        return len(cells)
    ends = (i for i, cell in enumerate(cells) if i and _heads(cell))
    return next(ends, len(cells))


def _is_name(column: Sequence[_Cell], at: int, in_grid: bool) -> bool:
    """Tell whether a line is a person's name alone and begins an entry."""
    line = column[at].line
    name, rest = split_entry(column[at].text)
    if name is None or rest or (line.size and at and not in_grid and line.gap < NEW_ENTRY_GAP):
        return False
    return not any(word in post_words() | _inspectorate_words() for word in name.split())


def _holdings(
    named: _Cell, post: Sequence[_Cell], heading: Sequence[_Cell], day: PartialDate | None
) -> Iterator[PostHolding]:
    """Yield each post that is printed with a name; a line that begins with a role is another."""
    posts: list[list[_Cell]] = []
    for cell in post:
        if posts and role_of(cell.text) is None:
            posts[-1].append(cell)
        else:
            posts.append([cell])
    above = inspectorates_in(join_lines(cell.text for cell in heading))
    for cells in posts:
        printed = join_lines(cell.text for cell in cells)
        actor = _post(printed, above)
        if actor:
            quotes = tuple(cell.quote for cell in (named, *cells, *heading))
            name, _ = split_entry(named.text)
            yield post_holding(Entry(name, printed, quotes), actor, RULE, day)


def _post(printed: str, above: Sequence[str]) -> Actor | None:
    """Return the post, or the inspectorate alone where no role of the vocabulary is printed.

    ``above`` are the inspectorates that head the entry; some roles belong to one by themselves.
    """
    role = None if _names_inspectorates(printed) else role_of(printed)
    related = role.related if role else ()
    for slug in (*above, *inspectorates_in(printed), *related):
        actor = registered(slug)
        if actor:
            return post_at(role, actor) if role else actor
    return None


@lru_cache(maxsize=1)
def _inspectorate_words() -> frozenset[str]:
    bodies = (body for body in vocabulary().bodies if body.body_type == INSPECTORATE)
    words = {word for body in bodies for name in body.names for word in name.split()}
    apostrophes = {word.replace("'", "’") for word in words}
    return frozenset(words | apostrophes | _JOINING)
