"""The root of every error that Answerable raises on purpose."""

from __future__ import annotations


class AnswerableError(Exception):
    """Base of all; its message names the thing, the value and the way out."""
