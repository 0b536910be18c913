"""
A fresh ``random`` seed.

Missing: chance. A restored memory snapshot holds the state of ``random``, so that every reader
would be dealt the same numbers. ``secrets``, ``os.urandom()`` and ``uuid`` ask the browser and
are right by themselves.

Delete it when interpreters no longer start from snapshots.
"""

import random

__all__ = ["install"]


def install():
    """Seed ``random`` anew; to be called after each start, restored or not."""
    random.seed()
