"""Tracebacks as Python prints and logs them, without frames of the playground's own."""

import logging
import os
import traceback

__all__ = ["OWN_FOLDER", "format_traceback", "install"]

OWN_FOLDER = os.path.dirname(os.path.abspath(__file__)) + os.sep


def format_traceback(exception):
    """Return a traceback as Python prints it. What led to the exception is there, too."""
    told = traceback.TracebackException.from_exception(exception)
    pending = [told]
    while pending:
        each = pending.pop()
        each.stack[:] = [frame for frame in each.stack if not frame.filename.startswith(OWN_FOLDER)]
        pending.extend(filter(None, [each.__cause__, each.__context__, *(each.exceptions or ())]))
    return "".join(told.format())


def install():
    """Let logging format tracebacks so, but for formatters that do it in their own way."""
    usual = logging.Formatter.formatException

    def format_exception(self, info):
        exception = info[1]
        return usual(self, info) if exception is None else format_traceback(exception).rstrip("\n")

    logging.Formatter.formatException = format_exception
