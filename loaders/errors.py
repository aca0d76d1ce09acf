"""Why a document was not loaded.

AnswerableError (ontology.errors)
└── DocumentError            carries the file's name
    ├── UnreadableDocument   not what it says it is, encrypted, truncated, without text
    └── UnknownGenre         readable, but no kind of document that we know: passed over
"""

from __future__ import annotations

from ontology.errors import AnswerableError


class DocumentError(AnswerableError):
    """A document that cannot be loaded; ``name`` is its file name or URL, once known."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(f"{name}: {reason}" if name else reason)
        self.reason = reason
        self.name = name


class UnreadableDocument(DocumentError):
    """The bytes are not a readable document of their format."""


class UnknownGenre(DocumentError):
    """The text is of no genre that the program knows."""
