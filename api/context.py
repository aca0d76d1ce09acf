"""What a route needs of its application, named once."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.library import Library
from api.pages.rendering import Pages
from api.settings import Settings


def library_of(request: Request) -> Library:
    """Return the library of the application that answers."""
    library: Library = request.app.state.library
    return library


def settings_of(request: Request) -> Settings:
    """Return the settings of the application that answers."""
    settings: Settings = request.app.state.settings
    return settings


def pages_of(request: Request) -> Pages:
    """Return the templates of the application that answers."""
    pages: Pages = request.app.state.pages
    return pages


LibraryDep = Annotated[Library, Depends(library_of)]
SettingsDep = Annotated[Settings, Depends(settings_of)]
PagesDep = Annotated[Pages, Depends(pages_of)]
