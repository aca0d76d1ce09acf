"""The links graph of a store: written anew, or brought up to date after some documents changed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from pyoxigraph import NamedNode

from graph.binding import bind, parameters_of
from graph.links.around import Surroundings
from graph.links.councils import by_council, council_of
from graph.links.elsewhere import find_alike_elsewhere
from graph.links.facts import DocumentFact, Facts, slug_of
from graph.links.likeness import Features, Likeness
from graph.links.linking import (
    LinkReport,
    derive_links,
    grouped,
    link_council,
    link_elsewhere,
    link_group,
)
from graph.links.nearby import ELSEWHERE, keys_of
from graph.links.reading import Row, Select, query_text, read_decisions, read_facts, read_names
from graph.links.state import FILE, FORMAT, LinkState, Part, as_text
from graph.reference import reference_version
from graph.store import MEMORY, Store

COUNCIL, ALIKE, NAMES = "council:", "alike:", "names:"
FEW, MANY_OF = 24, 10  # more than so many, and more than a tenth of all
STAMP, TOTALS = "stamp", "totals"


def compute_links(store: Store) -> LinkReport:
    """Write the links graph of a store anew, at one stroke, and return what was found.

    The same for the same documents in any order of loading; decisions in the reviews graph
    are kept, and a link that a person rejected has no shortcut.
    """
    place = _place_of(store)
    if place is None:
        links, report = derive_links(store.rows, store.iris)
        store.replace(str(store.iris.links_graph), links)
        return report
    with closing(LinkState(place)) as state:
        return _Linking(store, state).write_anew()


def update_links(store: Store, documents: Collection[str]) -> LinkReport:
    """Bring the links graph up to date after documents (by slug) were loaded, changed or removed.

    The result is that of `compute_links`, which is used where nothing is remembered of the store
    or where more has changed: the vocabularies, or a person's decision.
    """
    place = _place_of(store)
    if place is None:
        return compute_links(store)
    with closing(LinkState(place)) as state:
        return _Linking(store, state).update(documents)


def expect_changes(store: Store, documents: Iterable[str]) -> None:
    """Remember that documents (by slug) are about to change, should the program end before
    `update_links`; it takes them up then."""
    place = _place_of(store)
    if place is not None:
        with closing(LinkState(place)) as state:
            state.expect(documents)
            state.commit()


def _place_of(store: Store) -> Path | None:
    """Return where linking remembers what it did; nothing is remembered of a store in memory."""
    directory = Path(store.location)
    is_kept = store.location != MEMORY and directory.is_dir()
    return directory / FILE if is_kept else None


class _Linking:
    """One run of linking over a store that is kept in a directory."""

    def __init__(self, store: Store, state: LinkState) -> None:
        self._store = store
        self._iris = store.iris
        self._state = state
        self._decisions = read_decisions(store.rows)
        self._removed: set[str] = set()
        self._added: set[str] = set()
        self._pieces: list[bytes] = []
        self._totals: Counter[str] = Counter()

    def write_anew(self) -> LinkReport:
        """Forget what is remembered, link everything, and remember that."""
        self._state.clear()
        self._state.commit()
        facts = read_facts(self._store.rows)
        compared: list[Features] = []
        for council, own in by_council(facts).items():
            linked = link_council(own, self._iris)
            self._write(COUNCIL + council, linked.part)
            compared += linked.compared
        self._compare_all(sorted(compared, key=lambda each: each.order))
        self._name_all(facts)
        graph = str(self._iris.links_graph)
        with self._store.transaction() as changes:
            changes.remove(graph)
            for piece in self._pieces:
                changes.add(graph, piece)
        return self._finish()

    def _compare_all(self, compared: list[Features]) -> None:
        for features in compared:
            self._state.put_item(features, keys_of(features, ELSEWHERE))
        found = find_alike_elsewhere(compared)
        for later, links in groupby(found, key=lambda likeness: likeness.later.iri):
            self._link_elsewhere(later, tuple(links), self._write)

    def _name_all(self, facts: Facts) -> None:
        names = read_names(self._store.rows)
        councils = {self._graph_of(each): council_of(each) for each in facts.documents}
        for graph in councils.keys() | names.keys():
            self._state.put_document(graph, councils.get(graph, ""), names.get(graph, ()))
        for group, members in grouped(each for named in names.values() for each in named).items():
            self._write(NAMES + group, link_group(group, members, self._decisions))

    def update(self, documents: Collection[str]) -> LinkReport:
        """Link what follows from some documents; everything where that does not suffice."""
        slugs = {*documents, *self._state.expected()}
        if self._state.note(STAMP) != self._stamp() or self._is_most(len(slugs)):
            return self.write_anew()
        self._totals.update(json.loads(self._state.note(TOTALS) or "{}"))
        self._state.write_note(STAMP, "")
        self._state.commit()
        changed = {str(self._iris.document_graph(slug)) for slug in slugs}
        councils, groups = self._note_documents(changed)
        self._update_councils(councils)
        for group in sorted(groups):
            part = link_group(group, self._state.members(group), self._decisions)
            self._replace(NAMES + group, part)
        with self._store.transaction() as changes:
            graph = str(self._iris.links_graph)
            changes.discard(graph, "".join(sorted(self._removed)).encode())
            changes.add(graph, "".join(sorted(self._added)).encode())
        return self._finish()

    def _is_most(self, changed: int) -> bool:
        """Say whether so many documents are linked faster with all others than one by one."""
        return changed > FEW and changed * MANY_OF > self._state.documents()

    def _note_documents(self, changed: set[str]) -> tuple[set[str], set[str]]:
        """Note what documents are now; return the councils and groups of names to link anew."""
        present = {graph for graph in changed if self._store.has_graph(graph)}
        names = read_names(self._on(present)) if present else {}
        now = {self._graph_of(each): council_of(each) for each in self._read(present).documents}
        councils = {council for graph in changed if (council := self._state.council_of(graph))}
        groups: set[str] = set()
        for graph in changed - present:
            groups |= self._state.drop_document(graph)
        for graph in present:
            groups |= self._state.put_document(graph, now.get(graph, ""), names.get(graph, ()))
        return councils | set(now.values()), groups

    def _update_councils(self, councils: Iterable[str]) -> None:
        surroundings = Surroundings(self._state)
        for council in sorted(councils):
            facts = by_council(self._read(self._graphs_of(council))).get(council, Facts())
            linked = link_council(facts, self._iris)
            self._replace(COUNCIL + council, linked.part)
            before = self._state.items_of(council)
            now = {each.item.iri: each for each in linked.compared}
            for iri in before.keys() | now.keys():
                old, new = before.get(iri), now.get(iri)
                if old is None or new is None or as_text(old) != as_text(new):
                    _exchange(surroundings, old, new)
        for later, links in surroundings.relink():
            self._link_elsewhere(later, links, self._replace)

    def _link_elsewhere(
        self, later: str, links: Sequence[Likeness], put: Callable[[str, Part], None]
    ) -> None:
        self._state.put_alike(later, (each.earlier.iri for each in links))
        put(ALIKE + later, link_elsewhere(links, self._decisions, self._iris))

    def _graphs_of(self, council: str) -> set[str]:
        """Return the graphs of the documents of a council, or of the one that stands alone."""
        query = bind(query_text("documents-of"), {"council": [NamedNode(council)]})
        documents = {document for (document,) in self._store.rows(query)}
        graphs = {str(self._iris.document_graph(slug_of(each))) for each in {*documents, council}}
        return {graph for graph in graphs if self._store.has_graph(graph)}

    def _read(self, graphs: Collection[str]) -> Facts:
        if not graphs:
            return Facts()
        concerned = tuple(self._on(graphs)(query_text("concerned")))
        return read_facts(self._on(graphs, {thing for row in concerned for thing in row}))

    def _on(self, graphs: Iterable[str], things: Iterable[str] = ()) -> Select:
        """Return what asks only about some graphs, or some things."""
        terms = {
            "graph": [NamedNode(name) for name in sorted(graphs)],
            "thing": [NamedNode(name) for name in sorted(things)],
        }

        def select(text: str) -> Iterable[Row]:
            wanted = {name: terms[name] for name in parameters_of(text)}
            return self._store.rows(bind(text, wanted))

        return select

    def _graph_of(self, document: DocumentFact) -> str:
        return str(self._iris.document_graph(document.slug))

    def _write(self, name: str, part: Part) -> None:
        """Put a part where there was nothing."""
        self._pieces.append("".join(part.lines).encode())
        self._totals.update(part.counts)
        self._state.put_part(name, part)

    def _replace(self, name: str, part: Part) -> None:
        """Put a part in the place of an earlier one, and note which lines go and come."""
        old = self._state.part(name)
        before, now = set(old.lines), set(part.lines)
        self._removed |= before - now
        self._added |= now - before
        self._totals.update(part.counts)
        self._totals.subtract(old.counts)
        self._state.put_part(name, part)

    def _finish(self) -> LinkReport:
        self._state.write_note(TOTALS, json.dumps(self._totals, sort_keys=True))
        self._state.write_note(STAMP, self._stamp())
        self._state.forget_expected()
        self._state.commit()
        return LinkReport.of(self._totals)

    def _stamp(self) -> str:
        """Return what must be as it was for the parts that are remembered to hold."""
        decided = self._decisions
        told = (
            FORMAT,
            str(reference_version(self._iris)),
            sorted(decided.rejected),
            sorted((key, sorted(values)) for key, values in decided.wrong.items()),
            sorted(decided.right.items()),
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()


def _exchange(surroundings: Surroundings, old: Features | None, new: Features | None) -> None:
    if old is not None:
        surroundings.remove(old)
    if new is not None:
        surroundings.add(new)
