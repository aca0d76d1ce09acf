"""Things and their links in the DOT language of Graphviz."""

from __future__ import annotations

import textwrap
from typing import BinaryIO, Final

from graph.projections import project_things
from graph.store import Store

_LABEL_WIDTH = 60
"""Characters of a label; a node with a paragraph in it cannot be drawn."""

COLOURS: Final = {
    "Body": "#1d70b8",
    "Post": "#5694ca",
    "Role": "#5694ca",
    "Person": "#85994b",
    "Inspection": "#4c2c92",
    "Judgement": "#912b88",
    "Theme": "#00703c",
    "Issue": "#28a197",
    "ProgressAssessment": "#f47738",
}
"""Fill of a node by its kind; asks and documents have a colour by what their kinds end in."""

_LIGHT = frozenset({"#b1b4b6", "#85994b", "#f47738", "#28a197", "#5694ca"})

_ASKS = ("Recommendation", "Improvement", "Action", "Requirement", "Resolution", "Restatement")


def write_dot(store: Store, out: BinaryIO) -> None:
    """Write things and links as a directed graph, one statement a line."""
    graph = project_things(store)
    out.write(b'digraph "Answerable" {\n  node [style=filled, shape=box];\n')
    for iri, data in graph.nodes(data=True):
        label = textwrap.shorten(str(data["label"]), _LABEL_WIDTH, placeholder=" …")
        fill = colour_of(data["kind"])
        attributes = {"label": label, "kind": data["kind"], "fillcolor": fill}
        attributes["fontcolor"] = "black" if fill in _LIGHT else "white"
        if "text" in data:
            attributes["tooltip"] = str(data["text"])
        if "year" in data:
            attributes["year"] = str(data["year"])
        out.write(f"  {_quoted(iri)} {_listed(attributes)};\n".encode())
    for source, target, data in graph.edges(data=True):
        attributes = {"label": data["label"], "weight": str(max(1, round(data["weight"] * 10)))}
        out.write(f"  {_quoted(source)} -> {_quoted(target)} {_listed(attributes)};\n".encode())
    out.write(b"}\n")


def colour_of(kind: str) -> str:
    """Return the colour in which a thing of a kind is drawn, as "#rrggbb"."""
    return COLOURS.get(kind) or ("#d4351c" if kind.endswith(_ASKS) else "#b1b4b6")


def _listed(attributes: dict[str, str]) -> str:
    return "[" + ", ".join(f"{name}={_quoted(value)}" for name, value in attributes.items()) + "]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
