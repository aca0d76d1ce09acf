"""Running one command: typer reads its options, and every error of ours becomes one line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn

import typer

from api.cli.output import say
from api.cli.usage import WrongUsage
from api.settings import BadSetting
from graph.errors import ParameterError, UnknownName
from ontology.errors import AnswerableError


def run(name: str, words: Sequence[str]) -> None:
    """Run the command ``name`` with its options and leave with its exit status."""
    command: Callable[..., None] = getattr(import_module(f"api.cli.{name}"), name)
    program = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    program.command(name, no_args_is_help=False)(command)
    try:
        program(list(words), prog_name=f"answerable {name}")
    except (BadSetting, ParameterError, UnknownName, WrongUsage) as error:
        leave(str(error), status=2)
    except AnswerableError as error:
        leave(str(error), status=1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if not error.filename:
            raise
        leave(f"{error.filename}: {error.strerror}", status=1)


def leave(message: str, status: int) -> NoReturn:
    """Say on stderr why the command ends, and end it."""
    say(f"answerable: {message}")
    sys.exit(status)
