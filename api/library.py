"""The graph as the HTTP side sees it: a store to read from, its query files, and the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from api.findings import Findings
from api.masking import mask
from api.queries import query_text
from api.resources.memory import Memory
from api.resources.ordering import Orders
from api.rows import Row, Table, Value, table_of, term_of
from api.settings import Settings, store_options
from api.texts import Texts
from graph.binding import bind
from graph.store import Store, open_store
from ontology.iris import Iris

Parameter = Value | Sequence[Value]


@dataclass(frozen=True, slots=True)
class Library:
    """A store with the texts of its documents; opened once for each application."""

    store: Store
    texts: Texts
    orders: Orders = field(default_factory=Orders)
    memory: Memory[bytes] = field(default_factory=Memory[bytes])
    names: Memory[tuple[str, str | None]] = field(default_factory=Memory[tuple[str, str | None]])
    findings: Findings = field(default_factory=Findings)

    @property
    def iris(self) -> Iris:
        """The names of this installation's things."""
        return self.store.iris

    def rows(self, query: str, **parameters: Parameter) -> tuple[Row, ...]:
        """Return the rows of the query file ``query`` with its parameters bound."""
        return self.table(query, **parameters).rows

    def table(self, query: str, **parameters: Parameter) -> Table:
        """Return the answer to the query file ``query`` with its parameters bound."""
        bindings = {
            name: [term_of(value) for value in ([given] if isinstance(given, Value) else given)]
            for name, given in parameters.items()
        }
        return table_of(self.store.select(query_text(query), bindings))

    def labels(self, things: Sequence[str]) -> dict[str, str | None]:
        """Return what things are called, None for one without a name; contact details masked."""

        def read(missing: Sequence[str]) -> Iterator[tuple[str, tuple[str, str | None]]]:
            rows = self.rows("labels", thing=[Value(iri) for iri in missing])
            found = {row["thing"].text: mask(row["label"].text) for row in rows}
            return ((iri, (iri, found.get(iri))) for iri in missing)

        return dict(self.names.tell(self.store.generation, things, read))

    def triples(self, query: str, format_name: str, thing: Parameter) -> bytes:
        """Return the triples that the query file ``query`` constructs of things, in a format.

        Contact details are masked.
        """
        things = [thing] if isinstance(thing, Value) else thing
        terms = {"thing": [term_of(each) for each in things]}
        return mask(self.store.query(bind(query_text(query), terms), format_name).decode()).encode()

    def text(self, slug: str) -> str:
        """Return the normalised text of a document.

        Raises NotFound where it is not kept, or where its licence allows no showing of the whole.
        """
        document = Value(str(self.iris.document(slug)))
        licences = [
            row["licence"].text
            for row in self.rows("document-loads", thing=document)
            if "licence" in row
        ]
        return self.texts.read(slug, licences)


def open_library(settings: Settings, store: Store | None = None) -> Library:
    """Return the library of the settings, opened for reading; or of a store that is open."""
    opened = store or open_store(
        settings.store,
        read_only=True,
        base=settings.base,
        options=store_options(settings),
    )
    return Library(opened, Texts.beside(settings.store))
