from __future__ import annotations

import pytest

from graph.links.facts import UNDECIDED, Decisions, NamedFact
from graph.links.identity import Identity, identities_in
from graph.links.linking import grouped
from graph.links.triples import lines_of_identities

OFSTED = frozenset({"body/ofsted"})


def person(iri: str, name: str, bodies: frozenset[str] = OFSTED) -> NamedFact:
    return NamedFact(iri=iri, name=name, bodies=bodies)


def body(iri: str, name: str, *serves: str) -> NamedFact:
    return NamedFact(iri=iri, name=name, bodies=frozenset(serves), is_person=False)


def identities(*named: NamedFact) -> list[Identity]:
    groups = grouped(named)
    return [each for group in sorted(groups) for each in identities_in(group, groups[group])]


@pytest.mark.parametrize("short", ["Matt Stone", "Matth Stone"])
def test_short_first_name_at_the_same_inspectorate_is_one_person(short: str) -> None:
    (found,) = identities(person("b", "Matthew Stone"), person("a", short))
    assert (found.iri, found.canonical, found.method) == ("a", "b", "short-first-name")
    assert found.reason == "both at ofsted"


def test_letters_after_a_name_make_no_other_person() -> None:
    (found,) = identities(person("a", "Pat Stone AI"), person("b", "Pat Stone"))
    assert (found.iri, found.canonical, found.method) == ("a", "b", "letters-after-name")


def test_slip_in_a_long_surname_is_one_person_in_doubt() -> None:
    (found,) = identities(person("a", "Pat Millner"), person("b", "Pat Milnler"))
    assert (found.iri, found.canonical, found.method) == ("b", "a", "misprinted-surname")
    assert found.doubt


@pytest.mark.parametrize("other", ["Pat Stowe", "Pat Bridge", "Mark Millner", "Pat Wood"])
def test_other_names_are_other_people(other: str) -> None:
    assert not identities(person("a", "Pat Millner"), person("b", other), person("c", "Pat Hood"))


def test_namesakes_at_two_councils_stay_two() -> None:
    here, there = frozenset({"exampleshire"}), frozenset({"otherton"})
    assert not identities(person("a", "Pat Stone", here), person("b", "Pat Stone", there))


def test_bodies_of_a_person_add_up_over_documents() -> None:
    here, there = frozenset({"exampleshire"}), frozenset({"otherton"})
    told = [person("a", "Matt Stone", here), person("b", "Matthew Stone", there)]
    assert not identities(*told)
    assert identities(*told, person("a", "Matt Stone", there))


def test_body_with_the_words_of_another_is_the_same() -> None:
    (found,) = identities(body("police", "Exampleshire Police"),
                          body("police-force", "Exampleshire police force"))  # fmt: skip
    assert (found.iri, found.canonical, found.method) == ("police-force", "police", "same-words")


def test_like_named_bodies_of_two_councils_stay_two() -> None:
    one, other = body("a", "Improvement Board", "x"), body("b", "Improvement Board", "y")
    assert not identities(one, other)


def test_groups_such_as_partners_are_nobody() -> None:
    assert not identities(body("a", "Partners"), body("b", "Partners"))


def test_person_can_undo_and_redirect_a_merger() -> None:
    found = identities(person("a", "Pat Stone AI"), person("b", "Pat Stone"))
    undone = Decisions(wrong={("a", "sameAs"): frozenset({"b"})})
    redirected = lines_of_identities(found, Decisions(right={("a", "sameAs"): "c"}))
    assert any("sameAs> <b>" in line for line in lines_of_identities(found, UNDECIDED))
    assert lines_of_identities(found, undone) == []
    assert any("sameAs> <c>" in line for line in redirected)
    assert any('"decided by a person"' in line for line in redirected)
