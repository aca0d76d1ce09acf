"""Answering one query: the checks, the format, the evaluation, and what tells its state."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from functools import cache, lru_cache
from time import perf_counter

import anyio.to_thread

from api.errors import NotAcceptable
from api.negotiation import choose
from api.sparql.dataset import outside_graphs
from api.sparql.evaluating import Asked, Evaluator
from api.sparql.formats import ALIASES, Format, Shape, format_named, formats_for, shape_of
from api.sparql.lexer import CheckedQuery, check_query, refusal
from api.sparql.request import QueryRequest
from api.sparql.searching import rewrite_search
from graph.errors import GraphError
from graph.store import EVERYTHING, Scope, Store
from graph.workers import Reply
from loaders.triples import software_version

HTML = "text/html"
LONG_QUERY = 16_000
"""Code points from which a query is looked through in a thread."""

_ALL_GRAPHS = repr(EVERYTHING)

log = logging.getLogger("answerable.queries")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query that may be evaluated, in the form in which its client wants the answer.

    ``tag`` names the answer without its being known: the same query of the same generation has
    the same answer; None where that is not so.
    """

    asked: Asked
    media_type: str
    shape: Shape
    tag: str | None
    cut_searches: tuple[str, ...] = ()


async def prepare(
    query: QueryRequest, accept: str | None, store: Store, evaluator: Evaluator
) -> Prepared:
    """Return a query as it can be evaluated.

    ``text/html`` as media type means that the body is for a page to render: JSON or Turtle.
    Raises BadQuery, NotAcceptable and UnknownName.
    """
    if len(query.text) > LONG_QUERY:
        checked = await anyio.to_thread.run_sync(check_query, query.text)
    else:
        checked = check_query(query.text)
    shape = shape_of(checked.form)
    media_type, chosen = choose_format(shape, query.format, accept)
    generation = evaluator.generation(query.generation)
    _refuse_outside(checked, query, store)
    text, cut = rewrite_search(checked, lambda words: evaluator.search(words, generation))
    names_graphs = query.default_graphs or query.named_graphs
    scope = Scope(query.default_graphs, query.named_graphs) if names_graphs else EVERYTHING
    asked = Asked(text, chosen.name, generation, scope, checked.shape, query.client)
    graphs = repr(scope) if names_graphs else _ALL_GRAPHS
    parts = (media_type, evaluator.variant(generation), graphs)
    return Prepared(asked, media_type, shape, _tag(checked, asked, parts), cut)


async def evaluate(evaluator: Evaluator, asked: Asked, slow_seconds: float) -> Reply:
    """Return the answer to a query; one that took long is logged with its time."""
    started = perf_counter()
    outcome = "answered"
    try:
        return await evaluator.evaluate(asked)
    except GraphError as error:
        outcome = type(error).__name__
        raise
    except asyncio.CancelledError:
        outcome = "given up by its client"
        raise
    finally:
        seconds = perf_counter() - started
        if seconds >= slow_seconds:
            log.warning(
                "slow query: %.2f s, %s, generation %s: %s",
                seconds,
                outcome,
                asked.generation,
                " ".join(asked.text[:2000].split()),
            )


async def whole(reply: Reply, most_bytes: int) -> bytes | None:
    """Return all bytes of an answer, None where there are more than so many."""
    pieces, length = [reply.start], len(reply.start)
    rest = reply.rest
    if rest is None:
        return reply.start
    try:
        async for piece in rest:
            pieces.append(piece)
            length += len(piece)
            if length > most_bytes:
                return None
    finally:
        await rest.aclose()
    return b"".join(pieces)


@lru_cache(maxsize=1024)
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


def _refuse_outside(checked: CheckedQuery, query: QueryRequest, store: Store) -> None:
    """Refuse FROM with an address that is no graph here; the protocol's own dataset replaces it."""
    if query.default_graphs or query.named_graphs:
        return
    for token, iri in outside_graphs(checked):
        if not store.has_graph(iri):
            reason = f"FROM <{iri}>: there is no such graph here, and none is fetched"
            raise refusal(checked.text, token, reason)


@cache
def _version() -> str:
    """Return the version of the program, which is read from a file."""
    return software_version()


def _tag(checked: CheckedQuery, asked: Asked, parts: tuple[str, ...]) -> str | None:
    """Return a strong ETag; a weak one where the engine orders prefixes as it likes."""
    if checked.is_volatile or not asked.generation:
        return None
    told = "\0".join((_version(), asked.generation, asked.text, *parts))
    digest = hashlib.sha256(told.encode()).hexdigest()[:32]
    return f'W/"{digest}"' if asked.format_name in ("rdf", "jsonld") else f'"{digest}"'
