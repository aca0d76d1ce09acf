"""Documents issued again stay, and the later says which it revises."""

from __future__ import annotations

from graph.links.facts import DocumentFact, Facts, Item
from graph.links.linking import link_council
from graph.links.revisions import Versions, find_versions
from ontology.iris import Iris
from tests.graph.links.exampleshire import OTHERTON, document, item

INSPECTION = ("http://localhost:8000/id/inspection/exampleshire-2021-06-21",)
ASKED = (
    "The time that children wait for a home that lasts, and how they are told of it.",
    "The size of the caseloads of social workers in the assessment teams.",
    "How managers record what they decide in supervision and why they decide so.",
)


def report(
    date: str, texts: tuple[str, ...] = ASKED, **more: object
) -> tuple[DocumentFact, list[Item]]:
    made = document(date, reports_on=INSPECTION, **more)
    return made, [item(made, order, text) for order, text in enumerate(texts, start=1)]


def versions(*reports: tuple[DocumentFact, list[Item]]) -> Versions:
    documents = tuple(made for made, _ in reports)
    return find_versions(
        Facts(documents=documents, items=tuple(i for _, its in reports for i in its))
    )


def test_later_report_on_one_inspection_revises_the_earlier() -> None:
    first, second = report("2021-07-01"), report("2021-09-20")
    found = versions(second, first)
    assert found.revisions == ((second[0].iri, first[0].iri),)
    assert found.alternates == ()


def test_corrected_word_is_still_a_version() -> None:
    corrected = (*ASKED[:2], ASKED[2].replace("managers", "leaders"))
    assert versions(report("2021-07-01"), report("2021-09-20", corrected)).revisions


def test_other_items_are_no_version() -> None:
    other = (ASKED[0], "What partners do when a child is missing from school for a whole day.")
    assert versions(report("2021-07-01"), report("2021-09-20", other)) == Versions()


def test_each_of_three_versions_revises_the_one_before() -> None:
    one, two, three = report("2021-07-01"), report("2021-08-01"), report("2021-09-01")
    assert versions(three, one, two).revisions == (
        (two[0].iri, one[0].iri), (three[0].iri, two[0].iri)
    )  # fmt: skip


def test_two_versions_of_one_day_are_alternates() -> None:
    one = report("2021-07-01")
    twin = document("2021-07-01", reports_on=INSPECTION)
    twin = DocumentFact(
        iri=f"{twin.iri}-0a1b2c3d", genre=twin.genre, date=twin.date, council=twin.council,
        reports_on=INSPECTION,
    )  # fmt: skip
    other = twin, [item(twin, order, text) for order, text in enumerate(ASKED, start=1)]
    found = versions(one, other)
    assert found.revisions == ()
    assert found.alternates == ((one[0].iri, twin.iri), (twin.iri, one[0].iri))


def test_other_genre_council_or_inspection_is_no_version() -> None:
    first = report("2021-07-01")
    assert versions(first, report("2021-09-20", genre="news-article")) == Versions()
    assert versions(first, report("2021-09-20", council=OTHERTON)) == Versions()
    later = document("2023-09-20", reports_on=("http://localhost:8000/id/inspection/later",))
    items = [item(later, order, text) for order, text in enumerate(ASKED, start=1)]
    assert versions(first, (later, items)) == Versions()


def test_one_short_thing_in_common_is_no_version() -> None:
    brief = ("Caseloads.",)
    assert versions(report("2021-07-01", brief), report("2021-09-20", brief)) == Versions()


def test_links_graph_holds_the_revision() -> None:
    first, second = report("2021-07-01"), report("2021-09-20")
    facts = Facts(documents=(first[0], second[0]), items=(*first[1], *second[1]))
    lines = "".join(link_council(facts, Iris()).part.lines)
    assert f"<{second[0].iri}> <http://www.w3.org/ns/prov#wasRevisionOf> <{first[0].iri}>" in lines
