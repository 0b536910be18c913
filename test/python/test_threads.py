"""asgiref and asyncio without threads."""

import asyncio
import contextvars
import sys
import threading
import unittest

from asgiref.local import Local
from asgiref.sync import (
    AsyncToSync,
    SyncToAsync,
    ThreadSensitiveContext,
    async_to_sync,
    sync_to_async,
)
from django_playground.standins import threads
from django_playground.standins.event_loop import NestedEventLoop
from support import IN_PYODIDE

variable = contextvars.ContextVar("variable", default="unset")


def setUpModule():
    if IN_PYODIDE:
        return  # The bridge has installed them.
    before = SyncToAsync.__call__, AsyncToSync.__call__
    selector_run = asyncio.BaseEventLoop.run_in_executor
    threads.install(asyncio.BaseEventLoop)

    def restore():
        SyncToAsync.__call__, AsyncToSync.__call__ = before
        asyncio.BaseEventLoop.run_in_executor = selector_run
        del NestedEventLoop.run_in_executor

    unittest.addModuleCleanup(restore)


class SyncToAsyncTests(unittest.IsolatedAsyncioTestCase):
    async def test_result_arguments_and_exception(self):
        def add(a, *, b):
            return a + b

        def fail():
            raise LookupError("inside")

        self.assertEqual(await sync_to_async(add)(1, b=2), 3)
        with self.assertRaisesRegex(LookupError, "inside"):
            await sync_to_async(fail)()

    async def test_no_thread_is_started(self):
        for sensitive in (True, False):
            identity = await sync_to_async(threading.get_ident, thread_sensitive=sensitive)()
            self.assertEqual(identity, threading.get_ident())

    async def test_no_loop_is_seen(self):
        def running():
            try:
                return asyncio.get_running_loop()
            except RuntimeError:
                return None

        self.assertIsNone(await sync_to_async(running)())
        self.assertIsNotNone(running())

    async def test_context_goes_both_ways(self):
        def inner():
            before = variable.get()
            variable.set("inside")
            return before

        variable.set("outside")
        self.assertEqual(await sync_to_async(inner)(), "outside")
        self.assertEqual(variable.get(), "inside")

    async def test_context_given(self):
        context = contextvars.Context()
        try:
            function = sync_to_async(lambda: variable.set("inside"), context=context)
        except TypeError:
            self.skipTest("This asgiref does not take a context.")
        await function()
        self.assertEqual(variable.get(), "unset")
        self.assertEqual(context[variable], "inside")

    async def test_methods(self):
        class Thing:
            name = "thing"

            @sync_to_async
            def title(self):
                return self.name.title()

        self.assertEqual(await Thing().title(), "Thing")

    async def test_exception_being_handled_is_seen_inside(self):
        try:
            raise LookupError
        except LookupError:
            self.assertIs((await sync_to_async(sys.exc_info)())[0], LookupError)

    async def test_exit_ends_the_function_only(self):
        for exit in (SystemExit(3), KeyboardInterrupt()):

            def leave(exit=exit):
                raise exit

            with self.assertRaisesRegex(threads.ExitRefused, type(exit).__name__):
                await sync_to_async(leave)()
        self.assertIsNotNone(asyncio.current_task())

    async def test_thread_sensitive_context(self):
        async with ThreadSensitiveContext():
            self.assertEqual(await sync_to_async(lambda: 1)(), 1)


class AsyncToSyncTests(unittest.TestCase):
    def test_result_arguments_and_exception(self):
        async def add(a, *, b):
            await asyncio.sleep(0)
            return a + b

        async def fail():
            raise LookupError("inside")

        self.assertEqual(async_to_sync(add)(1, b=2), 3)
        with self.assertRaisesRegex(LookupError, "inside"):
            async_to_sync(fail)()

    def test_a_callable_that_returns_an_awaitable(self):
        async def inner():
            return 1

        class Callable:
            async def __call__(self):
                return await inner()

        self.assertEqual(async_to_sync(Callable())(), 1)

    def test_refused_where_a_loop_runs(self):
        async def inner():
            pass

        async def main():
            async_to_sync(inner)()

        with self.assertRaisesRegex(RuntimeError, "just await"):
            asyncio.run(main())

    def test_there_and_back(self):
        async def innermost():
            variable.set(variable.get() + ", innermost")
            return asyncio.current_task() is not None

        def middle():
            variable.set(variable.get() + ", middle")
            return async_to_sync(innermost)()

        async def outer():
            variable.set("outer")
            result = await sync_to_async(middle)()
            task = asyncio.current_task()
            await asyncio.sleep(0)
            return result, variable.get(), asyncio.current_task() is task

        self.assertEqual(asyncio.run(outer()), (True, "outer, middle, innermost", True))
        self.assertEqual(async_to_sync(outer)(), (True, "outer, middle, innermost", True))

    def test_locals(self):
        shared, critical = Local(), Local(thread_critical=True)

        def read():
            return getattr(shared, "value", None), getattr(critical, "value", None)

        async def inner():
            shared.value = "inner"
            return await sync_to_async(read)()

        shared.value = critical.value = "outer"
        # What is critical belongs to synchronous code, wherever it was called from.
        self.assertEqual(async_to_sync(inner)(), ("inner", "outer"))
        self.assertEqual(read(), ("inner", "outer"))

    def test_cancellation(self):
        async def inner():
            asyncio.current_task().cancel()
            await asyncio.sleep(0)

        with self.assertRaises(asyncio.CancelledError):
            async_to_sync(inner)()


class ExecutorTests(unittest.IsolatedAsyncioTestCase):
    async def test_run_in_executor(self):
        loop = asyncio.get_running_loop()
        self.assertEqual(await loop.run_in_executor(None, max, 1, 2), 2)
        with self.assertRaises(ZeroDivisionError):
            await loop.run_in_executor(None, divmod, 1, 0)

    async def test_to_thread(self):
        def inner():
            value = variable.get()
            variable.set("inside")
            with self.assertRaises(RuntimeError):
                asyncio.get_running_loop()
            return value

        variable.set("outside")
        self.assertEqual(await asyncio.to_thread(inner), "outside")
        self.assertEqual(variable.get(), "outside")

    async def test_exit(self):
        with self.assertRaises(threads.ExitRefused):
            await asyncio.to_thread(sys.exit, 1)


if __name__ == "__main__":
    unittest.main()
