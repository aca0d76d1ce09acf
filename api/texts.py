"""The normalised texts of loaded documents, kept as files in the store's directory.

They are no triples: a third party's whole text must not leave by a query or an export.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from api.errors import NotFound

FOLDER_NAME = "texts"

_OPEN_LICENCE = re.compile(r"open government|\bOGL\b|creative commons|\bCC[ -]?(BY|0)", re.I)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts in ``folder``; None for a store that has no directory, which keeps none."""

    folder: Path | None

    @classmethod
    def beside(cls, location: str) -> Texts:
        """Return the texts of the store at a location."""
        directory = Path(location)
        return cls(directory / FOLDER_NAME if directory.is_dir() else None)

    def write(self, slug: str, text: str) -> None:
        """Keep the text of a document."""
        if self.folder:
            self.folder.mkdir(exist_ok=True)
            self._file(self.folder, slug).write_text(text, encoding="utf-8", newline="")

    def remove(self, slug: str) -> None:
        """Forget the text of a document."""
        if self.folder:
            self._file(self.folder, slug).unlink(missing_ok=True)

    def kept(self, slug: str) -> str | None:
        """Return the text of a document as it is kept, None where it is not."""
        file = self._file(self.folder, slug) if self.folder else None
        return file.read_bytes().decode() if file and file.is_file() else None

    def copy_to(self, directory: Path) -> None:
        """Copy all texts into another store's directory."""
        if self.folder and self.folder.is_dir():
            shutil.copytree(self.folder, directory / FOLDER_NAME, dirs_exist_ok=True)

    def read(self, slug: str, licences: Iterable[str]) -> str:
        """Return the text of a document whose sources state these licences; raises NotFound."""
        closed = [licence for licence in licences if not is_open_licence(licence)]
        if closed:
            raise NotFound(
                f"the whole text of {slug!r} is not shown: its licence is {closed[0]!r}; its facts "
                "and their quotes are"
            )
        text = self.kept(slug)
        if text is None:
            raise NotFound(f"the text of {slug!r} is not kept here; load the document again")
        return text

    @staticmethod
    def _file(folder: Path, slug: str) -> Path:
        return folder / f"{slug}.txt"


def is_open_licence(licence: str) -> bool:
    """Whether a licence, as a manifest words it, lets anybody show the whole text."""
    return bool(_OPEN_LICENCE.search(licence))
