"""Time zones and chance."""

import random
import subprocess
import sys
import unittest
import zoneinfo
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

from django_playground.standins import randomness, timezones
from support import IN_PYODIDE


class TimeZoneTests(unittest.TestCase):
    def setUp(self):
        before = zoneinfo.TZPATH
        self.addCleanup(zoneinfo.reset_tzpath, before)
        self.addCleanup(zoneinfo.ZoneInfo.clear_cache)
        zoneinfo.ZoneInfo.clear_cache()
        timezones.install()

    def test_files_are_those_of_tzdata(self):
        self.assertEqual(
            [Path(path).parts[-2:] for path in zoneinfo.TZPATH],
            [("tzdata", "zoneinfo")],
        )

    def test_utc(self):
        self.assertEqual(
            datetime(2026, 1, 1, tzinfo=zoneinfo.ZoneInfo("UTC")).utcoffset().seconds, 0
        )

    def test_daylight_saving(self):
        berlin = zoneinfo.ZoneInfo("Europe/Berlin")
        for month, hour in ((1, 13), (7, 14)):
            noon = datetime(2026, month, 1, 12, tzinfo=UTC)
            self.assertEqual(noon.astimezone(berlin).hour, hour)

    def test_unknown(self):
        with self.assertRaises(zoneinfo.ZoneInfoNotFoundError):
            zoneinfo.ZoneInfo("Mars/Olympus")
        self.assertIn("America/Chicago", zoneinfo.available_timezones())

    def test_missing_package(self):
        with mock.patch.object(timezones, "find_spec", return_value=None):
            self.assertRaisesRegex(RuntimeError, "tzdata is missing", timezones.install)


class RandomnessTests(unittest.TestCase):
    def test_a_restored_state_is_not_repeated(self):
        state = random.getstate()
        drawn = set()
        for _ in range(3):
            random.setstate(state)
            randomness.install()
            drawn.add(random.random())
        self.assertEqual(len(drawn), 3)


@unittest.skipIf(IN_PYODIDE, "there are no processes")
class ImportTests(unittest.TestCase):
    def test_importing_changes_nothing(self):
        code = (
            "import asyncio, hashlib, sys, time, zoneinfo; from asgiref.sync import SyncToAsync\n"
            "def state(): return (hashlib.scrypt, asyncio.new_event_loop, time.sleep,"
            " zoneinfo.TZPATH, SyncToAsync.__call__, sys.stdout)\n"
            "before = state()\n"
            "import django_playground.bridge\n"
            "assert state() == before and 'django' not in sys.modules, sys.modules.keys()\n"
        )
        subprocess.run([sys.executable, "-c", code], check=True)


if __name__ == "__main__":
    unittest.main()
