"""What answers a query over HTTP, as one value for the routes that need all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.library import Library
from api.pages.rendering import Pages
from api.settings import Settings
from api.sparql.description import Description
from api.sparql.evaluating import Evaluator
from api.sparql.kept import KeptAnswers
from api.sparql.turns import Turns


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of the application that a query passes."""

    settings: Settings
    library: Library
    evaluator: Evaluator
    turns: Turns
    kept: KeptAnswers
    description: Description
    pages: Pages


async def service_of(request: Request) -> Service:
    """Return the service of the application that answers."""
    service: Service = request.app.state.service
    return service


ServiceDep = Annotated[Service, Depends(service_of)]
