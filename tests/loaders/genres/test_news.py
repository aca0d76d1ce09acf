"""A news page with sidebars, in our own words."""

from __future__ import annotations

import pytest

from loaders.genres import news
from loaders.readers import html
from loaders.readers.text import read as read_text
from loaders.records import Findings

PAGE = """Contact Us

Change at Durham ‘still too slow’

The pace of change remains too slow at Durham County Council, Ofsted has warned.

In the third monitoring visit since the council was judged inadequate in May 2016, inspectors saw
a new plan that covers all teams and every office of the council in the county.

“This has not led to better practice. As a result, the pace of improvement remains too slow,” said
the monitoring report, which was sent to the council and to the Department for Education.

Work with missing children has improved since the inspection, inspectors found.

  • Plans do not always meet the needs of children.

The number of carers has grown, the report adds, and “since the last monitoring visit, there has
been a reduction in staff turnover across the whole of the service”.

Knowledge

Union writes guidance on Kent County Council

27/09/2022

Guidance was published by a union in Kent. More will follow [...]

Read Full Story
"""


@pytest.fixture(scope="module")
def found() -> Findings:
    return news.read(read_text(PAGE.encode()))


def test_an_article_that_reports_on_an_overseer_is_recognised() -> None:
    assert news.recognises(read_text(PAGE.encode()))


@pytest.mark.parametrize(
    "document",
    ["Dear Ann\n\n" + PAGE, "A list of files\n\nEach file is a report of Ofsted.\n", "Readme\n"],
    ids=["letter", "read-me", "one word"],
)
def test_letters_and_other_texts_are_no_news(document: str) -> None:
    assert not news.recognises(read_text(document.encode()))


def test_the_headline_and_council_are_the_articles_own(found: Findings) -> None:
    assert found.title and found.title.value == "Change at Durham ‘still too slow’"
    assert found.concerns and found.concerns.body == "durham"


def test_dates_of_teasers_are_not_those_of_the_article(found: Findings) -> None:
    assert found.published is None


def test_the_article_discusses_the_letter_on_the_visit(found: Findings) -> None:
    (reference,) = found.document_references
    assert (reference.genre, reference.relation) == ("monitoring-letter", "discusses")
    assert found.inspection_references[0].stated.ordinal == 3


def test_statements_are_taken_over_and_nothing_is_asked(found: Findings) -> None:
    assert found.recommendations == () and found.obligations == ()
    assert {each.reported_from for each in found.assessments} == {0}
    assert {each.progress for each in found.assessments} >= {"insufficient-progress", "improved"}


def test_nothing_of_a_sidebar_is_read(found: Findings) -> None:
    told = " ".join(sentence for each in found.assessments for sentence in each.sentences)
    assert "Kent" not in told and "Guidance" not in told


def test_the_publisher_is_the_site_that_the_head_declares(found: Findings) -> None:
    assert found.publisher is None
    prose = "".join(f"<p>{part}</p>" for part in PAGE.split("Knowledge")[0].split("\n\n")[2:])
    head = '<head><meta property="og:site_name" content="Sector News"></head>'
    page = f"<html>{head}<body><h1>Change at Durham still too slow</h1>{prose}</body></html>"
    told = news.read(html.read(page.encode()))
    assert told.publisher is not None
    assert (told.publisher.label, told.publisher.body_type) == ("Sector News", "publisher")


def story(headline: str, *paragraphs: str) -> str:
    return "\n\n".join([headline, *paragraphs, FILLER])


FILLER = (
    "The county has some forty thousand children and young people. Its offices stand in the"
    " middle of the town and have been open since the spring of the year before last, when the"
    " old building by the river was closed and sold. Families can go there on each day of the"
    " week but Sunday. Some six hundred people work there, among them social workers and those"
    " who help children at home, and many more are at work in the villages around it."
)
FOUND = "Inspectors have downgraded Durham County Council after a visit in May."
SORRY = "Cllr Ann Sample, cabinet member for children, said: “We are sorry and have improved.”"


def test_a_story_that_quotes_a_politician_beside_the_overseer_is_news() -> None:
    assert news.recognises(read_text(story("Durham services criticised", FOUND, SORRY).encode()))


@pytest.mark.parametrize("who", ["Nora Fielding, His Majesty’s Inspector, wrote",
                                 "The commissioner, Jo Writer, said"])  # fmt: skip
def test_one_statement_is_enough_where_the_headline_names_an_overseer(who: str) -> None:
    page = story(
        "Ofsted tells Durham County Council to act",
        "12 March 2022",
        f"{who} that work with missing children has improved since the last visit.",
    )
    source = read_text(page.encode())
    assert news.recognises(source)
    assert [each.progress for each in news.read(source).assessments] == ["improved"]


def test_a_page_on_how_inspectors_work_is_no_news() -> None:
    told = "Inspectors found in Durham County Council that most plans were good."
    assert not news.recognises(read_text(story("How Ofsted inspects", told).encode()))


def test_words_of_a_politician_are_no_statement_of_the_overseer() -> None:
    source = read_text(story("Durham services criticised", FOUND, SORRY).encode())
    assert news.read(source).assessments == ()


def test_a_mere_grade_is_no_progress() -> None:
    judged = "The council was judged to be requires improvement for progress of children in care."
    source = read_text(story("Durham criticised", FOUND, judged, SORRY).encode())
    assert news.read(source).assessments == ()


def test_a_story_on_several_councils_is_about_none_of_them() -> None:
    several = "Inspectors found faults at Durham County Council, Kent County Council and Leeds."
    source = read_text(story("Councils criticised", several, SORRY.replace("Ann", "Bo")).encode())
    assert not news.recognises(source)


def test_author_and_day_are_no_headline() -> None:
    page = story("Durham criticised by Ofsted", "Ann Writer 06 April 2016", FOUND, SORRY)
    found = news.read(read_text(page.encode()))
    assert found.title and found.title.value == "Durham criticised by Ofsted"
    assert found.published and found.published.iso == "2016-04-06"


def test_the_headline_stands_above_the_day_and_the_words_of_a_picture() -> None:
    head = ("Durham criticised by Ofsted for plans that drift", "PUBLISHED: 12:00 07 July 2019")
    page = story(*head, "The town hall of Durham", "Agency", FOUND, SORRY)
    found = news.read(read_text(page.encode()))
    assert found.title and found.title.value == head[0]
    assert found.published and found.published.iso == "2019-07-07"


@pytest.mark.parametrize(
    "told",
    [
        "Ofsted found faults, so the council will want to show that plans have improved.",
        "But bosses in Durham say plans have improved since the inspection.",
        "The Department has issued an improvement notice to the council since the inspection.",
    ],
)
def test_hopes_claims_and_notices_are_no_progress_that_was_found(told: str) -> None:
    source = read_text(story("Durham criticised", FOUND, told, SORRY).encode())
    assert news.read(source).assessments == ()


def test_a_letter_to_an_editor_is_no_news() -> None:
    page = story("Letter: Durham and its inspectors", FOUND, SORRY)
    assert not news.recognises(read_text(page.encode()))
