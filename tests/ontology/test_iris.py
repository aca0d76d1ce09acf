from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from ontology.iris import CONCEPT_SCHEMES, BadIriError, Iris, slugify

IRIS = Iris("https://example.org")
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)


@given(st.text())
def test_slug_is_ascii_words_and_stays_itself(text: str) -> None:
    slug = slugify(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert slugify(slug) == slug


@given(st.text(alphabet="abc xyz'’&-.é", min_size=1))
def test_slug_does_not_depend_on_case_or_outer_space(text: str) -> None:
    assert slugify(f"  {text.upper()} ") == slugify(text) or not re.search("[a-z]", text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Director of Children's Services", "director-of-childrens-services"),
        ("Director of Children’s Services", "director-of-childrens-services"),
        ("Brighton & Hove", "brighton-and-hove"),
        ("St. Helens", "st-helens"),
        ("Zoë Exámple", "zoe-example"),
        ("2021–22", "2021-22"),
    ],
)
def test_slug_reads_like_the_name(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_texts_without_latin_letters_stay_apart() -> None:
    assert slugify("日本") != slugify("中国")


@given(SLUGS)
def test_type_and_slug_are_read_back(slug: str) -> None:
    assert IRIS.type_and_slug(IRIS.body(slug)) == ("body", slug)


def test_foreign_and_deeper_iris_are_not_ours() -> None:
    assert IRIS.type_and_slug("https://elsewhere.org/id/body/a") is None
    assert IRIS.type_and_slug("https://example.org/id/body/a/b") is None


def test_names_of_the_contract() -> None:
    assert IRIS.post("tameside", "chair") == URIRef("https://example.org/id/post/tameside-chair")
    assert str(IRIS.passage("a-report", 12, 90)).endswith("/id/passage/a-report-12-90")
    assert str(IRIS.escalation_option("a-1")).endswith("/id/escalation-option/a-1")
    assert str(IRIS.document_graph("a")) == "https://example.org/graph/document/a"
    assert str(IRIS.reference_graph) == "https://example.org/graph/reference"


@pytest.mark.parametrize("scheme", sorted(CONCEPT_SCHEMES))
def test_every_scheme_has_concepts(scheme: str) -> None:
    assert str(IRIS.concept(scheme, "one")) == f"https://example.org/id/{scheme}/one"


def test_unknown_scheme_is_refused() -> None:
    with pytest.raises(BadIriError, match="colour"):
        IRIS.concept("colour", "red")


@pytest.mark.parametrize("slug", ["", "Two Words", "a/b", "-a", "é", "a\n"])
def test_what_is_no_slug_is_refused(slug: str) -> None:
    with pytest.raises(BadIriError):
        IRIS.body(slug)


def test_last_slash_of_the_base_does_not_matter() -> None:
    assert Iris("https://example.org/") == IRIS


@pytest.mark.parametrize(
    "base", ["", "example.org", "ftp://example.org", "http://a b", "http://a?b"]
)
def test_what_is_no_address_is_no_base(base: str) -> None:
    with pytest.raises(BadIriError, match="base"):
        Iris(base)
