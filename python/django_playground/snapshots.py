"""What to do before an interpreter's memory is taken, and after it was restored."""

import asyncio
import gc
import importlib
import os
import sys

from django.conf import settings
from django.db import connections

from .standins import randomness

__all__ = ["NotSnapshotted", "rest", "wake"]


class NotSnapshotted(Exception):
    """Something in the interpreter would not be there, or not work, after a restore."""


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
    if root is not None:
        os.chdir(root)
        importlib.invalidate_caches()
