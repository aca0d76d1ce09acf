"""What can be wrong with a request; how HTTP tells it is decided in `api.problems`.

AnswerableError (ontology.errors)
├── BadSetting (api.settings)
└── RequestError          carries facts for the problem
    ├── BadParameter
    ├── BadQuery          with line and column where they are known
    ├── NotFound
    ├── NotAcceptable     lists what is available
    ├── QueryTooLong
    ├── UnsupportedType
    ├── SlowRequest
    ├── TooManyRequests   with the seconds to wait
    ├── Unreadable
    ├── TokenNeeded
    └── NotAllowed
"""

from __future__ import annotations

from ontology.errors import AnswerableError


class RequestError(AnswerableError):
    """A request that cannot be answered as it was put; ``facts`` go into the problem."""

    def __init__(self, message: str, **facts: str | int | list[str]) -> None:
        super().__init__(message)
        self.facts = facts


class BadParameter(RequestError):
    """A parameter of the address has a value that cannot be used."""


class BadQuery(RequestError):
    """The SPARQL text is not a query that we answer."""


class NotFound(RequestError):
    """There is no such thing."""


class NotAcceptable(RequestError):
    """None of the media types that the client takes can be made; ``available`` lists ours."""


class QueryTooLong(RequestError):
    """The SPARQL text has more bytes than the setting allows."""


class UnsupportedType(RequestError):
    """The body has a media type that this address does not read."""


class SlowRequest(RequestError):
    """The body of a request did not come in time."""


class TooManyRequests(RequestError):
    """A client asks more often than the settings allow; ``retry_seconds`` says when again."""


class Unreadable(RequestError):
    """What was sent is no document that can be loaded."""


class TokenNeeded(RequestError):
    """The request needs the token of the settings and does not bear it."""


class NotAllowed(RequestError):
    """Nobody may do this here."""
