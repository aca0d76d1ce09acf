"""Contact details are not shown; numbers that mean something else are."""

from __future__ import annotations

import pytest

from api.masking import mask


@pytest.mark.parametrize(
    "printed",
    [
        "0300 123 4567",
        "0161 496 0000",
        "0300123 4567",
        "01632 960001",
        "07700 900123",
        "07700900123",
        "(0161) 496 0000",
        "+44 (0)161 496 0000",
        "+44 161 496 0000",
    ],
)
def test_telephone_number_is_masked(printed: str) -> None:
    assert mask(f"Telephone: {printed}.") == "Telephone: [telephone number]."


def test_email_address_is_masked() -> None:
    assert mask("Write to jo.bloggs@exampleshire.gov.uk.") == "Write to [e-mail address]."


@pytest.mark.parametrize(
    "printed",
    ["2019-07-01", "12 and 13 September 2017", "URN 80429", "paragraphs 66 to 91", "1,250 pages"],
)
def test_other_numbers_stay(printed: str) -> None:
    assert mask(printed) == printed
