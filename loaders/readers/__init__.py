"""Bytes of one format to `loaders.page.SourceText`; the format is told by content, not by name."""

from __future__ import annotations

import io
import re
import zipfile
from importlib import import_module
from typing import Protocol, cast

from loaders.errors import UnknownGenre, UnreadableDocument
from loaders.page import SourceText
from loaders.readers.encoding import decode
from loaders.readers.markdown import looks_like_markdown
from loaders.readers.separated import is_table_file

PDF, DOCX, HTML, MARKDOWN, TEXT = "pdf", "docx", "html", "markdown", "text"
PDF_MARK_WITHIN = 1024  # bytes: ISO 32000 readers accept the mark this far into the file
_HTML_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<(?:div|article|section|main|h[1-6]|p|ul|table|nav)\b[^<>]*>", re.I)
MIN_TAGS_OF_A_FRAGMENT = 5
_FOREIGN = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Office file or one locked with a password: save it as DOCX or PDF",
    ),
    (b"{\\rtf", "an RTF file: save it as DOCX or PDF"),
    (b"\x89PNG", "an image without text"),
    (b"\xff\xd8\xff", "an image without text"),
    (b"II*\x00", "an image without text"),
    (b"MM\x00*", "an image without text"),
    (b"GIF8", "an image without text"),
    (b"\x1f\x8b", "a gzip file: unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)


class Reader(Protocol):
    """A module that reads one format."""

    def read(self, data: bytes) -> SourceText:
        """Return the text; raises UnreadableDocument."""


def read_source(data: bytes) -> SourceText:
    """Return the text of a document in any of the five formats.

    Raises UnreadableDocument with the reason for bytes that are no readable document, and
    UnknownGenre for those that are a table.
    """
    name = format_of(data)
    # import_module gives a bare module; each of the five has ``read``
    reader = cast(Reader, import_module(f"loaders.readers.{name}"))
    try:
        return reader.read(data)
    except RecursionError as error:
        raise UnreadableDocument("its parts are nested too deeply") from error


def format_of(data: bytes) -> str:
    """Return "pdf", "docx", "html", "markdown" or "text".

    Raises UnknownGenre for a table and UnreadableDocument for anything else.
    """
    if not data.strip():
        raise UnreadableDocument("an empty file" if not data else "nothing but blanks in it")
    if b"%PDF-" in data[:PDF_MARK_WITHIN]:
        return PDF
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            raise UnreadableDocument(what)
    if data.startswith(b"PK"):
        return _office_format(data)
    return _text_format(decode(data)[0])


def _office_format(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableDocument(f"a truncated or damaged DOCX or zip file ({error})") from error
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        raise UnknownGenre("a spreadsheet, no document")
    raise UnreadableDocument("a zip file that is no DOCX document")


def _text_format(text: str) -> str:
    if _is_html(text):
        return HTML
    if is_table_file(text):
        raise UnknownGenre("a table of separated values, no document")
    return MARKDOWN if looks_like_markdown(text) else TEXT


def _is_html(text: str) -> bool:
    if _HTML_BEGINNING.match(text):
        return True
    return text.lstrip().startswith("<") and len(_HTML_TAG.findall(text)) >= MIN_TAGS_OF_A_FRAGMENT
