"""``answerable serve``: the HTTP service and its pages."""

from __future__ import annotations

import socket
import sys
from typing import Annotated

import typer

from api.cli.options import BaseOption, StoreOption
from api.cli.running import leave
from api.settings import read_settings


def serve(
    store: StoreOption = None,
    base: BaseOption = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="TCP port to listen on.")] = None,
    default_graph: Annotated[
        str | None, typer.Option(help="union of the named graphs, or strict.")
    ] = None,
) -> None:
    """Serve the graph over HTTP until stopped; by default on http://localhost:8000."""
    settings = read_settings(
        store=store, base=base, host=host, port=port, default_graph=default_graph
    )
    with _listening(settings.host, settings.port) as listener:
        import uvicorn

        from api.app import create_app

        config = uvicorn.Config(create_app(settings), log_level="warning", access_log=False)
        server = uvicorn.Server(config)
        name = "localhost" if settings.host == "127.0.0.1" else settings.host
        sys.stdout.write(f"Open http://{name}:{settings.port} (Ctrl-C stops the server)\n")
        sys.stdout.flush()
        server.run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; the command ends with 1 where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        leave(f"{error.strerror}; choose another with --port or --host", status=1)
