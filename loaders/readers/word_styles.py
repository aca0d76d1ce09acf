"""What the styles of a DOCX say of a paragraph: heading, font size, weight, list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from docx.oxml.ns import qn

HALF_POINTS = 2
MAX_DEPTH = 12  # of styles based on styles; more is a loop
_HEADINGS = ("heading", "title")
_OFF = {"0", "false", "off"}

Element = Any  # lxml's elements, which python-docx subclasses without types


class Styles:
    """The paragraph styles of one document, each with those that it is based on."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._by_id = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}

    def is_heading(self, paragraph: Element) -> bool:
        """Tell whether the style or its outline level makes the paragraph a heading."""
        return any(
            _name(style).startswith(_HEADINGS) or _has_outline_level(style)
            for style in self._chain(paragraph)
        )

    def is_bold(self, paragraph: Element) -> bool:
        """Tell whether all words of the paragraph are set bold."""
        runs = [run for run in paragraph.iter(qn("w:r")) if _has_words(run)]
        by_style = self._switched_on(paragraph)
        return bool(runs) and all(_run_is_bold(run, by_style) for run in runs)

    def size(self, paragraph: Element) -> float | None:
        """Return the font size of the paragraph's first words in points, where it is stated."""
        run = next((run for run in paragraph.iter(qn("w:r")) if _has_words(run)), None)
        given = run.find(f"{qn('w:rPr')}/{qn('w:sz')}") if run is not None else None
        if given is not None:
            return float(given.get(qn("w:val"))) / HALF_POINTS
        for style in self._chain(paragraph):
            given = style.find(f"{qn('w:rPr')}/{qn('w:sz')}")
            if given is not None:
                return float(given.get(qn("w:val"))) / HALF_POINTS
        return self._default_size

    def list_properties(self, paragraph: Element) -> Iterator[Element]:
        """Yield the paragraph's own ``w:numPr``, then those of its styles."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is not None:
            yield own
        for style in self._chain(paragraph):
            given = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if given is not None:
                yield given

    @cached_property
    def _default_size(self) -> float | None:
        given = self._root.find(
            f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}"
        )
        return float(given.get(qn("w:val"))) / HALF_POINTS if given is not None else None

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        identifier = named.get(qn("w:val")) if named is not None else None
        for _ in range(MAX_DEPTH):
            style = self._by_id.get(identifier)
            if style is None:
                return
            yield style
            based = style.find(qn("w:basedOn"))
            identifier = based.get(qn("w:val")) if based is not None else None

    def _switched_on(self, paragraph: Element) -> bool:
        for style in self._chain(paragraph):
            given = style.find(f"{qn('w:rPr')}/{qn('w:b')}")
            if given is not None:
                return given.get(qn("w:val")) not in _OFF
        return False


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return (name.get(qn("w:val")) or "").casefold() if name is not None else ""


def _has_outline_level(style: Element) -> bool:
    level = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return level is not None and level.get(qn("w:val")) in set("012345678")


def _has_words(run: Element) -> bool:
    return any((text.text or "").strip() for text in run.iter(qn("w:t")))


def _run_is_bold(run: Element, by_style: bool) -> bool:
    given = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return by_style if given is None else given.get(qn("w:val")) not in _OFF
