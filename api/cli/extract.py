"""``answerable extract``: what documents say, one JSON object a line."""

from __future__ import annotations

import json
import sys

from api.cli.intake import count_sources, crew_of
from api.cli.options import ClusterOption, PathsArgument, WorkersOption
from api.cli.output import progress, say
from api.settings import read_settings
from loaders.crew import process
from loaders.outcomes import Wanted
from loaders.sources import find_sources


def extract(
    paths: PathsArgument, workers: WorkersOption = None, cluster: ClusterOption = None
) -> None:
    """Print what each document says as one line of JSON; a refused one is told on stderr."""
    settings = read_settings(workers=workers, cluster=cluster)
    sources = (source for source in find_sources(paths) if not source.is_rdf)
    refused = 0
    with crew_of(settings) as crew, progress("Reading", lambda: count_sources(paths)) as advance:
        for outcome in process(
            sources,
            Wanted(triples=False, record=True),
            workers=crew.workers,
            executor=crew.executor,
        ):
            advance(outcome.name)
            if outcome.record is not None:
                sys.stdout.write(json.dumps(outcome.record, ensure_ascii=False) + "\n")
            else:
                say(f"{outcome.status.replace('-', ' ')}: {outcome.name}: {outcome.reason}")
            refused += outcome.status == "refused"
    sys.exit(1 if refused else 0)
