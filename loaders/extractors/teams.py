"""Inspectors: names on a cover, and the team list near the end of older reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extractors.cues import cued
from loaders.extractors.offices import leads, post_words, split_team_role
from loaders.page import Line, join_lines, quote_lines
from loaders.records import Inspector

# Latin letters with accents, apostrophes and hyphens as printed: Máire, O’Brien, Thomson-Jones
_CAPITALISED = r"[A-ZÀ-Þ][\wÀ-ÿ’'‘.-]*"
NAME = re.compile(rf"{_CAPITALISED}(?:\s+(?:(?:de|van|von|der|la|le|St)\s+)?{_CAPITALISED}){{1,4}}")
OFFICE = (
    r"\b(?:<<role/senior-inspector+>>|<<role/inspector+>>)s?\b(?:(?:\s+of|,)\s+<<naming/remit>>)?"
    r"|\(<<naming/mark-of-inspector>>\)"
)
STANDING = re.compile(r"\([^()]{1,40}\)|(?<=[a-zà-ÿ])\s+[A-Z]{2,5}\b")  # (Seconded Inspector), SCRI
OTHER_LABEL = re.compile(r"[A-Z][\w’'()/ -]{2,40}:\s*[A-Z]")
SPLIT_NAMES = r",|;|\band\b|&|\n|\bwith\b|\b<<naming/in-company>>\b"
JOINS = re.compile(r"[\s,]*(?:and\b|&)", re.IGNORECASE)
PLURAL = re.compile(r"(?<=[a-z])s$")


def read_cover_inspectors(lines: Sequence[Line], label: re.Pattern[str]) -> tuple[Inspector, ...]:
    """Return the lead inspectors named after ``label`` on ``lines`` (label's line first)."""
    text = "\n".join(line.text for line in lines)
    names = label.sub("", text, count=1)
    printed_office = cued(OFFICE).search(names)
    office = " ".join(printed_office.group().split()) if printed_office else None
    return tuple(
        Inspector(
            evidence=quote_lines([line for line in lines if name.split()[-1] in line.text]),
            rule="cover-lead-inspector",
            name=name,
            role=office,
            lead=True,
        )
        for name in split_names(_up_to_last_office(names))
    )


def _up_to_last_office(names: str) -> str:
    """Return the words up to the last office; what follows it without "and" is part of the office.

    "Ann Example, His Majesty's Inspector, Social Care" names one person.
    """
    offices = list(cued(OFFICE).finditer(names))
    if not offices or JOINS.match(names, offices[-1].end()):
        return names
    before = names[: offices[-1].end()]
    return before if split_names(before) else names


def split_names(text: str) -> tuple[str, ...]:
    """Return the personal names in a comma list, offices and suffixes left out."""
    names = (untitled(piece) for piece in _pieces(text))
    return tuple(name for name in names if NAME.fullmatch(name) and not _is_post(name))


def _is_post(words: str) -> bool:
    """Tell whether capitalised words are a post: some surnames are words of posts too."""
    of_posts = [word in post_words() for word in words.split()]
    return sum(of_posts) > 1 or (len(of_posts) > 2 and of_posts[-1])


def untitled(name: str) -> str:
    """Return a name without "Ms" or "Mr" before it."""
    return cued(r"^<<naming/title>>\.?\s+").sub("", name)


def _pieces(text: str) -> list[str]:
    """Return what stands between commas, offices and standings left out."""
    cleaned = STANDING.sub(" , ", cued(OFFICE).sub(" , ", text))
    pieces = (" ".join(piece.split()).strip(" .:") for piece in cued(SPLIT_NAMES).split(cleaned))
    return [piece for piece in pieces if piece]


def read_team(lines: Sequence[Line]) -> tuple[Inspector, ...]:
    """Return the team of a list "Role: names", one role a paragraph, names wrapped.

    ``lines`` begin after the heading; the first paragraph that names no role ends the list.
    """
    return tuple(member for role, entry in _entries(lines) for member in _members(role, entry))


def _entries(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    role, entry = "", list[Line]()
    for line in lines:
        labelled = split_team_role(line.text)
        if labelled:
            if entry:
                yield role, entry
            role, entry = labelled[0], [line]
        elif entry and _continues(entry, line):
            entry.append(line)
        elif entry and not OTHER_LABEL.match(line.text):
            break
        elif entry:  # a part in the team that is not known: the list goes on below it
            yield role, entry
            role, entry = "", []
    if entry:
        yield role, entry


def _continues(entry: Sequence[Line], line: Line) -> bool:
    """A wrapped line of names; over a page break only where names go on."""
    last = entry[-1]
    if line.bold and not last.bold:
        return False
    names_only = not _pieces(line.text) or bool(split_names(line.text)) or _is_cut(last, line)
    if line.page != last.page:
        return last.text.rstrip().endswith((",", "and")) and names_only
    return line.gap < 1.45 and names_only


def _is_cut(last: Line, line: Line) -> bool:
    """Tell whether a name is broken over two lines: "… and Ann" / "Example (AI)"."""
    before, after = _pieces(last.text), _pieces(line.text)
    return (
        bool(before and after)
        and " " not in before[-1]
        and (NAME.fullmatch(f"{before[-1]} {after[0]}") is not None)
    )


def _members(role: str, entry: Sequence[Line]) -> Iterator[Inspector]:
    text = join_lines(line.text for line in entry)
    labelled = split_team_role(text)
    names = labelled[1] if labelled else text
    singular = PLURAL.sub("", " ".join(role.replace("(s)", "").split()))
    for name in split_names(names):
        surname = name.split()[-1]
        yield Inspector(
            evidence=quote_lines([line for line in entry if surname in line.text]),
            rule="team-list",
            name=name,
            role=singular[:1].upper() + singular[1:].lower(),
            lead=leads(role),
        )
