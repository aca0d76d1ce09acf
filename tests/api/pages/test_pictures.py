"""Where things stand in pictures."""

from __future__ import annotations

import networkx

from api.pages.pictures.hierarchy import MOST_ACTORS, draw_hierarchy
from api.pages.pictures.matrix import draw_matrix
from api.pages.pictures.timeline import WIDTH, draw_timeline
from api.pages.pictures.words import cut, lines_of, width_of
from graph.analytics.timeline import Moment
from graph.analytics.trends import Point

BASE = "http://localhost:8000"


def moment(on: str, lane: str = "inspection", label: str = "A visit of some length") -> Moment:
    return Moment(on, lane, label, f"{BASE}/id/inspection/{on}")


def test_words_of_one_lane_never_run_into_each_other() -> None:
    picture = draw_timeline([moment(f"2021-0{month}-01") for month in range(1, 8)], BASE)
    assert picture
    spans = [
        (mark.y, mark.x - width_of(mark.label) - 10 if mark.words_before else mark.x - 6,
         mark.x + 6 if mark.words_before else mark.x + 10 + width_of(mark.label))
        for mark in picture.marks
    ]  # fmt: skip
    for at, (row, start, end) in enumerate(spans):
        for other_row, other_start, other_end in spans[at + 1 :]:
            assert row != other_row or end <= other_start or other_end <= start


def test_marks_stand_in_order_of_time_within_the_picture() -> None:
    picture = draw_timeline([moment("2016-12"), moment("2019"), moment("2024-07-01")], BASE)
    assert picture
    places = [mark.x for mark in picture.marks]
    assert places == sorted(places) and places[0] > 0 and places[-1] < WIDTH


def test_one_moment_is_no_timeline() -> None:
    assert draw_timeline([moment("2021")], BASE) is None
    assert draw_timeline([moment("2021", "post"), moment("2022", "post")], BASE) is None


def test_square_grows_with_the_share_of_reports() -> None:
    points = [
        Point("t", "T", "ILACS", 2020, 3, 1, 4, 0.25),
        Point("t", "T", "ILACS", 2021, 1, 4, 4, 1),
    ]
    picture = draw_matrix(points, {"body": "exampleshire"}, BASE)
    assert picture
    few, many = picture.squares
    assert few.side < many.side
    assert few.address == "/recommendations?theme=t&from=2020&to=2020&body=exampleshire"
    assert draw_matrix([], {}, BASE) is None


def test_who_is_answered_stands_above_who_answers() -> None:
    graph = networkx.DiGraph()
    for name in ("director", "council", "ofsted"):
        graph.add_node(name, label=name, kind="Body")
    graph.add_edge("director", "council", weight=4, relations="is a post at")
    graph.add_edge("council", "ofsted", weight=4, relations="is asked by")
    picture = draw_hierarchy(graph, BASE)
    assert picture
    height = {box.lines[0]: box.y for box in picture.boxes}
    assert height["ofsted"] < height["council"] < height["director"]
    assert [arrow.is_structure for arrow in picture.arrows] == [True, False]
    assert draw_hierarchy(networkx.DiGraph(), BASE) is None


def test_of_many_actors_those_with_most_ties_are_drawn() -> None:
    graph = networkx.DiGraph()
    for number in range(40):
        graph.add_node(str(number), label=f"Actor {number}", kind="Role")
        graph.add_edge(str(number), "0", weight=number + 1, relations="is asked by")
    graph.remove_edge("0", "0")
    picture = draw_hierarchy(graph, BASE)
    assert picture
    assert (len(picture.boxes), picture.left_out) == (MOST_ACTORS, 40 - MOST_ACTORS)


def test_long_words_are_broken_and_cut() -> None:
    assert lines_of("Director of Children’s Services of Exampleshire", 22, 2)[-1].endswith("…")
    assert cut("short", 10) == "short"
