"""Time zones, local time and chance."""

import random
import subprocess
import sys
import time
import unittest
import zoneinfo
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from django_playground.standins import randomness, timezones
from support import IN_PYODIDE


class TimeZoneTests(unittest.TestCase):
    def setUp(self):
        for name in ("altzone", "daylight", "timezone", "tzname", "tzset"):
            self.addCleanup(setattr, time, name, getattr(time, name))
        self.addCleanup(zoneinfo.reset_tzpath, zoneinfo.TZPATH)
        self.addCleanup(zoneinfo.ZoneInfo.clear_cache)
        zoneinfo.ZoneInfo.clear_cache()
        self.set_time_zone = mock.Mock()
        timezones.install(self.set_time_zone)

    def test_files_are_those_of_tzdata(self):
        self.assertEqual(
            [Path(path).parts[-2:] for path in zoneinfo.TZPATH], [("tzdata", "zoneinfo")]
        )

    @unittest.skipUnless(IN_PYODIDE, "Not every system has them.")
    def test_files_are_where_systems_have_them(self):
        self.assertTrue(Path("/usr/share/zoneinfo/Europe/Vienna").is_file())
        timezones.SYSTEM.unlink()
        timezones.link_zones()
        self.assertTrue(timezones.SYSTEM.exists())

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
            self.assertRaisesRegex(
                RuntimeError, "tzdata is missing", timezones.install, self.set_time_zone
            )

    def test_tzset(self):
        cases = {
            "Europe/Berlin": ("Europe/Berlin", ("CET", "CEST"), -3600, -7200, 1),
            "Australia/Sydney": ("Australia/Sydney", ("AEST", "AEDT"), -36000, -39600, 1),
            "Asia/Kolkata": ("Asia/Kolkata", ("IST", "IST"), -19800, -19800, 0),
            "UTC": ("UTC", ("UTC", "UTC"), 0, 0, 0),
            "Mars/Olympus": ("UTC", ("UTC", "UTC"), 0, 0, 0),
            "../../etc": ("UTC", ("UTC", "UTC"), 0, 0, 0),
            "": ("UTC", ("UTC", "UTC"), 0, 0, 0),
        }
        for name, (key, names, offset, summer_offset, daylight) in cases.items():
            with self.subTest(name), mock.patch.dict("os.environ", TZ=name):
                time.tzset()
                self.set_time_zone.assert_called_with(key, *names)
                self.assertEqual(
                    (time.tzname, time.timezone, time.altzone, time.daylight),
                    (names, offset, summer_offset, daylight),
                )


class LocalTimeTests(unittest.TestCase):
    """CPython's C library and what stands for it in Pyodide agree."""

    def use(self, name):
        patch = mock.patch.dict("os.environ", TZ=name)
        patch.start()
        self.addCleanup(time.tzset)
        self.addCleanup(patch.stop)
        time.tzset()

    def test_it_is_that_of_the_zone(self):
        # Winter and summer, both sides of both changes, and far away.
        moments = [
            *(0, 1_000_000_000, 1_768_478_400, 1_784_116_800, 4_102_444_800),
            *(1_774_745_999, 1_774_746_000, 1_792_889_999, 1_792_890_000, -86_400 * 365),
        ]
        for name in ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"):
            self.use(name)
            zone = zoneinfo.ZoneInfo(name)
            for moment in moments:
                with self.subTest(f"{name} {moment}"):
                    local = time.localtime(moment)
                    expected = datetime.fromtimestamp(moment, zone)
                    self.assertEqual(local[:6], expected.timetuple()[:6])
                    self.assertEqual(local.tm_yday, expected.timetuple().tm_yday)
                    self.assertEqual(local.tm_wday, expected.weekday())
                    self.assertEqual(local.tm_gmtoff, expected.utcoffset().total_seconds())
                    self.assertEqual(local.tm_isdst > 0, bool(expected.dst()))
                    self.assertEqual(time.mktime(local), moment)

    def test_naive_dates(self):
        self.use("Asia/Kolkata")
        moment = datetime(2026, 5, 1, 12, tzinfo=UTC)
        self.assertEqual(datetime.fromtimestamp(moment.timestamp()).hour, 17)
        self.assertEqual(datetime(2026, 5, 1, 17, 30).timestamp(), moment.timestamp())
        self.assertEqual(moment.astimezone().tzname(), "IST")
        self.assertEqual(moment.astimezone().utcoffset(), timedelta(hours=5, minutes=30))


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
