"""The pages that lead to things: the first page, lists, the matrix of themes, downloads."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.context import LibraryDep, PagesDep, SettingsDep
from api.exports import export_files
from api.pages.analytics import analytic_page
from api.pages.home import home_page
from api.pages.links import show_table
from api.pages.lists import list_page
from api.pages.matrix import theme_matrix
from api.pages.questions import question_page
from api.resources.collections import collection_named
from graph.analytics.registry import ANALYTICS
from graph.questions import questions

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(request: Request, library: LibraryDep, pages: PagesDep) -> Response:
    """Say what is loaded, and lead to everything."""
    return pages.render("home.html", request, title="Answerable", **home_page(library))


@router.get("/councils")
def councils(request: Request, library: LibraryDep, pages: PagesDep) -> Response:
    """List the bodies about which documents are loaded."""
    shown = show_table(library.table("councils"), library.iris.base)
    return pages.render("councils.html", request, title="Councils", councils=shown)


@router.get("/themes")
def themes(request: Request, library: LibraryDep, pages: PagesDep) -> Response:
    """Show the matrix of councils and themes."""
    return pages.render("themes.html", request, title="Themes", matrix=theme_matrix(library))


@router.get("/downloads")
def downloads(request: Request, pages: PagesDep) -> Response:
    """List the files of the whole graph."""
    return pages.render("downloads.html", request, title="Downloads", exports=export_files())


@router.get("/docs")
def docs(request: Request, pages: PagesDep) -> Response:
    """Describe the API on a page that loads nothing from elsewhere."""
    return pages.render("api.html", request, title="API", document=request.app.openapi())


@router.get("/questions")
def questions_page(request: Request, pages: PagesDep) -> Response:
    """List the named questions."""
    return pages.render("questions.html", request, title="Questions", questions=questions())


@router.get("/questions/{name}")
def one_question(name: str, request: Request, library: LibraryDep, pages: PagesDep) -> Response:
    """Show a question with a form for its parameters, and its answer."""
    shown = question_page(library, name, dict(request.query_params))
    return pages.render("question.html", request, **shown)


@router.get("/analytics")
def analytics_page(request: Request, pages: PagesDep) -> Response:
    """List the analytics."""
    entries = ANALYTICS.values()
    return pages.render("analytics.html", request, title="Analytics", analytics=entries)


@router.get("/analytics/{name}")
def one_analytic(name: str, request: Request, library: LibraryDep, pages: PagesDep) -> Response:
    """Show an analytic with a form for its parameters, its picture and its table."""
    shown = analytic_page(library, name, dict(request.query_params))
    return pages.render("analytic.html", request, **shown)


@router.get("/themes/all")
@router.get("/{collection}")
def things(
    request: Request,
    library: LibraryDep,
    settings: SettingsDep,
    pages: PagesDep,
    collection: str = "themes",
) -> Response:
    """Show a collection with its filters."""
    given = dict(request.query_params)
    shown = list_page(library, collection_named(collection), given, settings.page_size)
    return pages.render("list.html", request, **shown)
