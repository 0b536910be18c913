"""Synchronous code that waits for coroutines."""

import asyncio
import contextvars
import sys
import time
import unittest
from unittest import mock

from django_playground.standins import event_loop
from support import IN_PYODIDE

variable = contextvars.ContextVar("variable", default="unset")


def setUpModule():
    if IN_PYODIDE:
        return  # The bridge has installed it.
    before = asyncio.new_event_loop, asyncio.events.new_event_loop, time.sleep
    event_loop.install()

    def restore():
        asyncio.new_event_loop, asyncio.events.new_event_loop, time.sleep = before

    unittest.addModuleCleanup(restore)


def in_a_task(function):
    """Call a synchronous function in a task of a running loop."""

    async def main():
        return function()

    return asyncio.run(main())


class OutsideEventLoopTests(unittest.TestCase):
    def test_no_loop_runs_inside_and_the_same_one_after(self):
        async def main():
            loop, task = asyncio.get_running_loop(), asyncio.current_task()
            with event_loop.outside_event_loop():
                with self.assertRaises(RuntimeError):
                    asyncio.get_running_loop()
                with event_loop.outside_event_loop():
                    pass
            self.assertIs(asyncio.get_running_loop(), loop)
            self.assertIs(asyncio.current_task(), task)
            await asyncio.sleep(0)

        asyncio.run(main())

    def test_the_loop_is_back_after_an_exception(self):
        async def main():
            with self.assertRaises(LookupError), event_loop.outside_event_loop():
                raise LookupError
            return asyncio.get_running_loop().is_running()

        self.assertTrue(asyncio.run(main()))

    def test_without_a_loop(self):
        with event_loop.outside_event_loop(), self.assertRaises(RuntimeError):
            asyncio.get_running_loop()


class RunTests(unittest.TestCase):
    def test_result_and_exception(self):
        async def answer():
            await asyncio.sleep(0)
            return 42

        async def fail():
            raise LookupError("inside")

        for call in (lambda function: function(), in_a_task):
            self.assertEqual(call(lambda: event_loop.run(answer())), 42)
            with self.assertRaisesRegex(LookupError, "inside"):
                call(lambda: event_loop.run(fail()))

    def test_nested(self):
        async def inner(depth):
            self.assertIsNotNone(asyncio.current_task())
            if depth == 0:
                return ["bottom"]
            with event_loop.outside_event_loop():
                result = event_loop.run(inner(depth - 1))
            await asyncio.sleep(0)
            return [*result, depth]

        self.assertEqual(event_loop.run(inner(3)), ["bottom", 1, 2, 3])

    def test_context_goes_both_ways(self):
        async def inner():
            before = variable.get()
            variable.set("inside")
            return before

        def outer():
            variable.set("outside")
            return event_loop.run(inner()), variable.get()

        self.assertEqual(contextvars.copy_context().run(outer), ("outside", "inside"))
        self.assertEqual(variable.get(), "unset")

    def test_context_comes_back_from_a_failure_too(self):
        async def inner():
            variable.set("inside")
            raise LookupError

        def outer():
            with self.assertRaises(LookupError):
                event_loop.run(inner())
            return variable.get()

        self.assertEqual(contextvars.copy_context().run(outer), "inside")

    def test_tasks_timers_and_timeouts(self):
        async def main():
            order = []

            async def note(name, delay):
                await asyncio.sleep(delay)
                order.append(name)

            async with asyncio.TaskGroup() as group:
                group.create_task(note("later", 0.002))
                group.create_task(note("soon", 0.001))
            with self.assertRaises(TimeoutError):
                await asyncio.wait_for(asyncio.Event().wait(), 0.001)
            return order

        self.assertEqual(event_loop.run(main()), ["soon", "later"])

    def test_cancellation(self):
        ended = []

        async def sleeper():
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                ended.append("cancelled")
                raise

        async def main():
            task = asyncio.create_task(sleeper())
            await asyncio.sleep(0)
            task.cancel()
            await task

        with self.assertRaises(asyncio.CancelledError):
            event_loop.run(main())
        self.assertEqual(ended, ["cancelled"])

    def test_what_is_left_is_ended(self):
        ended = []

        async def background():
            try:
                await asyncio.sleep(60)
            finally:
                ended.append("task")

        async def generator():
            try:
                yield 1
            finally:
                ended.append("generator")

        async def main():
            main.task = asyncio.create_task(background())
            main.generator = generator()
            await anext(main.generator)

        event_loop.run(main())
        self.assertEqual(sorted(ended), ["generator", "task"])

    def test_waiting_for_something_outside_is_an_error(self):
        async def forever():
            await asyncio.get_running_loop().create_future()

        with self.assertRaisesRegex(RuntimeError, "in an async view"):
            event_loop.run(forever())

    def test_exception_being_handled_is_seen_inside(self):
        async def inner():
            await asyncio.sleep(0)
            return sys.exc_info()[0]

        try:
            raise LookupError
        except LookupError:
            self.assertIs(event_loop.run(inner()), LookupError)


class InstallTests(unittest.TestCase):
    def test_asyncio_run_in_synchronous_code(self):
        async def inner():
            await asyncio.sleep(0)
            return type(asyncio.get_running_loop())

        def synchronous():
            with event_loop.outside_event_loop():
                return asyncio.run(inner())

        self.assertIs(in_a_task(synchronous), event_loop.NestedEventLoop)

    def test_sleep_blocks(self):
        blocking = mock.Mock()
        switching = mock.Mock(__wrapped__=blocking)
        with mock.patch("time.sleep", switching):
            event_loop.install()
            self.assertIs(time.sleep, blocking)


if __name__ == "__main__":
    unittest.main()
