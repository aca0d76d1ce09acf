"""Processes that evaluate queries of strangers and can be killed.

The engine knows no time limit and dies of some queries, so a query runs in a process of its own:
`pool` hands it to a worker and kills the worker at the deadline; `nursery` is the small process
from which workers are forked, for it has opened nothing and has one thread; `worker` evaluates;
`confinement` takes from a worker what a query has no need of; `lanes` decide who waits for whom.
"""

from __future__ import annotations

from graph.workers.pool import Evaluation, Limits, Reply, WorkerPool

__all__ = ["Evaluation", "Limits", "Reply", "WorkerPool"]
