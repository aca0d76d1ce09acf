"""What a worker and its pool say to each other: one letter, a length, and so many bytes."""

from __future__ import annotations

import struct
from typing import NamedTuple

QUERY = b"Q"
"""To the worker: the options of a query as a line of JSON, then its text."""
WHOLE = b"W"
"""From the worker: the whole answer."""
PIECE = b"P"
"""From the worker: a piece of an answer that is too long for one."""
END = b"E"
"""From the worker: the pieces were the whole answer."""
FAILURE = b"F"
"""From the worker: why there is no answer, or no more of it, as JSON."""

_HEADER = struct.Struct("!cI")
HEADER_BYTES = _HEADER.size


class Frame(NamedTuple):
    """One message; ``kind`` is one of the letters above."""

    kind: bytes
    payload: bytes


def pack(kind: bytes, payload: bytes = b"") -> bytes:
    """Return a message as it goes over the wire."""
    return _HEADER.pack(kind, len(payload)) + payload


def unpack_header(data: bytes | bytearray, start: int = 0) -> tuple[bytes, int]:
    """Return the kind of the message that starts there and the length of its payload."""
    kind, length = _HEADER.unpack_from(data, start)
    return kind, length


class FrameBuffer:
    """Puts arriving bytes together to messages."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, data: bytes) -> list[Frame]:
        """Return the messages that ``data`` completes; most often it is one, and whole."""
        if not self._bytes and len(data) >= HEADER_BYTES:
            kind, length = unpack_header(data)
            if len(data) == HEADER_BYTES + length:
                return [Frame(kind, data[HEADER_BYTES:])]
        self._bytes += data
        frames = []
        start = 0
        while len(self._bytes) - start >= HEADER_BYTES:
            body = start + HEADER_BYTES
            kind, length = unpack_header(self._bytes, start)
            if len(self._bytes) - body < length:
                break
            frames.append(Frame(kind, bytes(self._bytes[body : body + length])))
            start = body + length
        del self._bytes[:start]
        return frames
