"""Bodies of the register as actors."""

from __future__ import annotations

from loaders.extractors.registered import DEPARTMENT, OFSTED, registered


def test_a_body_of_the_register_bears_its_official_name() -> None:
    department = registered(DEPARTMENT)
    assert department and (department.kind, department.label) == (
        "body",
        "Department for Education",
    )
    assert registered("ofsted") == OFSTED


def test_what_the_register_lacks_is_nobody() -> None:
    assert registered("exampleshire-knitting-circle") is None
    assert registered(None) is None
