"""What to load: files, folders, zip archives and addresses, found lazily and read in workers.

A path that cannot be used is no exception but a source with a ``problem``: one bad file never
stops the others.  Nothing here looks at what a document says.
"""

from __future__ import annotations

import time
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from loaders.errors import UnreadableDocument
from loaders.notes import (
    MANIFEST_NAME,
    Manifest,
    SourceNote,
    note_from_name,
    read_manifest,
)

MAX_DOCUMENT_BYTES = 200_000_000
MAX_MEMBERS = 20_000
MAX_UNPACKED_BYTES = 2_000_000_000  # of one archive
MAX_RATIO = 300  # unpacked to packed: text packs ten times, a bomb a thousand times
RATIO_COUNTS_FROM = 20_000_000  # bytes: below, a ratio harms nobody
FETCH_SECONDS = 60.0  # without a word from the server
MAX_FETCH_SECONDS = 600.0
ARCHIVE_SUFFIXES = frozenset({".zip", ".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz"})
RDF_SUFFIXES = frozenset({".nq", ".trig", ".ttl", ".nt", ".jsonld"})
_OFFICE_MEMBER = "[Content_Types].xml"
_DAMAGED = (  # RuntimeError is zipfile's for an encrypted member
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    EOFError,
    zlib.error,
)
_LITTER = ("~$", ".", "__MACOSX", "Thumbs.db", "desktop.ini")

Origin = Literal["file", "archive", "url"]


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to load; ``load`` gives its bytes, in whichever process that is called.

    ``name`` is a path, an address, or ``archive.zip!member``.  ``problem`` says in words why
    there is nothing to load.
    """

    name: str
    origin: Origin = "file"
    member: str | None = None
    problem: str | None = None
    note: SourceNote = field(default_factory=SourceNote)

    @property
    def file_name(self) -> str:
        """The last part of the name, as a person would call the file."""
        if self.origin == "url":
            return unquote(PurePosixPath(urlsplit(self.name).path).name) or self.name
        return PurePosixPath(self.member).name if self.member else Path(self.name).name

    @property
    def is_rdf(self) -> bool:
        """Whether the name says that it holds RDF, which is data and no document."""
        return PurePosixPath(self.file_name).suffix.casefold() in RDF_SUFFIXES

    def load(self) -> bytes:
        """Return the bytes; raises UnreadableDocument with the reason where there are none."""
        if self.problem:
            raise UnreadableDocument(self.problem, self.name)
        if self.origin == "url":
            return fetch(self.name)
        try:
            if self.member is not None:
                return _read_member(Path(self.name.removesuffix(f"!{self.member}")), self.member)
            return _read_file(Path(self.name))
        except (OSError, *_DAMAGED) as error:
            raise UnreadableDocument(f"cannot be read: {error}", self.name) from error


def find_sources(paths: Iterable[str]) -> Iterator[Source]:
    """Yield what the named files, folders, archives and addresses hold, folders in order of name.

    Each comes once, however often it is named.
    """
    _manifest_in.cache_clear()  # a manifest may have changed since the last load
    seen: set[str] = set()
    for path in paths:
        for source in _sources_at(path):
            if source.name not in seen:
                seen.add(source.name)
                yield source


def fetch(address: str) -> bytes:
    """Return what an http(s) address serves; raises UnreadableDocument with the reason."""
    import httpx

    timeout = httpx.Timeout(FETCH_SECONDS)
    deadline = time.monotonic() + MAX_FETCH_SECONDS
    try:
        with httpx.stream("GET", address, follow_redirects=True, timeout=timeout) as response:
            if response.status_code != httpx.codes.OK:
                answer = f"{response.status_code} {response.reason_phrase}"
                raise UnreadableDocument(f"could not be fetched: {answer}", address)
            received = bytearray()
            for piece in response.iter_bytes():
                received += piece
                _check_size(len(received), address)
                if time.monotonic() > deadline:
                    raise UnreadableDocument("could not be fetched: it comes too slowly", address)
            return bytes(received)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        raise UnreadableDocument(f"could not be fetched: {reason}", address) from error


def _sources_at(path: str) -> Iterator[Source]:
    if path.startswith(("http://", "https://")):
        yield Source(path, origin="url", note=note_from_name(urlsplit(path).path))
        return
    place = Path(path)
    if place.is_dir():
        yield from _sources_in_folder(place)
    elif place.is_file():
        yield from _sources_in_file(place)
    else:
        yield Source(path, problem="no such file or folder")


def _sources_in_folder(folder: Path) -> Iterator[Source]:
    files = sorted(
        (path for path in folder.rglob("*") if path.is_file() and not _is_litter(path, folder)),
        key=lambda path: path.relative_to(folder).as_posix(),
    )
    if not files:
        yield Source(str(folder), problem="an empty folder")
    for file in files:
        yield from _sources_in_file(file)


def _is_litter(path: Path, folder: Path) -> bool:
    return any(part.startswith(_LITTER) for part in path.relative_to(folder).parts)


def _sources_in_file(file: Path) -> Iterator[Source]:
    try:
        if _is_archive(file):
            yield from _sources_in_archive(file)
        else:
            yield Source(str(file), note=_note_for(file))
    except UnreadableDocument as error:
        yield Source(str(file), problem=error.reason)


def _is_archive(file: Path) -> bool:
    """Tell by content whether a file is a zip archive and no office document."""
    try:
        with file.open("rb") as stream:
            if stream.read(2) != b"PK":
                return False
        with zipfile.ZipFile(file) as archive:
            return _OFFICE_MEMBER not in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False  # a damaged one is refused by the readers, with the reason


def _sources_in_archive(file: Path) -> Iterator[Source]:
    with zipfile.ZipFile(file) as archive:
        members = [entry for entry in archive.infolist() if not entry.is_dir()]
        manifests = {
            str(PurePosixPath(entry.filename).parent): _manifest_of(archive, entry)
            for entry in members
            if PurePosixPath(entry.filename).name == MANIFEST_NAME and not _danger(entry)
        }
    too_much = _too_much(members)
    if too_much:
        yield Source(str(file), problem=too_much)
        return
    for entry in sorted(members, key=lambda entry: entry.filename):
        if any(part.startswith(_LITTER[2:]) for part in PurePosixPath(entry.filename).parts):
            continue
        yield Source(
            f"{file}!{entry.filename}",
            origin="archive",
            member=entry.filename,
            problem=_danger(entry),
            note=_note_in(manifests, entry.filename),
        )


def _manifest_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Manifest:
    try:
        return read_manifest(archive.read(entry))
    except _DAMAGED as error:
        reason = f"its {MANIFEST_NAME} cannot be read: {error}"
        raise UnreadableDocument(reason, str(archive.filename)) from error


def _too_much(members: list[zipfile.ZipInfo]) -> str | None:
    if not members:
        return "an empty archive"
    if len(members) > MAX_MEMBERS:
        return f"an archive of more than {MAX_MEMBERS} files"
    if sum(entry.file_size for entry in members) > MAX_UNPACKED_BYTES:
        return f"an archive that unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB"
    return None


def _danger(entry: zipfile.ZipInfo) -> str | None:
    """Return why a member must not be unpacked."""
    name = entry.filename
    path, windows = PurePosixPath(name), PureWindowsPath(name)
    if path.is_absolute() or windows.is_absolute() or windows.drive or name.startswith("\\"):
        return "an absolute name inside an archive"
    if ".." in path.parts or ".." in windows.parts:
        return "a name that leaves its archive"
    if path.suffix.casefold() in ARCHIVE_SUFFIXES:
        return "an archive inside an archive: unpack it first"
    if entry.flag_bits & 1:
        return "encrypted: unpack it with its password first"
    if entry.file_size > MAX_DOCUMENT_BYTES:
        return _too_large()
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > RATIO_COUNTS_FROM and ratio > MAX_RATIO:
        return f"packed {ratio:.0f} times: it looks like a zip bomb"
    return None


def _read_member(file: Path, member: str) -> bytes:
    with zipfile.ZipFile(file) as archive, archive.open(member) as stream:
        data = stream.read(MAX_DOCUMENT_BYTES + 1)  # a header may lie about the size
    _check_size(len(data), f"{file}!{member}")
    return data


def _read_file(file: Path) -> bytes:
    _check_size(file.stat().st_size, str(file))
    return file.read_bytes()


def _check_size(size: int, name: str) -> None:
    if size > MAX_DOCUMENT_BYTES:
        raise UnreadableDocument(_too_large(), name)


def _too_large() -> str:
    return f"larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB"


def _note_for(file: Path) -> SourceNote:
    """Return what the nearest manifest above a file says, completed by the file's name."""
    absolute = file.absolute()
    notes = (
        _manifest_in(folder).get(absolute.relative_to(folder).as_posix())
        for folder in absolute.parents
    )
    return _completed(next((note for note in notes if note), None), file.name)


def _note_in(manifests: dict[str, Manifest], member: str) -> SourceNote:
    path = PurePosixPath(member)
    notes = (
        manifests[str(folder)].get(path.relative_to(folder).as_posix())
        for folder in path.parents
        if str(folder) in manifests
    )
    return _completed(next((note for note in notes if note), None), path.name)


def _completed(note: SourceNote | None, name: str) -> SourceNote:
    named = note_from_name(name)
    if note is None or note.published:
        return note or named
    return replace(note, published=named.published, basis=named.basis)


@lru_cache(maxsize=4096)
def _manifest_in(folder: Path) -> Manifest:
    try:
        return read_manifest((folder / MANIFEST_NAME).read_bytes())
    except OSError:
        return {}
