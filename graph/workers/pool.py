"""The pool of workers: a query goes to one of them and is answered, refused or killed in time.

A query starts in the short lane.  One that is not answered soon moves to the long lane, where
its process has to let others go first; where that lane is full it is killed and put in its
queue, and queries of the same shape go there at once.  So short queries find a place while long
ones run, and every query ends by its deadline, waiting included.
"""

from __future__ import annotations

from graph.workers.crew import Crew
from graph.workers.evaluation import Evaluation, Limits, Reply
from graph.workers.run import Run


class WorkerPool(Crew):
    """Workers for the queries of one event loop, started and ended with it."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self._running: set[Run] = set()

    async def close(self) -> None:
        """End every worker; queries that still run are stopped."""
        for run in list(self._running):
            run.abandon()
        await super().close()

    async def evaluate(self, query: Evaluation) -> Reply:
        """Return the answer to a query, or its beginning.

        Raises QueryError for what the engine refuses, AnswerTooLong, QueryStopped, ServiceBusy.
        """
        run = Run(self, query, ended=self._running.discard)
        self._running.add(run)
        self.asked_last = query
        try:
            return await run.begin()
        except BaseException:
            run.abandon()
            raise
