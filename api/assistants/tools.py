"""What an assistant can ask of the graph; every answer carries its citations.

The docstrings are what a model reads to choose a tool.  Nothing here writes.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import Any

from api.assistants.citations import with_citations
from api.errors import BadParameter
from api.library import Library
from api.masking import mask
from api.questions import describe, masked_records
from api.resources.collections import collection_named, page_of
from api.resources.history import ASPECTS, elsewhere_as_json
from api.resources.routes import thing_body, thing_iri
from api.resources.stories import story_as_json
from api.sparql.answering import prepare, whole
from api.sparql.evaluating import Evaluator
from api.sparql.formats import shape_of
from api.sparql.lexer import check_query
from api.sparql.request import QueryRequest
from graph.elsewhere import elsewhere_of_body
from graph.questions import ask, question, questions
from graph.stories import story_of

MOST_ROWS = 100
MOST_BYTES = 1_000_000

Answer = dict[str, Any]  # JSON, as its makers in `api.resources` have it


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools over one library; ``evaluator`` answers SPARQL within its limits."""

    library: Library
    evaluator: Evaluator

    def search(
        self,
        words: str,
        body: str | None = None,
        theme: str | None = None,
        kind: str | None = None,
        limit: int = 10,
    ) -> Answer:
        """Find recommendations whose text has the words, newest first.

        ``body`` is the slug of a council or other body ("tameside"), ``theme`` of a theme
        ("permanence"), ``kind`` one of recommendation, area-for-improvement, priority-action,
        requirement, resolution.  ``limit`` is at most 50.
        """
        given = {"q": words, "body": body, "theme": theme, "kind": kind}
        filters = {name: value for name, value in given.items() if value}
        recommendations = collection_named("recommendations")
        page = page_of(self.library, recommendations, filters, max(1, min(limit, 50)))
        items = [
            {"@id": thing.iri, "slug": thing.slug, "text": thing.label} for thing in page.items
        ]
        return self._cited({"items": items, "total": page.total})

    def get_recommendation(self, slug: str) -> Answer:
        """Return one recommendation with its evidence and all that became of it.

        The history has later assessments with the sentences that say so, restatements,
        recurrences, replies, the latest state, and since when the documents are silent.
        """
        collection = collection_named("recommendations")
        body = thing_body(self.library, collection, slug)
        history = ASPECTS["history"](self.library, str(body["@id"]))
        return self._cited({"recommendation": body, "history": history})

    def body_story(self, slug: str) -> Answer:
        """Return what the documents tell of a council or other body, in the order of time.

        Inspections with grades, themes that recur, asks by state, deadlines, post-holders and
        overseers.  Long lists are cut to the latest, which is said.
        """
        iri = thing_iri(self.library, collection_named("bodies"), slug)
        today = datetime.datetime.now(datetime.UTC).date()
        return self._cited(_shortened(story_as_json(story_of(self.library.store, iri, today))))

    def who_answers_for(self, body: str, theme: str | None = None) -> Answer:
        """Return who has to act, who answers for what towards whom, and who held which post.

        For one body, by its slug; ``theme`` narrows the asks to a theme.
        """
        of_body = {"body": body}
        of_theme = of_body | ({"theme": theme} if theme else {})
        return self._cited(
            {
                "open_asks_by_actor": self._rows("open-asks", of_theme),
                "responsibilities": self._rows("responsibilities", of_body),
                "post_holders": self._rows("post-holders", of_body),
            }
        )

    def elsewhere(self, slug: str) -> Answer:
        """Return who else was told the same, and what came next there.

        ``slug`` is that of a recommendation, or of a council for all that it was told.
        """
        iris = self.library.iris
        if self.library.store.holds(str(iris.body(slug))):
            iri = str(iris.body(slug))
            found = elsewhere_as_json(iri, elsewhere_of_body(self.library.store, iri))
        else:
            iri = thing_iri(self.library, collection_named("recommendations"), slug)
            found = ASPECTS["elsewhere"](self.library, iri)
        return self._cited(_shortened(found))

    def list_questions(self) -> Answer:
        """Return the named questions with their parameters and columns, for ask_question."""
        return {"questions": [describe(entry) for entry in questions()]}

    def ask_question(self, name: str, parameters: dict[str, str] | None = None) -> Answer:
        """Run a named question; list_questions tells names and parameters.

        A body or theme is given by its slug, a date as 2024, 2024-07 or 2024-07-01.
        """
        rows = self._rows(name, parameters or {})
        return self._cited({"question": question(name).question, **rows})

    async def sparql(self, query: str) -> Answer:
        """Run a SPARQL 1.1 query (SELECT or ASK), read only, with limits on time and size.

        The default graph is the union of all. Prefix ans: <https://w3id.org/answerable/ns#>;
        passages (ans:evidence) carry ans:quote, ans:page, ans:inDocument. Select the things
        themselves, not only their texts, so that the answer can be cited.
        """
        if shape_of(check_query(query).form) not in ("rows", "truth"):
            raise BadParameter("only SELECT and ASK are answered here")
        request = QueryRequest(query, format="json")
        prepared = await prepare(request, None, self.library.store, self.evaluator)
        reply = await self.evaluator.evaluate(prepared.asked)
        data = await whole(reply, MOST_BYTES)
        if data is None:
            raise BadParameter(f"the answer has more than {MOST_BYTES} bytes: add a LIMIT")
        return self._cited(_table(json.loads(data)))

    def _rows(self, name: str, parameters: dict[str, str]) -> Answer:
        records = masked_records(ask(self.library.store, name, parameters))
        return {
            "rows": records[:MOST_ROWS],
            "total": len(records),
            "truncated": len(records) > MOST_ROWS,
        }

    def _cited(self, answer: Answer) -> Answer:
        return with_citations(self.library, answer)


def _table(result: Answer) -> Answer:
    if "boolean" in result:
        return {"answer": result["boolean"]}
    rows = result["results"]["bindings"]
    return {
        "columns": result["head"]["vars"],
        "rows": [
            {name: mask(term["value"]) for name, term in row.items()} for row in rows[:MOST_ROWS]
        ],
        "total": len(rows),
        "truncated": len(rows) > MOST_ROWS,
    }


def _shortened(answer: Answer) -> Answer:
    """Return an answer whose lists are cut to their ends; ``cut`` tells which had how many."""
    long = {
        name: len(value)
        for name, value in answer.items()
        if isinstance(value, list) and len(value) > MOST_ROWS
    }
    kept = {name: value[-MOST_ROWS:] if name in long else value for name, value in answer.items()}
    return {**kept, "cut": long} if long else kept
