"""``POST`` and ``DELETE`` of documents: off unless the settings have a token, and only with it."""

from __future__ import annotations

import datetime
import hmac
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Depends, Request, UploadFile
from fastapi.responses import JSONResponse, Response

from api.cli.opening import opened
from api.context import LibraryDep, SettingsDep
from api.errors import NotAllowed, NotFound, TokenNeeded, Unreadable
from api.library import Library
from api.loading.loader import Crew, Entry, Loader
from api.settings import Settings
from api.texts import Texts
from graph.store import MEMORY, Store

MOST_NAME_BYTES = 200
_WRITING = Lock()  # one load at a time in this process; other processes are kept out by the store


def check_token(request: Request, settings: SettingsDep) -> None:
    """Let a request pass that bears the token of the settings.

    Raises NotAllowed where no token is set, TokenNeeded for a wrong one or none.
    """
    if settings.token is None:
        raise NotAllowed("writing over HTTP is off; ANSWERABLE_TOKEN turns it on")
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    expected = settings.token.get_secret_value().encode()
    if kind.lower() != "bearer" or not hmac.compare_digest(token.strip().encode(), expected):
        raise TokenNeeded("send the token as `Authorization: Bearer …`")


router = APIRouter(
    prefix="/api/v1/documents", tags=["writing"], dependencies=[Depends(check_token)]
)


@router.post("", summary="Load one document", status_code=201)
def load_document(
    file: Annotated[UploadFile, "The document, as a form's file"],
    library: LibraryDep,
    settings: SettingsDep,
) -> Response:
    """Load a document and link it; 201 with its address, 200 where it was there already."""
    entry = load_upload(library, settings, file.filename or "upload", file.file.read())
    if entry.status in ("refused", "passed over"):
        raise Unreadable(f"{file.filename}: {entry.reason}")
    address = f"/api/v1/documents/{entry.slug}"
    body = {"status": entry.status, "slug": entry.slug, "found": entry.counts}
    status = 200 if entry.status == "unchanged" else 201
    return JSONResponse(body, status_code=status, headers={"Location": address})


@router.delete("/{slug}", summary="Remove one document", status_code=204)
def remove_document(slug: str, library: LibraryDep, settings: SettingsDep) -> Response:
    """Remove a document with its text and record, and link the others anew."""
    with writing(library, settings) as loader:
        try:
            loader.remove(slug)
        except KeyError:
            raise NotFound(f"no document has the slug {slug!r}") from None
        loader.link()
    return Response(status_code=204)


def load_upload(library: Library, settings: Settings, name: str, data: bytes) -> Entry:
    """Load bytes that came with a file's name, and return what became of them."""
    file_name = _last_name(name)
    with tempfile.TemporaryDirectory() as folder, writing(library, settings) as loader:
        place = Path(folder) / file_name
        place.write_bytes(data)
        entries = list(loader.load([str(place)], Crew(workers=1)))
        if loader.has_changed:
            loader.link()
    refused = [entry for entry in entries if entry.status in ("refused", "passed over")]
    return (refused or entries)[0]


def _last_name(name: str) -> str:
    """Return the last part of a path as a client sent it, as a name that a file can have."""
    last = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name
    short = last.encode()[-MOST_NAME_BYTES:].decode(errors="ignore")
    return "upload" if short in ("", "..") else short


@contextmanager
def writing(library: Library, settings: Settings) -> Iterator[Loader]:
    """Open the store for writing and publish at the end of the block."""
    with writable(library, settings) as store:
        texts = Texts.beside(settings.store) if store is not library.store else library.texts
        yield Loader(store, texts, lambda: datetime.datetime.now(datetime.UTC), uploaded)


@contextmanager
def writable(library: Library, settings: Settings) -> Iterator[Store]:
    """Open the store for writing, one writer at a time, and publish at the end of the block."""
    with _WRITING:
        if settings.store == MEMORY:
            yield library.store
            return
        with opened(settings, writing=True) as store:
            yield store


def uploaded(name: str) -> str:
    """Return the place that is recorded for an upload: its file's name is all that it has."""
    return f"upload:{Path(name).name}"
