"""A page of the web to its article: title, headings, paragraphs, lists and tables.

trafilatura tells which words belong to the article, selectolax gives the structure.  Menus,
sidebars, banners and teasers of other articles are left out: they name other councils and days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import trafilatura
from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.errors import UnreadableDocument
from loaders.extractors.closings import closing_of
from loaders.extractors.dates import find_dates
from loaders.page import Block, SourceText
from loaders.readers.building import BULLET, LineStyle, TextBuilder
from loaders.readers.encoding import decode

MEDIA_TYPE = "text/html"
MIN_ARTICLE_CHARACTERS = 200  # less, and trafilatura is taken to have missed the article
CHARSET_WITHIN = 2048  # bytes: HTML standard, 1024, and some pages are late
MAX_BYLINE_LENGTH = 120  # characters
MAX_DIGITS = 9  # of a list's number; Python turns no more than 4300 into one
MAX_SIGNATURE_LENGTH = 80  # characters: a name, an office
MOST_SIGNATURE_LINES = 4
_CHARSET = re.compile(rb"charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]")
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "svg",
        "iframe",
        "figure",
        "video",
        "audio",
        "object",
        "canvas",
        "head",
        "dialog",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "-text",
    ]
)
_ASIDE = re.compile(
    r"\b(?:side-?bar|related|recommended|cookie|share|sharing|social|promo|newsletter|widget|"
    r"breadcrumbs?|comments?|advert|banner|skip-link|menu|pagination|popular|read-?more)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_METADATA = {
    "title": ("og:title", "dcterms.title", "dc.title"),
    "publisher": ("og:site_name", "dcterms.publisher", "dc.publisher"),
    "published": ("article:published_time", "dcterms.issued", "dcterms.date", "date"),
    "author": ("author", "article:author", "dcterms.creator"),
}
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, paragraph, item or table of the page, in reading order."""

    kind: Block | None
    text: str
    level: int = 0
    bold: bool = False
    rank: int | None = None  # of a heading
    rows: tuple[tuple[tuple[str, ...], ...], ...] = ()


def read(data: bytes) -> SourceText:
    """Return the article of an HTML page; raises UnreadableDocument where it holds no words."""
    declared = _CHARSET.search(data[:CHARSET_WITHIN])
    markup, doubts = decode(data, declared[1].decode("ascii") if declared else None)
    page = LexborHTMLParser(markup)
    if page.body is None:
        raise UnreadableDocument("an HTML page without a body")
    blocks = _article(list(_blocks(page.body, 0)), markup)
    builder = TextBuilder()
    above: _Block | None = None
    for block in blocks:
        _add(builder, block, above)
        above = block
    return builder.build(MEDIA_TYPE, data, _metadata(page), doubts)


def _add(builder: TextBuilder, block: _Block, above: _Block | None) -> None:
    if block.rows:
        builder.add_table(block.rows)
        return
    follows_item = above is not None and above.kind == block.kind == "item"
    gap = 1.0 if follows_item or above is None else 2.0
    if gap > 1:
        builder.leave_gap()
    place = LineStyle(block.kind, 2.0 * block.level, bold=block.bold, gap=gap, rank=block.rank)
    builder.add(block.text, place)


def _article(blocks: list[_Block], markup: str) -> list[_Block]:
    """Return the blocks whose words trafilatura counts to the article, and the title.

    Between title and article a line with a day or a by-line is kept.
    """
    words = trafilatura.extract(markup, favor_recall=True, include_tables=True) or ""
    if len(words) < MIN_ARTICLE_CHARACTERS:
        return blocks
    article = _letters(words)
    inside = [_is_inside(block, article) for block in blocks]
    title = next((i for i, block in enumerate(blocks) if block.kind == "heading"), None)
    below = range(0 if title is None else title + 1, len(blocks))
    first = next((index for index in below if inside[index]), 0)
    signed = _signature(blocks)
    return [
        block
        for index, block in enumerate(blocks)
        if inside[index]
        or index == title
        or index in signed
        or (title is not None and title < index < first and _is_byline(block.text))
    ]


def _signature(blocks: list[_Block]) -> range:
    """Return the close of a letter and the short lines below it, which may be set as headings."""
    close = next((i for i, block in enumerate(blocks) if closing_of(block.text)), None)
    if close is None:
        return range(0)
    last = min(close + 1 + MOST_SIGNATURE_LINES, len(blocks))
    signed = range(close, last)
    long = (i for i in signed if i > close and len(blocks[i].text) > MAX_SIGNATURE_LENGTH)
    return range(close, next(long, last))


def _is_inside(block: _Block, article: str) -> bool:
    if block.rows:
        cells = [_letters(text) for row in block.rows for cell in row for text in cell]
        return sum(cell in article for cell in cells) * 2 >= len(cells)
    text = block.text.removeprefix(BULLET) if block.kind == "item" else block.text
    return _letters(re.sub(r"^\d+\.\s", "", text) if block.kind == "item" else text) in article


def _is_byline(text: str) -> bool:
    short = len(text) <= MAX_BYLINE_LENGTH
    return short and (bool(find_dates(text)) or text.lower().startswith("by "))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).casefold()


def _blocks(node: LexborNode, level: int) -> Iterator[_Block]:
    """Yield the blocks below a node; loose words between blocks are a paragraph."""
    loose: list[str] = []
    number = _first_number(node)
    for child in node.iter(include_text=True):
        if _is_inline(child):
            loose.append(_words(child))
            continue
        if child.tag == "br":
            loose.append("\n")
            continue
        yield from _paragraphs("".join(loose))
        loose = []
        if _is_left_out(child):
            continue
        if child.tag == "li":
            yield from _item(child, level, number)
            number = number + 1 if number is not None else None
        else:
            yield from _block(child, level)
    yield from _paragraphs("".join(loose))


def _block(node: LexborNode, level: int) -> Iterator[_Block]:
    tag = node.tag or ""
    if _HEADING.fullmatch(tag):
        headings = _paragraphs(_words(node), kind="heading")
        yield from (replace(heading, rank=int(tag[1])) for heading in headings)
    elif tag == "table" and not _is_layout(node):
        rows = tuple(tuple(_cell(cell) for cell in row.css("td, th")) for row in node.css("tr"))
        yield _Block("cell", "", rows=tuple(row for row in rows if row))
    elif tag in {"ul", "ol"}:
        yield from _blocks(node, level + 1)
    elif tag == "p":
        yield from _paragraphs(_words(node), bold=_is_bold(node))
    else:
        yield from _blocks(node, level)


def _item(node: LexborNode, level: int, number: int | None) -> Iterator[_Block]:
    """Yield an item with its bullet or number, then what is nested in it."""
    nested = list(_blocks(node, level))
    marker = BULLET if number is None else f"{_given_number(node, 'value', number)}."
    if nested and nested[0].kind in {None, "paragraph"}:
        first = nested.pop(0)
        yield _Block("item", f"{marker} {first.text}", level, first.bold)
    yield from nested


def _paragraphs(
    text: str, kind: Block | None = "paragraph", bold: bool = False
) -> Iterator[_Block]:
    for line in text.split("\n"):
        words = _BLANKS.sub(" ", line).strip()
        if words:
            yield _Block(kind, words, bold=bold)


def _cell(node: LexborNode) -> tuple[str, ...]:
    return tuple(block.text for block in _blocks(node, 0) if block.text)


def _words(node: LexborNode) -> str:
    """Return a node's words; a line feed only where the page has a ``br``."""
    if node.tag == "-text":
        return _BLANKS.sub(" ", node.text_content or "")
    if node.tag == "br":
        return "\n"
    if _is_left_out(node):
        return ""
    return "".join(_words(child) for child in node.iter(include_text=True))


def _is_inline(node: LexborNode) -> bool:
    if node.tag not in _INLINE:
        return False
    return node.tag == "-text" or all(
        child.tag == "br" or _is_inline(child) for child in node.iter(include_text=True)
    )


def _is_left_out(node: LexborNode) -> bool:
    if node.tag in _SKIPPED:
        return True
    given = node.attributes
    names = f"{given.get('class') or ''} {given.get('id') or ''}".replace("_", "-")
    return (
        "hidden" in given
        or given.get("aria-hidden") == "true"
        or given.get("role") in {"navigation", "complementary", "search", "banner", "contentinfo"}
        or bool(_HIDDEN.search(given.get("style") or ""))
        or bool(_ASIDE.search(names))
    )


def _is_layout(table: LexborNode) -> bool:
    presentation = table.attributes.get("role") == "presentation"
    return presentation or bool(table.css("td table, td h1, td h2, td nav"))


def _is_bold(node: LexborNode) -> bool:
    strong = "".join(child.text() for child in node.css("strong, b"))
    return bool(strong) and _letters(strong) == _letters(node.text())


def _first_number(node: LexborNode) -> int | None:
    return _given_number(node, "start", 1) if node.tag == "ol" else None


def _given_number(node: LexborNode, name: str, otherwise: int) -> int:
    given = node.attributes.get(name) or ""
    return int(given) if given.isdecimal() and len(given) <= MAX_DIGITS else otherwise


def _metadata(page: LexborHTMLParser) -> dict[str, str]:
    """Return what the head declares: title, publisher, published, author."""
    declared: dict[str, str] = {}
    for node in page.css("meta"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or "").casefold()
        content = _BLANKS.sub(" ", given.get("content") or "").strip()
        if name and content:
            declared.setdefault(name, content)
    found = {
        field: next((declared[name] for name in names if name in declared), "")
        for field, names in _METADATA.items()
    }
    title = page.css_first("title")
    if title is not None and not found["title"]:
        found["title"] = _BLANKS.sub(" ", title.text()).strip()
    return {field: value for field, value in found.items() if value}
