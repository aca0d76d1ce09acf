"""Every export, read again by a program that did not write it, says what the graph says."""

from __future__ import annotations

import csv
import io
import json
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx
import pandas
import pytest
import rdflib

from graph.exports.tables import Tables
from graph.projections import project_things
from graph.store import Store

Write = Callable[..., bytes]
ANS = "https://w3id.org/answerable/ns#"
GEXF = "{http://www.gexf.net/1.2draft}"


def counted(store: Store, name: str) -> int:
    query = f"SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE {{ ?thing a <{ANS}{name}> }}"
    return int(next(store.rows(query))[0])


@pytest.fixture(scope="module")
def things(papers: Store) -> networkx.MultiDiGraph:
    return project_things(papers)


@pytest.mark.parametrize(("name", "form"), [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld")])
def test_rdflib_finds_every_recommendation(
    papers: Store, written: Write, name: str, form: str
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's own reader of JSON-LD
        graph = rdflib.Graph().parse(data=written(name), format=form)
    found = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(ANS + "Recommendation")))
    assert len(found) == counted(papers, "Recommendation")


def test_rdflib_finds_every_graph(papers: Store, written: Write) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's own reader of N-Quads
        graphs = rdflib.Dataset().parse(data=written("nq"), format="nquads")
        names = {str(graph.identifier) for graph in graphs.graphs() if len(graph)}
    assert names == set(papers.graphs())


def test_igraph_finds_every_node_and_edge(
    written: Write, things: networkx.MultiDiGraph, tmp_path: Any
) -> None:
    file = tmp_path / "graph.graphml"
    file.write_bytes(written("graphml"))
    graph = igraph.Graph.Read_GraphML(str(file))
    assert (graph.vcount(), graph.ecount()) == (len(things), things.number_of_edges())
    assert Counter(graph.vs["kind"]) == Counter(dict(things.nodes("kind")).values())
    assert Counter(graph.es["relation"]) == Counter(
        relation for *_, relation in things.edges(data="relation")
    )


def test_pydot_finds_every_node_and_edge(written: Write, things: networkx.MultiDiGraph) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its use of pyparsing
        import pydot

        (graph,) = pydot.graph_from_dot_data(written("dot").decode())
    nodes = [node for node in graph.get_nodes() if node.get_name() != "node"]
    assert (len(nodes), len(graph.get_edges())) == (len(things), things.number_of_edges())


def test_cytoscape_json_has_every_node_and_edge(
    written: Write, things: networkx.MultiDiGraph
) -> None:
    elements = json.loads(written("cyjs"))["elements"]
    assert {node["data"]["id"] for node in elements["nodes"]} == set(things)
    ends = {(edge["data"]["source"], edge["data"]["target"]) for edge in elements["edges"]}
    assert ends == {(source, target) for source, target in things.edges()}
    assert len(elements["edges"]) == things.number_of_edges()


def test_gexf_starts_each_thing_on_its_day(written: Write, things: networkx.MultiDiGraph) -> None:
    graph = ElementTree.fromstring(written("gexf")).find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    starts = {node.get("id"): node.get("start") for node in graph.iter(f"{GEXF}node")}
    assert len(starts) == len(things)
    dated = {iri: day for iri, day in things.nodes("date") if day}
    assert {iri: starts[iri] for iri in dated} == dated
    assert {str(day)[:4] for day in starts.values() if day} >= {"2016", "2019", "2024"}


def test_pandas_reads_every_table_of_the_csv_archive(papers: Store, written: Write) -> None:
    with zipfile.ZipFile(io.BytesIO(written("csv.zip"))) as archive:
        for table in Tables(papers):
            frame = pandas.read_csv(archive.open(f"{table.name}.csv"), encoding="utf-8-sig")
            assert len(frame) == counted(papers, table.type.removeprefix(ANS))
            assert list(frame.columns) == [column.name for column in table.columns]
            assert list(frame["id"]) == [row[0] for row in table.rows]


def test_pandas_reads_the_two_files_for_neo4j(
    written: Write, things: networkx.MultiDiGraph
) -> None:
    with zipfile.ZipFile(io.BytesIO(written("neo4j.zip"))) as archive:
        nodes = pandas.read_csv(archive.open("nodes.csv"))
        links = pandas.read_csv(archive.open("relationships.csv"))
    assert set(nodes["iri:ID"]) == set(things)
    assert len(links) == things.number_of_edges()
    assert set(links[":START_ID"]) | set(links[":END_ID"]) == set(things)


def test_data_package_is_valid(written: Write, tmp_path: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(written("csv.zip"))) as archive:
        archive.extractall(tmp_path)
    limit = csv.field_size_limit()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            frictionless = import_module("frictionless")
            report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    finally:
        csv.field_size_limit(limit)  # it is lifted for the whole process, other tests too
    assert report.valid, report.flatten(["path", "fieldName", "type", "note"])[:5]


def test_fastparquet_reads_what_pyarrow_wrote(papers: Store, written: Write, tmp_path: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(written("parquet.zip"))) as archive:
        archive.extractall(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frame = pandas.read_parquet(tmp_path / "recommendations.parquet", engine="fastparquet")
    table = Tables(papers).table("recommendations")
    assert list(frame["text"]) == [record["text"] for record in table.records]
    assert [int(year) for year in frame["year"]] == [r["year"] for r in table.records]
    assert [str(day)[:10] for day in frame["date"]] == [r["date"] for r in table.records]


def test_calamine_reads_the_tracker(papers: Store, written: Write) -> None:
    sheets = pandas.read_excel(
        io.BytesIO(written("xlsx")), sheet_name=None, header=2, engine="calamine"
    )
    assert list(sheets) == [
        "Recommendations", "Inspections", "Grades", "Responsibilities", "Recurrence",
    ]  # fmt: skip
    tracker = sheets["Recommendations"]
    assert len(tracker) == counted(papers, "Recommendation")
    assert len(sheets["Inspections"]) == counted(papers, "Inspection")
    assert len(sheets["Grades"]) == counted(papers, "Judgement")
    assert len(sheets["Responsibilities"]) == counted(papers, "Responsibility")
    assert set(tracker["State"]) >= {"Met", "Insufficient progress"}
