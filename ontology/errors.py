"""The root of every error that Answerable raises on purpose."""

from __future__ import annotations


class AnswerableError(Exception):
    """Base of all; its message names the thing, the value and the way out."""

    def __reduce__(self) -> tuple[object, ...]:
        """Keep message and attributes when a worker process hands the error back."""
        return _again, (type(self), self.args, vars(self))


def _again(
    kind: type[AnswerableError], told: tuple[object, ...], attributes: dict[str, object]
) -> AnswerableError:
    error = kind.__new__(kind, *told)
    vars(error).update(attributes)
    return error
