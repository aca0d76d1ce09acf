"""Who answers to whom, drawn in levels: those who are answered to stand above those who answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import networkx

from api.masking import mask
from api.pages.links import address_of
from api.pages.pictures.words import lines_of

WIDTH: Final = 1040
BOX_WIDTH: Final = 150
BOX_HEIGHT: Final = 50
LEVEL: Final = 118
MOST_ACTORS: Final = 24
MOST_IN_A_ROW: Final = 6
LABEL_CHARACTERS: Final = 22
LEVELS: Final = 4

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An actor: its place (upper left corner), its name in lines, and its page."""

    x: float
    y: float
    lines: tuple[str, ...]
    name: str
    address: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A tie from who answers to who is answered, from edge to edge; ``weight`` in px of line."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    name: str
    is_structure: bool


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The picture; ``left_out`` is the number of actors with weaker ties that it does not show."""

    width: int
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    left_out: int


def draw_hierarchy(graph: networkx.DiGraph, base: str) -> Hierarchy | None:
    """Return the picture of an accountability graph; None where nobody answers to anybody.

    Of a big graph the actors with the strongest ties are shown.  The level of an actor is the
    share of its ties, by weight, in which it is answered to.
    """
    if not graph.number_of_edges():
        return None
    shown = graph.subgraph(_strongest(graph))
    rows = _rows(shown)
    places = _places(rows)
    return Hierarchy(
        width=WIDTH,
        height=LEVEL * (len(rows) - 1) + BOX_HEIGHT + 20,
        boxes=tuple(_box(shown, actor, place, base) for actor, place in places.items()),
        arrows=tuple(_arrows(shown, places)),
        left_out=len(graph) - len(shown),
    )


def _strongest(graph: networkx.DiGraph) -> list[str]:
    degrees: Mapping[str, int] = dict(graph.degree(weight="weight"))
    return sorted(degrees, key=lambda actor: (-degrees[actor], actor))[:MOST_ACTORS]


def _rows(graph: networkx.DiGraph) -> list[list[str]]:
    """Return the actors by level, from the top, at most `MOST_IN_A_ROW` side by side."""
    answered: Mapping[str, int] = dict(graph.in_degree(weight="weight"))
    answering: Mapping[str, int] = dict(graph.out_degree(weight="weight"))
    levels: list[list[str]] = [[] for _ in range(LEVELS)]
    for actor in graph:
        total = answered[actor] + answering[actor]
        share = answered[actor] / total if total else 0.0
        levels[min(int((1 - share) * LEVELS), LEVELS - 1)].append(actor)
    rows: list[list[str]] = []
    for level in levels:
        ordered = sorted(level, key=lambda actor: (-answered[actor] - answering[actor], actor))
        count = -(-len(ordered) // MOST_IN_A_ROW)
        rows += [_heaviest_in_the_middle(ordered[at::count]) for at in range(count)]
    return rows


def _heaviest_in_the_middle(actors: Sequence[str]) -> list[str]:
    """Return actors, given the heaviest first, from left to right: most arrows lead there."""
    return [*reversed(actors[1::2]), *actors[::2]]


def _places(rows: Sequence[Sequence[str]]) -> dict[str, Place]:
    """Return the upper left corner of each actor's box."""
    return {
        actor: (round(WIDTH * (at + 0.5) / len(row) - BOX_WIDTH / 2, 1), 10.0 + LEVEL * level)
        for level, row in enumerate(rows)
        for at, actor in enumerate(row)
    }


def _box(graph: networkx.DiGraph, actor: str, place: Place, base: str) -> Box:
    label = mask(str(graph.nodes[actor]["label"]))
    kind = str(graph.nodes[actor]["kind"])
    lines = lines_of(label, LABEL_CHARACTERS, 3)
    return Box(*place, lines, f"{label} ({kind.lower()})", address_of(actor, base), kind)


def _arrows(graph: networkx.DiGraph, places: Mapping[str, Place]) -> Iterable[Arrow]:
    for source, target, tie in graph.edges(data=True):
        (x1, y1), (x2, y2) = _edge_to_edge(places[source], places[target])
        labels = graph.nodes[source]["label"], graph.nodes[target]["label"]
        items = f"{tie['weight']} item{'' if tie['weight'] == 1 else 's'}"
        yield Arrow(
            x1, y1, x2, y2,
            weight=round(min(1 + tie["weight"] ** 0.5 / 2, 5), 1),
            name=mask(f"{labels[0]} {tie['relations']} {labels[1]} ({items})"),
            is_structure=tie["relations"] in ("is a post at", "belongs to"),
        )  # fmt: skip


def _edge_to_edge(source: Place, target: Place) -> tuple[Place, Place]:
    """Return where an arrow leaves one box and meets the other; two ways lie side by side."""
    shift = 8 if source < target else -8
    middle_1, middle_2 = source[0] + BOX_WIDTH / 2 + shift, target[0] + BOX_WIDTH / 2 + shift
    if source[1] > target[1]:
        return (middle_1, source[1]), (middle_2, target[1] + BOX_HEIGHT)
    if source[1] < target[1]:
        return (middle_1, source[1] + BOX_HEIGHT), (middle_2, target[1])
    y = source[1] + BOX_HEIGHT / 2 + shift
    if source[0] < target[0]:
        return (source[0] + BOX_WIDTH, y), (target[0], y)
    return (source[0], y), (target[0] + BOX_WIDTH, y)
