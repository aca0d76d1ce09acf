"""The HTTP application: ``create_app`` lists what it is made of, in reading order."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.routing import Route
from starlette.types import Lifespan

from api import analytics, exports, health, questions, writing
from api.assistants.mounting import PATH, AssistantsApp
from api.assistants.tools import Tools
from api.briefing import routes as briefing
from api.direct import DirectApp
from api.feeds import routes as feeds
from api.library import open_library
from api.openapi import describe_exactly
from api.pages import routes as pages
from api.pages.rendering import Pages
from api.problems import install_error_answers
from api.reconcile import routes as reconcile
from api.resources import definitions, documents
from api.resources import routes as resources
from api.settings import Settings
from api.sparql import dataset_routes as dataset
from api.sparql import graph_store
from api.sparql import routes as sparql
from api.sparql.description import Description
from api.sparql.evaluating import evaluator_for
from api.sparql.kept import KeptAnswers
from api.sparql.service import Service
from api.sparql.turns import Turns
from graph.store import Store

DESCRIPTION = (
    "Who was asked to do what, by whom, and what came of it: oversight documents as a linked, "
    "cited graph. Reading is open to all."
)


def create_app(settings: Settings, store: Store | None = None) -> FastAPI:
    """Return the application; without a ``store`` it opens that of the settings, read only.

    A store that is handed in stays open when the application ends.
    """
    app = DirectApp(
        title="Answerable",
        version=version("answerable"),
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_living(closes=store is None),
    )
    app.state.settings = settings
    app.state.library = open_library(settings, store)
    app.state.evaluator = evaluator_for(app.state.library.store, settings)
    app.state.description = Description(app.state.library.store)
    app.state.pages = Pages()
    app.state.service = Service(
        settings,
        app.state.library,
        app.state.evaluator,
        Turns(settings.client_rate),
        KeptAnswers(settings.kept_answers * 2**20),
        app.state.description,
        app.state.pages,
    )
    app.state.assistants = AssistantsApp(lambda: Tools(app.state.library, app.state.evaluator))
    app.state.catalogues = reconcile.Catalogues(app.state.library.store)

    app.furnish_answers("ETag", "Link", "X-Total-Count", "Content-Disposition", *sparql.HEADERS)
    app.answer_directly("/sparql", sparql.sparql)
    install_error_answers(app)

    app.mount("/static", StaticFiles(directory=str(files("api") / "static")), name="static")
    app.include_router(sparql.router)
    app.include_router(graph_store.router)
    app.include_router(dataset.router)
    app.include_router(questions.router)
    app.include_router(analytics.router)
    app.include_router(writing.router)
    app.include_router(briefing.router)
    app.include_router(resources.router)
    app.include_router(documents.router)
    app.include_router(definitions.router)
    app.include_router(exports.router)
    app.include_router(feeds.router)
    app.include_router(reconcile.router)
    app.router.routes.append(Route(PATH, app.state.assistants))
    app.include_router(health.router)
    app.include_router(pages.router)
    describe_exactly(app)
    return app


def _living(closes: bool) -> Lifespan[FastAPI]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await app.state.evaluator.start()
        try:
            yield
        finally:
            await app.state.assistants.close()
            await app.state.evaluator.close()
        if closes:
            app.state.library.store.close()

    return lifespan
