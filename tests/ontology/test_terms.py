from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SKOS, SOSA
from rdflib.term import Node

from ontology.context import CONTEXT, as_json, context, ontology
from ontology.terms import ANS

TERMS = ontology()
DEFINED = sorted(set(TERMS.subjects(RDFS.isDefinedBy)), key=str)
PARENTS = (RDFS.subClassOf, RDFS.subPropertyOf)


def name_of(term: Node) -> str:
    return str(term).removeprefix(str(ANS))


def test_closed_namespace_holds_what_the_ontology_defines() -> None:
    assert sorted(ANS.__annotations__) == sorted(map(name_of, DEFINED))


def test_unknown_term_raises() -> None:
    with pytest.raises(AttributeError, match="recomendation"):
        ANS["recomendation"]


def test_term_that_was_asked_for_is_kept() -> None:
    assert ANS.text is ANS.text == ANS["text"]
    assert "text" in vars(ANS)


def test_every_term_of_the_contract_is_defined(shared_folder: Path) -> None:
    contract = (shared_folder / "design" / "ontology.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bans:([A-Za-z]\w*)", contract))
    assert len(named) > 150
    assert named <= set(map(name_of, DEFINED))


@pytest.mark.parametrize("term", DEFINED, ids=name_of)
def test_term_has_label_definition_and_example(term: Node) -> None:
    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        assert len(list(TERMS.objects(term, predicate))) == 1


@pytest.mark.parametrize("term", DEFINED, ids=name_of)
def test_term_has_a_standard_parent_or_says_that_there_is_none(term: Node) -> None:
    parents = [parent for path in PARENTS for parent in TERMS.objects(term, path)]
    assert bool(parents) != bool(TERMS.value(term, SKOS.scopeNote))


def test_parents_are_terms_of_their_vocabularies() -> None:
    for path in PARENTS:
        for parent in TERMS.objects(None, path):
            for vocabulary in (ANS, DCTERMS, FOAF, ORG, PROV, SKOS, SOSA):
                if str(parent).startswith(str(vocabulary)):
                    assert parent in vocabulary


def test_no_class_descends_from_two_that_exclude_each_other() -> None:
    apart = [{PROV.Entity, PROV.Activity}, {FOAF.Document, FOAF.Person}, {FOAF.Document, ORG.Role}]
    for term in TERMS.subjects(RDF.type, OWL.Class):
        above = set(TERMS.transitive_objects(term, RDFS.subClassOf))
        assert not any(pair <= above for pair in apart)


def test_context_is_up_to_date() -> None:
    assert CONTEXT.read_text(encoding="utf-8") == as_json(TERMS)


# rdflib 7.6 warns of its own ConjunctiveGraph in its JSON-LD parser
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_context_turns_plain_names_into_terms() -> None:
    document = context(TERMS) | {
        "id": "http://example.org/1",
        "type": "Passage",
        "page": 2,
        "inDocument": "http://example.org/2",
    }
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    subject = URIRef("http://example.org/1")
    assert (subject, RDF.type, ANS.Passage) in graph
    assert (subject, ANS.page, Literal(2)) in graph
    assert (subject, ANS.inDocument, URIRef("http://example.org/2")) in graph


def test_importing_the_terms_parses_nothing() -> None:
    program = "import sys, ontology.terms; print('rdflib.plugins.parsers.notation3' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert shown.stdout.strip() == b"False"
