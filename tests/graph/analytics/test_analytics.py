"""Every analytic: its documentation, its parameters, and what it finds in the story."""

from __future__ import annotations

import doctest
import inspect
from importlib import import_module

import networkx
import pytest

from graph import MEMORY, Store, open_store
from graph.analytics.communities import communities_of, modularity
from graph.analytics.paths import accountability_paths, steps_from
from graph.analytics.recurrence import recurrence_by_theme
from graph.analytics.registry import ANALYTICS, analyse
from graph.analytics.trends import Point, trend_points
from graph.asks import asks
from graph.errors import ParameterError, UnknownName
from graph.questions import Cell
from graph.selections import about
from graph.ties import project_accountability, project_returns
from tests.graph.exampleshire import short, story_store

NAMES = list(ANALYTICS)
DIRECTOR = "exampleshire-director-of-childrens-services"
COUNCIL = "http://localhost:8000/id/body/exampleshire"


@pytest.fixture(scope="module")
def store() -> Store:
    return story_store()


def found(store: Store, name: str, columns: str, **given: str) -> list[tuple[object, ...]]:
    records = analyse(store, name, given).answer.records
    return [tuple(short(record[column]) for column in columns.split()) for record in records]


def summary(store: Store, name: str, **given: str) -> dict[str, Cell]:
    return dict(analyse(store, name, given).summary)


def test_the_eight_analytics_are_there() -> None:
    assert sorted(NAMES) == [
        "centrality", "communities", "paths", "recurrence", "timeline", "trends", "unanswered",
        "workload",
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_examples_of_the_docstrings_hold(name: str) -> None:
    result = doctest.testmod(import_module(f"graph.analytics.{name}"))
    assert result.attempted and not result.failed


@pytest.mark.parametrize("name", NAMES)
def test_definition_tells_range_and_the_empty_graph(name: str) -> None:
    entry = ANALYTICS[name]
    definition = " ".join(entry.definition.split())
    assert entry.cost and entry.question.order and entry.question.question.endswith("?")
    assert "mpty" in definition
    assert inspect.getdoc(entry.measure)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "given", [{}, {"body": "exampleshire"}, {"theme": "permanence"}, {"from": "2016", "to": "2021"}]
)
def test_every_analytic_takes_a_council_a_theme_and_a_period(
    store: Store, name: str, given: dict[str, str]
) -> None:
    finding = analyse(store, name, given)
    assert all(len(row) == len(finding.answer.columns) for row in finding.answer.rows)
    assert finding.answer.rows or name == "communities"
    assert finding.summary


@pytest.mark.parametrize("name", NAMES)
def test_empty_store_gives_no_rows(name: str) -> None:
    with open_store(MEMORY) as store:
        assert analyse(store, name).answer.rows == ()


def test_unknown_analytic_and_parameters_are_refused(store: Store) -> None:
    with pytest.raises(UnknownName, match="centrality"):
        analyse(store, "magic")
    with pytest.raises(ParameterError, match="no such parameter"):
        analyse(store, "trends", {"source": "ofsted"})
    with pytest.raises(ParameterError, match="no body, post or role"):
        analyse(store, "paths", {"source": "nobody"})
    with pytest.raises(ParameterError, match="must be a day"):
        analyse(store, "workload", {"day": "soon"})


def test_recurrence_counts_what_could_come_back(store: Store) -> None:
    rows = found(
        store, "recurrence", "theme items testable returned share longest", body="exampleshire"
    )
    assert rows[0] == ("theme/permanence", 2, 2, 1, 0.5, 1)
    assert ("theme/partnership-working", 2, 2, 0, 0.0, 0) in rows


def test_recurrence_takes_the_time_until_an_item_came_back(store: Store) -> None:
    [years] = found(store, "recurrence", "years", theme="permanence", to="2017")
    assert years == (4.6,)


def test_chain_counts_every_return(store: Store) -> None:
    items = [each for each in asks(store, about(COUNCIL)) if each.theme][:1]
    chain = networkx.DiGraph()
    chain.add_edge("b", items[0].recommendation, on="2020-01-01")
    chain.add_edge("c", "b", on="2021-01-01")
    assert recurrence_by_theme(items, chain)[0].longest == 2


def test_merely_related_items_are_no_return(store: Store) -> None:
    assert project_returns(store).number_of_edges() == 1


def test_director_answers_to_the_inspectorate_by_two_ways(store: Store) -> None:
    rows = found(
        store, "paths", "path step actor relation answers_to", source=DIRECTOR, target="ofsted"
    )
    assert rows == [(1, 1, f"post/{DIRECTOR}", "is overseen by", "body/ofsted")]


def test_post_answers_to_its_body_and_on(store: Store) -> None:
    graph = project_accountability(store)
    post = f"http://localhost:8000/id/post/{DIRECTOR}"
    assert graph.edges[post, COUNCIL]["relations"] == "is a post at"


def test_longer_way_is_left_out_and_nobody_answers_to_itself() -> None:
    graph = networkx.DiGraph(
        [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d"), ("d", "e"), ("b", "e")]
    )
    assert accountability_paths(graph, "a", "c") == (("a", "c"),)
    assert accountability_paths(graph, "a", "e") == (("a", "b", "e"), ("a", "d", "e"))
    assert accountability_paths(graph, "a", "a") == accountability_paths(graph, "c", "x") == ()


def test_everyone_whom_an_actor_answers_to_is_told_the_nearest_first() -> None:
    graph = networkx.DiGraph([("a", "b"), ("b", "c")])
    assert steps_from(graph, "a") == (("a", "b"), ("a", "b", "c"))
    assert steps_from(graph, "z") == ()


def test_communities_never_join_what_no_link_joins() -> None:
    links = networkx.Graph()
    links.add_weighted_edges_from([("a", "b", 0.9), ("b", "c", 0.8), ("x", "y", 0.7)])
    links.add_node("alone")
    groups = communities_of(links)
    assert [each.members for each in groups] == [("a", "b", "c"), ("x", "y")]
    assert groups[0].centre == "b"
    assert modularity(links, groups) == pytest.approx(0.413194, abs=1e-6)


def test_communities_do_not_depend_on_the_order_of_links() -> None:
    links = [(f"n{one}", f"n{other}", 0.5 + (one + other) % 5 / 10)
             for one in range(40) for other in range(one) if (one * other) % 7 == 1]  # fmt: skip
    one, other = networkx.Graph(), networkx.Graph()
    one.add_weighted_edges_from(links)
    other.add_weighted_edges_from(reversed(links))
    assert communities_of(one) == communities_of(other)
    assert modularity(networkx.Graph(), ()) is None


def test_community_of_the_story_joins_two_councils(store: Store) -> None:
    rows = found(store, "communities", "items councils first last")
    assert rows[0] == (3, 2, "2016-12-09", "2021-06-30")


def test_workload_counts_open_and_overdue_asks(store: Store) -> None:
    rows = found(
        store, "workload", "actor_label asks open met overdue", body="exampleshire",
        day="2023-01-01",
    )  # fmt: skip
    assert ("Exampleshire County Council", 5, 4, 1, 0) in rows
    assert ("Director of Children's Services", 1, 1, 0, 1) in rows


def test_next_deadline_is_the_first_from_the_day_on(store: Store) -> None:
    assert ("2022-08-01",) in found(store, "workload", "next_due", day="2022-01-01")
    assert ("2022-08-01",) not in found(store, "workload", "next_due", day="2023-01-01")


def test_unanswered_are_those_without_reply_and_assessment(store: Store) -> None:
    rows = found(store, "unanswered", "recommendation_label raised_again", body="exampleshire")
    assert ("Audit the board's own work.", 0) in rows
    assert not any(text == "Find lasting homes sooner." for text, _ in rows)
    figures = summary(store, "unanswered", body="exampleshire")
    assert (figures["asks"], figures["unanswered"], figures["met"]) == (7, 5, 1)


def test_trends_have_the_reports_as_denominator(store: Store) -> None:
    rows = found(store, "trends", "year reports_with_theme reports share", theme="permanence")
    assert (2021, 1, 1, 1.0) in rows


def test_year_without_the_theme_is_a_share_of_nothing() -> None:
    points = [
        Point("t", "T", "ILACS", 2019, 1, 1, 2, 0.5),
        Point("u", "U", "ILACS", 2020, 3, 2, 4, 0.5),
        Point("t", "T", "ILACS", 2021, 1, 1, 1, 1.0),
    ]
    told = [(each.theme, each.year, each.share, each.change) for each in trend_points(points)]
    assert told[:3] == [("t", 2019, 0.5, None), ("t", 2020, 0.0, -0.5), ("t", 2021, 1.0, 1.0)]


def test_timeline_is_in_order_with_grades_and_findings(store: Store) -> None:
    rows = found(store, "timeline", "on lane thing_label detail", body="exampleshire")
    assert [row[0] for row in rows] == sorted(str(row[0]) for row in rows)
    assert ("2016-09-26", "inspection", "Single inspection", "inadequate") in rows
    assert ("2018-02-21", "finding", "Some progress", "Find lasting homes sooner.") in rows
    assert any(row[1] == "due" and row[0] == "2022-08-01" for row in rows)


def test_timeline_keeps_to_the_period(store: Store) -> None:
    days = found(store, "timeline", "on", body="exampleshire", **{"from": "2018", "to": "2018"})
    assert days and all(str(day).startswith("2018") for (day,) in days)
