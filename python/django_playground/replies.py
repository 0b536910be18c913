"""Answers and failures as JavaScript gets them."""

import traceback
from functools import wraps

from . import console

__all__ = ["replying", "replying_later"]


def replying(function):
    """Let a function return ``{"answer": …}`` or ``{"failure": …}``."""

    # Pyodide reads an exception's text from a standard error that has been replaced here.
    @wraps(function)
    def reply(*args):
        try:
            return {"answer": function(*args)}
        except Exception as exception:
            return _failure(exception)

    return reply


def replying_later(begin):
    """Let a function that returns a coroutine have the coroutine return the same."""

    @wraps(begin)
    def reply(*args):
        try:
            return _reply_later(begin(*args))
        except Exception as exception:
            return _failure(exception)

    return reply


async def _reply_later(coroutine):
    try:
        return {"answer": await coroutine}
    except Exception as exception:
        return _failure(exception)
    finally:
        console.flush()


def _failure(exception):
    """Return an exception as data."""
    return {
        "failure": {
            "type": type(exception).__name__,
            "message": str(exception),
            "traceback": "".join(traceback.format_exception(exception)),
        }
    }
