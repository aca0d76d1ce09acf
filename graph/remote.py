"""A store on another SPARQL 1.1 server or cluster, by Protocol and Graph Store Protocol.

A query is passed on as it is, and its answer as the server gives it.  Changes go as one SPARQL
update, which servers make whole or not at all; where a data address is given, each graph goes by
Graph Store Protocol instead, whole by itself, for servers that take no long updates.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import httpx
import pyoxigraph
from pyoxigraph import BlankNode, NamedNode

from graph.binding import bind
from graph.contract import EVERYTHING, Bindings, Matches, RemoteAddress, Scope, Solutions, Term
from graph.embedded import EmbeddedTransaction
from graph.errors import AnswerTooLong, QueryError, QueryStopped, StoreIsReadOnly, StoreUnusable
from graph.formats import RDF_FORMATS, rdf_format, result_format
from graph.reference import reference_triples, reference_version
from graph.search import Group, Part, parse_words
from ontology.iris import Iris

_FORM = re.compile(
    r"(?is)^(?:\s|#[^\n]*\n|BASE\s*<[^>]*>|PREFIX\s+\S*\s*<[^>]*>)*(CONSTRUCT|DESCRIBE)\b"
)
_PLACE = re.compile(r"\b(?:at |line )(\d+)(?::|,? column )(\d+)")


class RemoteStore:
    """A `graph.contract.Store` on another server."""

    generation = ""  # a server does not tell its state

    def __init__(self, address: RemoteAddress, iris: Iris, read_only: bool = True) -> None:
        self.iris = iris
        self.union_default = address.union != "none"
        self.location = address.query
        self._address = address
        self._read_only = read_only
        pair = (address.user, address.password)
        auth = (httpx.DigestAuth if address.digest else httpx.BasicAuth)(*pair)
        self._client = httpx.Client(
            auth=auth if address.user else None, timeout=address.seconds, trust_env=False
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> RemoteStore:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.close()

    def publish(self) -> str:
        """Do nothing: on a server changes are seen when they are made."""
        return self.generation

    def query(self, text: str, format_name: str | None = None, scope: Scope = EVERYTHING) -> bytes:
        """Return the answer to a query as the server writes it; see the Protocol."""
        if _FORM.match(text):
            media_type = rdf_format(format_name or "ttl").media_type
        else:
            media_type = result_format(format_name or "json").media_type
        fields = {
            "query": f"BASE <{self.iris.base}/> {text}",
            "default-graph-uri": list(scope.default_graphs or ()),
            "named-graph-uri": list(scope.named_graphs or ()),
        }
        if scope == EVERYTHING:
            fields |= self._union_fields()
        return self._ask(fields, media_type)

    def select(self, text: str, bindings: Bindings | None = None) -> Solutions:
        """Return the rows of a SELECT, its parameters filled with ``bindings``."""
        answer = json.loads(self.query(bind(text, bindings or {}), "json"))
        if "results" not in answer:
            raise QueryError("a SELECT is wanted here")
        columns = tuple(answer["head"]["vars"])
        rows = (
            tuple(_term(row[name]) if name in row else None for name in columns)
            for row in answer["results"]["bindings"]
        )
        return Solutions(columns, tuple(rows))

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a SELECT as plain texts; an unbound column is empty."""
        for row in self.select(text).rows:
            yield tuple("" if term is None else term.value for term in row)

    def search(
        self, words: str, limit: int = 10_000, among: Collection[str] | None = None
    ) -> Matches:
        """Return the things of whom a text is said that holds the words, in no order.

        A server has no index of ours: every text is looked through, without stems.
        """
        holds = " || ".join(map(_holds, parse_words(words)))
        if not holds or (among is not None and not among):
            return Matches((), more=False)
        given = " ".join(str(NamedNode(iri)) for iri in sorted(among or ())) or "UNDEF"
        found = self.rows(
            f"SELECT DISTINCT ?thing WHERE {{ VALUES ?thing {{ {given} }} "
            f"GRAPH ?g {{ ?thing ?property ?text "
            f"FILTER(isIRI(?thing) && isLiteral(?text) && ({holds})) }} }} LIMIT {limit + 1}"
        )
        iris = [iri for (iri,) in found]
        return Matches(tuple(iris[:limit]), more=len(iris) > limit)

    def holds(self, iri: str) -> bool:
        """Return whether anything is said of, or with, this IRI."""
        name = NamedNode(iri)
        return self._is_true(
            f"ASK {{ {{ GRAPH ?g {{ {name} ?p ?o }} }} UNION {{ GRAPH ?g {{ ?s ?p {name} }} }} }}"
        )

    def has_graph(self, name: str) -> bool:
        """Return whether there is a graph of this name."""
        return self._is_true(f"ASK {{ GRAPH {NamedNode(name)} {{ ?s ?p ?o }} }}")

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the graphs, sorted."""
        found = self._plain_rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return tuple(sorted(found))

    def count(self, graph: str | None = None) -> int:
        """Return how many triples a graph holds, or all named graphs together."""
        name = NamedNode(graph) if graph is not None else "?g"
        text = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"
        return int(self._plain_rows(text)[0])

    def dump(self, out: BinaryIO, format_name: str, graph: str | None = None) -> None:
        """Write one graph, or all named graphs, in an RDF format; see the Protocol."""
        wanted = RDF_FORMATS[format_name]
        if graph is None and format_name in ("nq", "trig"):
            quads = (quad for name in self.graphs() for quad in self._quads(name))
            pyoxigraph.serialize(quads, out, wanted)
            return
        name = NamedNode(graph) if graph is not None else "?g"
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"
        out.write(self._ask({"query": text}, wanted.media_type))

    def backup(self, directory: Path) -> NoReturn:
        """Refuse: a server keeps its own backups."""
        raise StoreUnusable(self.location, f"a server is not copied to {directory}; export it")

    @contextmanager
    def transaction(self) -> Iterator[RemoteTransaction]:
        """Open a block whose changes are sent when it ends without an error."""
        if self._read_only or not (self._address.update or self._address.data):
            raise StoreIsReadOnly(self.location, "no address for updates or data is set")
        changes = RemoteTransaction(self.iris)
        yield changes
        changes.send(self._client, self._address)

    def replace(self, graph: str, triples: bytes) -> None:
        """Make ``triples`` (N-Triples) the whole content of ``graph``."""
        with self.transaction() as changes:
            changes.replace(graph, triples)

    def remove(self, graph: str) -> bool:
        """Remove ``graph``; return whether it was there."""
        known = self.has_graph(graph)
        with self.transaction() as changes:
            changes.remove(graph)
        return known

    def refresh_reference(self) -> bool:
        """Write the reference graph where its vocabularies changed; return whether they had."""
        version = reference_version(self.iris)
        graph = self.iris.reference_graph
        if self._is_true(f"ASK {{ GRAPH {NamedNode(graph)} {{ {version} }} }}"):
            return False
        self.replace(str(graph), reference_triples(self.iris))
        return True

    def _quads(self, graph: str) -> Iterator[pyoxigraph.Quad]:
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
        answer = self._ask({"query": text}, RDF_FORMATS["ttl"].media_type)
        for quad in pyoxigraph.parse(answer, RDF_FORMATS["ttl"]):
            yield pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph))

    def _is_true(self, text: str) -> bool:
        answer = self._ask({"query": text}, result_format("json").media_type)
        return bool(json.loads(answer)["boolean"])

    def _plain_rows(self, text: str) -> list[str]:
        """Return the only column of a SELECT over named graphs."""
        answer = json.loads(self._ask({"query": text}, result_format("json").media_type))
        (column,) = answer["head"]["vars"]
        return [row[column]["value"] for row in answer["results"]["bindings"]]

    def _union_fields(self) -> dict[str, Any]:
        if self._address.union == "parameter":
            return {"union-default-graph": ""}
        if self._address.union == "graphs":
            return {"default-graph-uri": list(self.graphs())}
        return {}

    def _ask(self, fields: dict[str, Any], media_type: str) -> bytes:
        deadline = time.monotonic() + self._address.seconds
        body = bytearray()
        with (
            _told(self.location, self._address.seconds),
            self._client.stream(
                "POST", self._address.query, data=fields, headers={"Accept": media_type}
            ) as answer,
        ):
            for piece in answer.iter_bytes():
                body += piece
                if len(body) > self._address.most_bytes:
                    raise AnswerTooLong("the answer is longer than this service gives out")
                if time.monotonic() > deadline:
                    raise QueryStopped(f"the server took more than {self._address.seconds:g} s")
        _check(answer, body, self.location)
        return _truth_told(bytes(body))


class RemoteTransaction(EmbeddedTransaction):
    """Changes kept back until they are sent."""

    def send(self, client: httpx.Client, address: RemoteAddress) -> None:
        """Send the changes: as one update, or graph by graph where there is a data address."""
        with _told(address.data or address.update, address.seconds):
            if address.data and not self._discarded:
                self._send_graphs(client, address.data)
            elif address.update:
                self._send_update(client, address.update)
            else:
                raise StoreIsReadOnly(address.query, "an address for updates is needed")

    def _send_update(self, client: httpx.Client, address: str) -> None:
        text = self._as_update(self._removed)
        if text:
            headers = {"Content-Type": "application/sparql-update"}
            answer = client.post(address, content=text.encode(), headers=headers)
            _check(answer, answer.content, address)

    def _send_graphs(self, client: httpx.Client, address: str) -> None:
        for graph in sorted(self._removed - set(self._added)):
            answer = client.delete(address, params={"graph": graph})
            if answer.status_code != httpx.codes.NOT_FOUND:
                _check(answer, answer.content, address)
        for graph, pieces in self._added.items():
            answer = client.request(
                "PUT" if graph in self._removed else "POST",
                address,
                params={"graph": graph} if graph else {"default": ""},
                content=b"".join(pieces),
                headers={
                    "Content-Type": "text/turtle"
                },  # which N-Triples are, and all servers read
            )
            _check(answer, answer.content, address)


@contextmanager
def _told(location: str, seconds: float) -> Iterator[None]:
    try:
        yield
    except httpx.TimeoutException as error:
        raise QueryStopped(f"the server took more than {seconds:g} s") from error
    except httpx.HTTPError as error:
        raise StoreUnusable(location, f"the server does not answer ({error})") from error


def _check(answer: httpx.Response, body: bytes | bytearray, location: str) -> None:
    """Raise what an answer tells of failure; an answer that its server cut short is one."""
    if answer.headers.get("X-SQL-State") == "S1TAT":
        raise QueryStopped("the server stopped the query at its own time limit")
    if answer.is_success:
        return
    told = bytes(body[:2000]).decode(errors="replace").strip()
    if answer.status_code == httpx.codes.BAD_REQUEST:
        place = _PLACE.search(told)
        raise QueryError(told, *((int(place[1]), int(place[2])) if place else (None, None)))
    if answer.status_code in (httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.GATEWAY_TIMEOUT):
        raise QueryStopped(f"the server did not answer the query: {told}")
    raise StoreUnusable(location, f"the server answered {answer.status_code}: {told}")


def _truth_told(answer: bytes) -> bytes:
    """Return an answer as the standard has it: Virtuoso 7 gives a truth in JSON as rows."""
    if b'"__ASK_RETVAL"' not in answer[:200]:
        return answer
    is_true = bool(json.loads(answer)["results"]["bindings"])
    return json.dumps({"head": {}, "boolean": is_true}).encode()


def _holds(group: Group) -> str:
    """Return the condition that ``?text`` satisfies a group of words."""
    return " && ".join(
        (*map(_contains, group.wanted), *(f"!{_contains(part)}" for part in group.forbidden))
    )


def _contains(part: Part) -> str:
    return f"CONTAINS(LCASE(STR(?text)), {pyoxigraph.Literal(part.text.lower())})"


def _term(told: dict[str, str]) -> Term:
    if told["type"] == "uri":
        return NamedNode(told["value"])
    if told["type"] == "bnode":
        return BlankNode(re.sub(r"\W", "", told["value"]))  # type: ignore[return-value]
    if "xml:lang" in told:
        return pyoxigraph.Literal(told["value"], language=told["xml:lang"])
    datatype = told.get("datatype")
    return pyoxigraph.Literal(told["value"], datatype=NamedNode(datatype) if datatype else None)
