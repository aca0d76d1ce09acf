"""An Atom feed as bytes (RFC 4287, with the paging links of RFC 5005)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NEVER = "1970-01-01T00:00:00Z"
"""The moment of a feed without an entry: Atom wants one."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry; moments as RFC 3339 has them, ``link`` where the thing is described."""

    id: str
    title: str
    updated: str
    summary: str
    link: str | None = None
    published: str | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; ``links`` are addresses by relation (self, alternate, next)."""

    id: str
    title: str
    entries: Sequence[Entry]
    links: Mapping[str, str] = field(default_factory=dict)


def as_atom(feed: Feed) -> bytes:
    """Return a feed as Atom; it was updated when its latest entry was."""
    root = ElementTree.Element("feed", {"xmlns": ATOM})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", max((entry.updated for entry in feed.entries), default=NEVER))
    _text(ElementTree.SubElement(root, "author"), "name", "Answerable")
    for relation, address in feed.links.items():
        ElementTree.SubElement(root, "link", {"rel": relation, "href": address})
    for entry in feed.entries:
        _add(root, entry)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(root: ElementTree.Element, entry: Entry) -> None:
    element = ElementTree.SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated)
    if entry.published:
        _text(element, "published", entry.published)
    if entry.link:
        ElementTree.SubElement(element, "link", {"rel": "alternate", "href": entry.link})
    for category in entry.categories:
        ElementTree.SubElement(element, "category", {"term": _NO_XML.sub("", category)})
    _text(element, "summary", entry.summary)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _NO_XML.sub("", text)
