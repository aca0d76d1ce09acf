"""Marks of emphasis and stray tags inside lines of Markdown and of text as received."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"</?(?:p|b|strong|i|em|u|ul|ol|li|br|span|div|td|th|tr|table|tbody|thead|h[1-6]|sup|sub)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAKING_TAG = re.compile(
    r"\n|</?(?:p|ul|ol|li|br|div|td|th|tr|table|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ITEM_IN_LINE = re.compile(r"(?:^|\s)(?=[■◼▪•●\uf06e\uf0b7\uf0a7]\s)")
_BOLD_LINE = re.compile(r"(?:\*\*|__|<(?:b|strong)>)(.+?)(?:\*\*|__|</(?:b|strong)>)\s*:?")
_STRONG = re.compile(r"\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


def without_marks(line: str) -> str:
    """Return a line's words: strong marks and the tags of word processors dropped."""
    return _TAG.sub("", _STRONG.sub("", line))


def without_markdown(line: str) -> str:
    """Return a Markdown line's words: emphasis, links, images, escapes and tags dropped."""
    words = _LINK.sub(r"\1", _IMAGE.sub("", line))
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", without_marks(words)))


def is_bold(line: str) -> bool:
    """Tell whether the whole line is marked as strong."""
    return bool(_BOLD_LINE.fullmatch(line.strip()))


def paragraphs_in(cell: str) -> list[str]:
    """Return the paragraphs of a table cell that keeps its tags on one line.

    Also at bullets: cells that were copied from word processors lose the line ends of lists.
    """
    pieces = [
        without_marks(piece).strip()
        for stretch in _BREAKING_TAG.split(cell)
        for piece in _ITEM_IN_LINE.split(stretch)
    ]
    return [piece for piece in pieces if piece]
