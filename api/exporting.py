"""Exports as they leave the house: written by `graph.exports`, contact details masked."""

from __future__ import annotations

import io
from typing import BinaryIO

from api.masking import mask
from graph.exports import WHOLE, Part, export, export_format
from graph.store import Store


class MaskingOutput(io.RawIOBase):
    """A binary stream that masks each line of text before it passes it on; close it at the end.

    No text format breaks a literal over lines.
    """

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out
        self._rest = b""

    def writable(self) -> bool:
        """Return that it can be written."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # bytes are all that comes
        """Pass on the lines that are complete, masked."""
        whole, newline, self._rest = (self._rest + data).rpartition(b"\n")
        if newline:
            self._out.write(mask(whole.decode()).encode() + newline)
        return len(data)

    def finish(self) -> None:
        """Pass on the last line, which need not end in a line feed."""
        self._out.write(mask(self._rest.decode()).encode())
        self._rest = b""


def write_export(store: Store, name: str, out: BinaryIO, part: Part = WHOLE) -> None:
    """Write a store, or a part of it, in the export format called ``name``.

    Raises UnknownName, and ParameterError for a part that there is not.
    """
    if not export_format(name).is_text:
        export(store, name, out, part)
        return
    masking = MaskingOutput(out)
    export(store, name, masking, part)  # type: ignore[arg-type]  # only its write is called
    masking.finish()
