"""Queries that have killed endpoints, written for the invented graph of the tests.

Run as ``python -m tests.api.sparql.hostile ADDRESS NUMBER``: it sends so many heavy queries at
once and prints the status of each answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlsplit

PATTERN = "?s ?p ?o"


def _nested(opening: str, inside: str, closing: str, depth: int) -> str:
    return opening * depth + inside + closing * depth


def _joined(part: str, between: str, count: int) -> str:
    return between.join([part] * count)


HOSTILE: dict[str, Callable[[], str]] = {
    "parentheses": lambda: "ASK { FILTER(" + _nested("(", "1", ")", 100_000) + ") }",
    "denials": lambda: "ASK { FILTER(" + "!" * 100_000 + "true) }",
    "optionals": lambda: "SELECT * " + _nested("{ OPTIONAL ", "{ " + PATTERN + " }", "}", 10_000),
    "groups": lambda: "SELECT * " + _nested("{", PATTERN, "}", 10_000),
    "subqueries": lambda: "SELECT * {" + _nested("{SELECT * {", PATTERN, "}}", 10_000) + "}",
    "paths": lambda: "SELECT * { ?s " + _nested("(", "<http://p>", ")", 100_000) + " ?o }",
    "long path": lambda: "SELECT * { ?s " + _joined("<http://p>", "/", 100_000) + " ?o }",
    "unions": lambda: "SELECT * {" + _joined("{ " + PATTERN + " }", " UNION ", 10_000) + "}",
    "ors": lambda: "ASK { FILTER(" + _joined("1=2", "||", 12_000) + ") }",
    "lists": lambda: "SELECT * { ?s ?p " + _nested("(", "1", ")", 100_000) + " }",
    "nodes": lambda: "SELECT * { ?s ?p " + _nested("[ ?p ", "1", "]", 100_000) + " }",
    "calls": lambda: "SELECT (" + _nested("UCASE(", "'a'", ")", 100_000) + " AS ?x) {}",
    "values": lambda: "SELECT * { VALUES ?x {" + " 1" * 400_000 + "} }",
    "product": lambda: "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "sorted product": lambda: "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f LIMIT 1",
    "distinct product": lambda: "SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f }",
    "built product": lambda: "CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }",
    "star": lambda: "SELECT (COUNT(*) AS ?n) { ?s ((<x:>|!<x:>)|^(<x:>|!<x:>))* ?o }",
    "pattern": lambda: "SELECT (REGEX('aaaa', '((a{1,1000}){1,1000}){1,1000}') AS ?x) {}",
    "doubling": lambda: (
        "SELECT (STRLEN(?x40) AS ?n) { BIND('aaaaaaaaaaaaaaaa' AS ?x0) "
        + " ".join(f"BIND(CONCAT(?x{step}, ?x{step}) AS ?x{step + 1})" for step in range(40))
        + "}"
    ),
    "service": lambda: "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "service by prefix": lambda: (
        "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x { ?s ?p ?o } }"
    ),
    "service after truth": lambda: (
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:1/> { ?s ?p ?o } }"
    ),
    "file": lambda: "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "address": lambda: "SELECT * FROM <http://127.0.0.1:1/data.ttl> { ?s ?p ?o }",
    "named file": lambda: "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "load": lambda: "LOAD <http://127.0.0.1:1/data.ttl>",
}


def send_heavy(address: str, number: int) -> int:
    """Send a query that never ends, different from all others; return the answer's status.

    By the standard library's client: one with certificates to load would burden the machine.
    """
    body = f"{HOSTILE['product']()} # {number}".encode()
    place = urlsplit(address)
    connection = HTTPConnection(str(place.hostname), place.port, timeout=60)
    try:
        kind = {"Content-Type": "application/sparql-query"}
        connection.request("POST", place.path, body=body, headers=kind)
        return connection.getresponse().status
    finally:
        connection.close()


if __name__ == "__main__":
    count = int(sys.argv[2])
    with ThreadPoolExecutor(count) as senders:
        statuses = senders.map(lambda number: send_heavy(sys.argv[1], number), range(count))
        sys.stdout.write(" ".join(map(str, statuses)))
