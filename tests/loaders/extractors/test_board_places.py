from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.board_places import board_places
from loaders.records import Actor


@pytest.mark.parametrize(
    ("text", "council", "places"),
    [
        ("The Kingston and Richmond\nLocal Safeguarding Children Board met.",
         "richmond-upon-thames", "Kingston and Richmond"),
        ("City & Hackney Safeguarding Children Board", "hackney", "City & Hackney"),
        ("Cornwall and the Isles of Scilly Safeguarding Children Partnership",
         "cornwall", "Cornwall and the Isles of Scilly"),
        ("Hull Local Safeguarding Children Board", "kingston-upon-hull", "Hull"),
        ("Barking and Dagenham Safeguarding Children Board", "barking-and-dagenham", None),
        ("Derby and Leeds Safeguarding Children Boards met.", "derby", None),
        ("Derby and Leeds Safeguarding Children Board met.", "durham", None),
        ("Derby Safeguarding Children Board leads. Derby Safeguarding Children Board acts with "
         "Leeds and Derby Safeguarding Children Board.", "derby", None),
    ],
)  # fmt: skip
def test_name_of_a_board_of_several_councils_is_the_printed_one(
    text: str, council: str, places: str | None
) -> None:
    assert board_places(text, Actor(kind="body", label=council, body=council)) == places


def test_sentence_names_the_whole_board() -> None:
    text = "The Kingston and Richmond Safeguarding Children Board met."
    (found,) = ActorFinder(text, council_named("Richmond Council")).find(text)
    assert text[found.start : found.end] == "Kingston and Richmond Safeguarding Children Board"
