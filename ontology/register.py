"""Turns the reference tables of English authorities into `vocabulary/bodies.ttl`.

Run as ``python -m ontology.register AUTHORITIES.csv PREDECESSORS.csv`` when the tables change.
A council keeps its slug and one body while its local authority code lasts, whatever it is called:
an ans:Event tells its names before and after.  Where the code changes there are two bodies and an
org:ChangeEvent between them.
"""

from __future__ import annotations

import csv
import datetime
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rdflib import Literal

from ontology.council_names import other_names, place_of, stem_of
from ontology.errors import AnswerableError
from ontology.iris import slugify

BODIES: Final = Path(__file__).parent / "vocabulary" / "bodies.ttl"
SOURCE: Final = (
    "Office for National Statistics geography, Department for Education and Ofsted data "
    "(Open Government Licence v3.0)"
)
PREAMBLE: Final = """\
# Written by `python -m ontology.register`: do not edit.  English authorities with services for
# children, their predecessors since 2013, and the trusts that deliver for them.
# schema:foundingDate and schema:dissolutionDate are absent where the tables give none.

@prefix ans: <https://w3id.org/answerable/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_SUCCEEDED = re.compile(r"named (?P<name>.+) since (?P<year>\d{4})")

Row = Mapping[str, str]


class BadRegisterError(AnswerableError):
    """A row of a reference table that cannot be used."""


@dataclass(slots=True)
class Council:
    """One council as the tables describe it; dates as exact as given, empty where not given."""

    slug: str
    name: str
    label: str
    codes: tuple[tuple[str, str], ...] = ()
    authority_type: str = ""
    region: str = ""
    region_code: str = ""
    places: tuple[str, ...] = ()
    former: list[str] = field(default_factory=list)
    neighbours: tuple[str, ...] = ()
    founded: str = ""
    dissolved: str = ""
    is_place: bool = True


def register(authorities: Sequence[Row], changes: Sequence[Row]) -> str:
    """Return the register of bodies as Turtle, in the order of slugs."""
    councils = {row["la_code"]: _council(row) for row in authorities}
    _add_predecessors(councils, changes)
    blocks = [
        (f"body/{council.slug}", _council_block(council, councils)) for council in councils.values()
    ]
    blocks += _trust_blocks(councils, changes)
    blocks += _change_blocks(councils, changes)
    return "\n".join([PREAMBLE, *(block for _, block in sorted(blocks))])


def _council(row: Row) -> Council:
    codes = (
        ("ans:laCode", row["la_code"]),
        ("ans:ofstedUrn", row["urn"]),
        ("ans:gssCode", row["gss_code"]),
    )
    return Council(
        slug=slugify(place_of(row["name"])),
        name=row["name"],
        label=row["official_name"] or row["name"],
        codes=codes,
        authority_type=row["authority_type"],
        region=row["region_name"],
        region_code=row["region_gss_code"],
        places=tuple(place.strip() for place in row["other_names"].split(";") if place.strip()),
        neighbours=tuple(dict.fromkeys(row["statistical_neighbour_la_codes"].split())),
        dissolved=row["end_date"],
    )


def _add_predecessors(councils: dict[str, Council], changes: Iterable[Row]) -> None:
    """Note former names and dates, and add the predecessors that have no row of their own."""
    slugs = {council.slug for council in councils.values()}
    for row in changes:
        code = row["authority_la_code"]
        if code not in councils:
            place = stem_of(row["authority"]) or row["authority"]
            is_place = slugify(place) not in slugs
            councils[code] = Council(
                slug=slugify(place if is_place else row["authority"]),
                name=place if is_place else row["authority"],
                label=row["authority"],
                codes=(("ans:laCode", code),),
                dissolved=_day_before(row["start_date"]),
                is_place=is_place,
            )
        if row["authority"] != councils[code].label:
            councils[code].former.append(row["authority"])
        if row["kind"] == "reorganisation" and row["successor_la_code"] != code:
            councils[row["successor_la_code"]].founded = row["start_date"]


def _council_block(council: Council, councils: Mapping[str, Council]) -> str:
    names = other_names(
        council.name, [council.label, *council.former], council.places, council.authority_type
    )
    if not council.is_place:
        names = ()
    place = _spelled_officially(place_of(council.name), council.label) if council.is_place else ""
    neighbours = (councils[code].slug for code in council.neighbours if code in councils)
    return _block(
        f"body/{council.slug}",
        "ans:Body",
        [
            ("rdfs:label", [_text(council.label)]),
            ("ans:shortName", [_text(place)] if place else []),
            ("skos:altLabel", [_text(name) for name in names if name != council.label]),
            ("ans:bodyType", ["<id/body-type/council>"]),
            ("ans:authorityType", _texts(council.authority_type)),
            *((name, _texts(code)) for name, code in council.codes),
            ("ans:region", _texts(council.region)),
            ("ans:regionCode", _texts(council.region_code)),
            ("schema:foundingDate", _dates(council.founded)),
            ("schema:dissolutionDate", _dates(council.dissolved)),
            ("ans:statisticalNeighbour", [f"<id/body/{slug}>" for slug in neighbours]),
        ],
    )


def _spelled_officially(place: str, official: str) -> str:
    """Return a place with the signs that its council puts: "St Helens", listed as "St. Helens"."""
    stem = stem_of(official)
    return stem if stem and slugify(stem) == slugify(place) else place


def _trust_blocks(councils: Mapping[str, Council], changes: Iterable[Row]) -> list[tuple[str, str]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in changes:
        if row["kind"] == "delivery-trust":
            rows[row["successor_or_trust"]].append(row)
    blocks = []
    for trust, its_rows in rows.items():
        served = [f"<id/body/{councils[row['authority_la_code']].slug}>" for row in its_rows]
        later = next(filter(None, (_SUCCEEDED.search(row["note"]) for row in its_rows)), None)
        end = ("schema:dissolutionDate", _dates(later["year"] if later else ""))
        blocks.append(_trust_block(trust, served, end))
        if later:
            founded = ("schema:foundingDate", _dates(later["year"]))
            blocks += [_trust_block(later["name"], served, founded), _succession(trust, later)]
        blocks += [_delivery_block(slugify(trust), row, councils) for row in its_rows]
    return blocks


def _trust_block(trust: str, served: list[str], lasting: tuple[str, list[str]]) -> tuple[str, str]:
    path = f"body/{slugify(trust)}"
    return path, _block(
        path,
        "ans:Body",
        [
            ("rdfs:label", [_text(trust)]),
            ("ans:bodyType", ["<id/body-type/childrens-services-trust>"]),
            ("ans:deliversFor", served),
            ("ans:serves", served),
            lasting,
        ],
    )


def _succession(trust: str, later: re.Match[str]) -> tuple[str, str]:
    """Return the change of a trust into the company that delivers after it: another body."""
    path = f"event/{slugify(trust)}-{later['year']}-succession"
    return path, _block(
        path,
        "org:ChangeEvent",
        [
            ("rdfs:label", [_text(f"{trust} became {later['name']}")]),
            ("dcterms:date", _dates(later["year"])),
            ("org:originalOrganization", [f"<id/body/{slugify(trust)}>"]),
            ("org:resultingOrganization", [f"<id/body/{slugify(later['name'])}>"]),
            ("dcterms:source", [_text(SOURCE)]),
        ],
    )


def _delivery_block(trust: str, row: Row, councils: Mapping[str, Council]) -> tuple[str, str]:
    council = councils[row["authority_la_code"]]
    path = f"event/{trust}-delivers-for-{council.slug}"
    label = f"{row['successor_or_trust']} delivers for {row['authority']}"
    later = _SUCCEEDED.search(row["note"])
    return path, _block(
        path,
        "ans:Event",
        [
            ("rdfs:label", [_text(label)]),
            ("rdfs:comment", [_text(row["note"])]),
            ("schema:startDate", _dates(row["start_date"])),
            ("schema:endDate", _dates(row["end_date"] or (later["year"] if later else ""))),
            ("ans:involves", [f"<id/body/{council.slug}>", f"<id/body/{trust}>"]),
            ("dcterms:source", [_text(SOURCE)]),
        ],
    )


def _change_blocks(
    councils: Mapping[str, Council], changes: Iterable[Row]
) -> list[tuple[str, str]]:
    rows: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in changes:
        if row["kind"] in ("reorganisation", "renaming"):
            rows[row["authority_la_code"], row["start_date"], row["kind"]].append(row)
        elif row["kind"] != "delivery-trust":
            raise BadRegisterError(f"change of unknown kind {row['kind']!r}: {dict(row)}")
    return [
        _change_block(kind, councils[code], its, councils) for (code, _, kind), its in rows.items()
    ]


def _change_block(
    kind: str, council: Council, rows: Sequence[Row], councils: Mapping[str, Council]
) -> tuple[str, str]:
    """Return a change of identity as org:ChangeEvent, one within an identity as ans:Event."""
    path = f"event/{council.slug}-{rows[0]['start_date']}-{kind}"
    original = f"<id/body/{council.slug}>"
    results = [f"<id/body/{councils[row['successor_la_code']].slug}>" for row in rows]
    same_body = results == [original]
    successors = " and ".join(row["successor_or_trust"] for row in rows)
    names = [
        ("ans:nameBefore", [_text(rows[0]["authority"])]),
        ("ans:nameAfter", [_text(successors)]),
    ]
    parties = (
        [("ans:involves", [original]), *names]
        if same_body
        else [("org:originalOrganization", [original]), ("org:resultingOrganization", results)]
    )
    return path, _block(
        path,
        "ans:Event" if same_body else "org:ChangeEvent",
        [
            ("rdfs:label", [_text(f"{rows[0]['authority']} became {successors}")]),
            ("rdfs:comment", [_text(note) for note in dict.fromkeys(row["note"] for row in rows)]),
            ("dcterms:date", _dates(rows[0]["start_date"])),
            *parties,
            ("dcterms:source", [_text(SOURCE)]),
        ],
    )


def _block(path: str, kind: str, statements: Iterable[tuple[str, Sequence[str]]]) -> str:
    lines = [f"{name} {', '.join(values)}" for name, values in statements if values]
    return f"<id/{path}> a {kind} ;\n  " + " ;\n  ".join(lines) + " .\n"


def _text(value: str) -> str:
    return Literal(value).n3()


def _texts(value: str) -> list[str]:
    return [_text(value)] if value else []


def _dates(printed: str) -> list[str]:
    kinds = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    return [f'"{printed}"^^{kinds[len(printed)]}'] if printed else []


def _day_before(printed: str) -> str:
    if len(printed) != 10:
        return ""
    return (datetime.date.fromisoformat(printed) - datetime.timedelta(days=1)).isoformat()


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV table with a header."""
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def main(arguments: Sequence[str]) -> None:
    """Write `vocabulary/bodies.ttl` from the two tables named."""
    authorities, changes = (read_rows(Path(name)) for name in arguments)
    BODIES.write_text(register(authorities, changes), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
