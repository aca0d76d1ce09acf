"""Making HTML from templates, with everything escaped and the navigation in place."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

NAVIGATION = (
    ("/councils", "Councils"),
    ("/documents", "Documents"),
    ("/inspections", "Inspections"),
    ("/recommendations", "Recommendations"),
    ("/themes", "Themes"),
    ("/questions", "Questions"),
    ("/analytics", "Analytics"),
    ("/downloads", "Downloads"),
)


class Pages:
    """The templates, compiled once for each application."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=PackageLoader("api", "pages/templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, template: str, request: Request, **shown: object) -> HTMLResponse:
        """Return a page; ``shown`` are the names that its template uses."""
        context = {"navigation": NAVIGATION, "here": request.url.path, **shown}
        body = self._templates.get_template(template).render(context)
        return HTMLResponse(body)
