"""What to do before an interpreter's memory is taken, and after it was restored."""

import asyncio
import gc
import hashlib
import importlib
import json
import os
import re
import sqlite3
import sys
from contextlib import closing
from datetime import datetime, timedelta
from operator import itemgetter

from django.conf import settings
from django.db import connections

from .standins import randomness, timezones

__all__ = ["NotSnapshotted", "SnapshotRefused", "rest", "wake"]


class NotSnapshotted(Exception):
    """Something in the interpreter would not be there, or not work, after a restore."""


class SnapshotRefused(Exception):
    """The interpreter was restored, but does not work as one should."""


def rest(loop):
    """
    Leave nothing open that a restore could not bring back, and no garbage.

    Raise ``NotSnapshotted`` when coroutines are waiting for what will not come any more.
    """
    waiting = [task for task in asyncio.all_tasks(loop) if not task.done()]
    if waiting:
        raise NotSnapshotted(f"The project has tasks in the background ({waiting[0]!r}).")
    if settings.configured:
        # Those to databases in memory stay open: Django knows that they would be lost.
        connections.close_all()
    gc.collect()
    # Collecting marks every object, and so would change every page of memory that was restored.
    gc.freeze()


def wake(root=None):
    """Make a restored interpreter one of this moment; ``root`` is that of a loaded project."""
    # Starting puts a folder in front of the path each time.
    sys.path[:] = dict.fromkeys(sys.path)
    randomness.install()
    timezones.link_zones()
    if root is None:
        _check_restored()
    if root is not None:
        os.chdir(root)
        importlib.invalidate_caches()


def _check_restored():
    """
    Use what a restored interpreter would get wrong if its memory did not fit the engine.

    Functions that C code calls and compares by address are found in memory, so each check goes
    through some of them. It takes a millisecond.
    """
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            rows = connection.execute("SELECT upper('a') UNION SELECT 2 ORDER BY 1").fetchall()
        checks = {
            "SQLite": rows == [(2,), ("A",)],
            "sorting": sorted({"b": 2, "a": 1}.items(), key=itemgetter(1)) == [("a", 1), ("b", 2)],
            "generators": list(zip((n * n for n in range(3)), "abc", strict=True))
            == [(0, "a"), (1, "b"), (4, "c")],
            "JSON": json.loads(json.dumps({"a": [1.5, None]})) == {"a": [1.5, None]},
            "expressions": re.sub(r"(\w+) (\w+)", r"\2 \1", "world hello") == "hello world",
            "dates": datetime(2024, 2, 28) + timedelta(days=2) == datetime(2024, 3, 1),
            "exceptions": _raises(ZeroDivisionError, lambda: 1 // 0),
            "hashes": hashlib.sha256(b"").hexdigest().startswith("e3b0c442"),
        }
    except Exception as error:
        raise SnapshotRefused(f"It fails with {error!r}.") from error
    failed = [name for name, passed in checks.items() if not passed]
    if failed:
        raise SnapshotRefused(f"Its {failed[0]} went wrong.")


def _raises(exception, function):
    try:
        function()
    except exception:
        return True
    return False
