"""Zip archives whose bytes depend on their content alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from typing import BinaryIO

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name; the day of writing would change the bytes."""


def write_archive(out: BinaryIO, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files, given by name and content, as a compressed zip archive."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
