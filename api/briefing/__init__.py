"""The forms in which a briefing can be had: one module each, one line in the registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from api.briefing import markdown, page, word
from graph.briefing import Briefing


@dataclass(frozen=True, slots=True)
class BriefingForm:
    """A form: ``name`` is the suffix of its files."""

    name: str
    media_type: str
    render: Callable[[Briefing], bytes]


FORMS: Final[Mapping[str, BriefingForm]] = MappingProxyType(
    {
        form.name: form
        for form in (
            BriefingForm("html", "text/html; charset=utf-8", page.render),
            BriefingForm(
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                word.render,
            ),
            BriefingForm("md", "text/markdown; charset=utf-8", markdown.render),
        )
    }
)
