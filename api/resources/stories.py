"""The story of a body as JSON, inspections first."""

from __future__ import annotations

from api.masking import mask
from api.resources.answers import answer_as_json, named, records_as_json
from graph.asks import Ask, Named
from graph.stories import STANDINGS, Story, ThemeTable


def story_as_json(story: Story) -> dict[str, object]:
    """Return all that a story tells; a table of themes is a list with a cell an inspection."""
    return {
        "@id": story.body,
        "name": story.label,
        "day": story.day.isoformat(),
        "inspections": [
            {**row, "stated_on": story.stated_dates.get(str(row["inspection"]))}
            for row in answer_as_json(story.inspections)
        ],
        "themes": _themes(story.themes),
        "standings": [
            {"standing": name, "meaning": STANDINGS[name], "asks": count}
            for name, count in story.standings.items()
        ],
        "asks": [_ask(each) for each in story.asks],
        "due": answer_as_json(story.due),
        "overdue": records_as_json(story.overdue),
        "post_holders": answer_as_json(story.post_holders),
        "overseers": answer_as_json(story.overseers),
        "documents": answer_as_json(story.documents),
    }


def _themes(table: ThemeTable) -> list[dict[str, object]]:
    return [
        {
            "theme": theme,
            "inspections": table.raised(theme),
            "by_inspection": [
                {
                    "inspection": named(occasion.inspection, occasion.label),
                    "date": occasion.date or None,
                    "items": records_as_json(table.cell(theme, occasion)),
                }
                for occasion in table.occasions
                if table.cell(theme, occasion)
            ],
        }
        for theme in table.themes
    ]


def _ask(ask: Ask) -> dict[str, object]:
    return {
        "@id": ask.recommendation,
        "text": mask(ask.text),
        "number": ask.number or None,
        "kind": ask.kind or None,
        "asked_on": ask.asked_on or None,
        "document": _named(ask.document),
        "theme": _named(ask.theme),
        "addressed_to": [_named(actor) for actor in ask.addressees],
        "standing": ask.standing,
        "state": ask.state.name,
        "assessed_on": ask.state.on,
        "replies": ask.replies,
        "restatements": ask.restatements,
        "returns": ask.returns,
        "due": ask.due or None,
    }


def _named(thing: Named | None) -> dict[str, object] | None:
    return named(thing.iri, thing.label) if thing and thing.iri else None
