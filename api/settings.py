"""The settings of the program: one frozen object, read once at start from the environment.

Every field is the environment variable ``ANSWERABLE_`` plus its name in capitals.  A value
that cannot be used stops the start with a message that names the variable.  Options of the
command line become arguments of `read_settings` and win over the environment.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.store import RemoteAddress, StoreOptions
from ontology.errors import AnswerableError

PREFIX = "ANSWERABLE_"


class BadSetting(AnswerableError):
    """A setting has a value that cannot be used, or a name that nobody knows."""


def _without_end_slash(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        raise ValueError("an http:// or https:// address is needed")
    if any(mark in address for mark in '<>"{}|\\^` ?#'):
        raise ValueError("an address without query, fragment or blanks is needed")
    return address.rstrip("/")


WebAddress = Annotated[str, AfterValidator(_without_end_slash)]


class Settings(BaseSettings):
    """Where the graph is kept, how it is named and how it is served."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    store: str = Field(
        "./answerable.db",
        min_length=1,
        description="Directory of the embedded store, or the http(s) address of a SPARQL server.",
    )
    base: WebAddress = Field(
        "http://localhost:8000",
        description="Start of every IRI that is minted, without a slash at its end; set it "
        "before publishing.",
    )
    default_graph: Literal["union", "strict"] = Field(
        "union",
        description="What a query without FROM reads: the union of all named graphs, or only "
        "the default graph.",
    )
    update_url: WebAddress | None = Field(
        None, description="Where the SPARQL server of ANSWERABLE_STORE takes updates."
    )
    data_url: WebAddress | None = Field(
        None, description="Where that server takes whole graphs (Graph Store Protocol)."
    )
    store_user: str | None = Field(None, description="User name for that server.")
    store_password: SecretStr | None = Field(None, description="Password for that server.")
    store_auth: Literal["basic", "digest"] = Field(
        "basic", description="How that server wants the password."
    )
    remote_union: Literal["server", "parameter", "graphs"] = Field(
        "server",
        description="How that server's default graph becomes the union of all graphs: by itself, "
        "by Oxigraph's parameter, or by naming every graph.",
    )
    host: str = Field("127.0.0.1", min_length=1, description="Address that the server listens on.")
    port: int = Field(8000, ge=1, le=65535, description="TCP port that the server listens on.")
    generations: int = Field(
        5, ge=1, le=1000, description="States of the graph that are kept and can be asked by name."
    )
    query_seconds: float = Field(
        30.0, gt=0, le=3600, description="Seconds that one SPARQL query may take."
    )
    query_bytes: int = Field(
        1_048_576, ge=1_000, le=16_777_216, description="Bytes that one SPARQL query may have."
    )
    query_memory: int = Field(
        2048, ge=256, le=1_048_576, description="MiB of address space that one query may take."
    )
    query_workers: int = Field(
        4, ge=1, le=256, description="Processes that answer short queries; half as many, long ones."
    )
    held_quads: int = Field(
        2_000_000,
        ge=0,
        description="Quads up to which a graph is held in memory (about 0.8 kB each) for queries, "
        "where the machine has room.",
    )
    queries_waiting: int = Field(
        64, ge=0, le=10_000, description="Queries that may wait for a process; others get a 503."
    )
    answer_bytes: int = Field(
        268_435_456, ge=10_000, description="Bytes that the answer to one SPARQL query may have."
    )
    kept_answers: int = Field(
        64,
        ge=0,
        le=65_536,
        description="MiB for answers to SPARQL queries that are asked again of the same state of "
        "the graph; 0 keeps none.",
    )
    slow_seconds: float = Field(
        5.0, gt=0, description="Seconds from which a SPARQL query is logged, without its answer."
    )
    client_rate: float = Field(
        0.0,
        ge=0,
        le=100_000,
        description="SPARQL queries a second that one client address may ask, ten times as many "
        "at a stroke; 0 is without limit.",
    )
    workers: int = Field(
        0, ge=0, le=256, description="Processes that read documents; 0 is one for each core."
    )
    cluster: str | None = Field(
        None, description="Address of a Dask scheduler that reads documents; none by default."
    )
    page_size: int = Field(
        50, ge=1, le=500, description="Items on one page of a list, unless `limit` says otherwise."
    )
    token: SecretStr | None = Field(
        None,
        min_length=16,
        description="Secret, at least 16 characters, that allows writing over HTTP; writing is "
        "off while it is not set.",
    )


def read_settings(**options: Any) -> Settings:
    """Return the settings of the environment, overridden by the ``options`` that are not None.

    Raises BadSetting that names the variable when a value cannot be used, and when a variable
    with our prefix is not a setting (most often a slip of the pen).
    """
    # `options` come from typer and are checked by pydantic, so Any says nothing untrue.
    _refuse_unknown(os.environ)
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        raise BadSetting(_describe(error, given)) from error


def store_options(settings: Settings) -> StoreOptions:
    """Return how the settings want their store opened."""
    is_union = settings.default_graph == "union"
    return StoreOptions(is_union, settings.generations, remote=_remote(settings))


def _remote(settings: Settings) -> RemoteAddress | None:
    """Return how a server is used as the store, None for a store of our own."""
    if not settings.store.startswith(("http://", "https://")):
        return None
    password = settings.store_password.get_secret_value() if settings.store_password else ""
    return RemoteAddress(
        query=settings.store,
        update=settings.update_url or "",
        data=settings.data_url or "",
        user=settings.store_user or "",
        password=password,
        digest=settings.store_auth == "digest",
        union=settings.remote_union if settings.default_graph == "union" else "none",
        seconds=settings.query_seconds,
        most_bytes=settings.answer_bytes,
    )


def _refuse_unknown(environment: Mapping[str, str]) -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for variable in sorted(environment):
        if variable.startswith(PREFIX) and variable not in known:
            raise BadSetting(f"{variable} is not a setting; known are {', '.join(sorted(known))}")


def _describe(error: ValidationError, given: Mapping[str, object]) -> str:
    """Return one line for each bad value: the variable or option, the value and what is wrong."""
    lines = []
    for problem in error.errors():
        name = str(problem["loc"][0])
        where = "--" + name.replace("_", "-") if name in given else PREFIX + name.upper()
        value = "(hidden)" if name in ("token", "store_password") else repr(problem["input"])
        lines.append(f"{where} is {value}: {problem['msg']}")
    return "; ".join(lines)
