"""The explain page: a document's text with everything that was found in it marked in place."""

from __future__ import annotations

from api.explaining.page import explain_page

__all__ = ["explain_page"]
