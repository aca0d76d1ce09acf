"""What tests of many wordings share: each sentence with its progress, and what it must tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.extractors.fared import fared


def each_of(told: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return each sentence with the progress under which it is listed."""
    return [(sentence, progress) for progress, sentences in told.items() for sentence in sentences]


def assert_tells(sentence: str, progress: str) -> None:
    """Assert that ``sentence`` is read, with that ``progress``."""
    found = fared(sentence)
    assert found is not None, sentence
    assert found.progress == progress, sentence
