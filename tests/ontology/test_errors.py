"""Errors that a worker process hands back."""

import pickle

from ontology.vocabulary import UnknownConcept


def test_an_error_of_several_arguments_comes_back_whole() -> None:
    back = pickle.loads(pickle.dumps(UnknownConcept("grade", "mediocre")))
    assert isinstance(back, UnknownConcept)
    assert str(back) == str(UnknownConcept("grade", "mediocre"))
    assert (back.scheme, back.slug) == ("grade", "mediocre")
