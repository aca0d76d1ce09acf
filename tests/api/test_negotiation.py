"""The type that a client likes best is made, and nothing that it does not take."""

from __future__ import annotations

import pytest

from api.errors import NotAcceptable
from api.negotiation import choose

OFFERED = ("text/turtle", "application/ld+json", "text/html")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "text/turtle"),
        ("*/*", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("text/turtle;q=0.2, application/ld+json;q=0.8", "application/ld+json"),
        ("text/*", "text/turtle"),
        ("text/*;q=0.5, text/html", "text/html"),
        ("*/*, text/turtle;q=0.1", "application/ld+json"),
        ("image/png, TEXT/HTML", "text/html"),
        ("text/turtle;charset=utf-8", "text/turtle"),
        ("text/turtle;q=nonsense, text/html;q=0.1", "text/html"),
        ("nonsense, text/html", "text/html"),
    ],
)
def test_best_type_is_chosen(accept: str | None, chosen: str) -> None:
    assert choose(accept, OFFERED) == chosen


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "*/*;q=0", "nonsense"])
def test_nothing_acceptable_lists_what_there_is(accept: str) -> None:
    with pytest.raises(NotAcceptable) as caught:
        choose(accept, OFFERED)
    assert caught.value.facts["available"] == list(OFFERED)
