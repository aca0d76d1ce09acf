"""What a route needs of its application, named once.

The functions are asynchronous because the framework puts others into a thread, which costs more
than a query.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.library import Library
from api.pages.rendering import Pages
from api.settings import Settings
from api.sparql.description import Description
from api.sparql.evaluating import Evaluator


async def library_of(request: Request) -> Library:
    """Return the library of the application that answers."""
    library: Library = request.app.state.library
    return library


async def settings_of(request: Request) -> Settings:
    """Return the settings of the application that answers."""
    settings: Settings = request.app.state.settings
    return settings


async def pages_of(request: Request) -> Pages:
    """Return the templates of the application that answers."""
    pages: Pages = request.app.state.pages
    return pages


async def evaluator_of(request: Request) -> Evaluator:
    """Return what evaluates queries of strangers in the application that answers."""
    evaluator: Evaluator = request.app.state.evaluator
    return evaluator


async def description_of(request: Request) -> Description:
    """Return the description of the data set that the application serves."""
    description: Description = request.app.state.description
    return description


LibraryDep = Annotated[Library, Depends(library_of)]
SettingsDep = Annotated[Settings, Depends(settings_of)]
EvaluatorDep = Annotated[Evaluator, Depends(evaluator_of)]
DescriptionDep = Annotated[Description, Depends(description_of)]
PagesDep = Annotated[Pages, Depends(pages_of)]
