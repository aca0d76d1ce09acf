"""Processes that evaluate queries of strangers and can be killed.

The engine knows no time limit and dies of some queries, so a query runs in a process of its own:
`pool` takes a query, `run` sees it to its end and kills its worker at the deadline; `crew` keeps
the workers; `nursery` is the small process from which workers are forked, for it has opened
nothing and has one thread; `worker` evaluates; `confinement` takes from a worker what a query has
no need of; `lanes` decide who waits for whom.
"""

from __future__ import annotations

from graph.workers.evaluation import Evaluation, Limits, Reply
from graph.workers.pool import WorkerPool

__all__ = ["Evaluation", "Limits", "Reply", "WorkerPool"]
