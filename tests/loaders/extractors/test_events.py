"""Events told in passing, with a date of their own."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.events import find_events
from loaders.extractors.flows import flow_of
from loaders.records import Event
from tests.printed import line, source

FINDER = ActorFinder("Durham County Council.", council_named("Durham County Council"))


def events(sentence: str) -> tuple[Event, ...]:
    text = source(line(sentence))
    return find_events(text, (flow_of(text.body),), FINDER)


TOLD = {
    "A new director of children’s services was appointed in May 2021.":
        ("event-appointment", "2021-05"),
    "In May 2021, a new director, who is able, was appointed.": ("event-appointment", "2021-05"),
    "In May 2021, plans changed, with the appointment of a manager in July 2022.":
        ("event-appointment", "2022-07"),
    "On 1 July 2022, NHS Upham ICB became responsible for health services.":
        ("event-transfer-of-responsibility", "2022-07-01"),
    "Upham Council was created in April 2021.": ("event-founding", "2021-04"),
    "The trust became operational on 30 September 2014.": ("event-founding", "2014-09-30"),
    "In August 2013, the minister made a direction.": ("event-intervention", "2013-08"),
    "The council was issued a section 114 notice in 2021.": ("event-intervention", "2021"),
    "A peer review undertaken in March 2016 found much.": ("event-review-by-peers", "2016-03"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), TOLD.items(), ids=list(TOLD))
def test_an_event_has_its_own_date(sentence: str, told: tuple[str, str]) -> None:
    (event,) = events(sentence)
    assert (event.rule, event.date and event.date.iso) == told
    assert event.label == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The newly appointed manager has been busy in 2021.",
        "A new director was appointed.",
        "The judgement in April 2021 led to an improvement notice.",
        "Children miss appointments in 2021.",
    ],
)
def test_a_mention_without_its_own_date_is_no_event(sentence: str) -> None:
    assert events(sentence) == ()


def test_two_events_of_one_sentence_keep_their_dates() -> None:
    found = events(
        "In May 2014, the minister appointed a chair and in July 2014, a manager was appointed."
    )
    assert [event.date and event.date.iso for event in found] == ["2014-05", "2014-07"]


def test_what_is_named_beside_it_has_a_date_of_its_own() -> None:
    found = events(
        "These include the appointment of a manager in May 2021 and an adviser in July 2022."
    )
    assert [event.date and event.date.iso for event in found] == ["2021-05", "2022-07"]


def test_an_event_is_not_told_in_the_words_of_another_without_a_date() -> None:
    (event,) = events(
        "A head of service was appointed in May 2021 and a new chair was appointed after the"
        " elections in spring 2022."
    )
    assert event.label == "A head of service was appointed in May 2021"


SAME = "The appointment of a director of children’s services in May 2021 has helped."
OTHER = "The appointment of a principal social worker in May 2021 has helped too."


def test_what_is_told_twice_is_one_event_with_both_its_places() -> None:
    first = "A director of children’s services was appointed in May 2021."
    (event,) = events(f"{first} {SAME}")
    assert (event.label, len(event.evidence)) == (first, 2)


def test_another_post_filled_in_that_month_is_another_event() -> None:
    assert len(events(f"{SAME} {OTHER}")) == 2


def test_what_will_come_is_planned() -> None:
    (event,) = events("A new manager will be appointed in May 2030.")
    assert event.planned


def test_the_council_of_the_post_is_concerned_and_no_cabinet() -> None:
    (event,) = events(
        "A director of children’s services and a cabinet member for play were appointed in 2021."
    )
    assert [body.body for body in event.bodies] == ["durham"]


BODIES = {
    "A new chief executive was appointed in May 2021.": ["Durham County Council"],
    "The chief executive of the trust was appointed in May 2021.": [],
    "A chair was appointed in May 2021, as guidance wants (Department for Education 2013).": [],
    "On 1 July 2022, Ofsted became responsible, and a chief executive came.": ["Ofsted"],
}


@pytest.mark.parametrize(("sentence", "bodies"), BODIES.items(), ids=list(BODIES))
def test_only_bodies_that_took_part_are_named(sentence: str, bodies: list[str]) -> None:
    (event,) = events(sentence)
    assert [body.label for body in event.bodies] == bodies
