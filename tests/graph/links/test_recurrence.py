from __future__ import annotations

from itertools import permutations

import pytest

from graph.links.elsewhere import LINKS_PER_ITEM, find_alike_elsewhere
from graph.links.facts import Item
from graph.links.likeness import describe
from graph.links.recurrence import find_recurrences

from .exampleshire import BASE, OTHERTON, document, item

EARLY, LATE = document("2016-12-09"), document("2023-12-15")
HOTELS = item(EARLY, 1, "Stop placing care leavers in bed and breakfast.")
HOMES = item(LATE, 1, "Suitable accommodation for care leavers.")
CASELOADS = item(EARLY, 2, "Reduce caseloads of social workers.")
SCHOOLS = item(LATE, 2, "Attendance at school.")
STORY = [HOTELS, HOMES, CASELOADS, SCHOOLS]
THERE = item(document("2019-01-31", council=OTHERTON), 1, "Suitable accommodation of care leavers.")


def test_same_issue_in_other_words_recurs() -> None:
    (found,) = find_recurrences(describe(STORY))
    assert (found.earlier, found.later, found.relation) == (HOTELS, HOMES, "recurs")
    assert found.reason.startswith("issues: care-leaver-accommodation, care-leavers; words: ")


def test_same_words_again_are_a_restatement() -> None:
    again = item(LATE, 3, CASELOADS.text)
    (found,) = [each for each in find_recurrences(describe([*STORY, again])) if each.later == again]
    assert (found.relation, found.method, found.score) == ("restates", "wording", 1.0)


def test_near_issue_is_related_and_no_recurrence() -> None:
    changes = item(LATE, 3, "The number of changes of social worker.")
    (found,) = find_recurrences(describe([CASELOADS, changes]))
    assert (found.earlier, found.later, found.relation) == (CASELOADS, changes, "related")
    assert "caseloads ~ social-worker-changes" in found.reason


def test_those_for_whom_it_is_asked_make_no_recurrence() -> None:
    rights = item(LATE, 3, "Health passports for care leavers.")
    found = find_recurrences(describe([HOTELS, rights]))
    assert not [each for each in found if each.relation == "recurs"]


def test_broad_item_takes_up_a_narrow_one() -> None:
    parts = ("early help", "life-story work", "caseloads of social workers", "advocacy", "audits")
    broad = item(LATE, 3, "Support that includes:", parts=parts)
    (found,) = find_recurrences(describe([CASELOADS, broad]))
    assert (found.later, found.relation) == (broad, "recurs")


def test_items_of_one_inspection_do_not_recur() -> None:
    letter = document("2016-12-20", "joint-inspection-letter")
    one = item(EARLY, 1, HOTELS.text, arises_from="inspection")
    other = item(letter, 1, HOMES.text, arises_from="inspection")
    assert not find_recurrences(describe([one, other]))


def test_statements_due_by_a_day_are_not_compared() -> None:
    text = "Send a written statement of what will be done by 30 March."
    due = [item(source, 9, text, kind="requirement") for source in (EARLY, LATE)]
    assert not find_recurrences(describe(due))


def test_name_of_the_council_is_no_word_that_two_items_share() -> None:
    one = item(EARLY, 3, "Exampleshire Exampleshire Exampleshire nurses.")
    other = item(LATE, 3, "Exampleshire Exampleshire Exampleshire lawyers.")
    assert not find_recurrences(describe([one, other]))


@pytest.mark.parametrize("order", list(permutations(range(5)))[::7])
def test_links_are_the_same_in_any_order(order: tuple[int, ...]) -> None:
    items = [*STORY, THERE]
    one, other = describe(items), describe([items[place] for place in order])
    assert find_recurrences(one) == find_recurrences(other)
    assert find_alike_elsewhere(one) == find_alike_elsewhere(other)


def test_likeness_of_two_items_does_not_depend_on_others() -> None:
    alone = find_recurrences(describe([HOTELS, HOMES]))
    assert alone == find_recurrences(describe([*STORY, THERE]))


def test_another_council_is_elsewhere_and_no_recurrence() -> None:
    described = describe([HOTELS, THERE, CASELOADS])
    assert not find_recurrences(described)
    (found,) = find_alike_elsewhere(described)
    assert (found.earlier, found.later) == (HOTELS, THERE)


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("Reduce delay for adopters.", "The quality of adoption support.", False),
        ("Supervision of all staff.", "The regularity of supervision.", True),
        ("The take-up of return interviews.", "Collate findings of return interviews.", False),
        ("The take-up of return interviews.", "Better return interviews.", True),
    ],
    ids=["a field", "a demand", "unlike aspects", "one aspect and none"],
)
def test_other_council_was_told_the_same_demand_in_a_field(
    one: str, other: str, is_alike: bool
) -> None:
    there = item(document("2018-01-01", council=OTHERTON), 1, one)
    assert bool(find_alike_elsewhere(describe([there, item(LATE, 8, other)]))) is is_alike


def test_each_item_keeps_its_strongest_links_one_a_council() -> None:
    towns = [f"{BASE}/body/town-{n}" for n in range(LINKS_PER_ITEM + 3)]
    sources = [document("2015-01-01", council=town) for town in towns]
    earlier = [item(source, order, HOMES.text) for source in sources for order in (1, 2)]
    found = find_alike_elsewhere(describe([*earlier, HOMES, CASELOADS]))
    councils = [each.earlier.council for each in found if each.later == HOMES]
    assert len(councils) == len(set(councils)) == LINKS_PER_ITEM


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_compare_gives_no_links(count: int) -> None:
    few: list[Item] = STORY[:count]
    assert not find_recurrences(describe(few))
    assert not find_alike_elsewhere(describe(few))
