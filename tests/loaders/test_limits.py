from __future__ import annotations

import re
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Thread

import pytest

from loaders.errors import UnreadableDocument
from loaders.limits import deadly_time_limit, processor_time_limit

ENDLESS = re.compile(r"(a|aa)+$")


def test_what_takes_too_long_is_refused_even_within_a_regular_expression() -> None:
    with (
        pytest.raises(UnreadableDocument, match=r"more than 0\.1 seconds"),
        processor_time_limit(0.1),
    ):
        ENDLESS.match("a" * 100 + "b")
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_what_is_quick_is_not_touched() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with processor_time_limit(5):
        assert sum(range(10)) == 45
    assert signal.getsignal(signal.SIGPROF) == before


def test_other_threads_have_no_limit_and_no_error() -> None:
    done: list[int] = []

    def count() -> None:
        with processor_time_limit(0.001):
            done.append(sum(range(200_000)))

    thread = Thread(target=count)
    thread.start()
    thread.join()
    assert done == [sum(range(200_000))]


def never_return() -> None:
    with deadly_time_limit(1):
        ENDLESS.match("a" * 100 + "b")


def limited() -> int:
    with deadly_time_limit(1):
        return 7


def test_a_process_that_never_comes_back_is_ended() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        assert executor.submit(limited).result() == 7
        with pytest.raises(BrokenProcessPool):
            executor.submit(never_return).result()
