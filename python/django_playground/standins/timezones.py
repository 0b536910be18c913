"""
Time zones.

Missing: the system's time zone files. ``zoneinfo`` then reads the ``tzdata`` package as package
resources, which is slow and finds nothing at all in some forms of import; here it is shown the
folder they lie in. ``time.tzset()`` is missing too: it is left so, and Django does without.

Delete it when Pyodide ships time zone files of its own.
"""

import zoneinfo
from importlib.util import find_spec
from pathlib import Path

__all__ = ["install"]


def install():
    """Let ``zoneinfo`` read the files of the ``tzdata`` package."""
    spec = find_spec("tzdata")
    if spec is None or spec.origin is None:
        raise RuntimeError(
            "The package tzdata is missing, without which Django has no time zone, not even UTC. "
            "Build the runtime again."
        )
    zoneinfo.reset_tzpath([str(Path(spec.origin).with_name("zoneinfo"))])
