"""What a request did: how many queries it made, and what it raised."""

import sys
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.core.signals import got_request_exception
from django.db.backends.signals import connection_created

from .errors import describe

__all__ = ["Record", "install", "recorded"]

_current = ContextVar("record", default=None)


@dataclass
class Record:
    """
    What one request did.

    ``queries`` counts what was sent to databases, also what begins a transaction. ``raised`` is
    the exception that no view handled, as data.
    """

    root: str
    queries: int = 0
    raised: dict | None = None

    def note(self, exception):
        """Keep an exception as data."""
        self.raised = describe(exception, self.root)


@contextmanager
def recorded(root):
    """Give a record of what happens in this context, also in the tasks it begins."""
    record = Record(root)
    token = _current.set(record)
    try:
        yield record
    finally:
        _current.reset(token)


def install():
    """Count queries of all connections that are made from now on, and notice exceptions."""
    connection_created.connect(_count_queries, dispatch_uid=__name__)
    got_request_exception.connect(_note_exception, dispatch_uid=__name__)


class _CountedWrappers(list):
    """
    The wrappers of a connection's queries, which Django goes through once for each query.

    A wrapper of ours would do as well, but be a line of every traceback from a database.
    """

    def __reversed__(self):
        if record := _current.get():
            record.queries += 1
        return super().__reversed__()


def _count_queries(connection, **kwargs):
    if not isinstance(connection.execute_wrappers, _CountedWrappers):
        connection.execute_wrappers = _CountedWrappers(connection.execute_wrappers)


def _note_exception(**kwargs):
    if record := _current.get():
        record.note(sys.exception())
