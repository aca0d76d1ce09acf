from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extractors.dates import (
    date_doubts,
    find_dates,
    find_ranges,
    find_windows,
    parse_date,
    parse_day,
)

DAYS = {
    "14 June 2022": "2022-06-14",
    "1st December 2016": "2016-12-01",
    "1December 2016": "2016-12-01",
    "the 9th of December, 2016": "2016-12-09",
    "Friday 18 April 2023": "2023-04-18",
    "14 Sept. 2018": "2018-09-14",
    "June 14, 2022": "2022-06-14",
    "10/08/2015": "2015-08-10",
    "1.06.2015": "2015-06-01",
    "27/09/22": "2022-09-27",
    "2024-02-13": "2024-02-13",
    "22 August\n2018": "2018-08-22",
    "22 AUGUST 2018": "2018-08-22",
    "December 2016": "2016-12",
    "Sept 2018": "2018-09",
}


@pytest.mark.parametrize(("printed", "iso"), DAYS.items(), ids=list(DAYS))
def test_each_printed_form_is_read_as_exactly_as_it_is_printed(printed: str, iso: str) -> None:
    assert [found.date.iso for found in find_dates(f"On {printed}, leaders met.")] == [iso]


RANGES = {
    "21 January 2019 to 1 February 2019": [("2019-01-21", "2019-02-01")],
    "20 June to 1 July 2022": [("2022-06-20", "2022-07-01")],
    "6 to 17 December 2021": [("2021-12-06", "2021-12-17")],
    "11 – 22 July 2022": [("2022-07-11", "2022-07-22")],
    "11–22 July 2022": [("2022-07-11", "2022-07-22")],
    "28 November to 9 December 2022": [("2022-11-28", "2022-12-09")],
    "28 November to 9 January 2020": [("2019-11-28", "2020-01-09")],
    "1/06/2015 – 25/06/2015": [("2015-06-01", "2015-06-25")],
    "12 and 13 September 2017": [("2017-09-12", "2017-09-13")],
    "4, 5 and 6 October 2022": [("2022-10-04", "2022-10-06")],
    "30 September and 1 October 2022": [("2022-09-30", "2022-10-01")],
    "between 12 and 20 September 2017": [("2017-09-12", "2017-09-20")],
    "Monday 3 to Friday 7 July 2023": [("2023-07-03", "2023-07-07")],
    "5 to 9 December 2022 and 14 to 15 February 2023": [
        ("2022-12-05", "2022-12-09"),
        ("2023-02-14", "2023-02-15"),
    ],
    "8 July 2019 to 12 July 2019 and 7 August 2019 to\n8 August 2019": [
        ("2019-07-08", "2019-07-12"),
        ("2019-08-07", "2019-08-08"),
    ],
    "5 to 9 and 14 to 15 December 2022": [
        ("2022-12-05", "2022-12-09"),
        ("2022-12-14", "2022-12-15"),
    ],
    "22 August 2018": [],
    "March 2017 to June 2018": [],
}


@pytest.mark.parametrize(("printed", "windows"), RANGES.items(), ids=list(RANGES))
def test_each_form_of_a_range_is_read(printed: str, windows: list[tuple[str, str]]) -> None:
    found = find_ranges(f"Inspection dates: {printed}.")
    assert [(one.first.isoformat(), one.last.isoformat()) for one in found] == windows


def test_both_ends_of_a_range_are_dates() -> None:
    found = find_dates("20 June to 1 July 2022")
    assert [one.date.iso for one in found] == ["2022-06-20", "2022-07-01"]


def test_a_reversed_range_is_refused_with_a_doubt() -> None:
    text = "17 to 6 December 2021"
    assert find_ranges(text) == ()
    assert date_doubts(text) == ("reversed range: 17 to 6 December 2021",)
    assert [found.date.iso for found in find_dates(text)] == ["2021-12-06"]


def test_an_impossible_day_is_refused_whole() -> None:
    assert find_dates("on 30 February 2019") == ()
    assert date_doubts("on 30 February 2019") == ("impossible date: 30 February 2019",)


def test_days_apart_are_windows_of_their_own() -> None:
    windows = find_windows("5 and 19 September 2017")
    assert [(one.first.day, one.last.day) for one in windows] == [(5, 5), (19, 19)]


def test_a_lone_day_is_a_window_and_no_range() -> None:
    assert [one.first for one in find_windows("on 22 August 2018")] == [date(2018, 8, 22)]


def test_a_year_alone_is_read_only_where_asked() -> None:
    assert find_dates("the plan of 2019") == ()
    assert [found.date.iso for found in find_dates("the plan of 2019", years=True)] == ["2019"]
    assert parse_date("2016 Full Inspection") is not None


@pytest.mark.parametrize(
    "text",
    [
        "12 children",
        "leaders may 2019 plans",
        "on 14 June",
        "2019-20",
        "section 17",
        "0300 123 1231",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_dates(text) == ()


def test_the_first_exact_day_of_a_text_is_its_day() -> None:
    assert parse_day("in March 2016, then on 3 May 2017") == date(2017, 5, 3)
    assert parse_day("soon") is None


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_a_day_in_words_is_found_at_its_place(day: date) -> None:
    words = f"{day.day} {day:%B %Y}"
    (found,) = find_dates(f"Published: {words}.")
    assert found.date.exact == day
    assert (found.start, found.end) == (11, 11 + len(words))


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    assert find_ranges(text) is not None
    assert date_doubts(text) is not None
