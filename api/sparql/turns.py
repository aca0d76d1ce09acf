"""How often one client may ask: a bucket of turns for each address, refilled at a steady rate."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from api.errors import TooManyRequests

BURST = 10
"""Seconds' worth of turns that a client may take at a stroke."""
_CLIENTS_KNOWN = 100_000


class Turns:
    """Turns of clients; ``rate`` is turns a second, 0 for no limit."""

    def __init__(self, rate: float, now: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._most = max(1.0, rate * BURST)
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> None:
        """Take a turn of ``client``.  Raises TooManyRequests where none is left."""
        if not self._rate:
            return
        now = self._now()
        left, before = self._left.pop(client, (self._most, now))
        left = min(self._most, left + (now - before) * self._rate)
        self._left[client] = (left - 1 if left >= 1 else left), now
        if len(self._left) > _CLIENTS_KNOWN:
            self._left.popitem(last=False)
        if left < 1:
            raise TooManyRequests(
                f"one client may ask {self._rate:g} queries a second",
                retry_seconds=math.ceil((1 - left) / self._rate),
            )
