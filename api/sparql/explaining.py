"""How a query is understood and what it costs: its algebra, its patterns, its time.

The engine does not tell its plan.  The algebra here is that of the SPARQL 1.1 specification
(section 18), the counts are those of this store, and the time is the engine's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import Any

from pyparsing import ParseException
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import SPARQLError
from rdflib.term import BNode, Identifier, Variable

from api.sparql.formats import shape_of
from api.sparql.lexer import check_query
from api.sparql.searching import rewrite_search
from graph.store import Store

MOST_COUNTED = 100_000
_SHOWN = ("p", "p1", "p2", "part", "template")


def explain(store: Store, text: str) -> Iterator[str]:
    """Yield the lines of an explanation; the query is evaluated twice for it.

    Raises what checking and evaluating a query raise.
    """
    checked = check_query(text)
    rewritten, _ = rewrite_search(checked, store.search)
    shape = shape_of(checked.form)
    yield f"form: {checked.form}"
    yield f"default graph: {'union of all graphs' if store.union_default else 'strict'}"
    yield f"generation: {store.generation or 'not told'}"
    first, size = _timed(store, rewritten, shape)
    again, _ = _timed(store, rewritten, shape)
    yield f"time: {first:.1f} ms the first time, {again:.1f} ms again; {size} bytes"
    try:
        algebra = translateQuery(parseQuery(rewritten), base=f"{store.iris.base}/").algebra
    except (ParseException, SPARQLError, TypeError, ValueError) as error:
        yield f"algebra: not told, rdflib cannot read this query ({error})"
        return
    yield "algebra:"
    yield from _lines(store, algebra, depth=1)


def _timed(store: Store, text: str, shape: str) -> tuple[float, int]:
    started = perf_counter()
    answer = store.query(text, "nt" if shape == "triples" else "json")
    return (perf_counter() - started) * 1000, len(answer)


def _lines(store: Store, node: Any, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if not isinstance(node, CompValue):
        return
    yield f"{indent}{node.name}"
    for triple in dict(node).get("triples", ()):
        count = _count(store, triple)
        yield f"{indent}  {' '.join(map(_written, triple))}  # {count}"
    for name in _SHOWN:
        if name in node:
            yield from _lines(store, node[name], depth + 1)


def _count(store: Store, triple: Sequence[Any]) -> str:
    """Return how many solutions a triple pattern has by itself, or that they are many."""
    if not all(isinstance(term, Identifier) for term in triple):
        return "a path"
    pattern = " ".join(_written(term) for term in triple)
    text = f"SELECT (COUNT(*) AS ?counted) {{ SELECT * {{ {pattern} }} LIMIT {MOST_COUNTED} }}"
    ((number,),) = store.rows(text)
    return f"over {MOST_COUNTED:,}" if int(number) == MOST_COUNTED else f"{int(number):,}"


def _written(term: Any) -> str:
    if isinstance(term, BNode):
        return f"_:{term}"
    if isinstance(term, Variable):
        return f"?{term}" if str(term).isidentifier() else "[]"
    return str(term.n3()) if isinstance(term, Identifier) else str(term)
