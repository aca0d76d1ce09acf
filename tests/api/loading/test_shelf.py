"""The slug of a document does not depend on which of several comes first."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.loading.shelf import Holding, Placement, Shelf

A, B, C = "a" * 64, "b" * 64, "c" * 64


def test_first_document_has_its_own_slug() -> None:
    assert Shelf([]).place("report", B, "b.pdf") == Placement("report")


def test_smaller_sha256_takes_the_plain_slug_over() -> None:
    shelf = Shelf([Holding("report", B, frozenset(["b.pdf"]))])
    assert shelf.place("report", A, "a.pdf") == Placement(
        "report", renamed=(("report", "report-bbbbbbbb"),)
    )


def test_larger_sha256_has_a_suffix() -> None:
    shelf = Shelf([Holding("report", A, frozenset(["a.pdf"]))])
    assert shelf.place("report", B, "b.pdf") == Placement("report-bbbbbbbb")


@pytest.mark.parametrize(
    "order", list(permutations([A, B, C])), ids=lambda order: "".join(each[0] for each in order)
)
def test_slugs_are_the_same_in_any_order(order: tuple[str, ...]) -> None:
    shelf = Shelf([])
    for sha256 in order:
        shelf.place("report", sha256, sha256)
    slugs = [shelf.slug_of(sha256) for sha256 in (A, B, C)]
    assert slugs == ["report", "report-bbbbbbbb", "report-cccccccc"]


def test_other_bytes_of_one_source_replace_the_document() -> None:
    shelf = Shelf([Holding("report", B, frozenset(["x.pdf"]))])
    assert shelf.place("report", A, "x.pdf") == Placement("report", removed=("report",))
    assert not shelf.is_known(B)


def test_document_with_another_source_is_kept() -> None:
    shelf = Shelf([Holding("report", B, frozenset(["x.pdf", "copy.pdf"]))])
    placement = shelf.place("report", A, "x.pdf")
    assert placement.renamed == (("report", "report-bbbbbbbb"),)
    assert shelf.is_known(B)


def test_bytes_read_by_an_older_version_are_read_again() -> None:
    shelf = Shelf([Holding("old-slug", A, frozenset(["a.pdf"]), is_current=False)])
    assert not shelf.is_known(A)
    assert shelf.place("new-slug", A, "a.pdf") == Placement("new-slug", removed=("old-slug",))


def test_removal_gives_the_plain_slug_to_the_next() -> None:
    shelf = Shelf([Holding("report", A), Holding("report-bbbbbbbb", B)])
    assert shelf.remove("report").renamed == (("report-bbbbbbbb", "report"),)
    with pytest.raises(KeyError):
        shelf.remove("unheard-of")


def test_undated_slug_keeps_its_digits() -> None:
    assert Holding("place-aaaaaaaa-report", A).own_slug == "place-aaaaaaaa-report"


@given(st.permutations([(slug, sha * 64) for slug in ("x", "y") for sha in "0123"]))
def test_reloading_changes_nothing(documents: list[tuple[str, str]]) -> None:
    distinct = {sha256: slug for slug, sha256 in documents}
    shelf = Shelf([])
    for sha256, slug in distinct.items():
        shelf.place(slug, sha256, sha256)
    before = {sha256: shelf.slug_of(sha256) for sha256 in distinct}
    for sha256, slug in distinct.items():
        shelf.place(slug, sha256, sha256)
    assert before == {sha256: shelf.slug_of(sha256) for sha256 in distinct}
