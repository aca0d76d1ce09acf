"""Parts of a graph: what concerns a body, stands under a theme, falls into a period, is of a kind.

A part is a store of its own, in memory, that holds the statements about the chosen things and
about the actors and concepts which these name.  So every format can write a part as it writes
the whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Triple

from graph.errors import ParameterError
from graph.formats import in_format
from graph.questions import Parameter, term_for
from graph.store import MEMORY, Bindings, Store, StoreOptions, open_store

_AT_ONCE = 2_000
"""How many things one query tells about."""


@dataclass(frozen=True, slots=True)
class Part:
    """What to keep of a graph; each that is given narrows it further.

    ``body`` and ``theme`` are slugs, names or IRIs; ``first`` and ``last`` dates (2024, 2024-07,
    2024-07-01); ``kinds`` names of classes ("recommendation", "priority-action", "inspection"),
    kept with the passages that are their evidence.
    """

    body: str | None = None
    theme: str | None = None
    first: str | None = None
    last: str | None = None
    kinds: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing narrows it."""
        return not any(getattr(self, field.name) for field in fields(self))


WHOLE = Part()


@contextmanager
def part_of(store: Store, part: Part) -> Iterator[Store]:
    """Open a store that holds a part of another; the store itself where the part is the whole.

    Raises ParameterError for a body, theme or kind of which the store knows nothing, and for a
    date that is none.
    """
    if part.is_whole:
        yield store
        return
    options = StoreOptions(union_default=store.union_default, with_reference=False)
    with open_store(MEMORY, base=store.iris.base, options=options) as kept:
        _copy(store, things_of(store, part), kept)
        yield kept


def things_of(store: Store, part: Part) -> frozenset[str]:
    """Return the IRIs of the things in a part, without the actors and concepts they name."""
    things = _about(store, part) if part.body else _all_things(store)
    if part.theme:
        themed = term_for(Parameter("theme", "theme", ""), part.theme, store)
        things &= _column(store, "part-of-theme", {"theme": (themed,)})
    if part.first or part.last:
        things -= _outside(store, part)
    return frozenset(_of_kinds(store, things, part.kinds) if part.kinds else things)


def kind_named(class_iri: str) -> str:
    """Return the name of a class as a part takes it ("priority-action")."""
    local = re.split("[/#]", class_iri)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", local).lower()


def _about(store: Store, part: Part) -> set[str]:
    assert part.body is not None
    body = term_for(Parameter("body", "body", ""), part.body, store)
    things = _column(store, "part-of-body", {"body": (body,)})
    rows = store.rows(_query("part-likenesses"))
    return things | {link for link, end in rows if end in things}


def _all_things(store: Store) -> set[str]:
    return _column(store, "part-of-everything")


def _outside(store: Store, part: Part) -> set[str]:
    bounds: dict[str, tuple[NamedNode | Literal, ...]] = {}
    if part.first:
        bounds["from"] = (term_for(Parameter("from", "first-day", ""), part.first, store),)
    if part.last:
        bounds["to"] = (term_for(Parameter("to", "last-day", ""), part.last, store),)
    return _column(store, "part-outside-period", bounds)


def _of_kinds(store: Store, things: set[str], kinds: Sequence[str]) -> set[str]:
    members: Mapping[str, set[str]] = defaultdict(set)
    for thing, class_iri in store.rows(_query("part-kinds")):
        members[kind_named(class_iri)].add(thing)
    for kind in kinds:
        if kind not in members:
            known = ", ".join(sorted(members))
            raise ParameterError("kind", kind, f"no thing is of this kind; there are {known}")
    chosen = things & set().union(*(members[kind] for kind in kinds))
    evidence = store.rows(_query("part-evidence"))
    return chosen | {passage for thing, passage in evidence if thing in chosen}


def _copy(store: Store, things: Iterable[str], kept: Store) -> None:
    """Copy the statements about things, then those about what they name, and name in turn."""
    told = set(things)
    named = _copy_statements(store, told, kept)
    for _ in range(2):
        named = _column_for(store, "part-vocabulary", named - told)
        told |= named
        named = _copy_statements(store, named, kept)


def _copy_statements(store: Store, things: Iterable[str], kept: Store) -> set[str]:
    """Copy what all graphs say of things; return the IRIs that this names."""
    named: set[str] = set()
    for some in _batches(things):
        by_graph: dict[str, list[Triple]] = defaultdict(list)
        terms = {"thing": [NamedNode(iri) for iri in some]}
        for graph, thing, name, value in store.select(_query("part-statements"), terms).rows:
            assert isinstance(graph, NamedNode)
            assert isinstance(thing, NamedNode)
            assert isinstance(name, NamedNode)
            assert value is not None
            by_graph[graph.value].append(Triple(thing, name, value))
            if isinstance(value, NamedNode):
                named.add(value.value)
        with kept.transaction() as changes:
            for graph_name, triples in by_graph.items():
                changes.add(graph_name, in_format(triples, "nt"))
    return named


def _column_for(store: Store, query: str, things: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in _batches(things):
        found |= _column(store, query, {"thing": [NamedNode(iri) for iri in some]})
    return found


def _column(store: Store, query: str, bindings: Bindings | None = None) -> set[str]:
    rows = store.select(_query(query), bindings).rows
    return {row[0].value for row in rows if row[0] is not None}


def _batches(things: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(things)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def _query(name: str) -> str:
    return (files("graph") / "exports" / "queries" / f"{name}.rq").read_text(encoding="utf-8")
