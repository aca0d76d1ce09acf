"""Which of a row of actors has the part that its frame gives: bodies, people, those above."""

from __future__ import annotations

from collections.abc import Callable

from loaders.extractors.actor_rows import Row, is_service
from loaders.extractors.groups import group_kinds, is_council
from loaders.records import Actor
from ontology.vocabulary import vocabulary

OWN_STAFF = frozenset({"social-workers", "staff", "managers", "leaders", "foster-carers"})
NO_OVERSEERS = frozenset({"social-workers", "staff", "leaders"})
BOARDS = frozenset({"board-members"})
NO_DECIDERS = frozenset({"headteacher", "social-worker", "personal-adviser"})

Whom = Callable[[Row], Row]


def whole_row(row: Row) -> Row:
    """Return all of a row."""
    return row


def the_first(row: Row) -> Row:
    """Return the one named first."""
    return row[:1]


def the_others(row: Row) -> Row:
    """Return those named after the first."""
    return row[1:]


def no_own_staff(row: Row) -> Row:
    """Return those who are no people of the body that must act."""
    return tuple(each for each in row if not _is_own_staff(each.actor))


def not_staff(row: Row) -> Row:
    """Return those who may be sent something from outside: posts too, no staff or managers."""
    return tuple(
        each
        for each in row
        if each.actor.role not in NO_DECIDERS and group_kinds(each.actor).isdisjoint(OWN_STAFF)
    )


def services(row: Row) -> Row:
    """Return the bodies and agencies of a row."""
    return tuple(each for each in no_own_staff(row) if is_service(each.actor))


def beside_the_council(row: Row) -> Row:
    """Return a row in which a council stands beside others, else nobody."""
    return row if len(row) > 1 and any(is_council(each.actor) for each in row) else ()


def others_than_the_council(row: Row) -> Row:
    """Return those who stand beside a council."""
    return tuple(each for each in beside_the_council(row) if not is_council(each.actor))


def people(row: Row) -> Row:
    """Return those of a row who are no bodies: children, families, a community."""
    return tuple(each for each in row if _is_people(each.actor))


def bodies(row: Row) -> Row:
    """Return those of a row who are bodies or hold a post."""
    return tuple(each for each in row if not _is_people(each.actor))


def _is_people(actor: Actor) -> bool:
    kind = vocabulary().named("body-type", actor.label)
    return kind is not None and kind.broader == ("people",)


def overseers(row: Row) -> Row:
    """Return those who may oversee the work of others: no leaders, who do what is asked."""
    return tuple(
        each
        for each in row
        if not is_council(each.actor) and group_kinds(each.actor).isdisjoint(NO_OVERSEERS)
    )


def above(row: Row) -> Row:
    """Return those who may have to be told or asked: no group that does the work, no council."""
    return tuple(
        each
        for each in row
        if not is_council(each.actor)
        and group_kinds(each.actor) <= BOARDS
        and each.actor.role not in NO_DECIDERS
    )


def one_of_whom_acts(row: Row) -> Row:
    """Return a row of which one may be the one who must act: a council, or one of two by name."""
    named = all(each.actor.body_type != "group" for each in row)
    return row if named and len(row) == 2 else beside_the_council(row)


def _is_own_staff(actor: Actor) -> bool:
    """Whether these are people of the body that must act, and nobody beside it."""
    employed = actor.kind == "post" or actor.role == "social-worker"
    return employed or not group_kinds(actor).isdisjoint(OWN_STAFF)
