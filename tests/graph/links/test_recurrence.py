from __future__ import annotations

import pytest

from graph.links.elsewhere import LINKS_PER_ITEM, find_alike_elsewhere
from graph.links.facts import Item
from graph.links.likeness import describe
from graph.links.recurrence import find_recurrences

from .exampleshire import BASE, OTHERTON, document, item

EARLY, LATE = document("2016-12-09"), document("2023-12-15")
HOTELS = item(EARLY, 1, "Stop lodging care leavers in hotels.", issues=("lodgings",))
HOMES = item(LATE, 1, "The homes that care leavers are offered.", issues=("lodgings",))
CASELOADS = item(EARLY, 2, "Reduce caseloads of social workers.", issues=("caseloads",))
SCHOOLS = item(LATE, 2, "Attendance at school.", issues=("attendance",))
OTHERS = [
    item(EARLY, 10 + n, text, issues=(f"subject-{n}",))
    for n, text in enumerate(("Audit case files.", "Record visits.", "Train the board."))
]
STORY = [HOTELS, HOMES, CASELOADS, SCHOOLS, *OTHERS]


def test_same_issue_in_other_words_recurs() -> None:
    (found,) = find_recurrences(describe(STORY))
    assert (found.earlier, found.later, found.relation) == (HOTELS, HOMES, "recurs")
    assert found.reason.startswith("issues: lodgings; words: ")


def test_same_words_again_are_a_restatement() -> None:
    again = item(LATE, 3, CASELOADS.text, issues=CASELOADS.issues)
    (found,) = [each for each in find_recurrences(describe([*STORY, again])) if each.later == again]
    assert (found.relation, found.method, found.score) == ("restates", "wording", 1.0)


def test_items_of_one_inspection_do_not_recur() -> None:
    letter = document("2016-12-20", "joint-inspection-letter")
    one = item(EARLY, 1, HOTELS.text, issues=("lodgings",), arises_from="inspection")
    other = item(letter, 1, HOMES.text, issues=("lodgings",), arises_from="inspection")
    assert not find_recurrences(describe([one, other, *OTHERS]))


def test_statements_due_by_a_day_are_not_compared() -> None:
    text = "Send a written statement of what will be done by 30 March."
    due = [item(source, 9, text, kind="requirement") for source in (EARLY, LATE)]
    assert not find_recurrences(describe([*due, *OTHERS]))


def test_links_are_the_same_in_any_order() -> None:
    there = item(document("2019-01-31", council=OTHERTON), 1, HOMES.text, issues=("lodgings",))
    one, other = describe([*STORY, there]), describe([there, *reversed(STORY)])
    assert find_recurrences(one) == find_recurrences(other)
    assert find_alike_elsewhere(one) == find_alike_elsewhere(other)


def test_another_council_is_elsewhere_and_no_recurrence() -> None:
    there = item(document("2019-01-31", council=OTHERTON), 1, HOMES.text, issues=("lodgings",))
    described = describe([HOTELS, there, CASELOADS, *OTHERS])
    assert not find_recurrences(described)
    (found,) = find_alike_elsewhere(described)
    assert (found.earlier, found.later) == (HOTELS, there)


def test_each_item_keeps_its_strongest_links_one_a_council() -> None:
    earlier = [
        item(document("2015-01-01", council=f"{BASE}/body/town-{n}"), order, HOMES.text,
             issues=("lodgings",))
        for n in range(LINKS_PER_ITEM + 3)
        for order in (1, 2)
    ]  # fmt: skip
    found = find_alike_elsewhere(describe([*earlier, HOMES, CASELOADS, *OTHERS]))
    councils = [each.earlier.council for each in found if each.later == HOMES]
    assert len(councils) == len(set(councils)) == LINKS_PER_ITEM


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_compare_gives_no_links(count: int) -> None:
    few: list[Item] = STORY[:count]
    assert not find_recurrences(describe(few))
    assert not find_alike_elsewhere(describe(few))
