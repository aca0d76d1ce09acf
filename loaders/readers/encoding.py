"""Bytes to characters: byte order marks, UTF-8, else a guess among what British offices write."""

from __future__ import annotations

import codecs
import unicodedata

from charset_normalizer import from_bytes

from loaders.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PLAUSIBLE = ["cp1252", "utf_16_le", "utf_16_be"]
MAX_CONTROL_SHARE = 0.002  # of the characters: more is no text but a binary file
_SAMPLE_BYTES = 4096


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of ``data`` in NFC with LF line ends, and doubts about its encoding.

    ``declared`` is what the file says of itself (an HTML page's charset), tried after UTF-8.
    Raises UnreadableDocument where no encoding gives readable characters.
    """
    text, doubts = _characters(data, declared)
    if _share_of_controls(text) > MAX_CONTROL_SHARE:
        raise UnreadableDocument("no readable text: a binary file, or in an unknown encoding")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text), doubts


def _characters(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    mark = next((encoding for start, encoding in _MARKS if data.startswith(start)), None)
    try:
        if mark or not _looks_like_utf16(data):
            return data.decode(mark or "utf-8"), ()
    except UnicodeDecodeError as error:
        if mark:
            raise UnreadableDocument(f"marked as {mark}, but is not ({error.reason})") from error
    if declared and (text := _declared(data, declared)) is not None:
        return text, ()
    guess = from_bytes(data, cp_isolation=_PLAUSIBLE).best()
    if guess is None:
        raise UnreadableDocument("in an encoding that is neither UTF-8 nor a known other")
    return str(guess), (f"not UTF-8: read as {guess.encoding}",)


def _declared(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _looks_like_utf16(data: bytes) -> bool:
    """Tell whether every other byte is mostly NUL: English in UTF-16 without its mark."""
    sample = data[:_SAMPLE_BYTES]
    return max(sample[::2].count(0), sample[1::2].count(0)) > len(sample) / 4


def _share_of_controls(text: str) -> float:
    controls = sum(1 for letter in text if letter < " " and letter not in "\t\n\r\f\v")
    return (controls + text.count("\ufffd")) / max(len(text), 1)
