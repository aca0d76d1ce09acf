"""Answering one query: the check, the format, the evaluation within its time."""

from __future__ import annotations

from dataclasses import dataclass

import anyio
import anyio.to_thread

from api.errors import NotAcceptable, QueryStopped
from api.library import Library
from api.negotiation import choose
from api.sparql.formats import ALIASES, Format, Shape, format_named, formats_for, shape_of
from api.sparql.lexer import check_query
from api.sparql.request import QueryRequest
from graph.store import Scope

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an answer; ``media_type`` is the one that the client asked for."""

    body: bytes
    media_type: str
    shape: Shape


async def answer(
    library: Library, query: QueryRequest, accept: str | None, seconds: float
) -> Answer:
    """Return the answer to a query in the format that the client likes best.

    ``text/html`` as media type means that the body is for a page to render: JSON or Turtle.
    Raises what `check_query` and the store raise, NotAcceptable and QueryStopped.
    """
    shape = shape_of(check_query(query.text))
    media_type, chosen = choose_format(shape, query.format, accept)
    body = await evaluate(library, query, chosen, seconds)
    return Answer(body, media_type, shape)


async def evaluate(library: Library, query: QueryRequest, chosen: Format, seconds: float) -> bytes:
    """Return the bytes of an answer, evaluated in a thread.

    Raises QueryStopped at the deadline; the thread itself cannot be stopped and runs on.
    """
    scope = Scope(query.default_graphs or None, query.named_graphs or None)
    with anyio.move_on_after(seconds):
        return await anyio.to_thread.run_sync(
            library.store.query, query.text, chosen.name, scope, abandon_on_cancel=True
        )
    raise QueryStopped(f"the query took more than {seconds:g} seconds; ask for less, or LIMIT it")


def choose_format(shape: Shape, suffix: str | None, accept: str | None) -> tuple[str, Format]:
    """Return the media type to send and the format to make; a suffix wins over Accept."""
    formats = formats_for(shape)
    if suffix:
        named = format_named(suffix)
        if named not in formats:
            names = ", ".join(entry.name for entry in formats)
            raise NotAcceptable(f"format {suffix!r} cannot be made of this; there are {names}")
        return named.media_type, named
    aliases = [name for name, target in ALIASES.items() if format_named(target) in formats]
    offered = [*(entry.media_type for entry in formats), *aliases, HTML]
    media_type = choose(accept, offered)
    wanted = format_named(ALIASES.get(media_type, media_type))
    return media_type, wanted if wanted in formats else formats[0]
