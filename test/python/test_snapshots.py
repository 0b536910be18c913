"""What is done before a memory is taken and after it was restored, without a project."""

import asyncio
import gc
import random
import sys
import unittest
from unittest import mock

from django_playground import preload, snapshots


class SnapshotTests(unittest.TestCase):
    def test_preload_needs_no_settings(self):
        from django.conf import settings

        preload.preload()
        self.assertFalse(settings.configured)
        missing = [name for name in preload.MODULES if name not in sys.modules]
        self.assertEqual(missing, [])

    def test_rest_refuses_while_a_task_waits(self):
        async def main():
            waiting = asyncio.ensure_future(asyncio.sleep(100))
            loop = asyncio.get_running_loop()
            with (
                mock.patch.object(asyncio, "all_tasks", lambda loop: {waiting}),
                self.assertRaisesRegex(snapshots.NotSnapshotted, "tasks in the background"),
            ):
                snapshots.rest(loop)
            waiting.cancel()

        asyncio.run(main())

    def test_rest_leaves_nothing_for_the_collector(self):
        with mock.patch.object(asyncio, "all_tasks", lambda loop: set()):
            snapshots.rest(None)
        self.addCleanup(gc.unfreeze)
        self.assertGreater(gc.get_freeze_count(), 1000)

    def test_wake_deals_new_numbers(self):
        random.seed(1)
        expected = random.random()
        random.seed(1)
        snapshots.wake()
        self.assertNotEqual(random.random(), expected)

    def test_wake_leaves_each_folder_in_the_path_once(self):
        with mock.patch.object(sys, "path", ["", "/b", "", "/a", "/b"]):
            snapshots.wake()
            self.assertEqual(sys.path, ["", "/b", "/a"])

    def test_wake_refuses_what_does_not_work(self):
        with (
            mock.patch.object(snapshots.json, "loads", lambda text: None),
            self.assertRaisesRegex(snapshots.SnapshotRefused, "JSON went wrong"),
        ):
            snapshots.wake()
        with (
            mock.patch.object(snapshots.re, "sub", side_effect=SystemError("bad call")),
            self.assertRaisesRegex(snapshots.SnapshotRefused, "bad call"),
        ):
            snapshots.wake()


if __name__ == "__main__":
    unittest.main()
