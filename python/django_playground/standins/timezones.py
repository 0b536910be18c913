"""
Time zones.

Missing: the system's time zone files, and ``time.tzset()``, by which Django makes the zone in its
settings that of naive dates and of the log. ``zoneinfo`` would read the ``tzdata`` package as
package resources, which is slow; here it is shown the folder they lie in. The local time itself
comes from outside, as the browser's would.

Delete it when Pyodide ships time zone files and heeds ``TZ``.
"""

import os
import sys
import time
import zoneinfo
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

__all__ = ["find_zones", "install", "link_zones"]

# Where Django looks whether there is a zone of the name in the settings.
SYSTEM = Path("/usr/share/zoneinfo")


def install(set_time_zone):
    """
    Let ``zoneinfo`` read the files of ``tzdata``, and add ``time.tzset()``.

    ``set_time_zone(name, standard, summer)`` is told a zone and the names of its two times.
    """
    find_zones()

    def tzset():
        """Make the zone that the environment variable TZ names that of local time."""
        zone = _zone(os.environ.get("TZ", ""))
        year = datetime.now(UTC).year
        halves = [datetime(year, month, 1, tzinfo=zone) for month in (1, 7)]
        standard, summer = sorted(halves, key=datetime.utcoffset)
        time.tzname = standard.tzname(), summer.tzname()
        time.timezone, time.altzone = (
            -int(date.utcoffset().total_seconds()) for date in (standard, summer)
        )
        time.daylight = int(time.timezone != time.altzone)
        set_time_zone(zone.key, *time.tzname)

    time.tzset = tzset


def find_zones():
    """Let ``zoneinfo`` read the files of ``tzdata``."""
    spec = find_spec("tzdata")
    if spec is None or spec.origin is None:
        raise RuntimeError(
            "The package tzdata is missing, without which Django has no time zone, not even UTC. "
            "Build the runtime again."
        )
    zoneinfo.reset_tzpath([str(Path(spec.origin).with_name("zoneinfo"))])
    link_zones()


def link_zones():
    """Let the files lie where systems have them; after each start, since files are new then."""
    if sys.platform == "emscripten" and not SYSTEM.exists():
        SYSTEM.parent.mkdir(parents=True, exist_ok=True)
        SYSTEM.symlink_to(zoneinfo.TZPATH[0])


def _zone(name):
    """Return a zone, or UTC as the C library does for a name that it does not know."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
        return zoneinfo.ZoneInfo("UTC")
