from __future__ import annotations

from dataclasses import replace

from loaders.bodies_told import bodies_told, body_of
from loaders.records import Actor, Duty
from tests.loaders.documents import COMMISSIONER, COUNCIL, DIRECTOR, item, record

TRUST = Actor(kind="body", label="Exampleshire Trust", body="exampleshire-trust")
POLICE = Actor(kind="body", label="Exampleshire Police", body="exampleshire-police")
SCHOOLS = Actor(kind="body", label="Schools", body="exampleshire-schools", body_type="group")
MANAGER = Actor(
    kind="post",
    label="Youth Offending Service Manager",
    body="tameside-youth-offending-service",
    role="youth-offending-service-manager",
    body_type="youth-offending-service",
    serves="tameside",
)


def told(*bearers: Actor, duty: Duty | None = None) -> list[str]:
    asked = item("Plans must be agreed by the Commissioner.", duty=duty or Duty(bearers=bearers))
    return [each.label for each in bodies_told(record(recommendations=(asked,)).findings)]


def test_every_body_that_has_a_part_is_told_once() -> None:
    concerned = ["Exampleshire County Council", "Ofsted"]
    assert told(TRUST, POLICE, TRUST, COUNCIL) == [*concerned, "Exampleshire Trust", POLICE.label]


def test_roles_and_collectives_without_a_name_are_no_bodies() -> None:
    assert told(COMMISSIONER, SCHOOLS, DIRECTOR) == ["Exampleshire County Council", "Ofsted"]


def test_who_is_only_mentioned_is_not_told() -> None:
    assert POLICE.label not in told(duty=Duty(printed=((POLICE, "police"),)))


def test_post_at_a_local_body_tells_of_that_body_by_its_name() -> None:
    body = body_of(MANAGER)
    assert body is not None
    assert body.label == "Tameside Youth Offending Service"
    assert body_of(replace(MANAGER, body=None)) is None
