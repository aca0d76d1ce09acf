"""The names that documents give to an English council, derived from those of the register.

Aliases only: they let a document's words be recognised, none is claimed to be official.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_FORMS: Final = (
    (
        re.compile(r"London Borough of (.+)"),
        (
            "London Borough of {}",
            "London Borough of {} Council",
            "{} London Borough Council",
            "{} London Borough",
            "LB {}",
        ),
    ),
    (re.compile(r"Royal Borough of (.+)"), ("Royal Borough of {}", "Royal Borough of {} Council")),
    (
        re.compile(r"(.+) Metropolitan Borough Council"),
        (
            "{} Metropolitan Borough Council",
            "{} Metropolitan Borough",
            "Metropolitan Borough of {}",
            "{} Borough Council",
            "{} MBC",
        ),
    ),
    (
        re.compile(r"City of (.+) Metropolitan District Council"),
        ("City of {} Council", "City of {}", "{} Metropolitan District Council", "{} MDC"),
    ),
    (re.compile(r"City of (.+) Council"), ("City of {} Council", "City of {}", "{} City Council")),
    (re.compile(r"(.+) City Council"), ("{} City Council", "City of {}", "City of {} Council")),
    (re.compile(r"(.+) Borough Council"), ("{} Borough Council", "Borough of {}", "{} BC")),
    (re.compile(r"Borough of (.+)"), ("Borough of {}", "{} Borough Council")),
    (re.compile(r"(.+) County Council"), ("{} County Council",)),
)
_SURNAMED = re.compile(r"(?P<place>.+), (?P<title>City of|County of)")
_METROPOLITAN_BOROUGH: Final = "{} Metropolitan Borough Council"


def place_of(register_name: str) -> str:
    """Return the plain name of a place ("Bristol" for "Bristol, City of")."""
    found = _SURNAMED.fullmatch(register_name)
    return found["place"] if found else register_name


def stem_of(official_name: str) -> str | None:
    """Return the place within an official name ("Newcastle" of "Newcastle City Council")."""
    for pattern, _ in _FORMS:
        if found := pattern.fullmatch(official_name):
            return found[1]
    return None


def other_names(
    register_name: str,
    official_names: Iterable[str],
    places: Iterable[str] = (),
    authority_type: str = "",
) -> tuple[str, ...]:
    """Return every name by which a council may be called, sorted, without repetition.

    ``official_names`` are the present and former ones; ``places`` other names of the place.
    """
    officials = [name for name in official_names if name]
    place = place_of(register_name)
    stems = dict.fromkeys([place, *places])
    names = {register_name, *stems, *officials, *(f"{stem} Council" for stem in stems)}
    if surnamed := _SURNAMED.fullmatch(register_name):
        names.add(f"{surnamed['title']} {place}")
    if authority_type == "Metropolitan District" and not any("City" in name for name in officials):
        officials.append(_METROPOLITAN_BOROUGH.format(place))
    for official in officials:
        names |= set(_forms(official, stems))
    names |= {name.replace(", ", " ") for name in names if not _SURNAMED.fullmatch(name)}
    names |= {name.replace(" and ", " & ") for name in names}
    return tuple(sorted(names))


def _forms(official: str, places: Iterable[str]) -> list[str]:
    for pattern, forms in _FORMS:
        if found := pattern.fullmatch(official):
            return [form.format(stem) for stem in (found[1], *places) for form in forms]
    return []
