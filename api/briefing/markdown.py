"""A briefing as Markdown: tables as pipes, quotations as quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.briefing import Block, Briefing, Grid, Paragraph, Quotation

_SPECIAL = re.compile(r"([\\`*_<>#|])")


def render(briefing: Briefing) -> bytes:
    """Return the briefing as Markdown (GitHub's tables)."""
    return ("\n\n".join(_blocks(briefing)) + "\n").encode()


def _blocks(briefing: Briefing) -> Iterator[str]:
    yield f"# {_plain(briefing.title)}"
    yield f"Briefing, {briefing.day}. {briefing.scope}"
    for section in briefing.sections:
        yield f"## {section.heading}"
        yield from (_block(block) for block in section.blocks)
    yield "## Sources"
    yield "\n".join(
        f"{source.number}. [{_plain(source.title)}](<{source.iri}>)"
        + "".join(f", {_plain(part)}" for part in (source.publisher, source.day) if part)
        for source in briefing.sources
    )


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"**{_plain(block.text)}**" if block.is_strong else _plain(block.text)
    if isinstance(block, Quotation):
        place = f" ({block.citation})" if block.citation else ""
        return f"> “{_plain(block.text)}”{place}"
    return _table(block)


def _table(grid: Grid) -> str:
    rows = [grid.headings, tuple("---" for _ in grid.headings)]
    rows += [tuple(_plain(cell).replace("\n", "<br>") for cell in row) for row in grid.rows]
    lines = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"### {_plain(grid.caption)}\n\n{lines}"


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)
