"""The matrix of themes and councils: how many recommendations each has under each."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from api.library import Library
from api.pages.links import Shown, address_of
from api.resources.names import slug_of


@dataclass(frozen=True, slots=True)
class Matrix:
    """Themes as columns, councils as rows; a cell leads to the recommendations it counts."""

    themes: tuple[Shown, ...]
    rows: tuple[tuple[Shown, tuple[Shown | None, ...]], ...]


def theme_matrix(library: Library) -> Matrix:
    """Return the matrix of all councils and themes that have recommendations."""
    base = library.iris.base
    rows = library.rows("themes-by-body")
    themes = {row["theme"].text: row["theme_label"].text for row in rows}
    bodies = {row["body"].text: row["body_label"].text for row in rows}
    counts = {(row["body"].text, row["theme"].text): row["count"].text for row in rows}

    def cell(body: str, theme: str) -> Shown | None:
        if (body, theme) not in counts:
            return None
        filters = {"body": slug_of(body), "theme": slug_of(theme)}
        return Shown(counts[body, theme], f"/recommendations?{urlencode(filters)}", "number")

    ordered = sorted(themes, key=themes.__getitem__)
    return Matrix(
        tuple(Shown(themes[theme], address_of(theme, base)) for theme in ordered),
        tuple(
            (
                Shown(bodies[body], address_of(body, base)),
                tuple(cell(body, theme) for theme in ordered),
            )
            for body in sorted(bodies, key=bodies.__getitem__)
        ),
    )
