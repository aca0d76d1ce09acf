"""``/exports``: the whole graph, or a part of it, as a file in every export format."""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse

from api.context import LibraryDep
from api.errors import NotFound
from api.exporting import write_export
from api.middleware import etag_matches
from graph.exports import FORMATS, Part, export_format
from graph.store import Store

router = APIRouter(tags=["exports"])

WHOLE = "answerable"
GZIP_SUFFIX = ".gz"

_IN_MEMORY_BYTES = 4_000_000
_CHUNK_BYTES = 262_144


def export_files() -> list[tuple[str, str, str]]:
    """Return the files that there are: name, media type and what it is for."""
    return [
        (f"{WHOLE}.{entry.name}", entry.media_type, entry.purpose) for entry in FORMATS.values()
    ]


@router.get(
    "/exports/{file_name}",
    summary="The graph, or a part of it, as a file",
    response_class=StreamingResponse,
)
def exported_file(
    file_name: str,
    request: Request,
    library: LibraryDep,
    body: Annotated[str | None, Query(description="Only what concerns this body.")] = None,
    theme: Annotated[str | None, Query(description="Only what stands under this theme.")] = None,
    first: Annotated[str | None, Query(alias="from", description="Only from this day on.")] = None,
    last: Annotated[str | None, Query(alias="to", description="Only up to this day.")] = None,
    kind: Annotated[list[str] | None, Query(description="Only things of these kinds.")] = None,
) -> Response:
    """Return the graph in the format of the name's suffix, packed where it ends in ``.gz``.

    The name is ``answerable``, or the slug of a body or theme, whose part is returned.
    """
    is_packed = file_name.endswith(GZIP_SUFFIX)
    name, _, suffix = file_name.removesuffix(GZIP_SUFFIX).partition(".")
    part = named_part(library.store, name, Part(body, theme, first, last, tuple(kind or ())))
    wanted = export_format(suffix)
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    if library.store.generation:
        headers["ETag"] = f'"{library.store.generation}-{file_name}"'
        if etag_matches(headers["ETag"], request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
    written = _write(library.store, wanted.name, part, is_packed)
    media_type = "application/gzip" if is_packed else wanted.media_type
    return StreamingResponse(_chunks(written), media_type=media_type, headers=headers)


def named_part(store: Store, name: str, part: Part) -> Part:
    """Return ``part`` narrowed to the body or theme whose slug ``name`` is; raises NotFound."""
    if name == WHOLE:
        return part
    if store.holds(str(store.iris.body(name))):
        return Part(name, part.theme, part.first, part.last, part.kinds)
    if store.holds(str(store.iris.theme(name))):
        return Part(part.body, name, part.first, part.last, part.kinds)
    known = ", ".join(each for each, _, _ in export_files())
    raise NotFound(
        f"no export {name!r}; there are {known}, each also with .gz, and with the slug of a body "
        "or theme for its part"
    )


def _write(
    store: Store, name: str, part: Part, is_packed: bool
) -> tempfile.SpooledTemporaryFile[bytes]:
    """Return a file, read from its start, with the export; what is big is kept on disk."""
    with ExitStack() as unfinished:
        file = unfinished.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES))
        if is_packed:
            with gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
                write_export(store, name, packed, part)  # type: ignore[arg-type]  # it has write
        else:
            write_export(store, name, file, part)  # type: ignore[arg-type]  # it has write
        file.seek(0)
        unfinished.pop_all()
    return file


def _chunks(file: tempfile.SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK_BYTES):
            yield chunk
