"""Where loaders and graph meet: what documents say goes into the store, and is linked."""

from __future__ import annotations

from api.loading.loader import Entry, Loader, Status

__all__ = ["Entry", "Loader", "Status"]
