from __future__ import annotations

from importlib.resources import files

import pyshacl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.context import ontology
from ontology.shacl import UnknownConstraintError, compile_shapes
from ontology.terms import ANS, SKOS
from ontology.validation import Violation, violations, violations_of_ntriples
from tests.ontology.shape_examples import DATED, EXAMPLES, ITEM, PASSAGE, PREFIXES

SHAPES = Graph().parse(str(files("ontology") / "shapes.ttl"))
ONTOLOGY = ontology()
NAMES = [name for name, *_ in EXAMPLES]


def a_graph(*statements: str) -> Graph:
    """The passage that examples point at, and nodes <node/1>, <node/2> … with ``statements``."""
    nodes = "".join(f"<node/{n}> {each} .\n" for n, each in enumerate(statements, 1))
    return Graph().parse(data=PREFIXES + PASSAGE + nodes, format="turtle")


def reference_breaches(graph: Graph) -> set[tuple[str, str | None]]:
    """Focus node and property of each breach, as pySHACL finds them."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=SHAPES)
    assert isinstance(report, Graph)
    return {
        (str(report.value(result, SH.focusNode)), _text(report.value(result, SH.resultPath)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def _text(path: Node | None) -> str | None:
    return None if path is None else str(path)


def focus_nodes(found: tuple[Violation, ...]) -> set[str]:
    return {violation.focus for violation in found}


@pytest.mark.parametrize("passing", [passing for _, passing, *_ in EXAMPLES], ids=NAMES)
def test_passing_example_conforms(passing: str) -> None:
    assert violations(a_graph(passing)) == ()


@pytest.mark.parametrize(("failing", "path"), [each[2:] for each in EXAMPLES], ids=NAMES)
def test_failing_example_is_told_with_its_property(failing: str, path: str | None) -> None:
    found = violations(a_graph(failing))
    assert focus_nodes(found) == {"http://localhost:8000/node/1"}
    assert path is None or path in {violation.path for violation in found}


def test_every_shape_with_a_target_has_its_examples() -> None:
    targeted = {str(shape).rsplit("#", 1)[-1] for shape in SHAPES.subjects(SH.targetClass)}
    assert targeted == set(NAMES)


def test_every_class_of_the_ontology_has_a_shape() -> None:
    classes = set(ONTOLOGY.subjects(RDF.type, OWL.Class))
    assert classes <= set(SHAPES.objects(None, SH.targetClass))


def test_the_reference_engine_passes_what_passes_here() -> None:
    assert reference_breaches(a_graph(*(passing for _, passing, *_ in EXAMPLES))) == set()


def test_the_reference_engine_finds_the_same_breaches() -> None:
    graph = a_graph(*(failing for _, _, failing, _ in EXAMPLES))
    assert {focus for focus, _ in reference_breaches(graph)} == focus_nodes(violations(graph))


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_the_reference_engine_agrees_on_damaged_graphs(data: st.DataObject) -> None:
    graph = a_graph(*(passing for _, passing, *_ in EXAMPLES))
    triples = sorted(graph, key=str)
    for _ in range(6):
        subject, predicate, value = data.draw(st.sampled_from(triples))
        graph.remove((subject, predicate, value))
        wrong = [None, Literal("wrong "), Literal(-1), URIRef("http://localhost:8000/id/x/y")]
        if replacement := data.draw(st.sampled_from(wrong)):
            graph.add((subject, predicate, replacement))
    theirs = reference_breaches(graph)
    assert {focus for focus, _ in theirs} == focus_nodes(violations(graph))


def test_blank_node_is_refused() -> None:
    graph = a_graph()
    graph.add((BNode(), RDF.type, ANS.Role))
    assert "is no IRI" in {violation.complaint for violation in violations(graph)}


def test_stand_in_needs_neither_document_nor_order() -> None:
    stand_in = (
        'a ans:Recommendation, ans:AreaForImprovement ; ans:text "Keep records." ; '
        "ans:kind <id/kind/area-for-improvement> ; ans:addressedTo <id/body/e> ; "
        "ans:knownOnlyFrom <id/document/e> ; ans:evidence <id/passage/of-another-graph-1-2>"
    )
    assert violations(a_graph(stand_in)) == ()


def test_addressee_needs_its_basis() -> None:
    item = f"a ans:Recommendation, ans:Requirement ; {ITEM} ; ans:addressedTo <id/body/e>"
    assert [v.path for v in violations(a_graph(item))] == ["ans:addressedTo"]
    assert violations(a_graph(item + ' ; ans:addresseeBasis "implied"')) == ()


def test_year_and_sort_date_come_together() -> None:
    genre = "a ans:Document ; ans:genre <id/genre/direction>"
    assert violations(a_graph(f"{genre} ; {DATED}")) == ()
    assert len(violations(a_graph(f"{genre} ; ans:year 2021"))) == 1


def test_message_names_thing_property_and_value() -> None:
    found = violations(a_graph('a ans:Theme ; skos:prefLabel "A"@en ; skos:inScheme "theme"'))
    assert found[0].message == ("http://localhost:8000/node/1 skos:inScheme: 'theme' is no IRI")


def test_ntriples_are_judged_as_the_graph_is() -> None:
    graph = a_graph(*(failing for _, _, failing, _ in EXAMPLES))
    written = graph.serialize(format="nt").encode()
    assert violations_of_ntriples(written) == violations(graph) == violations(iter(graph))


def test_unknown_constraint_is_refused() -> None:
    shapes = Graph()
    shape = URIRef("http://example.org/shape")
    shapes.add((shape, SH.targetClass, SKOS.Concept))
    shapes.add((shape, SH.uniqueLang, Literal(True)))
    with pytest.raises(UnknownConstraintError, match="uniqueLang"):
        compile_shapes(shapes)
