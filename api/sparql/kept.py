"""Answers that are asked again: a generation never changes, so neither does what it answers."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

LARGEST_BYTES = 65_536
"""A longer answer is sent in pieces as it comes, and not kept."""


@dataclass(slots=True)
class KeptAnswers:
    """Answers by their strong ETag, the least recently asked for given up first."""

    most_bytes: int
    _answers: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _bytes: int = 0

    def get(self, tag: str | None) -> bytes | None:
        """Return the answer with this ETag, None where it is not kept."""
        if tag is None or tag not in self._answers:
            return None
        self._answers.move_to_end(tag)
        return self._answers[tag]

    def keep(self, tag: str | None, answer: bytes) -> None:
        """Keep a whole answer, unless it has no lasting ETag or is too long."""
        if tag is None or len(answer) > min(LARGEST_BYTES, self.most_bytes):
            return
        self._bytes += len(answer) - len(self._answers.pop(tag, b""))
        self._answers[tag] = answer
        while self._bytes > self.most_bytes:
            _, given_up = self._answers.popitem(last=False)
            self._bytes -= len(given_up)
