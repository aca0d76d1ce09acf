"""Printed pages for tests, built line by line: `line` says how it is set, `source` lays it out."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from loaders.page import Line, SourceText

LEADING = 14.4  # points between lines of 12 point print


def line(text: str, **setting: Any) -> Line:
    """Return a line; ``setting`` overrides the place and print of running text."""
    plain = Line(text=text, start=0, end=0, page=1, x=72.0, size=12.0)
    return replace(plain, **setting)


def source(*lines: Line) -> SourceText:
    """Return a PDF-like document: offsets and heights follow from the order and the gaps."""
    placed: list[Line] = []
    start, y, page = 0, 60.0, None
    for each in lines:
        y = 60.0 if each.page != page else y + each.gap * LEADING
        page = each.page
        right = each.right or each.x + 6 * len(each.text)
        placed.append(
            replace(each, start=start, end=start + len(each.text), y=each.y or y, right=right)
        )
        start += len(each.text) + 1
    text = "\n".join(each.text for each in placed)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceText("application/pdf", digest, text, tuple(placed), page_count=page)
