"""The named questions: what each answers for the invented council, and at what cost."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest

from graph import Store
from graph.binding import parameters_of
from graph.errors import ParameterError, UnknownName
from graph.questions import LIST_SEPARATOR, ask, question, questions
from tests.graph.exampleshire import short, story_store

REPORT_2016 = "document/exampleshire-2016-12-09-inspection-report"
NAMES = [entry.name for entry in questions()]


@pytest.fixture(scope="module")
def store() -> Store:
    return story_store()


def answer(store: Store, name: str, columns: str, **parameters: str) -> list[tuple[object, ...]]:
    records = ask(store, name, {"body": "exampleshire", **parameters}).records
    return [tuple(short(record[column]) for column in columns.split()) for record in records]


def test_sixteen_questions_are_known() -> None:
    assert len(questions()) == 16
    assert "recurring-weaknesses" in NAMES and "due" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_header_tells_what_the_query_has(store: Store, name: str) -> None:
    asked = question(name)
    assert asked.question.endswith("?") and asked.order
    assert {entry.name for entry in asked.parameters} == set(parameters_of(asked.sparql))
    assert store.select(asked.sparql).columns == tuple(column.name for column in asked.columns)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_an_answer(store: Store, name: str) -> None:
    assert ask(store, name, {"body": "exampleshire"}).rows
    assert ask(store, name).rows


@pytest.mark.parametrize("name", NAMES)
def test_one_row_is_one_thing(store: Store, name: str) -> None:
    answered = ask(store, name, {"body": "exampleshire"})
    iris = [
        number for number, column in enumerate(answered.question.columns) if column.kind == "iri"
    ]
    things = {tuple(row[number] for number in iris) for row in answered.rows}
    spread = {"theme-trends"}  # a theme has a row for each year
    assert name in spread or len(things) == len(answered.rows)


def test_recurring_weaknesses_stand_under_theme_inspection_and_party(store: Store) -> None:
    rows = answer(store, "recurring-weaknesses", "heading inspected_on asked_of text loaded")
    assert rows == [
        ("Pursuit of permanence", "2016-09-26", COUNCIL, "Find lasting homes sooner.", True),
        ("Pursuit of permanence", "2021-06-21", COUNCIL, HOMES_2021, True),
        (STAFF, "2021-06-21", COUNCIL, "The size of caseloads.", True),
        (PARTNERS, "2016-09-26", BOARD, "Audit the board's own work.", True),
        (PARTNERS, "2020-01-01", COUNCIL, "Answer referrals within a day.", False),
    ]


COUNCIL, BOARD = "Exampleshire County Council", "Exampleshire Safeguarding Board"
HOMES_2021 = "The time it takes to find lasting homes."
STAFF = "Sufficiency, staffing and recruitment"
PARTNERS = "Work with partners and multi-agency working"


def test_recurring_weakness_names_what_it_recurs_from(store: Store) -> None:
    rows = answer(store, "recurring-weaknesses", "text inspections recurs_from basis page")
    assert rows[1] == (HOMES_2021, 2, ("Find lasting homes sooner.",), "computed", None)
    assert rows[4] == ("Answer referrals within a day.", 2, (), "printed", 12)


def test_theme_below_another_is_found_under_it(store: Store) -> None:
    rows = answer(store, "recurring-weaknesses", "text", theme="other")
    assert rows == [("Find lasting homes sooner.",)]


def test_asks_quote_their_words_in_the_order_of_the_page(store: Store) -> None:
    rows = answer(store, "asks", "number asked_of asked_by page words document")
    assert rows[0] == (
        "1", (COUNCIL,), ("Ofsted",), 7, ("Find lasting", "homes sooner."), REPORT_2016,
    )  # fmt: skip
    assert [row[0] for row in rows] == ["1", "2", None, None, None, "1", "2"]


def test_asks_to_a_board_are_found_by_the_board(store: Store) -> None:
    rows = ask(store, "asks", {"body": "exampleshire-safeguarding-board"}).records
    assert "Audit the board's own work." in [row["text"] for row in rows]


def test_asks_between_two_days(store: Store) -> None:
    rows = answer(store, "asks", "asked_on", **{"from": "2020", "to": "2021-06"})
    assert rows == [("2020-01-01",), ("2021-06-30",), ("2021-06-30",)]


def test_commissioner_duties_give_each_actor_its_part(store: Store) -> None:
    parts = "must_act agrees supports oversees consulted reports_to condition modality"
    assert answer(store, "commissioner-duties", parts)[0] == (
        ("Director of Children's Services",), ("Commissioner",), ("Strategic Partner",),
        ("Ofsted",), (BOARD,), ("Commissioner",), "If homes stay scarce", ("Must",),
    )  # fmt: skip


def test_responsibilities_say_towards_whom(store: Store) -> None:
    rows = answer(store, "responsibilities", "party text towards")
    assert rows == [(("Strategic Partner",), "Lends two managers.", ("Commissioner", COUNCIL))]


def test_figures_keep_unit_and_period_and_are_whole_where_printed_so(store: Store) -> None:
    rows = answer(store, "figures", "label value unit period area page")
    assert rows == [
        ("children with a plan", 240, None, "31 March 2022", COUNCIL, 4),
        ("children with a plan", 41.5, "per 10,000 children", None, COUNCIL, 4),
    ]
    assert type(rows[0][1]) is int


def test_what_became_leaves_out_what_is_only_reported_from_another(store: Store) -> None:
    rows = answer(store, "what-became", "number progress assessed_by words page")
    sentences = ("Homes are found sooner.", "Yet some children wait.")
    assert rows == [
        ("1", "Some progress", ("Ofsted",), sentences, 2),
        (None, "Met", ("Commissioner",), (), None),
    ]


def test_never_heard_again_needs_a_later_document(store: Store) -> None:
    rows = answer(store, "never-heard-again", "text later_documents last_document_on")
    assert rows == [
        ("Audit the board's own work.", 4, "2022-05-01"),
        (HOMES_2021, 1, "2022-05-01"),
        ("The size of caseloads.", 1, "2022-05-01"),
    ]


def test_never_heard_again_shows_what_comes_near(store: Store) -> None:
    rows = answer(store, "never-heard-again", "nearest nearest_score")
    assert rows == [(("The council should keep its board:",), 0.4), ((), None), ((), None)]


def test_visit_reviews_show_both_wordings(store: Store) -> None:
    rows = answer(store, "visit-reviews", "visited_on ordinal number text restated progress")
    restated = "Find lasting homes for children sooner."
    assert rows == [("2018-02-20", 3, "1", "Find lasting homes sooner.", restated, "Some progress")]


def test_inspection_history_tells_grades_and_what_is_not_loaded(store: Store) -> None:
    rows = answer(store, "inspection-history", "inspected_on grade rank lead_inspector loaded")
    assert rows == [
        ("2016-09-26", "inadequate", 4, ("Ann Lead",), True),
        ("2018-02-20", None, None, (), True),
        ("2020-01-01", None, None, (), False),
        ("2021-06-21", "Requires improvement to be good", 3, (), True),
    ]


def test_a_mention_without_a_grade_hides_no_grade_that_others_state() -> None:
    store = story_store()
    told = """PREFIX ans: <https://w3id.org/answerable/ns#>
    GRAPH <graph/told> {
      <id/reference/graded> ans:refersTo <id/inspection/exampleshire-2016-09-26> ;
        ans:statedGrade <id/grade/inadequate> .
      <id/reference/dated> ans:refersTo <id/inspection/exampleshire-2016-09-26> . }"""
    with store.transaction() as changes:
        changes.load(told.encode(), "trig")
    first = answer(store, "inspection-history", "inspected_on grade_elsewhere")[0]
    assert first == ("2016-09-26", ("Inadequate",))


def test_an_inspector_whose_name_is_spelt_in_two_ways_is_one_leader() -> None:
    store = story_store()
    told = """PREFIX foaf: <http://xmlns.com/foaf/0.1/>
    GRAPH <graph/told> { <id/person/ann-lead-ofsted> foaf:name "Ann lead" }"""
    with store.transaction() as changes:
        changes.load(told.encode(), "trig")
    first = answer(store, "inspection-history", "inspected_on lead_inspector")[0]
    assert first == ("2016-09-26", ("Ann Lead",))


def test_post_holders_name_the_canonical_person(store: Store) -> None:
    rows = answer(store, "post-holders", "organisation post person start in_post_on canonical")
    assert rows == [
        (COUNCIL, "Director of Children's Services", "Matt Example", "2021-11", None,
         "person/matthew-example-exampleshire"),
        ("Ofsted", "Lead inspector", "Ann Lead", None, "2016-10-20", "person/ann-lead-ofsted"),
    ]  # fmt: skip


def test_post_holders_within_a_year(store: Store) -> None:
    rows = answer(store, "post-holders", "person", **{"from": "2016", "to": "2016"})
    assert rows == [("Ann Lead",)]


def test_documents_reply_discuss_and_mention(store: Store) -> None:
    rows = answer(store, "documents-about-documents", "relation other_title other_on loaded")
    assert rows == [
        ("discusses", "Inspection of Exampleshire", "2016-12-09", True),
        ("mentions", "the improvement plan", None, False),
        ("replies to", "Direction", "2021", False),
    ]


def test_escalation_options_have_their_status(store: Store) -> None:
    assert answer(store, "escalation-options", "option status") == [("A trust", "kept-open")]


def test_told_elsewhere_compares_the_grades_and_leaves_out_rejected_likenesses(
    store: Store,
) -> None:
    rows = answer(store, "told-elsewhere", "council grade_before grade_after improved score")
    assert rows == [("Otherton Council", "Inadequate", "Good", True, 0.8)]


def test_told_elsewhere_knows_no_grade_where_nothing_followed(store: Store) -> None:
    [row] = ask(store, "told-elsewhere", {"body": "otherton"}).records
    assert (row["grade_before"], row["grade_after"]) == ("Requires improvement to be good", None)


def test_theme_trends_count_items_and_reports(store: Store) -> None:
    rows = ask(store, "theme-trends", {"theme": "permanence", "from": "2017"}).records
    found = [(row["year"], row["items"], row["reports_with_theme"], row["share"]) for row in rows]
    assert found == [(2021, 1, 1, 1.0)]


def test_open_asks_count_met_by_the_latest_assessment(store: Store) -> None:
    rows = answer(store, "open-asks", "actor_name open asks met never_assessed")
    assert rows == [
        (COUNCIL, 4, 5, 1, 3),
        ("Director of Children's Services", 1, 1, 0, 1),
        (BOARD, 1, 1, 0, 1),
    ]


@pytest.mark.parametrize(
    ("day", "overdue"), [({}, None), ({"day": "2022-07-31"}, False), ({"day": "2022-09"}, True)]
)
def test_due_tells_what_is_overdue_on_a_day(
    store: Store, day: Mapping[str, str], overdue: bool | None
) -> None:
    rows = answer(store, "due", "due due_as_printed text overdue", **day)
    assert (rows[0][0], rows[0][3]) == ("2022-08-01", overdue)
    assert rows[1] == (None, "quarterly", "meeting quarterly", None)


def test_unknown_question_is_told_with_the_known_ones(store: Store) -> None:
    with pytest.raises(UnknownName, match="what-became"):
        ask(store, "nonsense")


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("body", "nowhere", "nothing is known"),
        ("body", "http://elsewhere.example/body/x", "must be a slug"),
        ("body", "", "must be a slug"),
        ("from", "2016-13", "no date"),
        ("to", "soon", "must be a date"),
        ("colour", "red", "no such parameter"),
    ],
)
def test_unusable_parameter_is_refused(store: Store, name: str, value: str, reason: str) -> None:
    with pytest.raises(ParameterError, match=reason):
        ask(store, "asks", {name: value})


def test_body_may_be_given_as_iri_or_name(store: Store) -> None:
    by_slug = ask(store, "asks", {"body": "exampleshire"}).rows
    assert (
        ask(store, "asks", {"body": "http://localhost:8000/id/body/exampleshire"}).rows == by_slug
    )
    assert ask(store, "asks", {"body": "Exampleshire"}).rows == by_slug


def test_parameter_is_never_read_as_sparql(store: Store) -> None:
    with pytest.raises(ParameterError):
        ask(store, "asks", {"body": "x> } UNION { ?a ?b ?c } #"})


def test_list_columns_are_joined_for_plain_sparql(store: Store) -> None:
    solutions = store.select(question("asks").sparql)
    column = solutions.columns.index("words")
    joined = {row[column].value for row in solutions.rows if row[column]}
    assert f"Find lasting{LIST_SEPARATOR}homes sooner." in joined


def test_question_about_one_body_costs_the_same_in_a_store_ten_times_larger() -> None:
    small, large = story_store(3), story_store(60)
    for name in NAMES:
        assert seconds(large, name) < 3 * seconds(small, name) + 0.01, name


def seconds(store: Store, name: str) -> float:
    """Return the shortest of three times that a question about one body takes."""
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        ask(store, name, {"body": "exampleshire"})
        taken.append(time.perf_counter() - begun)
    return min(taken)
