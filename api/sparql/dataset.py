"""The names in a query that are addresses: its prefixes resolved, and what FROM asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from api.sparql.lexer import CheckedQuery, Token

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def prefixes_of(query: CheckedQuery) -> Mapping[str, str]:
    """Return what the prefixes of a query stand for, by prefix without its colon.

    A relative name is left as it is: its base is the engine's to know.
    """
    prefixes: dict[str, str] = {}
    base = ""
    for word, first, second in _threes(query.tokens):
        if word.word == "BASE" and first.kind == "iri":
            base = urljoin(base, first.text[1:-1])
        elif word.word == "PREFIX" and first.kind == "name" and second.kind == "iri":
            prefixes[first.text.removesuffix(":")] = urljoin(base, second.text[1:-1])
    return prefixes


def iri_of(token: Token, prefixes: Mapping[str, str]) -> str | None:
    """Return the IRI that a token writes, in full or with a prefix; None for other tokens."""
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    if token.kind == "name" and prefix in prefixes:
        return prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
    return None


def outside_graphs(query: CheckedQuery) -> Iterator[tuple[Token, str]]:
    """Yield the graphs that FROM names in full; a relative name can only be one of our own."""
    if "FROM" not in query.text.upper():
        return
    prefixes = prefixes_of(query)
    for word, first, second in _threes(query.tokens):
        if word.word in ("FROM", "FROMNAMED"):
            token = second if first.word == "NAMED" else first
            iri = iri_of(token, prefixes)
            if iri is not None and _SCHEME.match(iri):
                yield token, iri


def _threes(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token, Token]]:
    nothing = Token("other", "", 0)
    padded = (*tokens, nothing, nothing)
    return zip(padded, padded[1:], padded[2:], strict=False)
