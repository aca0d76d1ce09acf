"""``/exports``: the whole graph as a file, in every export format."""

from __future__ import annotations

import gzip
import io

from fastapi import APIRouter
from fastapi.responses import Response

from api.context import LibraryDep
from api.errors import NotFound
from api.exporting import write_export
from graph.exports import FORMATS, export_format

router = APIRouter(tags=["exports"])

WHOLE = "answerable"
GZIP_SUFFIX = ".gz"


def export_files() -> list[tuple[str, str, str]]:
    """Return the files that there are: name, media type and what it is for."""
    return [
        (f"{WHOLE}.{entry.name}", entry.media_type, entry.purpose) for entry in FORMATS.values()
    ]


@router.get("/exports/{file_name}", summary="The whole graph as a file")
def whole_graph(file_name: str, library: LibraryDep) -> Response:
    """Return the graph in the format of the name's suffix, packed where it ends in ``.gz``."""
    is_packed = file_name.endswith(GZIP_SUFFIX)
    name, _, suffix = file_name.removesuffix(GZIP_SUFFIX).partition(".")
    if name != WHOLE:
        known = ", ".join(each for each, _, _ in export_files())
        raise NotFound(f"no export {file_name!r}; there are {known}, each also with .gz")
    wanted = export_format(suffix)
    out = io.BytesIO()
    write_export(library.store, wanted.name, out)
    data = gzip.compress(out.getvalue(), mtime=0) if is_packed else out.getvalue()
    media_type = "application/gzip" if is_packed else wanted.media_type
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return Response(data, media_type=media_type, headers=headers)
